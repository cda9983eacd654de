import type { Projection, TableWriter } from '../../../contract/projection.ts'
import type { Row } from '../../../contract/reader.ts'
import { bookedSpan, countOf, type Span, spanOf, wallTimesIn } from './span.ts'

/**
 * The times at which things are taken, as instants, so that the bookings around a moment are found
 * by an index.
 *
 * Shape   `from_ms`, `until_ms`: half-open. `is_out`: it was handed out and is not back.
 *         `is_closed`: nobody has it. `freed`: times that somebody gave up, and when, for those who
 *         wait.
 * Law     made from the own rows of a booking or of a request alone, so the order in which records
 *         come changes nothing.
 */
export const taken: Projection = {
  types: ['booking', 'booking-request'],
  tables: [
    'CREATE TABLE taken(booking TEXT PRIMARY KEY, thing TEXT, from_ms INTEGER, ' +
      'until_ms INTEGER, count INTEGER, is_out INTEGER, is_closed INTEGER) WITHOUT ROWID',
    'CREATE INDEX "taken thing" ON taken(thing, until_ms)',
    // The sheet of a day asks of all things at once.
    'CREATE INDEX "taken until" ON taken(until_ms)',
    // Few things are out at once, and a late one takes its thing whatever the day.
    'CREATE INDEX "taken out" ON taken(thing) WHERE is_out = 1',
    'CREATE INDEX "taken late" ON taken(until_ms) WHERE is_out = 1',
    'CREATE TABLE freed(booking TEXT PRIMARY KEY, thing TEXT, from_ms INTEGER, ' +
      'until_ms INTEGER, freedAt INTEGER) WITHOUT ROWID',
    'CREATE INDEX "freed thing" ON freed(thing, until_ms)',
  ],
  apply: (type, record, tables) => {
    tables.run('DELETE FROM freed WHERE booking = ?', record)
    if (type === 'booking-request') return freedOf(record, tables)
    tables.run('DELETE FROM taken WHERE booking = ?', record)
    const [row] = tables.all('SELECT * FROM booking WHERE id = ? AND removed IS NOT 1', record)
    if (!row || typeof row['thing'] !== 'string') return
    const [home] = tables.all('SELECT * FROM booking_home WHERE id = ?', record)
    const times = timesOf(row, home)
    const [span, promised] = [bookedSpan(times), spanOf(times)]
    if (span && isTaking(row['state']))
      tables.run(
        'INSERT INTO taken VALUES (?, ?, ?, ?, ?, ?, ?)',
        ...[record, row['thing'], span.from, span.until],
        countOf({ count: row['count'] }),
        row['state'] === 'out' ? 1 : 0,
        row['state'] === 'closed' ? 1 : 0,
      )
    insertFreed({ ...home, id: record, thing: row['thing'] }, leftIn(home) ?? promised, tables)
  },
}

/** The time of a request, once its booking was erased, or the one for whose days it waits. */
function freedOf(record: string, tables: TableWriter): void {
  const [row] = tables.all(
    'SELECT * FROM booking_request_home WHERE id = ? AND removed IS NOT 1',
    record,
  )
  if (typeof row?.['thing'] === 'string') insertFreed(row, spanOf(wallTimesIn(row)), tables)
}

function insertFreed(row: Row, span: Span | undefined, tables: TableWriter): void {
  const freedAt = Date.parse(String(row['freedAt'] ?? ''))
  if (span && !Number.isNaN(freedAt))
    tables.run(
      'INSERT INTO freed VALUES (?, ?, ?, ?, ?)',
      ...[String(row['id']), String(row['thing']), span.from, span.until, freedAt],
    )
}

/** The time that a booking left as it moved. */
function leftIn(home: Row | undefined): Span | undefined {
  const [from, until] = ['freedFrom', 'freedUntil'].map(name =>
    Date.parse(String(home?.[name] ?? '')),
  )
  return from! < until! ? { from: from!, until: until! } : undefined
}

/** Whether a booking in this state takes its thing. One that is back took it until then. */
const isTaking = (state: unknown): boolean =>
  state === 'booked' || state === 'out' || state === 'closed' || state === 'back'

const timesOf = (row: Row, home: Row | undefined): Parameters<typeof bookedSpan>[0] => {
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  return {
    ...wallTimesIn(row),
    outAt: text(home?.['outAt']),
    backAt: row['state'] === 'back' ? text(home?.['backAt']) : null,
  }
}
