import { occurrences } from '../../../core/calendar/recurrence.ts'
import { dayAfter, daysBetween, weekdayNumber } from '../../../text/days.ts'

/** What the agenda reads of an event. */
export type Planned = Readonly<{
  id: string
  title: string | null
  startsOn: string | null
  startsAt: string | null
  endsOn: string | null
  recurs: string | null
}>
/** One day on which an event begins, and its last day: the same, but for what lasts several. */
export type Occurrence<E extends Planned = Planned> = Readonly<{
  event: E
  day: string
  lastDay: string
}>

/** So many days of an agenda are unfolded: far enough to plan, near enough to read. */
export const AHEAD_DAYS = 60
/** What comes back is looked for so far ahead: a fête every fourth year is found. */
const FURTHEST_DAYS = 5 * 366
/**
 * A fair of ten days is ten days long; what claims to be longer than a year is taken as one year.
 */
const LONGEST_DAYS = 366

/**
 * Days after the first that an occurrence lasts; 0 for nearly all. An end before the beginning is
 * no end.
 */
export function lastsDays({ startsOn, endsOn }: Pick<Planned, 'startsOn' | 'endsOn'>): number {
  if (startsOn === null || endsOn === null) return 0
  return Math.min(LONGEST_DAYS, Math.max(0, daysBetween(startsOn, endsOn)))
}

/**
 * When an event takes place from one day to another, both counted, in order. One that began before
 * and still goes on is there.
 *
 * Law     every occurrence touches [from, to], and none is there twice.
 */
export function occurrencesOf<E extends Planned>(
  event: E,
  from: string,
  to: string,
  limit: number,
): readonly Occurrence<E>[] {
  if (event.startsOn === null) return []
  const lasts = lastsDays(event)
  const days = occurrences(
    { startsOn: event.startsOn, recurs: event.recurs },
    dayAfter(from, -lasts),
    to,
    limit,
  )
  return days.map(day => ({ event, day, lastDay: dayAfter(day, lasts) }))
}

/**
 * By day, then by time (what has no time stands first), then by title: the same order for
 * everybody.
 */
export function inOrder(a: Occurrence, b: Occurrence): number {
  const key = (one: Occurrence) => [
    one.day,
    one.event.startsAt ?? '',
    one.event.title ?? '',
    one.event.id,
  ]
  const [left, right] = [key(a), key(b)]
  const at = left.findIndex((part, i) => part !== right[i])
  return at < 0 ? 0 : left[at]! < right[at]! ? -1 : 1
}

/** All that takes place from one day to another, in order, at most `limit`. */
export function unfolded<E extends Planned>(
  events: readonly E[],
  from: string,
  to: string,
  limit: number,
): readonly Occurrence<E>[] {
  return events
    .flatMap(event => occurrencesOf(event, from, to, limit))
    .sort(inOrder)
    .slice(0, limit)
}

/**
 * The few lines of a board: what takes place once, or once a month and less, comes before what
 * comes back every week, which everybody knows and which would fill every line; what comes back is
 * there once, at its next time. In order of days.
 */
export function forBoard<E extends Planned>(
  coming: readonly Occurrence<E>[],
  most: number,
): readonly Occurrence<E>[] {
  const first = [...new Map([...coming].reverse().map(one => [one.event.id, one])).values()].sort(
    inOrder,
  )
  const [seldom, often] = [
    first.filter(one => !isOften(one.event)),
    first.filter(one => isOften(one.event)),
  ]
  return [...seldom, ...often].slice(0, most).sort(inOrder)
}

const isOften = ({ recurs }: Planned): boolean => /FREQ=(DAILY|WEEKLY)/.test(recurs ?? '')

/** The occurrence that goes on this day, or the next one after it; undefined when it is over. */
export const nextOf = <E extends Planned>(event: E, today: string): Occurrence<E> | undefined =>
  occurrencesOf(event, today, dayAfter(today, FURTHEST_DAYS), 1)[0]

/** True when it no longer happens, today included in what is to come. */
export const isOver = (event: Planned, today: string): boolean => nextOf(event, today) === undefined

/** 0: this week, to Sunday · 1: the next one · 2: later. What began before today is this week's. */
export function weekOf(day: string, today: string): 0 | 1 | 2 {
  const toSunday = 7 - weekdayNumber(today)
  const ahead = daysBetween(today, day)
  return ahead <= toSunday ? 0 : ahead <= toSunday + 7 ? 1 : 2
}

/**
 * Whether it still waits for people: a minimum that was said, and fewer than that who said they are
 * in.
 */
export const isWaiting = (minimum: number | null, people: number): boolean =>
  minimum !== null && minimum > 1 && people < minimum
