import { type RecordType, type Space, showingFields } from '../core/schema.ts'
import type { FleshName } from '../log/forget.ts'
import { type LogToRead, row, type Touched } from '../log/log.ts'
import type { Statements } from '../log/sqlite.ts'
import { isSamePhone } from '../text/phone.ts'
import { holdsIn, type SoughtNumbers, seeking, valueWithout } from '../text/sought-numbers.ts'
import { placesOf, writesHolding } from './numbers.ts'

/**
 * Hidden telephone numbers: somebody asked to hide one, and the keeper has not decided (*C’est mon
 * numéro : le cacher*).
 *
 * A record of this type stays in `home` and holds one number. While its state is `hidden`, the
 * number is in no row that anybody may read, no search, no version, no history and no bundle. The
 * log keeps it, and showing it again brings it all back.
 *
 * Law     A function of the log alone, in whatever order records come (law 2). Records of `home`
 *         keep the number, except those that pages show, and what two people say to each other: the
 *         rest is for the keeper or one member.
 */
export const HIDDEN = 'hidden-number'

/** The number that a record hides now, or undefined. */
function hiddenBy(log: LogToRead, record: string): string | undefined {
  const fields = row(log, HIDDEN, record, 'home')
  const [number, state, removed] = ['number', 'state', 'removed'].map(
    name => fields.get(name)?.shown?.value,
  )
  return typeof number === 'string' && state === 'hidden' && removed !== true ? number : undefined
}

/** Every hidden number, from the log. */
function hiddenIn(log: LogToRead): readonly string[] {
  const records = log.sql.all<{ record: string }>(
    "SELECT DISTINCT record FROM changed WHERE type = ? AND space = 'home'",
    HIDDEN,
  )
  return [...new Set(records.flatMap(({ record }) => hiddenBy(log, record) ?? []))]
}

/** Fills the table of hidden numbers before a rebuild shows records, so that each is shown once. */
export function fillHidden(sql: Statements, log: LogToRead): void {
  const records = log.sql.all<{ record: string }>(
    "SELECT DISTINCT record FROM changed WHERE type = ? AND space = 'home'",
    HIDDEN,
  )
  for (const { record } of records) noteHidden(sql, log, record)
}

/** Notes the number that a record hides, and returns the numbers whose state changed. */
function noteHidden(sql: Statements, log: LogToRead, record: string): readonly string[] {
  const was = sql.get<{ number: string }>(
    'SELECT number FROM hidden WHERE record = ?',
    record,
  )?.number
  const is = hiddenBy(log, record)
  if (was === is) return []
  if (is === undefined) sql.run('DELETE FROM hidden WHERE record = ?', record)
  else sql.run('INSERT OR REPLACE INTO hidden VALUES (?, ?)', record, is)
  return [was, is].filter(number => number !== undefined)
}

/**
 * The other records to show again after these, because a number in them was hidden or shown again.
 */
export function shownAgainBy(
  sql: Statements,
  log: LogToRead,
  all: readonly Touched[],
): readonly Touched[] {
  const sought = seeking(
    ...all.filter(one => one.type === HIDDEN).flatMap(one => noteHidden(sql, log, one.record)),
  )
  return sought ? placesOf(log, sought).filter(place => place.type !== HIDDEN) : []
}

/** The hidden numbers, as one search. Each record that is shown asks for it. */
export function hiddenNumbers(sql: Statements): SoughtNumbers | undefined {
  return soughtOf(
    sql.all<{ number: string }>('SELECT number FROM hidden').map(({ number }) => number),
  )
}
/** The search of the last call, kept while the numbers stay the same. */
let last: Readonly<{ key: string; sought: SoughtNumbers | undefined }> = {
  key: '',
  sought: undefined,
}
function soughtOf(numbers: readonly string[]): SoughtNumbers | undefined {
  const key = numbers.join('\n')
  if (last.key !== key) last = { key, sought: seeking(...numbers) }
  return last.sought
}

/** A value without the hidden numbers. */
export const withoutHidden = (sql: Statements, value: unknown): unknown => {
  if (value === undefined || value === null) return value
  const sought = hiddenNumbers(sql)
  return sought === undefined ? value : valueWithout(value, sought)
}

/** Whether others than the keeper or the row’s own member read rows of that space. */
const isReadByAll = (
  type: RecordType,
  space: Space,
  valueIn: (field: string) => unknown,
): boolean =>
  space !== 'home' ||
  type.shownHere === true ||
  showingFields(type).some(field => valueIn(field) === true)

/**
 * Whether a row of that space is shown without the hidden numbers: what everybody reads, and what
 * people say to each other. A letter, which no page shows, goes as it was written.
 */
export const isWithoutHidden = (
  type: RecordType,
  space: Space,
  valueIn: (field: string) => unknown,
): boolean => (type.between === true && type.name !== 'letter') || isReadByAll(type, space, valueIn)

/**
 * The records on which everybody here reads that number, now or in the past. The keeper reads them
 * in the list of changes.
 */
export function shownOn(
  log: LogToRead,
  types: ReadonlyMap<string, RecordType>,
  number: string,
  valuesOf: (type: RecordType, record: string, space: Space) => Readonly<Record<string, unknown>>,
): readonly Readonly<{ type: string; id: string }>[] {
  const sought = seeking(number)
  if (!sought) return []
  const isHidden = hiddenIn(log).some(hidden => isSamePhone(hidden, number))
  const found = placesOf(log, sought).filter(place => {
    const { type: name, record, space } = place
    const type = types.get(name)
    const values = type && valuesOf(type, record, space)
    if (
      type === undefined ||
      values === undefined ||
      !isReadByAll(type, space, field => values[field])
    )
      return false
    return (
      holdsIn(values, sought) ||
      (!isHidden &&
        space === 'commons' &&
        values['id'] !== undefined &&
        writesHolding(log, place, sought).length > 0)
    )
  })
  return [...new Map(found.map(({ type, record }) => [record, { type, id: record }])).values()]
}

/** The writes of shared spaces that hold a hidden number. No bundle carries them. */
export function withheldIn(log: LogToRead): readonly FleshName[] {
  const sought = soughtOf(hiddenIn(log))
  if (!sought) return []
  const places = placesOf(log, sought).filter(place => place.space !== 'home')
  return places.flatMap(place => writesHolding(log, place, sought))
}
