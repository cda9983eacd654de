import { late } from '../../core/late.ts'
import { fold, wordsOf } from '../../core/letters/words.ts'
import { pattern } from '../../core/pattern.ts'
import {
  type FieldKind,
  fieldFor,
  isSomebodys,
  type RecordType,
  spaceOf,
} from '../../core/schema.ts'
import { type Finding, type FindingKind, guard } from '../../text/guard/guard.ts'
import { CIVILITIES, PARTICLES } from '../../text/named-fr.ts'
import type { Reader, Scalar } from '../reader.ts'
import { isSameName } from '../speaker.ts'
import { tableOf } from '../tables.ts'
import { communesKnown } from './ground.ts'

type Types = ReadonlyMap<string, RecordType>
/** What in a text should not show to all before somebody looked at it. */
export type Guard = (text: string) => readonly Finding[]

/** A name that this page shows: as it is written, and its words when it is a person's. */
type ShownName = Readonly<{ name: string; words: readonly string[]; isPerson: boolean }>

/**
 * The guard for this page: names that its directory shows already (bodies, places, people who said
 * yes) and its communes are no finding.
 *
 * Shape   `own`: names that the writer may say, their own first.
 *         `speaks`: the text shows at once, without the keeper. Only bodies and places are then no
 *         finding, and people whom the page shows are.
 * Law     A person shown as *Élodie Martin* may be written *É. Martin* or *Martin*. A body named
 *         after people shows none of them.
 */
export function guardOf(
  read: Reader,
  types: Types,
  own: readonly string[] = [],
  { speaks = false } = {},
): Guard {
  const communes = communesKnown(read, types).flatMap(one => [
    one.name,
    one.name.split(/[-\s](?:sur|sous|en|lès|les|le|la|de|du)[-\s]/i)[0]!,
  ])
  const always = [...own, ...communes].filter(name => name.trim().length > 1)
  // Read once something was found, and once for all the texts of a page.
  const directory = late(() => namesShown(read, types))
  return text => {
    if (guard(text, always).length === 0) return []
    const words = new Set(wordsOf(text))
    const near = directory().filter(
      one => !(speaks && one.isPerson) && one.words.some(word => words.has(word)),
    )
    const whole = near.filter(one => one.words.every(word => words.has(word))).map(one => one.name)
    const people = near.filter(one => one.isPerson)
    return guard(text, [...always, ...whole]).filter(
      one => !NAMING.has(one.kind) || !people.some(person => isSaid(one.said, person)),
    )
  }
}
const NAMING: ReadonlySet<FindingKind> = new Set(['name', 'maybe'])

/** Every word of it is a word of that name, or the first letter of one. */
function isSaid(said: string, { words }: ShownName): boolean {
  const parts = wordsOf(said).filter(word => !CIVILITIES.has(word) && !PARTICLES.has(word))
  return (
    parts.length > 0 &&
    parts.every(part =>
      words.some(word => word === part || (part.length === 1 && word.startsWith(part))),
    )
  )
}

/** Whether a person whom the page shows is called so, by the whole name or the first. */
export const showsPerson = (read: Reader, types: Types, name: string): boolean =>
  namesShown(read, types).some(
    one => one.isPerson && (isSameName(one.name, name) || isSameName(one.name.split(' ')[0], name)),
  )

function namesShown(read: Reader, types: Types): readonly ShownName[] {
  return [...types.values()]
    .filter(type => type.proper === true)
    .flatMap(type => {
      const person = Object.entries(type.person ?? {})
      // A relay is somebody, whatever it says of a person.
      const isPerson =
        person.length === 0
          ? isSomebodys(type)
            ? '1'
            : '0'
          : person.map(([field]) => `"${field}" = ?`).join(' AND ')
      const rows = read.all(
        `SELECT "${type.title}" AS name, ${isPerson} AS person ` +
          `FROM "${tableOf(type.name, 'commons')}" WHERE removed IS NOT 1 ` +
          `AND length("${type.title}") > 1`,
        ...person.map(([, value]) => value as Scalar),
      )
      return rows.map(row => ({
        name: String(row['name']),
        words: wordsOf(String(row['name'])),
        isPerson: Number(row['person'] ?? 0) === 1,
      }))
    })
}

const READ: ReadonlySet<FieldKind> = new Set(['text', 'prose', 'phone', 'email', 'url', 'files'])

/**
 * What the values of a record would say to everybody: its texts of the commons, and the names of
 * its files.
 */
export function textsOf(
  values: Readonly<Record<string, unknown>>,
  type: RecordType,
): readonly string[] {
  return Object.entries(type.fields).flatMap(([name, field]) => {
    if (!READ.has(field.kind) || spaceOf(type, field) !== 'commons') return []
    const value = values[name]
    const all: readonly unknown[] = Array.isArray(value) ? value : [value]
    return all.flatMap(one => (typeof one === 'string' ? [one] : isFile(one) ? [one.name] : []))
  })
}
const isFile = (value: unknown): value is Readonly<{ name: string }> =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Readonly<{ name?: unknown }>).name === 'string'

/**
 * The findings in a piece of notes, each told once. The field of the person who says or does it is
 * not copied, so that it is not checked.
 */
export function heldIn(
  values: Readonly<Record<string, unknown>>,
  type: RecordType,
  guards: Guard,
): readonly Finding[] {
  const who = fieldFor(type, 'who')
  const looked = who === undefined ? values : { ...values, [who]: null }
  const found = textsOf(looked, type).flatMap(guards)
  return [...new Map(found.map(one => [`${one.kind} ${fold(one.said)}`, one])).values()]
}

/**
 * What a form carries of the findings that it showed: an act on a piece agrees to these and to no
 * other.
 */
export const seenOf = (found: readonly Finding[]): string =>
  JSON.stringify([...new Set(found.map(one => fold(one.said)))])

/** Findings that the act did not see: `posted` is empty when there was none. */
export function unseen(found: readonly Finding[], posted: string): readonly Finding[] {
  const seen = new Set(posted === '' ? [] : seenIn(posted))
  return found.filter(one => !seen.has(fold(one.said)))
}
function seenIn(posted: string): readonly string[] {
  try {
    const read: unknown = JSON.parse(posted)
    return Array.isArray(read) ? read.map(String) : []
  } catch {
    return []
  }
}

/**
 * One's own family without a name, one's own home: whoever writes it in their own name said it
 * themselves.
 */
const OWN = pattern('isu')`
  ^(?:mon|ma|mes|son|sa|ses|notre|nos|leurs?)\s|^chez (?:moi|nous|elle|lui|eux|elles)\b
  |^\d(?!.*\bchez (?!moi\b|nous\b))
`
const FIRST_PERSON = /(?<!\p{L})(?:je|j|moi|mon|ma|mes|m|nous|notre)(?!\p{L})/iu

/**
 * What a text says of others than whoever writes it: not their own age, health, family or home,
 * which they told themselves. How to reach somebody is `engine/held-drafts.ts`'s to say.
 */
export function ofOthers(found: readonly Finding[], text: string): readonly Finding[] {
  const named = found.some(one => NAMING.has(one.kind))
  return found.filter(({ kind, said }) => {
    if (kind === 'phone' || kind === 'mail') return false
    if (NAMING.has(kind) || kind === 'secret') return true
    if (kind === 'age') return named
    return !OWN.test(said) && (kind !== 'situation' || named || !FIRST_PERSON.test(text))
  })
}
