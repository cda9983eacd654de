import type { Field, FieldKind } from '../../core/schema.ts'
import { phonesIn } from '../../text/phone.ts'
import { addressesIn } from '../../text/reaching.ts'
import type { HistoryLine } from '../reader.ts'

/**
 * Versions of a record without former ways to be reached. Who took their telephone off a notice
 * would otherwise find it among them: a line with a former telephone or address says that it
 * changed, and never its value.
 *
 * Shape   `fieldIn`: the declaration of a field. `now`: the values that the record shows.
 * Law     A number or an address in the result is one that the record shows now. A forgotten line
 *         stays marked as forgotten. Former long texts are read newest first, up to a limit; the
 *         older ones only say that they changed.
 */
export function withoutPastReach<T extends HistoryLine>(
  lines: readonly T[],
  fieldIn: (name: string) => Pick<Field, 'kind' | 'means'> | undefined,
  now: Readonly<Record<string, unknown>>,
): readonly T[] {
  const standing = new Set(Object.values(now).flatMap(waysIn))
  let read = 0
  const isPast = ({ field, value }: HistoryLine): boolean => {
    if (value === undefined || value === null || value === '') return false
    const of = fieldIn(field)
    const isReach = of?.means === 'reach' || of?.kind === 'phone' || of?.kind === 'email'
    if (typeof value === 'string' && value.length > LONG && (read += value.length) > MOST_READ)
      return true
    if (isReach && JSON.stringify(value) !== JSON.stringify(now[field] ?? null)) return true
    return waysIn(value).some(way => !standing.has(way))
  }
  return lines.map(line => (isPast(line) ? { ...line, value: null, untold: true } : line))
}

/**
 * The history of a record, as everybody but the keeper reads it: words, points and links that were
 * corrected say that they changed, and only those that the record shows now are told. Who named
 * somebody, or placed their home, by mistake mends it by correcting it.
 *
 * Shape   as `withoutPastReach`. A closed choice, a day or a number is told as it was; a unit is
 *         words.
 * Law     11: no former words, place, link or file, nor a former way to be reached, are in the
 *         result.
 */
export function withoutPastWords<T extends HistoryLine>(
  lines: readonly T[],
  fieldIn: (name: string) => Pick<Field, 'kind' | 'means'> | undefined,
  now: Readonly<Record<string, unknown>>,
): readonly T[] {
  const isPast = ({ field, value }: HistoryLine): boolean =>
    isSaid(value) &&
    !PLAIN.has(fieldIn(field)?.kind ?? 'text') &&
    JSON.stringify(value) !== JSON.stringify(now[field] ?? null)
  const told = lines.map(line => (isPast(line) ? { ...line, value: null, untold: true } : line))
  return withoutPastReach(told, fieldIn, now)
}
/** A kind that comes later is not told until it stands here. */
const PLAIN: ReadonlySet<FieldKind> = new Set([
  'choice',
  'yesNo',
  'number',
  'money',
  'day',
  'time',
  'moment',
  'period',
  'recurrence',
])
const isSaid = (value: unknown): boolean =>
  typeof value === 'string'
    ? value !== ''
    : typeof value === 'object' && value !== null && Object.values(value).length > 0

/**
 * Units   UTF-16 units: fifty versions of ten thousand letters. A page of history searches no more
 *         text than this for ways to be reached.
 */
const MOST_READ = 500_000
/** Units   UTF-16 units. Shorter texts are always searched, and do not count. */
const LONG = 1_000

/** The address without the punctuation that surrounds it in a sentence. */
const bareAddress = (address: string): string =>
  address.toLowerCase().replace(/^[<(]+|[.,;:!?)>]+$/g, '')

/** Every telephone number and address in a value, each in one spelling. */
export function waysIn(value: unknown): readonly string[] {
  if (typeof value === 'string')
    return [...phonesIn(value).map(number => number.own), ...addressesIn(value).map(bareAddress)]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(waysIn) : []
}
