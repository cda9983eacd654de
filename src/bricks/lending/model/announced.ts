import type { Reader } from '../../../contract/reader.ts'
import { dayAfter, dayOfMoment } from '../../../text/days.ts'
import type { ThingRow } from './read.ts'
import { type Span, spanOf } from './span.ts'

/** A date of the agenda that takes a room. */
export type Announced = Span & Readonly<{ event: string; title: string }>

/** Dates of one room at most. */
const MOST_DATES = 300
/** Units   days: so far ahead of a moment are they looked for, at least. */
const AHEAD = 62

/** The last day of which `announcedIn` reads the dates. */
export const lastDayAsked = ({ from, until = from }: DatesAsked): string =>
  [dayAfter(dayOfMoment(from), AHEAD), dayOfMoment(until)].toSorted()[1]!
type DatesAsked = Readonly<{ from: number; until?: number | undefined }>

/**
 * What takes place in a room from a moment on: the agenda has it, so nobody need book the room for
 * it. Nothing of what is no place of the directory.
 *
 * Shape   what has no end lasts until midnight; what began the evening before may still last.
 */
export function announcedIn(
  read: Reader,
  { place }: Pick<ThingRow, 'place'>,
  asked: DatesAsked,
): readonly Announced[] {
  if (place === null) return []
  const { from } = asked
  const days = { from: dayAfter(dayOfMoment(from), -1), to: lastDayAsked(asked) }
  const dates = read.published.datesAt?.(place, days, MOST_DATES) ?? []
  return dates.flatMap(({ event, title, day, lastDay, startsAt, endsAt }) => {
    const endsOn = lastDay === day ? null : lastDay
    const times = spanOf({ startsOn: day, startsAt, endsOn, endsAt })
    return times && times.until > from ? [{ ...times, event, title }] : []
  })
}
