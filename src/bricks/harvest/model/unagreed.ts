import type { Reader } from '../../../contract/reader.ts'
import { communesKnown } from '../../../contract/records/ground.ts'
import { harvest } from '../../../contract/records/own-records.ts'
import { fieldFor, type RecordType } from '../../../core/schema.ts'
import { whoIsNamed } from '../../../text/named.ts'
import { reachPlain } from '../../../text/reaching.ts'
import { peopleOf } from './people.ts'

type Types = ReadonlyMap<string, RecordType>
/** Says which of the people who have not said yes a text names. */
export type Unagreed = (text: string) => string | undefined

/**
 * People named in a harvest who have not said yes: whoever was present, and whoever the notes name.
 * Nothing that names one of them is shown, whatever the rules proposed or the keeper typed (law
 * 11).
 */
export function unagreedNames(read: Reader, types: Types, of: string): readonly string[] {
  const people = peopleOf(read, types, of)
  // Two people may bear one name: the yes of one is not that of the other.
  const asked = new Set(people.filter(one => !one.agreed).map(one => one.name))
  const agreed = new Set(people.map(one => one.name).filter(name => !asked.has(name)))
  const listed = read.one(harvest, of, 'home')?.people ?? []
  const all = [...listed, ...people.map(one => one.name)]
    .map(name => name.trim())
    .filter(name => name.length > 1)
  return [...new Set(all)].filter(name => !agreed.has(name))
}

/**
 * Law 11 for one harvest: a first name, a surname or an initial is enough to be named; a village of
 * this page is nobody.
 */
export const unagreedOf = (read: Reader, types: Types, of: string): Unagreed =>
  whoIsNamed(
    unagreedNames(read, types, of),
    communesKnown(read, types).map(one => one.name),
  )

/**
 * The values of a record without the keeper's own way to be reached: a keeper who is named there
 * said so themselves, as the keeper.
 */
export function besideKeeper(
  values: Readonly<Record<string, unknown>>,
  type: RecordType,
  keeper: string,
): Readonly<Record<string, unknown>> {
  const reach = fieldFor(type, 'reach')
  const said = reach === undefined ? undefined : values[reach]
  return typeof said === 'string' && reach !== undefined && reachPlain(said) === keeper
    ? { ...values, [reach]: null }
    : values
}

/** Somebody that the values of a piece name without their yes. */
export function unagreedIn(
  values: Readonly<Record<string, unknown>>,
  type: RecordType,
  named: Unagreed,
): string | undefined {
  const texts = Object.entries(values)
    .filter(([name]) => (type.fields[name]?.space ?? type.space ?? 'commons') === 'commons')
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter(value => typeof value === 'string')
  return texts.map(named).find(name => name !== undefined)
}

/**
 * Somebody that a piece of notes would name once shown. Whoever says or does it is not copied, so
 * that field names nobody.
 */
export function unagreedInPiece(
  values: Readonly<Record<string, unknown>>,
  type: RecordType,
  named: Unagreed,
): string | undefined {
  const who = fieldFor(type, 'who')
  return unagreedIn(who === undefined ? values : { ...values, [who]: null }, type, named)
}
