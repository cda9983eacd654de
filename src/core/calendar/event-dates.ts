import { isDay } from '../form/fit.ts'
import { type DaysOffHere, isPublicHoliday, isSchoolHoliday, SCHOOL_KNOWN } from './days-off.ts'
import { occurrences } from './recurrence.ts'

/**
 * The dates of an event: its rule, its days off, and what was changed of one date. Every page,
 * print and calendar file asks `eventDates`, and nothing else unfolds an event.
 *
 * Source  RFC 5545, 3.8.4.4 (RECURRENCE-ID), 3.8.5.1 (EXDATE), 3.8.5.2 (RDATE).
 */

/** The fate of a date: struck with its reason, elsewhere, one more, or never shown. */
export type DateFate = 'off' | 'moved' | 'added' | 'out'
const FATES: readonly unknown[] = ['off', 'moved', 'added', 'out'] satisfies readonly DateFate[]
/** Whether this is a fate. A change that is missing it, or has another one, changes nothing. */
export const isDateFate = (value: unknown): value is DateFate => FATES.includes(value)

/**
 * What was changed of one date of an event. `of`: the day that the event has without this change,
 * or the added day (RECURRENCE-ID). `on`: the new day of a moved one, or of one that was moved and
 * then cancelled. `stood`: the days where it stood between, of one that moved several times.
 */
export type DateChange = Readonly<{
  id?: string
  of: string
  fate: DateFate
  on?: string | null
  stood?: readonly string[] | null
  startsAt?: string | null
  endsAt?: string | null
  where?: string | null
  why?: string | null
}>
/** An event with all that decides its dates. Changes stand from the oldest to the newest. */
export type DatedEvent = Readonly<{
  startsOn: string | null
  endsOn?: string | null
  recurs?: string | null
  notPublicHolidays?: boolean | null
  notSchoolHolidays?: boolean | null
  changes?: readonly DateChange[]
}>
/**
 * One date. `of` names it for ever: answers and calendar files keep it when the date moves. `day`,
 * `lastDay`: where it stands now. `change`: what was said of this date alone. `movedTo`: this is
 * the day that the date left (`daysLeftBehind`).
 */
export type EventDate = Readonly<{
  of: string
  day: string
  lastDay: string
  cancelled: boolean
  change?: DateChange
  movedTo?: string
}>

/**
 * A fair of ten days is ten days long; what claims to be longer than a year is taken as one year.
 */
const LONGEST_DAYS = 366
const plus = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/**
 * Days after the first that a date lasts; 0 for nearly all. An end before the beginning is no end.
 */
export function lastsDays({ startsOn, endsOn }: Pick<DatedEvent, 'startsOn' | 'endsOn'>): number {
  if (startsOn === null || !endsOn) return 0
  const days = Temporal.PlainDate.from(startsOn).until(endsOn, { largestUnit: 'day' }).days
  return Math.min(LONGEST_DAYS, Math.max(0, days))
}

/** Whether an event has more dates than one. */
export const isSeries = ({ recurs, changes }: DatedEvent): boolean =>
  Boolean(recurs) || (changes ?? []).some(one => one.fate === 'added')

/** The changes of an event by the day that they are of: the newest, and whether it was added. */
type Changes = ReadonlyMap<string, Readonly<{ change: DateChange; added: boolean }>>
function byDay(changes: readonly DateChange[]): Changes {
  const all = new Map<string, { change: DateChange; added: boolean }>()
  for (const change of changes) {
    const added = change.fate === 'added'
    const before = all.get(change.of)
    // An added day that was cancelled since stays added, and cancelled.
    if (added && before) before.added = true
    else all.set(change.of, { change, added: added || (before?.added ?? false) })
  }
  return all
}

/**
 * The dates of an event that touch the days from `from` to `to`, both included, in order, `limit`
 * at most. A cancelled date is among them, marked; a date left out is not.
 *
 * Law     Dates ascend. None is there twice, none is left out or in its days off unless a person
 *         added or moved it there. A moved date is there once, on its new day. Asked in two
 *         halves, days give the same dates.
 */
