import type { RideDriven } from '../../../../contract/published.ts'
import type { Reader, Row } from '../../../../contract/reader.ts'
import type { Territory } from '../../../../contract/slots.ts'
import { STANDS } from '../../../../contract/tables.ts'
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
const communeNamedIn = (territory: Territory | undefined, code: string | null): string | null =>
  territory?.communes.find(one => one.code === code)?.name ?? null

const listIn = (value: unknown): readonly string[] | null =>
  text(value) === null ? null : ownJson<readonly string[]>(String(value))

/** A ride as its row holds it; one without a start leaves from its own commune. */
export function rideOf(row: Row, territory: Territory | undefined): RideRow & RideWay {
  return {
    mode: 'ride',
    rideDays: text(row['rideDays']),
    rideSince: text(row['rideSince']),
    rideNotSchool: row['rideNotSchool'] === 1,
    rideNotHolidays: row['rideNotHolidays'] === 1,
    rideOff: listIn(row['rideOff']),
    here: daysOffOf(text(row['commune']) ?? territory?.village),
    until: text(row['until']),
    rideFrom: text(row['rideFrom']) ?? communeNamedIn(territory, text(row['commune'])),
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

/** More days than a month has. */
const MOST_DAYS = 31
/** The rides on offer that are driven between two days, for other bricks. */
export const ridesDriven = (read: Reader, from: string, to: string): readonly RideDriven[] =>
  read
    .all(
      `SELECT id, commune, until, rideDays, rideSince, rideAt, rideNotSchool, rideNotHolidays,
         rideOff FROM offer
       WHERE ${STANDS} AND mode = 'ride' AND (until IS NULL OR until >= ?)
         AND (state IS NULL OR state <> 'closed') ORDER BY id DESC LIMIT ?`,
      from,
      MOST,
    )
    .flatMap((row): readonly RideDriven[] => {
      const days = rideDates(rideOf(row, undefined), { from, to }, MOST_DAYS)
      if (days.length === 0) return []
      const [at, recurs] = [text(row['rideAt']), text(row['rideDays'])]
      return [{ notice: String(row['id']), days, at, recurs }]
    })
