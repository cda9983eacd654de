import { sayRecurrence } from '../../../../core/calendar/recurrence.ts'
import { isTime } from '../../../../core/form/fit.ts'
import type { Lang } from '../../../../core/lang.ts'
import { dayLong, sayTime } from '../../../../text/days.ts'
import type { fr } from '../../words/fr.ts'
import { isRegular, type RideRow } from './dates.ts'
import type { RideWay } from './stops.ts'

/** A ride in words: its days, its hours, its way. */

type Words = typeof fr
type When = Readonly<{ lang: Lang; today: string }>
export type RideHoursRow = Readonly<{
  rideAt: string | null
  rideBack: boolean | null
  rideBackAt: string | null
}>

/** *à 8 h, retour à 17 h*. */
export function sayHours(row: RideHoursRow, lang: Lang, words: Words): string {
  const { rideAt, rideBackAt, rideBack } = row
  const w = words.rides
  const back = isTime(rideBackAt)
    ? [w.timeBack(sayTime(rideBackAt, lang))]
    : rideBack
      ? [w.thereAndBack]
      : []
  return w.list([...(isTime(rideAt) ? [w.hours(sayTime(rideAt, lang))] : []), ...back])
}

/**
 * *chaque jeudi, à 8 h*, *mardi*, *jour à convenir*, with what is said between; then the days on
 * which it rests: *chaque jeudi, à 8 h ; pas le jeudi 10 décembre*.
 */
export function sayDays(
  row: RideRow,
  { lang, today }: When,
  words: Words,
  more: readonly string[] = [],
): string {
  const w = words.rides
  const days = (said: string): string => w.onDay(said, w.list(more.filter(Boolean)))
  if (!isRegular(row)) return days(row.until ? dayLong(row.until, lang, today) : w.agreed)
  const off = (row.rideOff ?? []).filter(day => day >= today)
  const rests = w.rests({
    school: row.rideNotSchool === true,
    holidays: row.rideNotHolidays === true,
    off: off.map(day => dayLong(day, lang, today || undefined)),
  })
  return w.butNot(days(sayRecurrence(row.rideDays ?? '', lang, row.rideSince ?? undefined)), rests)
}

/** *de Sail à Montbrison, par Boën*. */
export const sayWay = ({ rideFrom, rideTo, rideBy }: RideWay, words: Words): string =>
  words.rides.fromTo(rideFrom ?? '', rideTo ?? '', words.rides.list(rideBy ?? []))
