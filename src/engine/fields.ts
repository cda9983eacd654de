import type { BrickModel } from '../contract/brick.ts'
import type { Refusal } from '../contract/decision.ts'
import type { Reader } from '../contract/reader.ts'
import { communesKnown } from '../contract/records/ground.ts'
import { inAlphabet, rowsBy, UNJOINED } from '../contract/tables.ts'
import type { Territory } from '../contract/territory.ts'
import { wordsOfType } from '../contract/type-words.ts'
import {
  askedFields,
  type FieldChoice,
  type FieldRefusal,
  MOST_CHOICES,
  type ReadOf,
  readForm,
} from '../core/form/form.ts'
import type { Input } from '../core/form/input.ts'
import type { Lang } from '../core/lang.ts'
import { fieldOf, isMadeId, withMade, wordsWithMade } from '../core/made.ts'
import type { Field, RecordType, Value } from '../core/schema.ts'
import type { TypeWords } from '../core/type-words.ts'
import { territoryOf } from './territory.ts'

/**
 * Reads a form into the checked fields of a record: the fields of its type and those that keepers
 * made for it, the choices that this box offers (communes, records to link to), and links that lead
 * nowhere refused. Commands call it as `at.fields`; tables of an import and pages call it too.
 * Nothing is written here.
 */

/** A type and its words, with the fields that keepers made for it. */
export function withMadeFields(
  bricks: readonly BrickModel[],
  read: Reader,
  type: RecordType,
  lang: Lang,
): Readonly<{ type: RecordType; words: TypeWords }> {
  const made = read.madeFields(type.name)
  return {
    type: withMade(type, made),
    words: wordsWithMade(wordsOfType(bricks, type.name, lang), made),
  }
}

/** The field of this name, of the type or made by a keeper; undefined where neither has it. */
export function fieldNamed(
  read: Pick<Reader, 'madeFields'>,
  type: RecordType | undefined,
  name: string,
): Field | undefined {
  const own = type?.fields[name]
  if (own || !type || !isMadeId(name)) return own
  const made = read.madeFields(type.name).find(({ id }) => id === name)
  return made && fieldOf(made)
}

/**
 * The choices of a link, theme or commune field of this type. `beyond`: communes that may be chosen
 * beside the page’s own.
 */
export function choicesFor(
  type: RecordType,
  read: Reader,
  territory: Territory | undefined,
  beyond: readonly FieldChoice[] = [],
): (field: string) => readonly FieldChoice[] | undefined {
  const titled = (types: readonly string[]): readonly FieldChoice[] =>
    types.length === 0
      ? []
      : rowsBy('doc', 'type', types, () =>
          read.all(
            `SELECT id, title FROM doc WHERE type IN (${types.map(() => '?').join(', ')}) ` +
              `AND ${UNJOINED} ORDER BY ${inAlphabet('title')}, id LIMIT ${MOST_CHOICES}`,
            ...types,
          ),
        ).map(row => ({ value: String(row['id']), label: String(row['title']) }))
  return name => {
    const field = type.fields[name]
    if (field?.kind === 'link' || field?.kind === 'themes') return titled(field.to ?? [])
    if (field?.kind === 'commune')
      return (
        territory && [
          ...territory.communes.map(({ code, name, postalCodes, formerNames = [] }) => ({
            value: code,
            label: name,
            also: [...(postalCodes?.match(/\d{5}/g) ?? []), ...formerNames],
          })),
          ...beyond,
        ]
      )
    return undefined
  }
}

/**
 * Communes that this box knows and the page does not count as its own: all of them for a type of
 * the page, else those that the form names.
 */
export function communesBeyond(
  { bricks, read, type }: Pick<FieldsOf, 'bricks' | 'read' | 'type'>,
  territory: Territory | undefined,
  input: Input,
): readonly FieldChoice[] {
  const own = new Set(territory?.communes.map(({ code }) => code))
  const named = Object.entries(type.fields)
    .filter(([, { kind }]) => kind === 'commune')
    .flatMap(([name]) => [input[name] ?? []].flat())
    .filter(code => code !== '' && !own.has(code))
  if (type.stands !== 'page' && named.length === 0) return []
  const all = communesKnown(
    read,
    new Map(bricks.flatMap(brick => brick.records.map(record => [record.name, record]))),
  )
  const others = new Map(
    all
      .filter(({ code }) => !own.has(code))
      .map(({ code, name }) => [code, { value: code, label: name }]),
  )
  return [...others.values()].filter(
    ({ value, label }) =>
      type.stands === 'page' || named.some(one => one === value || one === label),
  )
}

