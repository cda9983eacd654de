import type { CommandContext } from '../../../../contract/command.ts'
import type { Refusal } from '../../../../contract/decision.ts'
import { message, type Say } from '../../../../contract/message.ts'
import { occurrences } from '../../../../core/calendar/recurrence.ts'
import { WEEKDAY_CODES } from '../../../../core/calendar/weekdays.ts'
import { isDay, isTime } from '../../../../core/form/fit.ts'
import { type Input, one, texts } from '../../../../core/form/input.ts'
import type { FieldsOf } from '../../../../core/schema.ts'
import { dayAfter } from '../../../../text/days.ts'
import type { fr } from '../../words/fr.ts'
import type { RideUnderstood } from '../../words/rides/understood.ts'
import type { Mode } from '../modes.ts'
import type { offer } from '../records.ts'
import type { RideDays } from './days.ts'
import { type DayPart, hourTyped } from './hours.ts'
import type { RideRests } from './rests.ts'
import { type RideSaid, rideContext, rideIn, rideMaybe, rideTold } from './ride.ts'

/**
 * A ride as its writer gives it: by their sentence, and by what they filled in where the sentence
 * did not tell.
 */
const say: Say<typeof fr> = message

/** What a notice holds of its ride. */
export type RideFields = Pick<
  FieldsOf<typeof offer>,
  | 'rideFrom'
  | 'rideTo'
  | 'rideBy'
  | 'rideDays'
  | 'rideSince'
  | 'rideNotSchool'
  | 'rideNotHolidays'
  | 'rideOff'
  | 'rideAt'
  | 'rideBack'
  | 'rideBackAt'
  | 'rideSeats'
  | 'until'
>

/** How often: each week, every other one, or once a month, at the first, second… such day. */
export const RIDE_RHYTHMS = ['1', '2', 'm1', 'm2', 'm3', 'm4', 'm-1'] as const

/** What the form says of the ride: one, none, or the question was asked. */
export const RIDE_SAID = {
  yes: 'oui',
  no: 'non',
  other: 'autre',
  asked: 'demande',
  unsure: 'doute',
} as const

/**
 * The fields of a ride; undefined when the notice is none.
 *
 * Law     a ride of which nobody said the day is asked for it once: sent again as it was, it is
 *         taken as it is, its day to be agreed. Where one is not sure that it is a ride, its writer
 *         is asked once, and left as it is it is none.
 */
export function rideAsked(
  input: Input,
  sentence: string,
  ticked: Mode | undefined,
  at: CommandContext,
): Readonly<{ fields: RideFields }> | Refusal | undefined {
  const asked = one(input, 'trajet')
  const isYes = asked === RIDE_SAID.yes
  const isNone = asked === RIDE_SAID.no || asked === RIDE_SAID.other
  if (isNone || (ticked !== undefined && ticked !== 'ride' && !isYes)) return undefined
  const known = rideContext(at, at.territory())
  const isTicked = ticked === 'ride' || isYes || asked === RIDE_SAID.asked
  const told = isTicked ? rideTold(sentence, known) : rideIn(sentence, known)
  // The second page asks it itself.
  const isUnsure = told === undefined && asked === '' && one(input, 'plus') === ''
  if (isUnsure && rideMaybe(sentence, known) !== undefined)
    return { refused: say('rides.isOne'), field: 'trajet' }
  if (told === undefined) return undefined
  const days = daysAsked(input, at.today) ?? told.days
  if (days === undefined && asked === '') return { refused: say('rides.when'), field: 'chaque' }
  return { fields: { ...wayFields(told, input), ...dayFields(days, told.rests, at.today) } }
}

/** What a sentence told of a ride, as it is said to its writer. */
export const rideUnderstood = (told: RideSaid, today: string): RideUnderstood =>
  understoodOf(
    { ...wayFields(told, {}), ...dayFields(told.days, told.rests, today) },
    { today, part: told.part },
  )
/** The same, of what a notice holds. */
export const understoodOf = (
  way: RideFields,
  { today, part }: Readonly<{ today: string; part: DayPart | undefined }>,
): RideUnderstood => ({
  today,
  from: way.rideFrom ?? '',
  to: way.rideTo ?? '',
  day: way.until ?? '',
  rule: way.rideDays ?? '',
  at: way.rideAt ?? '',
  part: part ?? '',
  seats: way.rideSeats ?? 0,
})

/** The days that were filled in: a day, or a rhythm. What is filled in is what was chosen. */
export function daysAsked(input: Input, today: string): RideDays | undefined {
  const week = WEEKDAY_CODES.filter(code => texts(input, 'chaque').includes(code))
  const rhythm = RIDE_RHYTHMS.find(one_ => one_ === one(input, 'rythme')) ?? '1'
  if (week.length > 0) {
    const recurs = ruleOf(week, rhythm)
    const [startsOn] = occurrences({ startsOn: today, recurs }, today, dayAfter(today, 400), 1)
    return startsOn ? { is: 'often', recurs, startsOn } : { is: 'often' }
  }
  const day = one(input, 'until')
  return isDay(day) ? { is: 'once', day } : undefined
}

function ruleOf(week: readonly string[], rhythm: string): string {
  if (rhythm.startsWith('m'))
    return `FREQ=MONTHLY;BYDAY=${week.map(day => `${rhythm.slice(1)}${day}`).join(',')}`
  return `FREQ=WEEKLY;${rhythm === '2' ? 'INTERVAL=2;' : ''}BYDAY=${week.join(',')}`
}

/** What comes back has no last day of its own. */
function dayFields(days: RideDays | undefined, rests: RideRests, today: string): RideFields {
  if (days?.is === 'once') return { until: days.day }
  if (days?.recurs === undefined) return {}
  const rideSince = days.startsOn < today ? today : days.startsOn
  return { rideDays: days.recurs, rideSince, ...restFields(rests) }
}

/** What a notice holds of the days on which it rests. */
export const restFields = ({ school, holidays, off }: RideRests) => ({
  ...(school ? { rideNotSchool: true } : {}),
  ...(holidays ? { rideNotHolidays: true } : {}),
  ...(off.length > 0 ? { rideOff: off } : {}),
})

const MOST_SEATS = 60
const MOST_STOPS = 6
function wayFields(told: RideSaid, input: Input): RideFields {
  const typed = (name: string, known: string | undefined): string | undefined =>
    one(input, name).slice(0, 100) || known
  const from = typed('depart', told.from)
  const to = typed('vers', told.to)
  const stops = one(input, 'par')
    .split(/[,;]| et /)
    .flatMap(name => name.trim().slice(0, 100) || [])
  const by = (stops.length > 0 ? stops : told.via).slice(0, MOST_STOPS)
  const seats = Number.parseInt(one(input, 'places'), 10) || told.seats
  const leavesAt = hourTyped(one(input, 'heure')) ?? told.leavesAt
  const backAt = hourTyped(one(input, 'retour')) ?? told.backAt
  return {
    ...(from ? { rideFrom: from } : {}),
    ...(to ? { rideTo: to } : {}),
    ...(by.length > 0 ? { rideBy: by } : {}),
    ...(seats && seats > 0 && seats <= MOST_SEATS ? { rideSeats: seats } : {}),
    ...(isTime(leavesAt) ? { rideAt: leavesAt } : {}),
    ...(isTime(backAt) ? { rideBackAt: backAt } : {}),
    ...(told.isBack || isTime(backAt) ? { rideBack: true } : {}),
  }
}
