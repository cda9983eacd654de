import { weekdaysNamed } from '../../../../core/calendar/weekdays.ts'
import { isDrivenOn, type RideRow } from '../rides/dates.ts'
import { isSamePlace, type RideWay } from '../rides/stops.ts'

/** A ride as matching reads it: its way and its days. */
export type SpokenRide = RideWay & RideRow & Readonly<{ rideBack: boolean }>

/**
 * How the ways of two rides meet: at the goal, at a stop, not at all; or where both leave, when
 * neither says more.
 */
export type WaysMet =
  | Readonly<{ at: 'goal' | 'stop' | 'start'; place: string }>
  | Readonly<{ at: 'apart' }>
  | undefined

/** One direction: where one may get in, then where one may get out. */
type Direction = Readonly<{ ins: readonly string[]; outs: readonly string[] }>
function directionsOf({ rideFrom, rideTo, rideBy, rideBack }: SpokenRide): readonly Direction[] {
  const by = rideBy ?? []
  const some = (place: string | null): readonly string[] => (place === null ? [] : [place])
  const there = { ins: [...some(rideFrom), ...by], outs: [...some(rideTo), ...by] }
  const back = { ins: [...some(rideTo), ...by], outs: [...some(rideFrom), ...by] }
  return rideBack ? [there, back] : [there]
}

const names = (all: readonly string[], place: string): boolean =>
  all.some(one => isSamePlace(one, place))

/**
 * Whether who asks may ride along: they get out where it goes or passes, and get in where it leaves
 * or passes, as far as both say it.
 *
 * Law     undefined where one of the two does not say where it goes, unless both leave one place:
 *         then nothing is sure.
 */
export function waysMeet(gives: SpokenRide, asks: SpokenRide): WaysMet {
  const { rideTo: goal, rideFrom: start } = asks
  if (goal === null && start !== null && gives.rideFrom !== null)
    return isSamePlace(start, gives.rideFrom) ? { at: 'start', place: start } : undefined
  if (goal === null || gives.rideTo === null) return undefined
  const fits = directionsOf(gives).some(
    ({ ins, outs }) =>
      names(outs, goal) &&
      (start === null || gives.rideFrom === null || names(ins, start) || isSamePlace(start, goal)),
  )
  if (!fits) return { at: 'apart' }
  const all = [gives.rideTo, ...(gives.rideBy ?? []), ...(gives.rideFrom ? [gives.rideFrom] : [])]
  const met = all.find(one => isSamePlace(one, goal)) ?? goal
  const place = [met, goal].find(one => /^\p{Lu}/u.test(one)) ?? met
  return { at: isSamePlace(gives.rideTo, goal) ? 'goal' : 'stop', place }
}

/** Weekdays of a rule, Monday 1. A rule of days of the month names none. */
export const weekdaysOf = (rule: string | null): readonly number[] =>
  rule === null
    ? []
    : rule.includes('FREQ=DAILY')
      ? [1, 2, 3, 4, 5, 6, 7]
      : weekdaysNamed(rule).map(day => day + 1)

/**
 * Whether two rides are driven on one day, and on which weekday; undefined where one of them says
 * no day, or comes back on no weekday of its own.
 */
export function ridesOneDay(
  a: SpokenRide,
  b: SpokenRide,
): Readonly<{ day: number }> | false | undefined {
  if ([a, b].some(one => one.rideDays === null && one.until === null)) return undefined
  const [regular, other] = a.rideDays !== null ? [a, b] : [b, a]
  if (other.rideDays === null && other.until !== null) {
    const meets = regular.rideDays === null ? a.until === b.until : isDrivenOn(regular, other.until)
    return meets && { day: Temporal.PlainDate.from(other.until).dayOfWeek }
  }
  const [own, told] = [weekdaysOf(regular.rideDays), weekdaysOf(other.rideDays)]
  if (own.length === 0 || told.length === 0) return undefined
  const day = own.find(one => told.includes(one))
  return day !== undefined && { day }
}
