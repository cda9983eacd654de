import type { Kit } from '../../../../contract/kit.ts'
import { daysOffOf } from '../../../../core/calendar/days-off.ts'
import type { Lang } from '../../../../core/lang.ts'
import { dayLong, dayNear } from '../../../../text/days.ts'
import { isRegular, isRide, nextRides, type RideRow } from '../../model/rides/dates.ts'
import { sayDays, sayHours } from '../../model/rides/said.ts'
import { type SeatedRide, type SeatsAgreed, seatsOn } from '../../model/rides/seats.ts'
import type { Notice } from '../../model/rules.ts'
import type { fr } from '../../words/fr.ts'

type Words = typeof fr
type Row = Notice['row']
/** `village`: what decides of days off, where the ride says no commune. */
type When = Readonly<{ lang: Lang; today: string; village?: string | undefined }>
/** Of a page: the village's days off and its today. */
export const whenHere = ({ request: { lang, today }, territory }: Kit): When => ({
  lang,
  today,
  village: territory?.village,
})
export type RideFact = readonly [label: string, value: string]

const placed = (row: Row, { village }: When): Row & RideRow => ({
  ...row,
  here: daysOffOf(row.commune ?? village),
})

/** The next days that a page says of a ride that comes back. */
const MOST_NEXT = 4

/** *2 places, 1 prise*, *complet*: of the day that is asked. Empty while no seat is taken. */
function saySeats(
  ride: SeatedRide,
  agreed: readonly SeatsAgreed[],
  words: Words,
  day?: string,
): string {
  const seats = seatsOn(ride, agreed, day)
  return seats === undefined ? '' : words.rides.seatsTaken(seats.all, seats.taken)
}

/**
 * What the page of a ride says of it, in the order in which one asks. `agreed`: what its seats are
 * counted by.
 */
export function rideFacts(
  { row }: Notice,
  when: When,
  words: Words,
  agreed: readonly SeatsAgreed[] = [],
): readonly RideFact[] {
  if (!isRide(row)) return []
  const w = words.rides
  const { lang, today } = when
  const ride = placed(row, when)
  const isDriven = isRegular(row) && row.state !== 'closed'
  const next = isDriven ? nextRides(ride, today, MOST_NEXT) : []
  const nextDay = (said: string, day: string): string =>
    w.dayWith(said, saySeats(ride, agreed, words, day))
  const all: readonly RideFact[] = [
    [w.leaves, row.rideFrom ?? ''],
    [w.goes, w.the(row.rideTo ?? '')],
    [w.by, w.list(row.rideBy ?? [])],
    [w.days, sayDays(row, when, words, [sayHours(row, lang, words)])],
    [w.next, w.list(next.map(day => nextDay(dayLong(day, lang, today), day)))],
    [w.seats, (!isRegular(row) && saySeats(ride, agreed, words)) || String(row.rideSeats || '')],
  ]
  return all.filter(([, value]) => value !== '')
}

/** The same on paper that hangs for months: without its next times. */
export const ridePaper = (one: Notice, when: When, words: Words): readonly RideFact[] =>
  rideFacts(one, when, words).filter(([label]) => label !== words.rides.next)

/** *chaque jeudi, à 8 h*: on a strip. */
export const rideWhen = ({ row }: Notice, when: When, words: Words): string =>
  isRide(row) ? sayDays(row, when, words, [sayHours(row, when.lang, words)]) : ''

/** *mercredi, à 8 h (complet)*: its next day, under its title in a list. */
export function nextRideOf(
  { row }: Notice,
  when: When,
  words: Words,
  agreed: readonly SeatsAgreed[] = [],
): string | false {
  const { lang, today } = when
  const ride = placed(row, when)
  const [day] = nextRides(ride, today, 1)
  if (day === undefined) return false
  const said = words.rides.onDay(dayNear(day, lang, today), sayHours(row, lang, words))
  return words.rides.dayWith(said, saySeats(ride, agreed, words, day))
}
