import type { BrickTables } from '../../../contract/brick.ts'
import type { Projection } from '../../../contract/projection.ts'
import { dayAfter } from '../../../text/days.ts'
import { event } from './records.ts'
import { lastsDays } from './rules.ts'

/**
 * The days of each event, from its first to its last, so that a page reads those that are near and
 * no others.
 */
const spans: Projection = {
  types: [event.name],
  tables: [
    'CREATE TABLE event_span(id TEXT PRIMARY KEY, again INTEGER, starts TEXT, ends TEXT) ' +
      'WITHOUT ROWID',
    'CREATE INDEX "event_span ends" ON event_span(again, ends, starts)',
  ],
  apply: (_type, record, tables) => {
    const [row] = tables.all(
      'SELECT startsOn, endsOn, recurs FROM event WHERE id = ? AND removed IS NOT 1 ' +
        'AND startsOn IS NOT NULL',
      record,
    )
    tables.run('DELETE FROM event_span WHERE id = ?', record)
    if (!row) return
    const startsOn = String(row['startsOn'])
    const endsOn = typeof row['endsOn'] === 'string' ? row['endsOn'] : null
    const again = row['recurs'] === null || row['recurs'] === '' ? 0 : 1
    tables.run(
      'INSERT INTO event_span VALUES (?, ?, ?, ?)',
      record,
      again,
      startsOn,
      dayAfter(startsOn, lastsDays({ startsOn, endsOn })),
    )
  },
}

/** Made from the log, by a check and by a rebuild too. */
export const tables: BrickTables = { records: [event], projections: [spans] }
