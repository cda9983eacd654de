import { sayRecurrence } from '../../../../core/calendar/recurrence.ts'
import type { Lang } from '../../../../core/lang.ts'
import { dayLong, sayTime } from '../../../../text/days.ts'
import type { DayPart } from '../../model/rides/hours.ts'

/** What was understood of a ride: empty where nothing was, `seats` 0. */
export type RideUnderstood = Readonly<{
  from: string
  to: string
  day: string
  today: string
  rule: string
  at: string
  /** Empty where an hour is told. */
  part: DayPart | ''
  seats: number
}>

type RideWords = Readonly<{
  agreed: string
  fromTo: (from: string, to: string, by: string) => string
  hours: (time: string) => string
  parts: Readonly<Record<DayPart, string>>
  seatsSaid: (n: number) => string
}>
/** *vers Boën, jeudi, à 8 h, 2 places*. */
export const sayUnderstood = (
  { from, to, day, today, rule, at, part, seats }: RideUnderstood,
  w: RideWords,
  lang: Lang,
): string =>
  [
    w.fromTo(from, to, ''),
    rule ? sayRecurrence(rule, lang) : day ? dayLong(day, lang, today) : w.agreed,
    at ? w.hours(sayTime(at, lang)) : part !== '' && w.parts[part],
    seats > 0 && w.seatsSaid(seats),
  ]
    .filter(Boolean)
    .join(', ')
