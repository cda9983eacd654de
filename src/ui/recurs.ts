import { WEEKDAY_CODES } from '../core/calendar/weekdays.ts'
import type { Lang } from '../core/lang.ts'
import { daysWords } from '../text/days-words.ts'
import { uiWords } from './words.ts'

/**
 * The plain ways in which things come back in a village, each with its rule (RFC 5545). How a rule
 * is said: `core/calendar/recurrence.ts`.
 */

/** The weeks of a month; the last one is -1. */
const NTHS = ['1', '2', '3', '4', '-1'] as const

export type RecurrenceChoice = Readonly<{ value: string; label: string }>
export type RecurringGroup = Readonly<{ label: string; options: readonly RecurrenceChoice[] }>

/** Without a weekday first, then a group for each weekday. */
export function recurrences(lang: Lang): readonly RecurringGroup[] {
  const w = uiWords(lang)
  const free: RecurringGroup = {
    label: w.recurs.label,
    options: [
      { value: 'FREQ=DAILY', label: w.recurs.daily },
      { value: 'FREQ=WEEKLY', label: w.recurs.weekly },
      { value: 'FREQ=WEEKLY;INTERVAL=2', label: w.recurs.fortnightly },
      { value: 'FREQ=MONTHLY', label: w.recurs.monthlyDay },
      { value: 'FREQ=YEARLY', label: w.recurs.yearly },
    ],
  }
  const byDay = WEEKDAY_CODES.map((code, i): RecurringGroup => {
    const day = daysWords(lang).weekdays[i] ?? ''
    const nths = NTHS.map(nth => ({
      value: `FREQ=MONTHLY;BYDAY=${nth}${code}`,
      label: w.recurs.nthWeekday(w.recurs.nths[nth], day),
    }))
    const weekly = { value: `FREQ=WEEKLY;BYDAY=${code}`, label: w.recurs.everyWeekday(day) }
    return {
      label: day,
      options: [
        weekly,
        { value: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${code}`, label: w.recurs.everyOtherWeekday(day) },
        ...nths,
      ],
    }
  })
  return [free, ...byDay]
}
