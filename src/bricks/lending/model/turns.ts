import type { Reader } from '../../../contract/reader.ts'
import { chargedBy } from '../../../contract/records/charge.ts'
import type { Request } from '../../../contract/request.ts'
import { inAlphabet } from '../../../contract/tables.ts'
import { announcedIn } from './announced.ts'
import { type ThingRow, totalOf } from './read.ts'
import { PATH, thing } from './records-thing.ts'
import type { Span } from './span.ts'

/**
 * Somebody’s time with a thing, as calendars show it.
 *
 * Shape   `name`: of who has it, or what the agenda announces there. `isNamed`: others here may
 *         read it. `isClosed`: nobody has it, it is kept free. `path`: of the booking or of the
 *         date of the agenda.
 */
export type ThingTurn = Span &
  Readonly<{
    /** Another one for each turn. */
    key: string
    path: string
    thing: string
    count: number
    name: string
    isNamed: boolean
    isClosed: boolean
    isOut: boolean
    isAnnounced: boolean
  }>
type OfThing = Pick<ThingRow, 'id' | 'place' | 'count' | 'partOf'>

/** The turns of these things that touch a time, in their order. */
export const turnsIn = (
  read: Reader,
  rows: readonly OfThing[],
  span: Span,
): readonly ThingTurn[] => {
  const announced = rows.flatMap(row => announcedTurns(read, row, span))
  const booked = bookedTurns(
    read,
    rows.map(({ id }) => id),
    span,
  )
  const through = rows.flatMap(row => turnsThrough(read, row, span))
  return announced.length + through.length === 0
    ? booked
    : [...booked, ...through, ...announced].toSorted(
        (a, b) => a.from - b.from || (a.key < b.key ? -1 : 1),
      )
}

/** The turns of the kit that holds a thing, and of its own parts: they take it too, namelessly. */
function turnsThrough(read: Reader, row: OfThing, span: Span): readonly ThingTurn[] {
  const parts = read.list(thing, { where: 'partOf = ?', with: [row.id], order: 'id' })
  const ids = [...(row.partOf === null ? [] : [row.partOf]), ...parts.map(({ id }) => id)]
  const all = ids.length === 0 ? [] : bookedTurns(read, ids, span)
  const count = totalOf(row)
  return all.map(turn => ({ ...turn, thing: row.id, count, name: '', isNamed: false }))
}

const announcedTurns = (read: Reader, row: OfThing, span: Span): readonly ThingTurn[] =>
  announcedIn(read, row, span)
    .filter(({ from }) => from < span.until)
    .map(({ event, title, from, until }) => ({
      ...{ from, until, key: `${event}-${from}`, path: read.called(event)?.path ?? '/agenda' },
      ...{ thing: row.id, count: totalOf(row), name: title },
      ...{ isNamed: true, isClosed: false, isOut: false, isAnnounced: true },
    }))

/** One statement, however many things. */
const bookedTurns = (
  read: Reader,
  ids: readonly string[],
  { from, until }: Span,
): readonly ThingTurn[] =>
  read
    .all(
      'SELECT taken.booking, taken.thing, from_ms, until_ms, taken.count, is_out, ' +
        'booking.state, name, named FROM taken JOIN booking ON booking.id = taken.booking ' +
        'LEFT JOIN booking_home AS home ON home.id = taken.booking ' +
        'WHERE taken.thing IN (SELECT value FROM json_each(?1)) AND until_ms > ?2 ' +
        'AND from_ms < ?3 ORDER BY from_ms, taken.booking',
      JSON.stringify(ids),
      from,
      until,
    )
    .map(row => ({
      ...{ key: String(row['booking']), path: `${PATH}/reservations/${row['booking']}` },
      thing: String(row['thing']),
      ...{ from: Number(row['from_ms']), until: Number(row['until_ms']) },
      count: Number(row['count']),
      name: typeof row['name'] === 'string' ? row['name'] : '',
      ...{ isNamed: row['named'] === 1, isClosed: row['state'] === 'closed' },
      ...{ isOut: row['is_out'] === 1, isAnnounced: false },
    }))

/**
 * The things that somebody is in charge of, in the order of the alphabet: the keeper of all, a
 * member of those that are theirs or that they were given.
 */
export function thingsOf(
  read: Reader,
  { by, me, today }: Pick<Request, 'by' | 'me' | 'today'>,
): readonly ThingRow[] {
  const order = `${inAlphabet('title')}, id`
  if (by === 'keeper') return read.list(thing, { where: 'gone IS NOT 1', order })
  if (me === undefined) return []
  const own = read.all('SELECT id FROM thing_home WHERE owner = ?', me)
  const ids = [...chargedBy(read, me, today), ...own.map(row => String(row['id']))]
  if (ids.length === 0) return []
  const where = 'gone IS NOT 1 AND id IN (SELECT value FROM json_each(?))'
  return read.list(thing, { where, with: [JSON.stringify(ids)], order })
}

/**
 * The things of which none is left at a moment, or that should be back and are not; those of a kit
 * with it, and the rooms that the agenda takes.
 */
export function thingsTaken(read: Reader, now: number): ReadonlySet<string> {
  const rooms = read
    .list(thing, { where: 'place IS NOT NULL', order: 'id' })
    .filter(row => announcedIn(read, row, { from: now }).some(({ from }) => from <= now))
  const taken = read.all(
    'SELECT id FROM (SELECT thing.id, thing.count AS total, taken.count FROM thing ' +
      `JOIN taken ON taken.thing = thing.id WHERE ${AT_ONCE} UNION ALL ` +
      'SELECT thing.id, thing.count, coalesce(thing.count, 1) FROM thing ' +
      `JOIN taken ON taken.thing = thing.partOf WHERE ${AT_ONCE}) ` +
      'GROUP BY id HAVING sum(count) >= coalesce(total, 1)',
    now,
  )
  return new Set([...taken.map(row => String(row['id'])), ...rooms.map(({ id }) => id)])
}
const AT_ONCE = 'from_ms <= ?1 AND (until_ms > ?1 OR is_out = 1)'

/** The things that a member lends whose page says who looks after it, or how to reach them. */
export const thingsTelling = (read: Reader, member: string): readonly string[] =>
  read
    .list(thing, {
      where:
        'gone IS NOT 1 AND (who IS NOT NULL OR reach IS NOT NULL) ' +
        'AND id IN (SELECT id FROM thing_home WHERE owner = ?)',
      with: [member],
      order: 'id',
    })
    .map(({ id }) => id)
