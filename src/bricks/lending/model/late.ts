import type { Reader } from '../../../contract/reader.ts'
import { type BookingRow, type ThingRow, timesIn, totalOf } from './read.ts'
import { spanOf, wallTimesIn } from './span.ts'

/** Since when a booking that is out is late at a moment; undefined where it is not. */
export function lateSince(row: BookingRow, now: number): number | undefined {
  const until = row.state === 'out' ? timesIn(row)?.until : undefined
  return until !== undefined && until <= now ? until : undefined
}

/** Who has a thing next, and from when; the name is empty where they did not agree to it. */
export type NextOfThing = Readonly<{ name: string; from: number }>
type OfLate = Readonly<{ of: Pick<ThingRow, 'id' | 'count'>; but: string; now: number }>

/**
 * The first who booked a thing or waits for it, for who has it now. Where there are several of the
 * thing, another one may do, so nobody is told.
 */
export function nextOf(read: Reader, { of, but, now }: OfLate): NextOfThing | undefined {
  if (totalOf(of) > 1) return undefined
  const [booked] = read.all(
    `SELECT from_ms, iif(home.named = 1, home.name, '') AS name
      FROM taken JOIN booking ON booking.id = taken.booking AND booking.state = 'booked'
      LEFT JOIN booking_home AS home ON home.id = taken.booking
      WHERE taken.thing = ? AND taken.booking <> ? AND until_ms > ?
      ORDER BY from_ms, taken.booking LIMIT 1`,
    ...[of.id, but, now],
  )
  const waiting = read
    .all(
      `SELECT startsOn, startsAt, endsOn, endsAt, iif(named = 1, name, '') AS name
        FROM booking_request_home WHERE thing = ? AND state = 'waiting' AND removed IS NOT 1
        ORDER BY startsOn, id LIMIT 100`,
      of.id,
    )
    .map(one => ({ span: spanOf(wallTimesIn(one)), name: String(one['name'] ?? '') }))
    .filter(({ span }) => span !== undefined && span.until > now)
    .map(({ span, name }) => ({ from: span!.from, name }))
  const all = [
    ...(booked ? [{ from: Number(booked['from_ms']), name: String(booked['name'] ?? '') }] : []),
    ...waiting,
  ]
  return all.toSorted((a, b) => a.from - b.from)[0]
}
