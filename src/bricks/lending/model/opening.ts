import { type DaysOffHere, daysOffOf } from '../../../core/calendar/days-off.ts'
import { openAt, opensNext, openUntil } from '../../../core/calendar/hours.ts'
import { momentOf } from '../../../core/calendar/recurrence.ts'
import { dayAfter, dayOfMoment } from '../../../text/days.ts'
import type { ThingRow } from './read.ts'
import { type Span, spanOf, type WallTimes } from './span.ts'

/**
 * A whole day of a place that has opening hours: from when it opens that day to when it closes,
 * with the break at noon.
 */

type Opening = Pick<ThingRow, 'unit' | 'hours' | 'commune'>

/**
 * The days and hours as they are booked. Of a thing that is used by the hour, an hour that nobody
 * typed is that at which it opens on the first day, or closes on the last one. The times come back
 * as they are where it does not open on that day, or where nobody knows whether it does.
 */
export function openTimes<T extends WallTimes>(of: Opening, times: T): T {
  const { startsOn, startsAt, endsOn, endsAt } = times
  if (of.unit !== 'hour' || of.hours === null || (startsAt && endsAt) || !spanOf(times))
    return times
  const here = daysOffOf(of.commune)
  const first = startsAt || opensOn(of.hours, startsOn!, here)
  const lastDay = endsOn || startsOn!
  // An hour of the end alone may be one of the morning after.
  const closes = endsAt ? undefined : closesOn(of.hours, lastDay, here)
  if (!first || (!endsAt && closes === undefined)) return times
  const opened = {
    ...times,
    startsAt: first === '00:00' ? (startsAt ?? null) : first,
    ...(closes === undefined ? {} : endAt(closes, lastDay, endsOn ?? null)),
  }
  const span = spanOf(opened)
  const isWithin = span && span.until <= Math.max(spanOf(times)!.until, endOf(closes))
  return isWithin ? opened : times
}
const endOf = (closes: string | undefined): number => (closes ? momentOn(closes) : 0)
const momentOn = (local: string): number => momentOf(local.slice(0, 10), local.slice(11))

/** Midnight is the end of the day before; an hour after it is on a day of its own. */
function endAt(
  closes: string,
  lastDay: string,
  endsOn: string | null,
): Pick<WallTimes, 'endsOn' | 'endsAt'> {
  const [day, at] = [closes.slice(0, 10), closes.slice(11)]
  if (at === '00:00' && day === dayAfter(lastDay, 1)) return { endsOn, endsAt: null }
  return { endsOn: day === lastDay ? endsOn : day, endsAt: at }
}

/** Whether a time is all that a place is open on the days that it touches. */
export function isWholeDay(of: Opening, span: Span): boolean {
  const [startsOn, lastDay] = [dayOfMoment(span.from), dayOfMoment(span.until - 1)]
  const days = [lastDay, dayAfter(lastDay, -1)].filter(day => day >= startsOn)
  return days.some(day => {
    const whole = spanOf(openTimes(of, { startsOn, endsOn: day, startsAt: null, endsAt: null }))
    return whole?.from === span.from && whole.until === span.until
  })
}

/** The hour at which it opens on a day; undefined where it does not, or nobody knows. */
function opensOn(hours: string, day: string, here: DaysOffHere): string | undefined {
  const start = `${day}T00:00`
  if (openAt(hours, start, here) === 'open') return '00:00'
  const opens = opensNext(hours, start, here)
  return opens?.startsWith(day) ? opens.slice(11) : undefined
}

/** The local moment at which the last opening that begins on a day ends. */
function closesOn(hours: string, day: string, here: DaysOffHere): string | undefined {
  let at: string | undefined = opensOn(hours, day, here)
  let closes: string | undefined
  for (let openings = 0; at !== undefined && openings < MOST_OPENINGS; openings++) {
    closes = openUntil(hours, `${day}T${at}`, here) ?? undefined
    if (closes === undefined || !closes.startsWith(day)) break
    const again = opensNext(hours, closes, here)
    at = again?.startsWith(day) ? again.slice(11) : undefined
  }
  // What closes days later is open all of this one.
  return closes !== undefined && closes > `${dayAfter(day, 1)}T12:00`
    ? `${dayAfter(day, 1)}T00:00`
    : closes
}
/** A day has no more openings than that. */
const MOST_OPENINGS = 10
