import { occurrences } from './recurrence.ts'

/** What comes back: an event as its row says it. */
type Recurring = Readonly<{ startsOn: string | null; recurs: string | null }>
/** An answer to it: for which of its days, and the day on which it was given. */
type Answered = Readonly<{ forDay?: string | null; on?: string | null }>

/** What comes back is looked for so far ahead: a fête every fourth year is found. Units: days. */
const FURTHEST_DAYS = 5 * 366
const later = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** The next days of what comes back, today included; none of what comes once. */
export function comingDays(
  { startsOn, recurs }: Recurring,
  from: string,
  most: number,
): readonly string[] {
  return startsOn === null || !recurs
    ? []
    : occurrences({ startsOn, recurs }, from, later(from, FURTHEST_DAYS), most)
}

/**
 * For which day of what comes back somebody answered.
 *
 * Law     as they said; what was answered before that was asked is for the day that came next then.
 */
export const answeredDay = (
  event: Recurring,
  { forDay, on }: Answered,
  today: string,
): string | undefined => forDay ?? comingDays(event, on ?? today, 1)[0]
