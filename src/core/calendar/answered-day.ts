import { occurrences } from './recurrence.ts'

/**
 * The coming days of a repeated event, and the day that an answer to it (*je viens*) is for.
 * Agendas, forms and the bricks of events ask it.
 */

/** A repeated event, as its row has it: its first day, and its rule (RRULE). */
type Recurring = Readonly<{ startsOn: string | null; recurs: string | null }>
/** An answer to it: the day that it is for, and the day on which it was given. */
type Answered = Readonly<{ forDay?: string | null; on?: string | null }>

/** Units   days. How far ahead coming days are searched: a feast of every fourth year is found. */
const FURTHEST_DAYS = 5 * 366
const later = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** The next days of a repeated event, `from` included. An event without a rule has none. */
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
 * The day of a repeated event that an answer is for.
 *
 * Law     The answer’s own day, where it has one. An older answer is for the next day after it was
 *         given.
 */
export const answeredDay = (
  event: Recurring,
  { forDay, on }: Answered,
  today: string,
): string | undefined => forDay ?? comingDays(event, on ?? today, 1)[0]
