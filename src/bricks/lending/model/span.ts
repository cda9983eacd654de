import { momentOf } from '../../../core/calendar/recurrence.ts'
import { isDay } from '../../../core/form/fit.ts'
import { dayAfter, daysBetween } from '../../../text/days.ts'

/**
 * A stretch of time, half-open: a booking until noon and one from noon do not meet.
 *
 * Units   milliseconds since 1970.
 */
export type Span = Readonly<{ from: number; until: number }>

/** The days and hours of a booking, as the clock on the wall says them. */
export type WallTimes = Readonly<{
  startsOn: string | null
  startsAt?: string | null
  endsOn?: string | null
  endsAt?: string | null
}>

/**
 * The instants between which a thing is booked. Without hours it is for whole days. An end on no
 * day of its own is on the first day, or on the morning after when its hour is not later than the
 * start. Undefined where the days make no stretch of time, or one of more than two years.
 *
 * Law     a night is as long as the clock makes it: 25 hours when winter time begins, 23 when
 *         summer time does.
 */
export function spanOf({ startsOn, startsAt, endsOn, endsAt }: WallTimes): Span | undefined {
  if (!isDayText(startsOn) || (endsOn && !isDayText(endsOn))) return undefined
  const start = startsAt ?? MIDNIGHT
  const isNextMorning = !endsOn && Boolean(endsAt) && Boolean(startsAt) && endsAt! <= start
  const lastDay = endsOn || (isNextMorning ? dayAfter(startsOn, 1) : startsOn)
  if (daysBetween(startsOn, lastDay) > LONGEST_DAYS) return undefined
  const span = {
    from: momentOf(startsOn, start),
    until: endsAt ? momentOf(lastDay, endsAt) : momentOf(dayAfter(lastDay, 1), MIDNIGHT),
  }
  return span.until > span.from ? span : undefined
}
/** The days and hours in a row of a table. */
export function wallTimesIn(row: Readonly<Record<string, unknown>>): Required<WallTimes> {
  const text = (name: keyof WallTimes): string | null => {
    const value = row[name]
    return typeof value === 'string' ? value : null
  }
  return {
    startsOn: text('startsOn'),
    startsAt: text('startsAt'),
    endsOn: text('endsOn'),
    endsAt: text('endsAt'),
  }
}

/** Nobody books a thing for longer, and a stranger’s record makes no more work than that. */
export const LONGEST_DAYS = 731
const MIDNIGHT = '00:00'
const isDayText = (day: string | null): day is string => day !== null && isDay(day)

/**
 * The instants between which a booking takes its thing: those that were promised, or what happened
 * once it was handed out and brought back.
 */
export function bookedSpan(
  times: WallTimes & Readonly<{ outAt: string | null; backAt: string | null }>,
): Span | undefined {
  const promised = spanOf(times)
  if (!promised) return undefined
  const [out, back] = [times.outAt, times.backAt].map(at => (at === null ? NaN : Date.parse(at)))
  const from = Number.isNaN(out) ? promised.from : out!
  if (!Number.isNaN(back)) return { from: Math.min(from, back!), until: back! }
  return { from: Math.min(from, promised.from), until: Math.max(promised.until, from) }
}

/**
 * How many a record says, whatever another box wrote in it: a thing is one at least, and a booking
 * takes one at least.
 */
export const countOf = ({ count }: Readonly<{ count?: unknown }>): number =>
  typeof count === 'number' && isCount(count) ? count : 1
/** Whether a form may say so many. */
export const isCount = (count: number): boolean => Number.isInteger(count) && count > 0
