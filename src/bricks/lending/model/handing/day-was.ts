import { typedDay } from '../../../../core/form/typed.ts'
import { fold } from '../../../../core/letters/words.ts'
import { dayAfter, daysBetween } from '../../../../text/days.ts'

const BEFORE: ReadonlyMap<string, number> = new Map([
  ['hier', 1],
  ['yesterday', 1],
  ['avant-hier', 2],
  ['avant hier', 2],
])

/**
 * A day on which something happened, as a hand writes it: *hier*, *samedi*, *5/12* are the last
 * ones, today included. A day that says its year, and *demain*, stay as they are. Undefined where
 * the text is no day.
 */
export function dayWas(text: string, today: string): string | undefined {
  const ago = BEFORE.get(fold(text))
  if (ago !== undefined) return dayAfter(today, -ago)
  const day = typedDay(text, today)
  if (day === undefined || day === 'noSuchDay') return undefined
  if (day <= today) return day
  const [week, year] = [6, 365].map(days => typedDay(text, dayAfter(today, -days)) ?? day)
  const back = daysBetween(week!, day)
  // What is said from today, as *demain*, moves with it.
  if (back === 6) return day
  if (back === 7) return week
  return year !== undefined && year <= today ? year : day
}
