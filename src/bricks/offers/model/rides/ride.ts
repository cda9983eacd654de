import type { Territory } from '../../../../contract/territory.ts'
import { pattern } from '../../../../core/pattern.ts'
import { timeOfMoment } from '../../../../text/days.ts'
import { type RideDays, rideDays } from './days.ts'
import { inFrench } from './english.ts'
import { isHourIn, type RideHours, rideHours } from './hours.ts'
import { FAR_TOWNS, namesOf } from './names.ts'
import { parted } from './parted.ts'
import { type RidePlaces, ridePlaces } from './places.ts'
import { type RideRests, rideRests } from './rests.ts'
import { seatsIn } from './seats-said.ts'
import { isRide, mayBeRide, type RideHints } from './sure.ts'
import { type RideText, rideText } from './text.ts'

/**
 * The ride that a sentence tells: *je descends à Montbrison tous les jeudis à 8 h, il me reste deux
 * places*. The form, the harvest and the bench read by this function.
 *
 * Shape   `days`: absent where none is told. `seats`: absent where none is counted. `isBack`: there
 *         and back.
 */
export type RideSaid = RidePlaces &
  RideHours &
  Readonly<{
    days: RideDays | undefined
    rests: RideRests
    seats: number | undefined
    isBack: boolean
  }>

/**
 * What one knows before reading: the day and the hour (`nearDay`), and the communes around
 * (`namesOf`).
 */
export type RideContext = Readonly<{ today: string; time?: string; communes: RegExp }>
/** When a sentence is read, as a turn and a request say it; without `now` no hour is past. */
export type ReadNow = Readonly<{ today: string; now?: number }>

export const rideContext = (
  { today, now }: ReadNow,
  territory: Territory | undefined,
): RideContext => ({
  today,
  ...(now === undefined ? {} : { time: timeOfMoment(now) }),
  communes: namesOf((territory?.communes ?? []).map(({ name }) => name)),
})

const BACK = pattern()`
    (?<![a-z])(?:aller-?(?: et )?-?retours?|aller et retour|a\/r|retour (?:possible|compris|aussi
    |inclus))(?![a-z])
  `

/** One reading, of French and of English. */
const readIn = (sentence: string): RideText => rideText(inFrench(sentence))

/** What the sentence tells of a ride, be it one or not. */
export const rideTold = (sentence: string, context: RideContext): RideSaid =>
  toldIn(readIn(sentence), context)

function toldIn(text: RideText, { today, time, communes }: RideContext): RideSaid {
  const { there, back } = parted(text)
  return {
    ...ridePlaces(there, communes),
    ...rideHours(there, back),
    days: rideDays(text, today, time),
    rests: rideRests(text, today),
    seats: seatsIn(text.plain),
    isBack: back !== undefined || BACK.test(text.plain),
  }
}

/** The ride that a sentence tells; undefined where one is not sure that it does. */
export function rideIn(sentence: string, context: RideContext): RideSaid | undefined {
  const { text, told, hints } = readingOf(sentence, context)
  return isRide(text, told, hints) ? told : undefined
}
/** The ride that a sentence may tell, of which one is not sure: its writer is asked. */
export function rideMaybe(sentence: string, context: RideContext): RideSaid | undefined {
  const { text, told, hints } = readingOf(sentence, context)
  return mayBeRide(text, told, hints) && !isRide(text, told, hints) ? told : undefined
}

type Reading = Readonly<{ text: RideText; told: RideSaid; hints: RideHints }>
/** The last reading: a turn asks for the ride of one sentence, then whether it may be one. */
let last: (Reading & RideContext & Readonly<{ sentence: string }>) | undefined
function readingOf(sentence: string, context: RideContext): Reading {
  const { today, time, communes } = context
  const isHeld = last?.sentence === sentence && last.communes === communes
  if (last && isHeld && last.today === today && last.time === time) return last
  const text = readIn(sentence)
  const told = toldIn(text, context)
  last = { sentence, ...context, text, told, hints: hintsOf(text, told) }
  return last
}
const hintsOf = (text: RideText, { days, isBack }: RideSaid): RideHints => ({
  day: days !== undefined,
  hour: isHourIn(text),
  back: isBack,
})

/** The way that a sentence tells, where neither the day nor the territory is known. */
export const wayTold = (sentence: string): RidePlaces =>
  ridePlaces(parted(readIn(sentence)).there, FAR_TOWNS)
