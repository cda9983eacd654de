import type { Reader } from '../../../contract/reader.ts'
import { chargedBy } from '../../../contract/records/charge.ts'
import type { Request } from '../../../contract/request.ts'
import { inAlphabet } from '../../../contract/tables.ts'
import type { ThingRow } from './read.ts'
import { thing } from './records-thing.ts'
import type { Span } from './span.ts'

/**
 * Somebody’s time with a thing, as calendars show it.
 *
 * Shape   `name`: of who has it. `isNamed`: they agreed that others here read it. `isClosed`:
 *         nobody has it, it is kept free.
 */
export type ThingTurn = Span &
  Readonly<{
    booking: string
    thing: string
    count: number
    name: string
    isNamed: boolean
    isClosed: boolean
    isOut: boolean
  }>

/** The turns of these things that touch a time, in their order: one statement, however many. */
export const turnsIn = (
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
      ...{ booking: String(row['booking']), thing: String(row['thing']) },
      ...{ from: Number(row['from_ms']), until: Number(row['until_ms']) },
      count: Number(row['count']),
      name: typeof row['name'] === 'string' ? row['name'] : '',
      ...{ isNamed: row['named'] === 1, isClosed: row['state'] === 'closed' },
      isOut: row['is_out'] === 1,
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

/** The things of which none is left at a moment, or that should be back and are not. */
export const thingsTaken = (read: Reader, now: number): ReadonlySet<string> =>
  new Set(
    read
      .all(
        'SELECT thing.id FROM thing JOIN taken ON taken.thing = thing.id ' +
          'WHERE from_ms <= ?1 AND (until_ms > ?1 OR is_out = 1) ' +
          'GROUP BY thing.id HAVING sum(taken.count) >= coalesce(thing.count, 1)',
        now,
      )
      .map(row => String(row['id'])),
  )
