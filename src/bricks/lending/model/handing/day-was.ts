import { typedDay, weekdayInMonth } from '../../../../core/form/typed.ts'
import { fold } from '../../../../core/letters/words.ts'
import { dayAfter, daysBetween } from '../../../../text/days.ts'

const BEFORE: ReadonlyMap<string, number> = new Map([
  ['hier', 1],
  ['yesterday', 1],
  ['avant-hier', 2],
  ['avant hier', 2],
])

/** `isFar`: it was said without its year, and lies far from today and from what it is about. */
export type DayWas = Readonly<{ day: string; isFar: boolean }>
/** Units   days: a day of which the year is not written is no older than this. */
const FAR = 60

/**
 * A day on which something happened, as a hand writes it: *hier*, *samedi* are the last ones, today
 * included. *5/12* has no year: it is the one nearest to `near`, the day that was booked, else to
 * today, and may be to come. A day that says its year, and *demain*, stay as they are. Undefined
 * where the text is no day.
 */
export function dayWas(text: string, today: string, near: string = today): DayWas | undefined {
  const ago = dayAgo(text, today)
  if (ago !== undefined) return sure(ago)
  const last = weekdayInMonth(text) && lastNumbered(text, today)
  if (last !== undefined) return sure(last)
  const day = typedDay(text, today)
  if (day === undefined || day === 'noSuchDay') return undefined
  const [week, ...years] = [6, 365, 2 * 365].map(days => said(text, dayAfter(today, -days)) ?? day)
  const back = daysBetween(week!, day)
  // What is said from today, as *demain*, moves with it.
  if (back === 6 || day === today || OF_WEEK.test(fold(text))) return sure(day)
  if (back === 7) return sure(week!)
  if (years.every(one => one === day)) return sure(day)
  const from = (one: string, other: string): number => Math.abs(daysBetween(one, other))
  const [nearest = day] = [day, ...years].toSorted((a, b) => from(a, near) - from(b, near))
  return { day: nearest, isFar: Math.min(from(nearest, near), from(nearest, today)) > FAR }
}
/** *samedi de la semaine prochaine* is of one week, and no other one is nearer. */
const OF_WEEK = /\b(?:semaine|week)\b/
/** The day that *hier* is; undefined for any other text. */
export function dayAgo(text: string, today: string): string | undefined {
  const ago = BEFORE.get(fold(text))
  return ago === undefined ? undefined : dayAfter(today, -ago)
}
/** *samedi 12*: the last one, where it is no further away than two months. */
const lastNumbered = (text: string, today: string): string | undefined =>
  [MONTH, FAR]
    .map(days => said(text, dayAfter(today, -days)))
    .find(day => day !== undefined && day <= today)
/** Units   days: no number comes twice in so many. */
const MONTH = 27

const sure = (day: string): DayWas => ({ day, isFar: false })
const said = (text: string, today: string): string | undefined => {
  const day = typedDay(text, today)
  return day === 'noSuchDay' ? undefined : day
}
