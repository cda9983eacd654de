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

/** *chaque jeudi, sauf pendant les vacances scolaires*, *mardi*, *jour à convenir*. */
export function sayDays(row: RideRow, { lang, today }: When, words: Words): string {
  if (isRegular(row)) {
    const off = (row.rideOff ?? []).filter(day => day >= today)
    const rests = words.rides.rests({
      school: row.rideNotSchool === true,
      holidays: row.rideNotHolidays === true,
      off: off.map(day => dayLong(day, lang, today || undefined)),
    })
    const days = sayRecurrence(row.rideDays ?? '', lang, row.rideSince ?? undefined)
    return words.rides.onDay(days, rests)
  }
  return row.until ? dayLong(row.until, lang, today) : words.rides.agreed
}

/** *de Sail à Montbrison, par Boën*. */
export const sayWay = ({ rideFrom, rideTo, rideBy }: RideWay, words: Words): string =>
  words.rides.fromTo(rideFrom ?? '', rideTo ?? '', words.rides.list(rideBy ?? []))
