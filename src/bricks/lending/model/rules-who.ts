import { type DaysOffHere, daysOffOf } from '../../../core/calendar/days-off.ts'
import { localMoment, openAt, opensNext, openUntil } from '../../../core/calendar/hours.ts'
import type { RowOf } from '../../../core/schema.ts'
import { dayAfter, dayOfMoment, daysBetween, weekdayNumber } from '../../../text/days.ts'
import { isWholeDay } from './opening.ts'
import type { thing } from './records-thing.ts'
import type { Span } from './span.ts'
import { ruleDays } from './upkeep.ts'

/**
 * Who may have a thing, and how much of it: each rule is a setting of the thing, and says its
 * sentence when it says no. The one in charge goes past a rule with a reason that shows.
 */

/** The settings of a thing that decide who may have it. */
export type ThingRules = Pick<
  RowOf<typeof thing>,
  | 'commune'
  | 'condition'
  | 'unit'
  | 'hours'
  | 'leadDays'
  | 'aheadDays'
  | 'longestDays'
  | 'longestHours'
  | 'daysMonth'
  | 'hoursYear'
  | 'notChained'
  | 'oneWeekend'
  | 'mostAhead'
  | 'mostOfKind'
  | 'localsDays'
>

/** What the same person had of the thing, has, or will have. What was cancelled is not in it. */
export type Had = Span & Readonly<{ booking: string }>

/**
 * The person who asks, as far as the rules look at them.
 *
 * Shape   `had`: their bookings of this thing, under any of their names, and what they asked for
 *         and nobody answered. `ofKind`: how many bookings to come they have of things of its kind.
 *         `late`: the titles of things that they should have brought back. `owesUnits`: they did
 *         not say how much they used it last time.
 */
export type Person = Readonly<{
  had: readonly Had[]
  ofKind: number
  late: readonly string[]
  commune: string | null
  owesUnits: boolean
}>

/** A rule that says no, with what its sentence tells. */
export type Broken =
  | Readonly<{ rule: 'past' | 'repair' | 'chained' | 'weekend' | 'units' }>
  | Readonly<{ rule: 'lead' | 'locals'; days: number; from: string }>
  | Readonly<{ rule: 'ahead'; days: number; until: string }>
  | Readonly<{ rule: 'longestDays'; most: number; asked: number }>
  | Readonly<{ rule: 'longestHours' | 'mostAhead'; most: number }>
  | Readonly<{ rule: 'daysMonth' | 'hoursYear' | 'mostOfKind'; most: number; had: number }>
  | Readonly<{ rule: 'closed'; end: 'start' | 'end'; at: string; opens: string | null }>
  | Readonly<{ rule: 'upkeep'; since: string | null }>
  | Readonly<{ rule: 'late'; title: string }>
export type ThingRule = Broken['rule']

/** `due`: since when its upkeep is due; null by its meter; undefined when it is not due. */
export type AskedOf = Readonly<{ now: number; today: string; due: string | null | undefined }>

/**
 * The rules that a time breaks, in the order in which they are said.
 *
 * Law     a rule looks at all that the person had, whatever name or box it was asked by, and never
 *         at the booking that is changed.
 */
export function brokenRules(
  span: Span,
  rules: ThingRules,
  person: Person,
  at: AskedOf,
): readonly Broken[] {
  return [
    ...pastOf(span, at),
    ...stateOf(rules, person, at),
    ...noticeOf(span, rules, person, at),
    ...openingOf(span, rules),
    ...lengthOf(span, rules),
    ...shareOf(span, rules, person, at),
  ]
}

const HOUR = 3_600_000
const firstDay = (span: Span): string => dayOfMoment(span.from)
const lastDay = (span: Span): string => dayOfMoment(span.until - 1)
/** The days that a time touches. */
export const daysOf = (span: Span): number => daysBetween(firstDay(span), lastDay(span)) + 1

