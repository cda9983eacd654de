import type { DaysOffHere } from '../../../core/calendar/days-off.ts'
import {
  type DateChange,
  daysLeftBehind,
  type EventDate,
  eventDates,
  onItsDate,
} from '../../../core/calendar/event-dates.ts'
import { isDay } from '../../../core/form/fit.ts'
import { dayAfter, daysBetween, weekdayNumber } from '../../../text/days.ts'

/** What the agenda reads of an event. */
export type Planned = Readonly<{
  id: string
  title: string | null
  startsOn: string | null
  startsAt: string | null
  endsOn: string | null
  recurs: string | null
  endsAt?: string | null
  place?: string | null
  where?: string | null
  notPublicHolidays?: boolean | null
  notSchoolHolidays?: boolean | null
  changes?: readonly DateChange[]
  /** What its place decides of days off. */
  here?: DaysOffHere
}>
/**
 * One date of an event (core/calendar/event-dates.ts). `event`: with the hours and the place of
 * that date.
 */
export type Occurrence<E extends Planned = Planned> = EventDate & Readonly<{ event: E }>
/** Whether it takes place that day: not cancelled, nor the day that a moved date left. */
export const isHeld = ({ cancelled, movedTo }: EventDate): boolean =>
  !cancelled && movedTo === undefined

/** So many days of an agenda are unfolded: far enough to plan, near enough to read. */
export const AHEAD_DAYS = 60
/** What comes back is looked for so far ahead: a fête every fourth year is found. */
const FURTHEST_DAYS = 5 * 366
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
  return eventDates(event, { from, to }, limit, event.here).map(date => ({
    ...date,
    event: onItsDate(event, date),
  }))
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
    one.of,
  ]
  const [left, right] = [key(a), key(b)]
  const at = left.findIndex((part, i) => part !== right[i])
  return at < 0 ? 0 : left[at]! < right[at]! ? -1 : 1
}

/** The dates of an event with the days that moved ones left, for pages and prints. In order. */
export function toldOf<E extends Planned>(
  event: E,
  from: string,
  to: string,
  limit: number,
): readonly Occurrence<E>[] {
  const left = daysLeftBehind(event, { from, to }, event.here).map(date => ({ ...date, event }))
  const dates = occurrencesOf(event, from, to, limit)
  return left.length === 0 ? dates : [...dates, ...left].sort(inOrder).slice(0, limit)
}

/** All that is told from one day to another, in order, at most `limit`. */
export function unfolded<E extends Planned>(
  events: readonly E[],
  from: string,
  to: string,
  limit: number,
): readonly Occurrence<E>[] {
  return events
    .flatMap(event => toldOf(event, from, to, limit))
    .sort(inOrder)
    .slice(0, limit)
}

/** What stands on a board: `often`, each week or more, which everybody knows. */
export type BoardLine = Readonly<{ key: string; day: string; time: string; isOften: boolean }>

/**
 * The few lines of a board: what takes place once, or once a month and less, comes before what
 * comes back every week, which would fill every line; what comes back is there once, at its next
 * time. In order of days. `often`: what comes back every week and has no line.
 */
export function forBoard<L extends BoardLine>(
  coming: readonly L[],
  most: number,
): Readonly<{ lines: readonly L[]; often: readonly L[] }> {
  const at = ({ day, time, key }: BoardLine): string => `${day} ${time} ${key}`
  const sorted = coming.toSorted((a, b) => (at(a) < at(b) ? -1 : 1))
  const first = sorted.filter((one, i) => sorted.findIndex(({ key }) => key === one.key) === i)
  const seldom = first.filter(one => !one.isOften)
  const often = first.filter(one => one.isOften)
  const shown = new Set([...seldom, ...often].slice(0, most))
  return {
    lines: first.filter(one => shown.has(one)),
    often: often.filter(one => !shown.has(one)),
  }
}

/** Whether an event comes back each week or more. */
export const isOften = ({ recurs }: Planned): boolean => /FREQ=(DAILY|WEEKLY)/.test(recurs ?? '')

/**
 * Whether a date of an event is one of many, so that what is seldom goes before it on a board. A
 * weekly event of which this date is tomorrow is news of its own: people get ready tonight. What
 * takes place on three days a week or more stays one of many.
 *
 * Units   `day` and `today`: `2026-11-25`.
 */
export function isOneOfMany(event: Planned, day: string, today: string): boolean {
  const days = /BYDAY=([^;]+)/.exec(event.recurs ?? '')?.[1]?.split(',').length ?? 1
  const isWeekly = /FREQ=WEEKLY/.test(event.recurs ?? '') && days <= 2
  return isOften(event) && !(isWeekly && day === dayAfter(today, 1))
}

/**
 * The occurrence that goes on this day, or the next one after it, cancelled ones passed over;
 * undefined when it is over.
 */
export function nextOf<E extends Planned>(event: E, today: string): Occurrence<E> | undefined {
  const most = 1 + (event.changes ?? []).length
  return comingOf(event, today, most).find(one => !one.cancelled)
}
/** The date, cancelled or not, on which what comes once stands; it may be over. */
export const onlyDate = <E extends Planned>(event: E): Occurrence<E> | undefined =>
  event.startsOn === null
    ? undefined
    : comingOf(event, [event.startsOn, ...newDays(event)].sort()[0]!, MOST_ONCE).at(-1)
const MOST_ONCE = 50
const newDays = ({ changes }: Planned): readonly string[] =>
  (changes ?? []).flatMap(({ of, on }) => [of, ...(on ? [on] : [])])

/** The next occurrences of an event, cancelled ones included. */
export const comingOf = <E extends Planned>(
  event: E,
  today: string,
  most: number,
): readonly Occurrence<E>[] => occurrencesOf(event, today, dayAfter(today, FURTHEST_DAYS), most)

/** The same, and the days among them that moved ones left. */
export function comingTold<E extends Planned>(
  event: E,
  today: string,
  most: number,
): readonly Occurrence<E>[] {
  const dates = comingOf(event, today, most)
  const to = dates.length < most ? dayAfter(today, FURTHEST_DAYS) : dates.at(-1)!.day
  return toldOf(event, today, to, most + (event.changes ?? []).length)
}

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

/** The date of this name, wherever it stands now; undefined when the event has it no more. */
export function dateNamed<E extends Planned>(event: E, of: string): Occurrence<E> | undefined {
  const changes = (event.changes ?? []).filter(one => one.of === of)
  const days = [of, ...changes.flatMap(one => one.on ?? [])]
  return days.flatMap(day => occurrencesOf(event, day, day, MOST_A_DAY)).find(one => one.of === of)
}
/** Dates of one event on one day: one that lasts long overlaps itself. */
const MOST_A_DAY = 400

/** The date of an event that stands on this day; of several, the first one that takes place. */
export function dateOn<E extends Planned>(event: E, day: string): Occurrence<E> | undefined {
  if (!isDay(day)) return undefined
  const there = occurrencesOf(event, day, day, MOST_A_DAY).filter(one => one.day === day)
  return there.find(one => !one.cancelled) ?? there[0]
}
