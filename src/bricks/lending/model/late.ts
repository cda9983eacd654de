import type { Reader, Row } from '../../../contract/reader.ts'
import { type BookingRow, IN_LINE, type ThingRow, timesIn, totalOf } from './read.ts'
import { type Span, spanOf, wallTimesIn } from './span.ts'

/** Since when a booking that is out is late at a moment; undefined where it is not. */
export function lateSince(row: BookingRow, now: number): number | undefined {
  const until = row.state === 'out' ? timesIn(row)?.until : undefined
  return until !== undefined && until <= now ? until : undefined
}

/**
 * Who has a thing next, and from when until when.
 *
 * Shape   `name`: empty where nobody knows it here. `isNamed`: they agreed that others read it.
 */
export type NextOfThing = Readonly<{ name: string; isNamed: boolean } & Span>
type OfLate = Readonly<{ of: Pick<ThingRow, 'id'>; but: string; now: number }>

/**
 * Those who booked a thing or wait for it, in their order: some of them, so that one is left where
 * turns of the same day are over.
 */
export function nextOfAll(read: Reader, { of, but, now }: OfLate): readonly NextOfThing[] {
  const booked = read.all(
    `SELECT from_ms, until_ms, home.named, home.name
      FROM taken JOIN booking ON booking.id = taken.booking AND booking.state = 'booked'
      LEFT JOIN booking_home AS home ON home.id = taken.booking
      WHERE taken.thing = ? AND taken.booking <> ? AND until_ms > ?
      ORDER BY from_ms, taken.booking LIMIT 20`,
    ...[of.id, but, now],
  )
  const waiting = read
    .all(
      `SELECT startsOn, startsAt, endsOn, endsAt, named, name
        FROM booking_request_home WHERE thing = ? AND ${IN_LINE} AND removed IS NOT 1
        ORDER BY startsOn, id LIMIT 100`,
      of.id,
    )
    .flatMap(one => {
      const span = spanOf(wallTimesIn(one))
      return span === undefined ? [] : [{ ...one, from_ms: span.from, until_ms: span.until }]
    })
  return [...booked, ...waiting]
    .map(nextIn)
    .filter(({ until }) => until > now)
    .toSorted(byStart)
}
const byStart = (a: NextOfThing, b: NextOfThing): number => a.from - b.from
const nextIn = (row: Row): NextOfThing => ({
  ...{ from: Number(row['from_ms']), until: Number(row['until_ms']) },
  ...{ name: String(row['name'] ?? ''), isNamed: row['named'] === 1 },
})

/**
 * The first of those whose turn is not over, for who has the thing now: named where they agreed to
 * it. Where there are several of the thing, another one may do, so nobody is told.
 */
export function nextOf(
  of: Pick<ThingRow, 'count'>,
  all: readonly NextOfThing[],
  now: number,
): NextOfThing | undefined {
  const next = totalOf(of) > 1 ? undefined : all.find(({ until }) => until > now)
  return next && { ...next, name: next.isNamed ? next.name : '' }
}