const pastOf = ({ until }: Span, { now }: AskedOf): readonly Broken[] =>
  until <= now ? [{ rule: 'past' }] : []

function stateOf(
  { condition }: ThingRules,
  { late, owesUnits }: Person,
  { due }: AskedOf,
): readonly Broken[] {
  const [title] = late
  return [
    ...(condition === 'repair' ? [{ rule: 'repair' } as const] : []),
    ...(due === undefined ? [] : [{ rule: 'upkeep', since: due } as const]),
    ...(title === undefined ? [] : [{ rule: 'late', title } as const]),
    ...(owesUnits ? [{ rule: 'units' } as const] : []),
  ]
}

function noticeOf(
  span: Span,
  { leadDays, aheadDays, localsDays, commune }: ThingRules,
  person: Person,
  { today }: AskedOf,
): readonly Broken[] {
  const day = firstDay(span)
  const ahead = daysBetween(today, day)
  const isFromElsewhere = commune !== null && person.commune !== commune
  const [lead, most, locals] = [leadDays, aheadDays, localsDays].map(days =>
    days === null ? undefined : ruleDays(days),
  )
  return [
    ...(lead !== undefined && ahead < lead
      ? [{ rule: 'lead', days: lead, from: dayAfter(today, lead) } as const]
      : []),
    ...(most !== undefined && ahead > most
      ? [{ rule: 'ahead', days: most, until: dayAfter(today, most) } as const]
      : []),
    ...(locals !== undefined && isFromElsewhere && ahead > locals
      ? [{ rule: 'locals', days: locals, from: dayAfter(day, -locals) } as const]
      : []),
  ]
}

/**
 * By days, it is fetched and brought back on days that are open; by hours, it is used then. Whole
 * days have their break at noon and their nights in them.
 */
function openingOf(span: Span, { hours, unit, commune }: ThingRules): readonly Broken[] {
  if (hours === null) return []
  const here = daysOffOf(commune)
  const closed = (end: 'start' | 'end', at: string, from = at): readonly Broken[] => [
    { rule: 'closed', end, at, opens: opensNext(hours, from, here) },
  ]
  if (unit === 'hour') {
    const [from, until] = [localMoment(span.from), localMoment(span.until)]
    if (openAt(hours, from, here) === 'closed') return closed('start', from)
    const closes = openUntil(hours, from, here)
    if (closes === null || closes >= until) return []
    return isWholeDay({ unit, hours, commune }, span) ? [] : closed('end', closes)
  }
  const [first, last] = [firstDay(span), lastDay(span)]
  if (!opensOn(hours, first, here)) return closed('start', `${first}T00:00`)
  return opensOn(hours, last, here) ? [] : closed('end', `${last}T00:00`)
}

/** Why nobody may have a thing on a day that comes, whoever asks, though nobody has it. */
export type ClosedFor = 'repair' | 'upkeep' | 'hours'

/** Why a thing stays closed on a day that comes, by its condition, its upkeep or its hours. */
export function closedFor(
  day: string,
  { condition, hours, commune }: Pick<ThingRules, 'condition' | 'hours' | 'commune'>,
  { today, due }: Pick<AskedOf, 'today' | 'due'>,
): ClosedFor | undefined {
  if (day < today) return undefined
  if (condition === 'repair') return 'repair'
  if (due !== undefined) return 'upkeep'
  return hours === null || opensOn(hours, day, daysOffOf(commune)) ? undefined : 'hours'
}

function opensOn(hours: string, day: string, here: DaysOffHere): boolean {
  const start = `${day}T00:00`
  if (openAt(hours, start, here) !== 'closed') return true
  return opensNext(hours, start, here)?.startsWith(day) ?? false
}

function lengthOf(span: Span, { longestDays, longestHours }: ThingRules): readonly Broken[] {
  const days = daysOf(span)
  return [
    ...(longestDays !== null && days > longestDays
      ? [{ rule: 'longestDays', most: longestDays, asked: days } as const]
      : []),
    ...(longestHours !== null && span.until - span.from > longestHours * HOUR
      ? [{ rule: 'longestHours', most: longestHours } as const]
      : []),
  ]
}

