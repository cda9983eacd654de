import { keepLast } from '../../core/byte-cache.ts'
import { lazy } from '../../core/lazy.ts'
import { fold, wordsOf } from '../../core/letters/words.ts'
import { pattern } from '../../core/pattern.ts'
import { isPoint } from '../../core/place.ts'
import {
  type Field,
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

/**
 * The guard of this page: it looks in a text for people, private facts and secrets, so that nobody
 * is named before somebody has looked. `text/guard` finds them in French text; here the names that
 * this page shows already (places, bodies, people who agreed) are excused. Forms, imports, harvests
 * and turns call it. This file only finds: who is asked, and what waits, is decided elsewhere.
 */

type Types = ReadonlyMap<string, RecordType>
/** Finds names, private facts and secrets in a text. */
export type Guard = (text: string) => readonly Finding[]

/** A name that this page shows. `words`: its words, folded. */
type ShownName = Readonly<{ name: string; words: readonly string[]; isPerson: boolean }>

/**
 * The guard of this page. Names that the page shows already (bodies, places, people who said yes)
 * and communes are no findings.
 *
 * Shape   `own`: names that the writer may say, their own first.
 *         `speaks`: the text shows at once, without the keeper. Names of people are then findings,
 *         even when the page shows them.
 *         `isName`: the text is somebody’s name. Of one word, that name alone is no finding.
 * Law     A person shown as *Élodie Martin* may be written *É. Martin* or *Martin*. The name of a
 *         body named after people excuses none of them.
 */
export const guardOf = (
  read: Reader,
  types: Types,
  own: readonly string[] = [],
  as: GuardedAs = {},
): Guard => guardsOf(read, types)(own, as)
type GuardedAs = Readonly<{ speaks?: boolean; isName?: boolean }>

/** Several guards of one page, for which its communes and its names are read once. */
export function guardsOf(
  read: Reader,
  types: Types,
): (own: readonly string[], as?: GuardedAs) => Guard {
  const communes = lazy(() => communesKnown(read, types).flatMap(one => saidAs(one.name)))
  // Read at the first finding, and once for all the texts of a page.
  const directory = lazy(() => namesShown(read, types))
  return (own, { speaks = false, isName = false } = {}) => {
    const always = [...own.filter(isAnyName), ...communes()]
    return text => {
      const found = guard(text, always)
      if (found.length === 0) return []
      const words = new Set(wordsOf(text))
      // A shown name would leave nothing of it to be found.
      if (isName && words.size === 1 && found.every(one => NAMING.has(one.kind))) return []
      const known = words.size > MOST_SOUGHT ? directory() : namesShown(read, types, words)
      const near = known.filter(
        one => !(speaks && one.isPerson) && one.words.some(word => words.has(word)),
      )
      const whole = near
        .filter(one => one.words.every(word => words.has(word)))
        .map(one => one.name)
      const people = near.filter(one => one.isPerson)
      const left = whole.length === 0 ? found : guard(text, [...always, ...whole])
      return left.filter(
        one => !NAMING.has(one.kind) || !people.some(person => isSaid(one.said, person)),
      )
    }
  }
}
const NAMING: ReadonlySet<FindingKind> = new Set(['name', 'maybe'])

/** Whether a word can be a name: *au*, of a keeper *au local*, and a number are none. */
const isOfAName = (word: string): boolean =>
  word.length > 1 && /^\p{L}/u.test(word) && !NO_NAME.has(word)
const isAnyName = (name: string): boolean => wordsOf(name).some(isOfAName)
/** A commune as people say it: *Boën* for *Boën-sur-Lignon*. */
const saidAs = keepLast({ name: 'communes as people say them', most: 512 * 1024 }, name =>
  [name, name.split(/[-\s](?:sur|sous|en|lès|les|le|la|de|du)[-\s]/i)[0]!].filter(isAnyName),
)
const NO_NAME: ReadonlySet<string> = new Set([
  ...[...CIVILITIES, ...PARTICLES],
  ...'au aux un une chez dans en pour par sur sous sans avec vers sauf entre'.split(' '),
  ...'je tu il elle on nous vous ils elles moi toi lui eux qui que est sont'.split(' '),
  ...'mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces'.split(' '),
])

/** Whether each word of the text is a word of that name, or the first letter of one. */
function isSaid(said: string, { words }: ShownName): boolean {
  const parts = wordsOf(said).filter(word => !CIVILITIES.has(word) && !PARTICLES.has(word))
  return (
    parts.length > 0 &&
    parts.every(part =>
      words.some(word => word === part || (part.length === 1 && word.startsWith(part))),
    )
  )
}

/** Whether the page shows a person of this whole name or first name. */
export const showsPerson = (read: Reader, types: Types, name: string): boolean =>
  namesShown(read, types).some(
    one => one.isPerson && (isSameName(one.name, name) || isSameName(one.name.split(' ')[0], name)),
  )

/** Of a name, or another short text, only the names that share a word with it are read. */
const MOST_SOUGHT = 6

/**
 * The titles that are names, of every type that says so (`proper`). `having`: only those that have
 * one of these folded words, and a few more.
 */
function namesShown(
  read: Reader,
  types: Types,
  having?: ReadonlySet<string>,
): readonly ShownName[] {
  const sought = having && titledBy(read, types, having)
  return [...types.values()]
    .filter(type => type.proper === true && (sought === undefined || sought.has(type.name)))
    .flatMap(type => {
      const person = Object.entries(type.person ?? {})
      // A type that links to a member names a person, without saying so (a relay).
      const isPerson =
        person.length === 0
          ? isSomebodys(type)
            ? '1'
            : '0'
          : person.map(([field]) => `"${field}" = ?`).join(' AND ')
      const rows = read.all(
        `SELECT "${type.title}" AS name, ${isPerson} AS person ` +
          `FROM "${tableOf(type.name, 'commons')}" WHERE removed IS NOT 1 ` +
          `AND length("${type.title}") > 1${sought === undefined ? '' : HAVING}`,
        ...person.map(([, value]) => value as Scalar),
        ...(sought === undefined ? [] : [JSON.stringify(sought.get(type.name))]),
      )
      return rows.map(row => ({
        name: String(row['name']),
        words: wordsOf(String(row['name'])),
        isPerson: Number(row['person'] ?? 0) === 1,
      }))
    })
}

const HAVING = ' AND id IN (SELECT value FROM json_each(?))'

/** The ids of the records whose names have one of these words, by type. */
function titledBy(
  read: Reader,
  types: Types,
  words: ReadonlySet<string>,
): ReadonlyMap<string, readonly unknown[]> {
  const proper = [...types.values()].flatMap(type => (type.proper === true ? [type.name] : []))
  const rows =
    words.size === 0
      ? []
      : read.all(
          'SELECT doc.id, doc.type FROM search JOIN doc ON doc.n = search.rowid ' +
            'WHERE search MATCH ? AND doc.type IN (SELECT value FROM json_each(?))',
          `title : (${[...words].map(word => `"${word}"`).join(' OR ')})`,
          JSON.stringify(proper),
        )
  const byType = Map.groupBy(rows, row => String(row['type']))
  return new Map([...byType].map(([type, all]) => [type, all.map(row => row['id'])]))
}

const READ: ReadonlySet<FieldKind> = new Set(['text', 'prose', 'phone', 'email', 'url', 'files'])

/**
 * Whether the title holds these words, as they stand: their quotes and dashes may be plain.
 *
 * Law     The texts may be of any length: no expression is made of them.
 */
export const standsIn = (text: unknown, title: unknown): boolean =>
  typeof text === 'string' &&
  typeof title === 'string' &&
  text !== '' &&
  standsWhole(plainMarks(text), plainMarks(title))
function standsWhole(words: string, within: string): boolean {
  for (let at = within.indexOf(words); at >= 0; at = within.indexOf(words, at + 1)) {
    const isCut = ENDS_IN_WORD.test(within.slice(Math.max(0, at - 2), at))
    if (!isCut && !BEGINS_IN_WORD.test(within.slice(at + words.length, at + words.length + 2)))
      return true
  }
  return false
}
const ENDS_IN_WORD = /[\p{L}\p{N}]$/u
const BEGINS_IN_WORD = /^[\p{L}\p{N}]/u
const plainMarks = (text: string): string =>
  text
    .replace(/[’‘ʼ´`′]/g, "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/œ/g, 'oe')
    .replace(/\s/g, ' ')

/**
 * The texts of a record that everybody would read: its text fields of the commons, and the names of
 * its files. A text whose words stand in the title is read there: alone, *Bellevue* looks like
 * somebody.
 */
export function textsOf(
  values: Readonly<Record<string, unknown>>,
  type: RecordType,
): readonly string[] {
  return Object.entries(type.fields).flatMap(([name, field]) => {
    if (!READ.has(field.kind) || field.codes || spaceOf(type, field) !== 'commons') return []
    const value = values[name]
    const title = name === type.title ? undefined : values[type.title]
    const all = (Array.isArray(value) ? value : [value]).filter(one => !standsIn(one, title))
    return all.flatMap(one => (typeof one === 'string' ? [one] : isFile(one) ? [one.name] : []))
  })
}

/** Whether these values make the record a person’s card. */
export const isPersonIn = (
  { person = {} }: RecordType,
  values: Readonly<Record<string, unknown>>,
): boolean =>
  Object.keys(person).length > 0 &&
  Object.entries(person).every(([field, value]) => values[field] === value)

/**
 * What a field of a person’s card says of their home: a plain line of text, or a point, as a map
 * gives it (*45.73, 3.97*). Undefined for any other field.
 */
export const homeIn = ({ kind, means, unsearched }: Field, value: unknown): string | undefined => {
  if (kind === 'point') return isPoint(value) ? value.join(', ') : undefined
  const isPlain = kind === 'text' && means === undefined && !unsearched
  return isPlain && typeof value === 'string' && value !== '' ? value : undefined
}
const isFile = (value: unknown): value is Readonly<{ name: string }> =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Readonly<{ name?: unknown }>).name === 'string'

/**
 * The findings in a piece of notes, each once. The field of the person who says or does it is left
 * out, because no copy of the piece holds it.
 */
export function findingsIn(
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
 * The findings that a form showed, as the text of its hidden field. The keeper’s yes holds for
 * these alone.
 */
export const findingsText = (found: readonly Finding[]): string =>
  JSON.stringify([...new Set(found.map(one => fold(one.said)))])

/**
 * The findings that the form did not show. `posted`: the hidden field, empty when there was none.
 */
export function newFindings(found: readonly Finding[], posted: string): readonly Finding[] {
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
 * The findings in a name that no name holds: a number, a home, an age, what opens a door, what
 * happens to somebody.
 */
export const besideName = (found: readonly Finding[]): readonly Finding[] =>
  found.filter(one => BESIDE_NAME.has(one.kind))
const BESIDE_NAME: ReadonlySet<FindingKind> = new Set([
  'phone',
  'mail',
  'secret',
  'home',
  'age',
  'situation',
])

/** Words for the writer’s own family or home: in the writer’s own name they tell of nobody else. */
const OWN = /^(?:mon|ma|mes|notre|nos)\s|^chez (?:moi|nous)\b/isu
/** A street and its number: the writer’s own, where the text tells of nobody else. */
const STREET = /^\d(?!.*\bchez (?!moi\b|nous\b))/isu
/** Somebody at an address, as people say it without a name; or its people, who leave. */
const SOMEBODY = pattern('iu')`
  (?<!\p{L})(?:(?:la|une|cette|ma|mes|notre)\s(?:(?:vieille|petite|pauvre|jeune|grand[- ])\s?)?
  (?:dame|voisine|mamie|mémé|veuve|femme|mère|tante|sœur|soeur|fille|nièce)s?
  |(?:le|un|ce|mon|mes|notre)\s(?:(?:vieux|petit|pauvre|jeune|grand[- ])\s?)?(?:monsieur|voisin
  |papi|pépé|veuf|homme|père|oncle|frère|fils|mari|neveu)s?
  |(?:l['’]|la\s|le\s|les\s|une?\s)(?:locataires?|propriétaires?|famille|couple|gens|voisins)\s
  (?:\p{L}+\s){0,2}(?:est|sont|a|ont|part|partent|ne|se|boit|boivent|vit|vivent|va|vont|sera
  |seront)
  |(?:elle|il)s?\s(?:y\s)?(?:vit|vivent|habite|habitent|loge|logent|dort|dorment|boit|boivent|(?:est
  |sont|sera|seront|reste|restent)\s(?:tou(?:te|t)\s)?(?:seul|absent|parti|malade)e?s?)
  |(?:on\spart|nous\spartons|je\spars)\s(?:en|du|tout|pour|jusqu|une|deux|trois|le))(?!\p{L})
`
const FIRST_PERSON = /(?<!\p{L})(?:je|j|moi|mon|ma|mes|m|nous|notre)(?!\p{L})/iu

/** Who asks for something, and says nothing of a third person. */
const ASKS = pattern('iu')`
  (?:^|«\s*|:\s*)(?:je\s)?(?:cherche|recherche|besoin|ai\sbesoin|conduite|trajet|covoiturage
  |place)(?!\p{L})
`
const THIRD_PERSON = /(?<!\p{L})(?:ils?|elles?|lui|eux|son|sa|ses|leurs?)(?!\p{L})/iu
/** Where one has to be, or one's child: of who asks, it is their own. */
const OWN_ERRAND = pattern('iu')`
  ^(?:prise\sde\ssang|(?:rendez-vous|rdv)\s(?:chez|avec|au|à)\s.{2,30}
  |(?:emmener|conduire|accompagner)\schez\s.{2,30}
  |(?:garder|surveiller|emmener|accompagner)\s(?:le|la)\spetite?
  |(?:le|la)\spetite?\sa\sbesoin)$
`
const isOwnErrand = (said: string, text: string): boolean =>
  OWN_ERRAND.test(said) && ASKS.test(text) && !THIRD_PERSON.test(text)

const SAID_OF_SOME: ReadonlySet<FindingKind> = new Set([...NAMING, 'someone', 'situation'])

/**
 * The findings that tell of other people than the writer. The writer’s own age, health, family and
 * home are left out. Telephones and addresses are left out too: `engine/held-drafts.ts` checks
 * them.
 */
export function findingsAboutOthers(found: readonly Finding[], text: string): readonly Finding[] {
  const named = found.some(one => NAMING.has(one.kind))
  const isOthers = ({ kind, said }: Finding): boolean => {
    if (kind === 'phone' || kind === 'mail') return false
    if (NAMING.has(kind) || kind === 'secret') return true
    if (kind === 'age') return named
    if (OWN.test(said)) return false
    if (kind !== 'situation' || named) return true
    return !FIRST_PERSON.test(text) && !isOwnErrand(said, text)
  }
  return withoutOwnStreet(found.filter(isOthers), text)
}

/**
 * The findings without the streets and numbers that tell of nobody: where the text says something
 * of somebody, its address stays.
 */
export function withoutOwnStreet(found: readonly Finding[], text: string): readonly Finding[] {
  const tellsOfSome = SOMEBODY.test(text) || found.some(one => SAID_OF_SOME.has(one.kind))
  return tellsOfSome ? found : found.filter(one => one.kind !== 'home' || !STREET.test(one.said))
}
