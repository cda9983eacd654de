import type { SeatsAsked } from '../../../../contract/published.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { isRegular, nextRides } from './dates.ts'
import { isAgreedFor } from './days-agreed.ts'
import { rideGround, rideOf } from './read-rides.ts'
import { type SeatedRide, type SeatsAgreed, seatsAgreed, seatsAsked, seatsTaken } from './seats.ts'

/** So many days of a ride are looked at. */
const MOST_DAYS = 60

type Counted = Readonly<{ ride: SeatedRide; agreed: readonly SeatsAgreed[]; seats: number }>

/**
 * See `Published.rideFull`.
 *
 * Shape   `all`: on each of the days that the words say. `some`: on one of them at least.
 */
export function rideFull(read: Reader, asked: SeatsAsked): 'all' | 'some' | undefined {
  const one = countedOf(read, asked)
  if (!one) return undefined
  const taken = takenOf(one, asked)
  const full = taken.filter(count => count > (one.ride.rideSeats ?? 0)).length
  return full === 0 ? undefined : full === taken.length ? 'all' : 'some'
}

/** See `Published.rideOver`. */
export function rideOver(
  read: Reader,
  asked: SeatsAsked,
): Readonly<{ taken: number; all: number }> | undefined {
  const one = countedOf(read, asked)
  if (!one) return undefined
  const [all, taken] = [one.ride.rideSeats ?? 0, Math.max(0, ...takenOf(one, asked))]
  return taken > all ? { taken, all } : undefined
}

/** The ride on offer among these notices that has a number of seats, and what is asked of it. */
function countedOf(read: Reader, asked: SeatsAsked): Counted | undefined {
  const ground = rideGround(read)
  const [ride] = read
    .all(
      `SELECT id, commune, until, rideDays, rideSince, rideNotSchool, rideNotHolidays, rideOff,
         rideSeats FROM offer
       WHERE mode = 'ride' AND rideSeats > 0 AND id IN (SELECT value FROM json_each(?))`,
      JSON.stringify(asked.about),
    )
    .map(row => ({
      ...rideOf(row, ground),
      id: String(row['id']),
      rideSeats: Number(row['rideSeats']),
    }))
  if (!ride) return undefined
  const seats = Math.max(1, ...seatsAsked(read, asked.about).values())
  return { ride, seats, agreed: seatsAgreed(read, [ride], asked.but).get(ride.id) ?? [] }
}

/** The seats taken with those that are asked, on each day that the words say. */
function takenOf({ ride, agreed, seats }: Counted, { when, on }: SeatsAsked): readonly number[] {
  if (!isRegular(ride)) return [seatsTaken(ride, agreed) + seats]
  return nextRides(ride, on, MOST_DAYS)
    .filter(day => isAgreedFor(ride, { when, on, state: 'agreed' }, day))
    .map(day => seatsTaken(ride, agreed, day) + seats)
}
