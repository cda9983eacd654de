import type { BrickTables } from '../../../contract/brick.ts'
import type { Projection, TableWriter } from '../../../contract/projection.ts'
import { lastsDays } from '../../../core/calendar/event-dates.ts'
import { occurrences, untilOf } from '../../../core/calendar/recurrence.ts'
import { dayAfter } from '../../../text/days.ts'
import { event, eventDate, eventPart } from './records.ts'

/**
 * The days of each event, from its first to its last, so that a page reads those that are near and
 * no others.
 */
const spans: Projection = {
  types: [event.name, eventDate.name],
  tables: [
    'CREATE TABLE event_span(id TEXT PRIMARY KEY, again INTEGER, starts TEXT, ends TEXT) ' +
      'WITHOUT ROWID',
    'CREATE INDEX "event_span ends" ON event_span(again, ends, starts)',
    'CREATE INDEX "event_span starts" ON event_span(again, starts, ends)',
    // What lasts several days may have begun before the days that are asked; it is seldom.
    'CREATE INDEX "event_span long" ON event_span(again, ends, starts) WHERE ends > starts',
    'CREATE TABLE event_changed(id TEXT PRIMARY KEY, event TEXT, "first" TEXT, "last" TEXT) ' +
      'WITHOUT ROWID',
    'CREATE INDEX "event_changed event" ON event_changed(event)',
  ],
  apply: (type, record, tables) => {
    if (type === event.name) return span(record, tables)
    const before = tables.all('SELECT event FROM event_changed WHERE id = ?', record)
    tables.run('DELETE FROM event_changed WHERE id = ?', record)
    tables.run(
      'INSERT INTO event_changed SELECT id, event, min(day, coalesce("on", day), ' +
        'coalesce((SELECT min(value) FROM json_each(stood)), day)), max(day, ' +
        'coalesce("on", day), coalesce((SELECT max(value) FROM json_each(stood)), day)) ' +
        'FROM event_date WHERE id = ? AND removed IS NOT 1 AND event IS NOT NULL',
      record,
    )
    const after = tables.all('SELECT event FROM event_changed WHERE id = ?', record)
    for (const id of new Set([...before, ...after].map(row => String(row['event']))))
      span(id, tables)
  },
}

/** The end of what has no end. */
const FOREVER = '9999-12-31'
/** A longer count is not counted to its end. */
const MOST_COUNTED = 400
/** The last day of a rule; far away when it has none, or a long count. */
function lastOf(startsOn: string, recurs: string): string {
  const { rhythm, until } = untilOf(recurs)
  const count = Number(/(?:^|;)COUNT=(\d+)/.exec(rhythm)?.[1] ?? 0)
  if (until !== undefined || count === 0 || count > MOST_COUNTED) return until ?? FOREVER
  return occurrences({ startsOn, recurs }, startsOn, FOREVER, count).at(-1) ?? FOREVER
}

/**
 * An event with changed dates is unfolded like one that comes back, from the first of its days and
 * theirs to the last: a series that ended is read no more.
 */
function span(record: string, tables: TableWriter): void {
  const [row] = tables.all(
    'SELECT startsOn, endsOn, recurs FROM event WHERE id = ? AND removed IS NOT 1 ' +
      'AND startsOn IS NOT NULL',
    record,
  )
  tables.run('DELETE FROM event_span WHERE id = ?', record)
  if (!row) return
  const startsOn = String(row['startsOn'])
  const endsOn = typeof row['endsOn'] === 'string' ? row['endsOn'] : null
  const recurs = typeof row['recurs'] === 'string' ? row['recurs'] : ''
  const [changed] = tables.all(
    'SELECT count(*) AS n, min("first") AS "first", max("last") AS "last" ' +
      'FROM event_changed WHERE event = ?',
    record,
  )
  const days = [changed?.['first'], changed?.['last']].filter(day => typeof day === 'string')
  const ends = recurs === '' ? startsOn : lastOf(startsOn, recurs)
  const last = [ends, startsOn, ...days].sort().at(-1)!
  tables.run(
    'INSERT INTO event_span VALUES (?, ?, ?, ?)',
    record,
    recurs !== '' || Number(changed?.['n']) > 0 ? 1 : 0,
    [startsOn, ...days].sort()[0]!,
    last === FOREVER ? last : dayAfter(last, lastsDays({ startsOn, endsOn })),
  )
}

/** Made from the log, by a check and by a rebuild too. */
export const tables: BrickTables = { records: [event, eventDate, eventPart], projections: [spans] }
