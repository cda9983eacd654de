import type { BrickTables } from '../../../contract/brick.ts'
import type { Projection, TableWriter } from '../../../contract/projection.ts'
import { lastsDays } from '../../../core/calendar/event-dates.ts'
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
    'CREATE TABLE event_changed(id TEXT PRIMARY KEY, event TEXT, "first" TEXT) WITHOUT ROWID',
    'CREATE INDEX "event_changed event" ON event_changed(event)',
  ],
  apply: (type, record, tables) => {
    if (type === event.name) return span(record, tables)
    const before = tables.all('SELECT event FROM event_changed WHERE id = ?', record)
    tables.run('DELETE FROM event_changed WHERE id = ?', record)
    tables.run(
      'INSERT INTO event_changed SELECT id, event, min(day, coalesce("on", day), ' +
        'coalesce((SELECT min(value) FROM json_each(stood)), day)) ' +
        'FROM event_date WHERE id = ? AND removed IS NOT 1 AND event IS NOT NULL',
      record,
    )
    const after = tables.all('SELECT event FROM event_changed WHERE id = ?', record)
    for (const id of new Set([...before, ...after].map(row => String(row['event']))))
      span(id, tables)
  },
}

/**
 * An event with changed dates is unfolded like one that comes back, from the first of its days and
 * theirs.
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
  const [changed] = tables.all(
    'SELECT count(*) AS n, min("first") AS "first" FROM event_changed WHERE event = ?',
    record,
  )
  const again = row['recurs'] === null || row['recurs'] === '' ? Number(changed?.['n']) > 0 : true
  const first = String(changed?.['first'] ?? startsOn)
  tables.run(
    'INSERT INTO event_span VALUES (?, ?, ?, ?)',
    record,
    again ? 1 : 0,
    [first, startsOn].sort()[0]!,
    dayAfter(startsOn, lastsDays({ startsOn, endsOn })),
  )
}

/** Made from the log, by a check and by a rebuild too. */
export const tables: BrickTables = { records: [event, eventDate, eventPart], projections: [spans] }