function shareOf(
  span: Span,
  { daysMonth, hoursYear, notChained, oneWeekend, mostAhead, mostOfKind }: ThingRules,
  { had, ofKind }: Person,
  { now }: AskedOf,
): readonly Broken[] {
  const inMonth = daysMonth === null ? undefined : overIn(span, had, daysMonth, daysInMonths)
  const inYear = hoursYear === null ? undefined : overIn(span, had, hoursYear, hoursInYears)
  const ahead = had.filter(one => one.until > now)
  return [
    ...(inMonth === undefined
      ? []
      : [{ rule: 'daysMonth', most: daysMonth!, had: inMonth } as const]),
    ...(inYear === undefined
      ? []
      : [{ rule: 'hoursYear', most: hoursYear!, had: inYear } as const]),
    ...(notChained === true && had.some(one => touches(one, span))
      ? [{ rule: 'chained' } as const]
      : []),
    ...(oneWeekend === true && isOfWeekends(span, ahead) ? [{ rule: 'weekend' } as const] : []),
    ...(mostAhead !== null && ahead.length >= mostAhead
      ? [{ rule: 'mostAhead', most: mostAhead } as const]
      : []),
    ...(mostOfKind !== null && ofKind >= mostOfKind
      ? [{ rule: 'mostOfKind', most: mostOfKind, had: ofKind } as const]
      : []),
  ]
}
const touches = (a: Span, b: Span): boolean => a.from <= b.until && b.from <= a.until

/** How much of each month, or year, a time is. */
type Measure = (span: Span) => ReadonlyMap<string, number>

/** What they had in the first month or year in which this time is too much; else undefined. */
function overIn(
  span: Span,
  had: readonly Span[],
  most: number,
  measure: Measure,
): number | undefined {
  const past = had.map(measure)
  for (const [key, asked] of measure(span)) {
    const before = past.reduce((sum, one) => sum + (one.get(key) ?? 0), 0)
    if (before + asked > most) return before
  }
  return undefined
}
const daysInMonths: Measure = span => {
  const months = new Map<string, number>()
  const last = lastDay(span)
  for (let day = firstDay(span); day <= last; day = dayAfter(day, 1))
    months.set(day.slice(0, 7), (months.get(day.slice(0, 7)) ?? 0) + 1)
  return months
}
const hoursInYears: Measure = span => {
  const years = new Map<string, number>()
  const last = Number(lastDay(span).slice(0, 4))
  for (let year = Number(firstDay(span).slice(0, 4)); year <= last; year++) {
    const [from, until] = [startOfYear(year), startOfYear(year + 1)]
    const hours = (Math.min(span.until, until) - Math.max(span.from, from)) / HOUR
    years.set(String(year), hours)
  }
  return years
}
const startOfYear = (year: number): number =>
  Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime('Europe/Paris')
    .epochMilliseconds

/** Whether a time touches a Saturday or a Sunday. */
/** Whether a time, with what the person has ahead, touches more weekends than one. */
const isOfWeekends = (span: Span, ahead: readonly Span[]): boolean =>
  weekendsOf(span) + (hasWeekend(span) && ahead.some(hasWeekend) ? 1 : 0) > 1

/** How many weekends a time touches. */
function weekendsOf(span: Span): number {
  const last = lastDay(span)
  let weekends = 0
  for (let day = firstDay(span); day <= last; day = dayAfter(day, 1))
    if (weekdayNumber(day) === 7 || (weekdayNumber(day) === 6 && day === last)) weekends++
  return weekends
}
function hasWeekend(span: Span): boolean {
  const last = lastDay(span)
  for (let day = firstDay(span); day <= last; day = dayAfter(day, 1))
    if (weekdayNumber(day) >= 6) return true
  return false
}
