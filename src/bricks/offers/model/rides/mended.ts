import type { Refusal } from '../../../../contract/decision.ts'
import { message, type Say } from '../../../../contract/message.ts'
import type { fr } from '../../words/fr.ts'
import { FAR_TOWNS } from './names.ts'
import { type RideSaid, rideTold } from './ride.ts'

type Words = typeof fr
const say: Say<Words> = message

type Said = Readonly<Record<string, unknown>>

/** What its person corrects of a ride, beside its sentence. */
export const RIDE_MENDED: readonly string[] = [
  'rideDays',
  'rideNotSchool',
  'rideNotHolidays',
  'rideOff',
  'rideAt',
  'rideBackAt',
  'rideFrom',
  'rideTo',
  'rideBy',
  'rideSeats',
]

/** A box without its tick and an empty list are what was never said. */
const saidOf = (value: unknown): string =>
  value === false || (Array.isArray(value) && value.length === 0)
    ? 'null'
    : JSON.stringify(value ?? null)
const isSame = (one: unknown, other: unknown): boolean => saidOf(one) === saidOf(other)
/** Whether a field was filled in otherwise than it stood. */
export const isTyped = (fields: Said, row: Said, name: string): boolean =>
  Object.hasOwn(fields, name) && !isSame(fields[name], row[name])

const toldBy = (sentence: string, row: Said) =>
  fieldsOf(
    rideTold(sentence, {
      today: String(row['rideSince'] ?? '') || UNKNOWN_DAY,
      communes: FAR_TOWNS,
    }),
  )

/**
 * A corrected sentence corrects what was read in it: the days, the way, the hours and the seats
 * that it tells otherwise than before. What the sentence never told stays as it was filled in, and
 * what is filled in now is what was chosen.
 */
export function mendedRide<F extends Said>(fields: F, row: Said): F {
  const [now, before] = [fields['title'], row['title']]
  if (row['mode'] !== 'ride' || typeof now !== 'string' || typeof before !== 'string') return fields
  const was: Said = toldBy(before, row)
  const other = Object.entries(toldBy(now, row)).filter(
    ([name, value]) => !isSame(value, was[name]) && !isTyped(fields, row, name),
  )
  return other.length === 0 ? fields : { ...fields, ...Object.fromEntries(other) }
}

/**
 * Why a correction can't stand: the sentence still tells the hour, the day or the seats that its
 * person corrected beside it. A page says nothing twice in two ways.
 */
export function rideContradicted(fields: Said, row: Said): Refusal | undefined {
  if (row['mode'] !== 'ride') return undefined
  const sentence = String(fields['title'] ?? row['title'] ?? '')
  const told: Said = toldBy(sentence, row)
  const is = (['rideDays', 'rideAt', 'rideBackAt', 'rideSeats'] as const).find(
    name =>
      isTyped(fields, row, name) &&
      (told[name] ?? null) !== null &&
      !isSame(told[name], fields[name]),
  )
  return is && { refused: say(`rides.stillSays.${is}`), field: 'title' }
}
/** A day against which weekdays are read, where only the rule counts. */
const UNKNOWN_DAY = '2026-01-01'

/** A day that is told once is a field of its own, which its author corrects. */
const fieldsOf = ({ from, to, via, days, rests, leavesAt, backAt, isBack, seats }: RideSaid) => ({
  rideFrom: from ?? null,
  rideTo: to ?? null,
  rideBy: via.length > 0 ? via : null,
  rideAt: leavesAt ?? null,
  rideBackAt: backAt ?? null,
  rideBack: isBack ? true : null,
  rideSeats: seats ?? null,
  ...(days?.is === 'often' && days.recurs ? { rideDays: days.recurs } : {}),
  rideNotSchool: rests.school ? true : null,
  rideNotHolidays: rests.holidays ? true : null,
  rideOff: rests.off.length > 0 ? rests.off : null,
})
