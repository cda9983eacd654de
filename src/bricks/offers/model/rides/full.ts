import type { SeatsAsked } from '../../../../contract/published.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { isRegular, nextRides } from './dates.ts'
import { isAgreedFor } from './days-agreed.ts'
import { rideOf } from './read-rides.ts'
import { type SeatedRide, type SeatsAgreed, seatsAgreed, seatsAsked, seatsTaken } from './seats.ts'

/** So many days of a ride are looked at. */
const MOST_DAYS = 60

/**
 * See `Published.rideFull`.
 *
 * Shape   `all`: on each of the days that the words say. `some`: on one of them at least.
 */
export function rideFull(read: Reader, asked: SeatsAsked): 'all' | 'some' | undefined {
  const rides: readonly SeatedRide[] = read
    .all(
      `SELECT id, commune, until, rideDays, rideSince, rideNotSchool, rideNotHolidays, rideOff,
         rideSeats FROM offer
       WHERE mode = 'ride' AND rideSeats > 0 AND id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(asked.about),
    )
    .map(row => ({
      ...rideOf(row, undefined),
      id: String(row['id']),
      rideSeats: Number(row['rideSeats']),
    }))
  if (rides.length === 0) return undefined
  const seats = Math.max(1, ...seatsAsked(read, asked.about).values())
  const agreed = seatsAgreed(read, rides)
  return rides.map(ride => fullOf(ride, agreed.get(ride.id) ?? [], { ...asked, seats }))[0]
}

function fullOf(
  ride: SeatedRide,
  agreed: readonly SeatsAgreed[],
  { when, on, seats }: SeatsAsked & Readonly<{ seats: number }>,
): 'all' | 'some' | undefined {
  const isFull = (day?: string): boolean =>
    seatsTaken(ride, agreed, day) + seats > (ride.rideSeats ?? 0)
  if (!isRegular(ride)) return isFull() ? 'all' : undefined
  const days = nextRides(ride, on, MOST_DAYS).filter(day =>
    isAgreedFor(ride, { when, on, state: 'agreed' }, day),
  )
  const full = days.filter(isFull).length
  return full === 0 ? undefined : full === days.length ? 'all' : 'some'
}
