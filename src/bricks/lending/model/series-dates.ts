import {
  type DaysOffHere,
  isPublicHoliday,
  isSchoolHoliday,
} from '../../../core/calendar/days-off.ts'
import { occurrences } from '../../../core/calendar/recurrence.ts'
import { fold, wordsOf } from '../../../core/letters/words.ts'
import { dayAfter } from '../../../text/days.ts'

/** The dates of a series, before anything is written: each is kept, or it says why not. */

/**
 * The days of a series, as a form has them.
 *
 * Shape   `notMonths`: numbers of months, 1 to 12. `notOn`, `also`: days.
 */
export type SeriesDays = Readonly<{
  startsOn: string
  recurs: string
  notPublicHolidays: boolean
  notSchoolHolidays: boolean
  notMonths: readonly number[]
  notOn: readonly string[]
  also: readonly string[]
}>

/** Why a date of the rule is skipped, before anybody looks whether the thing is free. */
export type SkippedBy = 'publicHoliday' | 'schoolHoliday' | 'month' | 'day'
/** One date. `isAdded`: it is there whatever the rule says. */
export type SeriesDate = Readonly<{ day: string; skipped?: SkippedBy; isAdded?: true }>

/** A series says its dates for a year at most, and no more than so many. */
const FURTHEST_DAYS = 366
export const MOST_DATES = 60

/**
 * The dates of a series in their order, kept and skipped.
 *
 * Law     each date of the rule is there once, and so is each added one; an added date is kept,
 *         whatever holiday or month it is in. Nothing that the rule does not have, and nobody
 *         added, is there.
 */
export function seriesDates(series: SeriesDays, here: DaysOffHere): readonly SeriesDate[] {
  const { startsOn, recurs, also } = series
  const ruled = occurrences({ startsOn, recurs }, startsOn, lastOf(series), MOST_DATES)
  const added = also.filter(day => isWithin(day, series))
  const days = [...new Set([...ruled, ...added])].sort()
  return days.slice(0, MOST_DATES).map(day => {
    if (added.includes(day)) return { day, isAdded: true as const }
    const skipped = skippedBy(day, series, here)
    return skipped === undefined ? { day } : { day, skipped }
  })
}

/** A series says its dates until this day. */
const lastOf = ({ startsOn }: Pick<SeriesDays, 'startsOn'>): string =>
  dayAfter(startsOn, FURTHEST_DAYS)
/** Whether a day may be one of a series: from its first one on, and within a year. */
export const isWithin = (day: string, series: Pick<SeriesDays, 'startsOn'>): boolean =>
  day >= series.startsOn && day <= lastOf(series)

/**
 * Where a series stops before its own end, and why.
 *
 * Shape   `day`: its last date. `most`: it has as many dates as a series may have. `noEnd`: nobody
 *         said a last date, so it stops after a year. `year`: its last date is after that.
 */
export type SeriesStop = Readonly<{ day: string; why: 'most' | 'noEnd' | 'year' }>

/** Where these dates of a series stop; undefined where that is its own end. */
export function seriesStop(
  series: SeriesDays,
  dates: readonly SeriesDate[],
): SeriesStop | undefined {
  const { startsOn, recurs, also } = series
  const day = dates.at(-1)?.day
  if (day === undefined) return undefined
  const year = lastOf(series)
  const goesOn = (from: string, to: string): boolean =>
    occurrences({ startsOn, recurs }, from, to, 1).length > 0
  const hasMore = goesOn(dayAfter(day, 1), year) || also.some(one => one > day)
  if (dates.length === MOST_DATES && hasMore) return { day, why: 'most' }
  if (!goesOn(dayAfter(year, 1), dayAfter(year, 10 * FURTHEST_DAYS))) return undefined
  return { day, why: /;(?:UNTIL|COUNT)=/.test(recurs) ? 'year' : 'noEnd' }
}

function skippedBy(
  day: string,
  { notPublicHolidays, notSchoolHolidays, notMonths, notOn }: SeriesDays,
  here: DaysOffHere,
): SkippedBy | undefined {
  if (notOn.includes(day)) return 'day'
  if (notMonths.includes(Number(day.slice(5, 7)))) return 'month'
  if (notPublicHolidays && isPublicHoliday(day, here)) return 'publicHoliday'
  return notSchoolHolidays && isSchoolHoliday(day, here) ? 'schoolHoliday' : undefined
}

/** The numbers of the months that a text names; undefined where a word is no month. */
export function monthsIn(text: string, names: readonly string[]): readonly number[] | undefined {
  const folded = names.map(fold)
  const words = wordsOf(text).filter(word => !JOINS.has(word))
  const months = words.map(word => folded.indexOf(word) + 1)
  return months.includes(0) ? undefined : [...new Set(months)]
}
const JOINS: ReadonlySet<string> = new Set(['et', 'and', 'en', 'in', 'ou', 'or', 'ni'])