export function eventDates(
  event: DatedEvent,
  { from, to }: Readonly<{ from: string; to: string }>,
  limit: number,
  here: DaysOffHere = {},
): readonly EventDate[] {
  const { startsOn } = event
  if (startsOn === null || to < from || limit <= 0) return []
  const lasts = lastsDays(event)
  const first = plus(from, -lasts)
  const changes = byDay(event.changes ?? [])
  const isIn = (day: string): boolean => day >= first && day <= to
  const dateOf = (of: string, change?: DateChange): EventDate => {
    const day = change ? newDayOf(change) : of
    const cancelled = change?.fate === 'off'
    return { of, day, lastDay: plus(day, lasts), cancelled, ...(change ? { change } : {}) }
  }
  const changed = [...changes].flatMap(([of, { change, added }]) => {
    if (change.fate === 'out') return []
    const date = dateOf(of, change)
    return isIn(date.day) && (added || isOwnDay(event, change, here)) ? [date] : []
  })
  const plain = daysLeft(event, { from: first, to }, limit, {
    rests: day => changes.has(day) || isOff(event, day, here),
  }).map(of => dateOf(of))
  return [...plain, ...changed]
    .sort((a, b) => (a.day === b.day ? (a.of < b.of ? -1 : 1) : a.day < b.day ? -1 : 1))
    .slice(0, limit)
}

const ruleOf = ({ startsOn, recurs }: DatedEvent) => ({
  startsOn: startsOn!,
  recurs: recurs ?? null,
})

/** The day on which a changed date stands now. */
const newDayOf = ({ of, fate, on }: DateChange): string =>
  fate === 'moved' || fate === 'off' ? (on ?? of) : of

/** Whether the rule of the event has the day of a change. A moved one may leave a day off. */
const isOwnDay = (event: DatedEvent, change: DateChange, here: DaysOffHere): boolean =>
  occurrences(ruleOf(event), change.of, change.of, 1).length > 0 &&
  (change.fate === 'moved' || newDayOf(change) !== change.of || !isOff(event, change.of, here))

/**
 * The days that moved dates of an event left, from `from` to `to`: who comes on the old day reads
 * where the date went. These are marks, and no dates.
 *
 * Law     A day where the date stood between has none when another date stands there since. A date
 *         that was moved, then cancelled, is told once: on its last day, or by one mark where that
 *         day is not among these.
 */
export function daysLeftBehind(
  event: DatedEvent,
  { from, to }: Readonly<{ from: string; to: string }>,
  here: DaysOffHere = {},
): readonly EventDate[] {
  if (event.startsOn === null) return []
  const isFree = (day: string): boolean =>
    eventDates(event, { from: day, to: day }, MOST_A_DAY, here).every(one => one.cancelled)
  return [...byDay(event.changes ?? [])].flatMap(([of, { change, added }]) => {
    const movedTo = newDayOf(change)
    const stood = (change.stood ?? []).filter(day => day !== of)
    const left = [of, ...stood].filter(
      day => from <= day && day <= to && day !== movedTo && (day === of || isFree(day)),
    )
    if (left.length === 0 || !(added || isOwnDay(event, change, here))) return []
    const cancelled = change.fate === 'off'
    if (cancelled && from <= movedTo && movedTo <= to) return []
    return (cancelled ? left.slice(0, 1) : left).map(day => ({
      of,
      day,
      lastDay: day,
      change,
      cancelled,
      movedTo,
    }))
  })
}
/** Dates of one event on one day: one that lasts long overlaps itself. */
const MOST_A_DAY = 400

