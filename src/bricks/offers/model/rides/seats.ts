import type { MomentAgreed } from '../../../../contract/published-deals.ts'
import type { Reader } from '../../../../contract/reader.ts'
import type { Notice } from '../rules.ts'
import { isRegular, isRide, type RideRow } from './dates.ts'
import { isAgreedFor } from './days-agreed.ts'

/**
 * The seats of a ride that were agreed with somebody: counted from the agreements of this box each
 * time, and kept nowhere. Nobody is named.
 */

/** A ride on offer, as far as its seats are counted. */
export type SeatedRide = RideRow & Readonly<{ id: string; rideSeats: number | null }>
/** An agreement with its seats: one, or as many as the need that it answers asks for. */
export type SeatsAgreed = MomentAgreed & Readonly<{ seats: number }>

/**
 * How many of its seats are taken on a day; without a day, of a ride that is driven once or whose
 * day is to be agreed.
 *
 * Law     each agreement takes its seats on the days that `isAgreedFor` reads in it.
 */
export function seatsTaken(ride: SeatedRide, agreed: readonly SeatsAgreed[], day?: string): number {
  const isThen = (one: SeatsAgreed): boolean =>
    day === undefined ? ride.until !== null || one.state === 'agreed' : isAgreedFor(ride, one, day)
  return agreed.filter(isThen).reduce((sum, { seats }) => sum + seats, 0)
}

/**
 * The agreements about these rides, by the ride; of those without a number of seats, none. `but`: a
 * deal that is left out.
 */
export function seatsAgreed(
  read: Reader,
  rides: readonly SeatedRide[],
  but?: string,
): ReadonlyMap<string, readonly SeatsAgreed[]> {
  const counted = rides.filter(one => isRide(one) && one.rideSeats).map(({ id }) => id)
  const all = counted.length === 0 ? [] : (read.published.momentsAgreed?.(counted, but) ?? [])
  const asked = seatsAsked(read, [...new Set(all.flatMap(({ about }) => about))])
  return new Map(
    counted.map(ride => [
      ride,
      all
        .filter(({ about }) => about.includes(ride))
        .map(one => ({
          ...one,
          seats: Math.max(1, ...one.about.map(id => asked.get(id) ?? 1)),
        })),
    ]),
  )
}

/** The same for a list of notices: of rides on offer alone. */
export const seatsOf = (
  read: Reader,
  notices: readonly Notice[],
): ReadonlyMap<string, readonly SeatsAgreed[]> =>
  seatsAgreed(
    read,
    notices.filter(({ kind }) => kind === 'offer').map(({ row }) => row),
  )

/**
 * The seats that needs among these notices ask for. One that is read by card counts for everybody:
 * a number names nobody.
 */
export function seatsAsked(read: Reader, notices: readonly string[]): ReadonlyMap<string, number> {
  if (notices.length === 0) return new Map()
  const seatsIn = (table: string) =>
    read.all(
      `SELECT id, rideSeats FROM ${table} WHERE rideSeats > 0 ` +
        'AND id IN (SELECT value FROM json_each(?))',
      JSON.stringify(notices),
    )
  return new Map(
    ['need_home', 'need']
      .flatMap(seatsIn)
      .map(row => [String(row['id']), Number(row['rideSeats'])]),
  )
}

/** What is taken of the seats of a ride on a day; undefined where nothing is, or nobody counts. */
export type Seats = Readonly<{ all: number; taken: number }>
export function seatsOn(
  ride: SeatedRide,
  agreed: readonly SeatsAgreed[],
  day?: string,
): Seats | undefined {
  const all = ride.rideSeats ?? 0
  const taken = all > 0 ? seatsTaken(ride, agreed, isRegular(ride) ? day : undefined) : 0
  return taken > 0 ? { all, taken: Math.min(all, taken) } : undefined
}
