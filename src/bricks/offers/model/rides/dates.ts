import type { DaysOffHere } from '../../../../core/calendar/days-off.ts'
import { eventDates } from '../../../../core/calendar/event-dates.ts'
import { isDay } from '../../../../core/form/fit.ts'
import { dayAfter } from '../../../../text/days.ts'

/**
 * The days of a ride that was kept: those of the calendar of the program.
 *
 * Shape   a ride without a rule has its only day in `until`; one without either has a day that is
 *         to be agreed. One that comes back may rest: in holidays, on single days.
 */
export type RideRow = Readonly<{
  mode: string | null
  rideDays: string | null
  rideSince: string | null
  until: string | null
  rideNotSchool?: boolean | null
  rideNotHolidays?: boolean | null
  rideOff?: readonly string[] | null
  /** What its place decides of days off. */
  here?: DaysOffHere
}>

export const isRide = ({ mode }: Pick<RideRow, 'mode'>): boolean => mode === 'ride'
/** Whether it comes back, week after week or each month. */
export const isRegular = (row: RideRow): boolean => isRide(row) && row.rideDays !== null

/** So far ahead, in days, a regular ride is looked for: a fifth Thursday is within it. */
const AHEAD = 120

/** Units   days from `from` to `to`, both included, `most` of them. */
export function rideDates(
  row: RideRow,
  { from, to }: Readonly<{ from: string; to: string }>,
  most: number,
): readonly string[] {
  if (!isRide(row)) return []
  const { until } = row
  if (row.rideDays === null) return until !== null && until >= from && until <= to ? [until] : []
  const startsOn = isDay(row.rideSince) ? row.rideSince : from
  const last = until !== null && until < to ? until : to
  const event = {
    startsOn,
    recurs: row.rideDays,
    notSchoolHolidays: row.rideNotSchool ?? null,
    notPublicHolidays: row.rideNotHolidays ?? null,
    changes: (row.rideOff ?? []).map(of => ({ of, fate: 'out' as const })),
  }
  return eventDates(event, { from, to: last }, most, row.here).map(({ day }) => day)
}

/** The next days of a ride, today included. */
export const nextRides = (row: RideRow, today: string, most: number): readonly string[] =>
  rideDates(row, { from: today, to: dayAfter(today, AHEAD) }, most)

/** Whether it is driven on this day; a ride whose day is to be agreed may be. */
export const isDrivenOn = (row: RideRow, day: string): boolean =>
  isRide(row) &&
  ((row.rideDays === null && row.until === null) ||
    rideDates(row, { from: day, to: day }, 1).length > 0)
