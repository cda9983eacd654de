import { sayRecurrence } from '../../../../core/calendar/recurrence.ts'
import { isTime } from '../../../../core/form/fit.ts'
import type { Lang } from '../../../../core/lang.ts'
import { dayLong, dayNear, sayTime } from '../../../../text/days.ts'
import { isRegular, isRide, nextRides } from '../../model/rides/dates.ts'
import type { Notice } from '../../model/rules.ts'
import type { fr } from '../../words/fr.ts'

type Words = typeof fr
type Row = Notice['row']
type When = Readonly<{ lang: Lang; today: string }>
export type RideFact = readonly [label: string, value: string]

/** The next days that a page says of a ride that comes back. */
const MOST_NEXT = 4

/** *à 8 h, retour à 17 h*. */
export function sayHours({ rideAt, rideBackAt, rideBack }: Row, lang: Lang, words: Words): string {
  const w = words.rides
  const back = isTime(rideBackAt)
    ? [w.timeBack(sayTime(rideBackAt, lang))]
    : rideBack
      ? [w.thereAndBack]
      : []
  return w.list([...(isTime(rideAt) ? [w.hours(sayTime(rideAt, lang))] : []), ...back])
}

/** *chaque jeudi*, *mardi*, *jour à convenir*. */
export function sayDays(row: Row, { lang, today }: When, words: Words): string {
  if (isRegular(row)) return sayRecurrence(row.rideDays ?? '', lang, row.rideSince ?? undefined)
  return row.until ? dayLong(row.until, lang, today) : words.rides.agreed
}

/** What the page of a ride says of it, in the order in which one asks. */
export function rideFacts({ row }: Notice, when: When, words: Words): readonly RideFact[] {
  if (!isRide(row)) return []
  const w = words.rides
  const { lang, today } = when
  const next = isRegular(row) ? nextRides(row, today, MOST_NEXT) : []
  const all: readonly RideFact[] = [
    [w.leaves, row.rideFrom ?? ''],
    [w.goes, row.rideTo ?? ''],
    [w.by, w.list(row.rideBy ?? [])],
    [w.days, w.onDay(sayDays(row, when, words), sayHours(row, lang, words))],
    [w.next, w.list(next.map(day => dayLong(day, lang, today)))],
    [w.seats, row.rideSeats ? String(row.rideSeats) : ''],
  ]
  return all.filter(([, value]) => value !== '')
}

/** The same on paper that hangs for months: without its next times. */
export const ridePaper = (one: Notice, when: When, words: Words): readonly RideFact[] =>
  rideFacts(one, when, words).filter(([label]) => label !== words.rides.next)

/** *chaque jeudi, à 8 h*: on a strip. */
export const rideWhen = ({ row }: Notice, when: When, words: Words): string =>
  isRide(row) ? words.rides.onDay(sayDays(row, when, words), sayHours(row, when.lang, words)) : ''

/** *mercredi, à 8 h*: its next day, under its title in a list. */
export function nextRideOf({ row }: Notice, { lang, today }: When, words: Words): string | false {
  const [day] = nextRides(row, today, 1)
  return (
    day !== undefined && words.rides.onDay(dayNear(day, lang, today), sayHours(row, lang, words))
  )
}