/** Fewest days that are asked at once of a rule of which some rest. */
const FEWEST_ASKED = 16
/** The days of the rule that do not rest, `limit` at most. */
function daysLeft(
  event: DatedEvent,
  { from, to }: Readonly<{ from: string; to: string }>,
  limit: number,
  { rests }: Readonly<{ rests: (day: string) => boolean }>,
): readonly string[] {
  const left: string[] = []
  const mayRest =
    event.notPublicHolidays || event.notSchoolHolidays || (event.changes ?? []).length > 0
  const size = mayRest ? Math.max(limit, FEWEST_ASKED) : limit
  for (let next = from; left.length < limit; ) {
    const days = occurrences(ruleOf(event), next, to, size)
    left.push(...days.filter(day => !rests(day)))
    if (days.length < size) break
    next = plus(days.at(-1)!, 1)
  }
  return left.slice(0, limit)
}

/** Whether an event rests on this day, by its own choice. What comes once never rests. */
const isOff = (event: DatedEvent, day: string, here: DaysOffHere): boolean =>
  Boolean(event.recurs) &&
  ((event.notPublicHolidays === true && isPublicHoliday(day, here)) ||
    (event.notSchoolHolidays === true && isSchoolHoliday(day, here)))

/**
 * The last day until which the school holidays of an event are known; null where none are.
 * Undefined when the event has no use for them.
 */
export const schoolKnownTo = (event: DatedEvent, here: DaysOffHere): string | null | undefined =>
  event.recurs && event.notSchoolHolidays === true
    ? here.zone === undefined
      ? null
      : SCHOOL_KNOWN.to
    : undefined

/** So far ahead, in days, is the next date looked for: a feast of every fourth year is found. */
const FURTHEST_DAYS = 5 * 366
/** The next dates of an event from this day on, cancelled ones included. */
export const nextDates = (
  event: DatedEvent,
  today: string,
  most: number,
  here: DaysOffHere = {},
): readonly EventDate[] =>
  eventDates(event, { from: today, to: plus(today, FURTHEST_DAYS) }, most, here)

/** A time of the day, later or earlier by as much as another time moved. */
function shifted(time: string, from: string, to: string): string {
  const by = Temporal.PlainTime.from(from).until(to)
  return Temporal.PlainTime.from(time).add(by).toString({ smallestUnit: 'minute' })
}
type Told = Readonly<{
  startsAt: string | null
  endsAt?: string | null
  place?: string | null
  where?: string | null
}>
/**
 * The hours and the place of an event on one of its dates: what was changed of that date, else what
 * the event has. A date that begins at another hour lasts as long; a cancelled one is told at the
 * hour and the place that it had last.
 */
export function onItsDate<E extends Told>(event: E, { change }: Pick<EventDate, 'change'>): E {
  if (!change) return event
  const startsAt = change.startsAt ?? event.startsAt
  const { startsAt: was, endsAt: until } = event
  const later = change.startsAt && was && until ? shifted(until, was, change.startsAt) : until
  const at = change.where ? { place: null, where: change.where } : {}
  return {
    ...event,
    startsAt,
    ...('endsAt' in event ? { endsAt: change.endsAt ?? later } : {}),
    ...at,
  }
}

/** The name under which a calendar that comes in has the changes of a series, as JSON. */
export const CHANGED_DATES = 'RECURRENCE-ID'
const MOST_CHANGES = 1_000

/** The changes that such a text holds; anything else in it is left out. */
export function changesIn(text: string): readonly DateChange[] {
  let all: unknown
  try {
    all = JSON.parse(text)
  } catch {
    return []
  }
  const said = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  return (Array.isArray(all) ? all : []).slice(0, MOST_CHANGES).flatMap((one): DateChange[] => {
    const { of, fate, on, startsAt, endsAt, where, why } = Object(one)
    if (!isDay(of) || !isDateFate(fate) || (on && !isDay(on))) return []
    const told = { on: said(on), startsAt: said(startsAt), endsAt: said(endsAt) }
    return [{ of, fate, ...told, where: said(where), why: said(why) }]
  })
}