/** A form of one type. `input`: what was posted, by the name of the control. */
type FieldsOf = Readonly<{
  bricks: readonly BrickModel[]
  read: Reader
  type: RecordType
  input: Input
  today: string
}>

/**
 * The checked fields of a form; or every refusal, in the order of the form. `today`: an ISO day.
 * `only`: the fields to read, all by default.
 */
export function fieldsFrom(
  { bricks, read, type: plain, input, today }: FieldsOf,
  more: Pick<ReadOf, 'only' | 'whole' | 'files' | 'kept'> = {},
): Readonly<{ fields: Readonly<Record<string, Value>> }> | Refusal {
  const type = withMade(plain, read.madeFields(plain.name))
  // Communes are read only when the form has a commune field.
  let ground:
    | Readonly<{ territory: Territory | undefined; beyond: readonly FieldChoice[] }>
    | undefined
  const groundOf = (): NonNullable<typeof ground> => {
    const territory = territoryOf(bricks, read)
    return { territory, beyond: communesBeyond({ bricks, read, type }, territory, input) }
  }
  const choices = (name: string): readonly FieldChoice[] | undefined => {
    if (type.fields[name]?.kind === 'commune') ground ??= groundOf()
    return choicesFor(type, read, ground?.territory, ground?.beyond)(name)
  }
  // A list of choices may be cut: a link is checked against the page itself.
  const closed = (name: string) =>
    ['link', 'themes'].includes(type.fields[name]?.kind ?? '') ? undefined : choices(name)
  const of: ReadOf = { ...more, choices: closed, today, zone: 'Europe/Paris' }
  const found = readForm(type, input, of)
  const wrong =
    'fields' in found
      ? lostLinks(type, found.fields, read)
      : alsoLost({ type, read }, input, of, found.refusals)
  if ('fields' in found && wrong.length === 0) return { fields: found.fields }
  const [first, ...rest] = wrong.map(one => ({
    refused: { of: 'form' as const, type: type.name, why: one },
    field: one.field,
  }))
  return rest.length > 0 ? { ...first!, others: rest } : first!
}

/**
 * The form’s own refusals, with the lost links of its other fields, so that the person mends all at
 * once.
 */
function alsoLost(
  { type, read }: Pick<FieldsOf, 'type' | 'read'>,
  input: Input,
  of: ReadOf,
  refusals: readonly FieldRefusal[],
): readonly FieldRefusal[] {
  const names = askedFields(type, of.only, of.hide).map(([name]) => name)
  const sound = names.filter(name => refusals.every(one => one.field !== name))
  const rest = readForm(type, input, { ...of, only: sound, whole: false })
  const lost = 'fields' in rest ? lostLinks(type, rest.fields, read) : []
  return [...refusals, ...lost].sort((a, b) => names.indexOf(a.field) - names.indexOf(b.field))
}

/** Refuses links to a record that is not on the page or has another type. */
function lostLinks(
  type: RecordType,
  fields: Readonly<Record<string, Value>>,
  read: Reader,
): readonly FieldRefusal[] {
  const isLost = (name: string, id: string): boolean => {
    const called = read.called(id)
    const to = type.fields[name]?.to ?? []
    return called === undefined || (to.length > 0 && !to.includes(called.type))
  }
  const lost = Object.entries(fields).filter(([name, value]) => {
    const kind = type.fields[name]?.kind
    if (
      (kind !== 'link' && kind !== 'themes') ||
      (type.fields[name]?.space ?? type.space) === 'home'
    )
      return false
    return (
      Array.isArray(value) ? (value as readonly string[]) : value ? [String(value)] : []
    ).some(id => isLost(name, id))
  })
  return lost.map(([field]) => ({
    field,
    code: type.fields[field]?.kind === 'themes' ? 'noSuchTheme' : 'noSuchLink',
  }))
}
