import type { OneRide, RideDriven } from '../../../../contract/published.ts'
import type { Reader, Row } from '../../../../contract/reader.ts'
import { STANDS } from '../../../../contract/tables.ts'
import type { Territory } from '../../../../contract/territory.ts'
import { daysOffOf } from '../../../../core/calendar/days-off.ts'
import { ownJson } from '../../../../core/narrow.ts'
import { isDrivenOn, type RideRow, rideDates } from './dates.ts'
import { passesBy, pointsOfCommunes, type RideWay } from './stops.ts'

/** More rides than a valley has. */
const MOST = 1_000

/** What is asked of rides: a day, a place on their way; both, or one. */
export type RidesAsked = Readonly<{ day?: string; place?: string }>

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

/** The name of a commune of the territory. */
const communeNamedIn = ({ communes = [] }: RideGround, code: string | null): string | null =>
  communes.find(one => one.code === code)?.name ?? null
/** `village`: what decides of days off where a ride says no commune. */
type RideGround = Readonly<{
  village?: string | undefined
  communes?: Territory['communes']
}>
/** Where the territory is not at hand: its first commune decides of days off. */
export const rideGround = (read: Reader): RideGround => ({
  village: read.published.communesHere?.()[0],
})

const listIn = (value: unknown): readonly string[] | null =>
  text(value) === null ? null : ownJson<readonly string[]>(String(value))

/** A ride as its row holds it; one without a start leaves from its own commune. */
export function rideOf(row: Row, ground: RideGround = {}): RideRow & RideWay {
  return {
    mode: 'ride',
    rideDays: text(row['rideDays']),
    rideSince: text(row['rideSince']),
    rideNotSchool: row['rideNotSchool'] === 1,
    rideNotHolidays: row['rideNotHolidays'] === 1,
    rideOff: listIn(row['rideOff']),
    here: daysOffOf(text(row['commune']) ?? ground.village),
    until: text(row['until']),
    rideFrom: text(row['rideFrom']) ?? communeNamedIn(ground, text(row['commune'])),
    rideTo: text(row['rideTo']),
    rideBy: listIn(row['rideBy']),
  }
}

/** The ids of the standing rides of both kinds that are driven that day and pass by that place. */
export function ridesFound(
  read: Reader,
  { day, place }: RidesAsked,
  { today, territory }: Readonly<{ today: string; territory: Territory | undefined }>,
): readonly string[] {
  const pointOf = pointsOfCommunes(territory?.communes ?? [])
  return (['offer', 'need'] as const).flatMap(table =>
    read
      .all(
        `SELECT id, commune, until, title, rideFrom, rideTo, rideBy, rideDays, rideSince,
           rideNotSchool, rideNotHolidays, rideOff
         FROM ${table} WHERE ${STANDS} AND mode = 'ride' AND (until IS NULL OR until >= ?)
           AND (state IS NULL OR state <> 'closed') ORDER BY id DESC LIMIT ?`,
        today,
        MOST,
      )
      .filter(row => {
        const ride = rideOf(row, territory)
        const isThere = place === undefined || passesBy(named(ride, row), place, pointOf)
        return isThere && (day === undefined || isDrivenOn(ride, day))
      })
      .map(row => String(row['id'])),
  )
}

/** An older ride has its places in its sentence alone. */
const named = (ride: RideWay, row: Row): RideWay =>
  ride.rideTo === null
    ? { ...ride, rideBy: [...(ride.rideBy ?? []), String(row['title'] ?? '')] }
    : ride

const DRIVEN =
  'id, commune, until, rideDays, rideSince, rideAt, rideNotSchool, rideNotHolidays, rideOff'
/** More days than a month has. */
const MOST_DAYS = 31
/** The rides on offer that are driven between two days, for other bricks. */
export function ridesDriven(read: Reader, from: string, to: string): readonly RideDriven[] {
  const ground = rideGround(read)
  return read
    .all(
      `SELECT ${DRIVEN} FROM offer
       WHERE ${STANDS} AND mode = 'ride' AND (until IS NULL OR until >= ?)
         AND (state IS NULL OR state <> 'closed') ORDER BY id DESC LIMIT ?`,
      from,
      MOST,
    )
    .flatMap((row): readonly RideDriven[] => {
      const ride = drivenIn(row, ground, { from, to })
      return ride.days.length === 0 ? [] : [ride]
    })
}
const drivenIn = (
  row: Row,
  ground: RideGround,
  days: Readonly<{ from: string; to: string }>,
): RideDriven => ({
  notice: String(row['id']),
  days: rideDates(rideOf(row, ground), days, MOST_DAYS),
  at: text(row['rideAt']),
  recurs: text(row['rideDays']),
})

/** See `Published.rideDriven`. */
export function rideDriven(
  read: Reader,
  notice: string,
  from: string,
  to: string,
): OneRide | undefined {
  for (const table of ['offer', 'need'] as const) {
    const [row] = read.all(
      `SELECT ${DRIVEN} FROM ${table}
       WHERE id = ? AND ${STANDS} AND mode = 'ride' AND (state IS NULL OR state <> 'closed')`,
      notice,
    )
    if (row)
      return { ...drivenIn(row, rideGround(read), { from, to }), isOffered: table === 'offer' }
  }
  return undefined
}
