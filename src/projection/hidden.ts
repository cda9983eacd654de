import type { RecordType, Space } from '../core/schema.ts'
import type { FleshName } from '../log/forget.ts'
import { type LogToRead, row, type Touched } from '../log/log.ts'
import type { Statements } from '../log/sqlite.ts'
import { holdsIn, isSamePhone, type SoughtNumbers, seeking, valueWithout } from '../text/phone.ts'
import { placesOf, writesHolding } from './numbers.ts'

/**
 * Telephone numbers that somebody had hidden, until the keeper decides (*C'est mon numéro : le
 * cacher*).
 *
 * A record of this type stays in `home` and says one number. While its state is `hidden`, the
 * number is in no row that anybody may read, in no word of the search, in no version nor line of
 * history, and in no bundle: the log keeps it, and showing it again brings all of it back.
 *
 * Law     a function of the log alone, in whatever order records come (law 2). Records that stay in
 *         this box keep it, but those that its pages show: they are the keeper's, or one member's
 *         own.
 */
export const HIDDEN = 'hidden-number'

/** The number that a record hides now; undefined when it hides none. */
function hiddenBy(log: LogToRead, record: string): string | undefined {
  const fields = row(log, HIDDEN, record, 'home')
  const [number, state, removed] = ['number', 'state', 'removed'].map(
    name => fields.get(name)?.shown?.value,
  )
  return typeof number === 'string' && state === 'hidden' && removed !== true ? number : undefined
}

/** Every number that is hidden, as the log says. */
function hiddenIn(log: LogToRead): readonly string[] {
  const records = log.sql.all<{ record: string }>(
    "SELECT DISTINCT record FROM write WHERE type = ? AND space = 'home'",
    HIDDEN,
  )
  return [...new Set(records.flatMap(({ record }) => hiddenBy(log, record) ?? []))]
}

/**
 * Fills the table of hidden numbers before any record is shown: a rebuild looks for nothing twice.
 */
export function fillHidden(sql: Statements, log: LogToRead): void {
  const records = log.sql.all<{ record: string }>(
    "SELECT DISTINCT record FROM write WHERE type = ? AND space = 'home'",
    HIDDEN,
  )
  for (const { record } of records) noteHidden(sql, log, record)
}

/** Notes what a record hides; gives the numbers of which that is news. */
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
 * After these records: the others that are to be shown again, since a number that they hold was
 * hidden, or shown again.
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

/**
 * Every number that is hidden, to be looked for at once: asked for by each record that is shown.
 */
export function hiddenNumbers(sql: Statements): SoughtNumbers | undefined {
  return soughtOf(
    sql.all<{ number: string }>('SELECT DISTINCT number FROM hidden').map(({ number }) => number),
  )
}
/** Made once for what is hidden now. */
let last: Readonly<{ key: string; sought: SoughtNumbers | undefined }> = {
  key: '',
  sought: undefined,
}
function soughtOf(numbers: readonly string[]): SoughtNumbers | undefined {
  const key = numbers.join('\n')
  if (last.key !== key) last = { key, sought: seeking(...numbers) }
  return last.sought
}

/** A value as whoever reads here may read it. Where there is no value, no number is looked for. */
export const withoutHidden = (sql: Statements, value: unknown): unknown => {
  if (value === undefined || value === null) return value
  const sought = hiddenNumbers(sql)
  return sought === undefined ? value : valueWithout(value, sought)
}

/** Whether rows of that space are read by others than the keeper, or their own member. */
export const isReadByAll = (
  type: RecordType,
  space: Space,
  valueIn: (field: string) => unknown,
): boolean =>
  space !== 'home' ||
  type.shownHere === true ||
  (typeof type.shownHere === 'string' && valueIn(type.shownHere) === true)

/**
 * The records on which everybody here reads that number now, or that had it: the keeper reads it
 * among what changed.
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

/**
 * Names of the writes that no bundle carries: those that hold a hidden number, wherever they may
 * go.
 */
export function withheldIn(log: LogToRead): readonly FleshName[] {
  const sought = soughtOf(hiddenIn(log))
  if (!sought) return []
  const places = placesOf(log, sought).filter(place => place.space !== 'home')
  return places.flatMap(place => writesHolding(log, place, sought))
}
