import type { Territory } from '../../../../contract/slots.ts'
import { pattern } from '../../../../core/pattern.ts'
import { numberOf } from '../matching/small.ts'
import { type RideDays, rideDays } from './days.ts'
import { type RideHours, rideHours } from './hours.ts'
import { parted } from './parted.ts'
import { namesOf, type RidePlaces, ridePlaces } from './places.ts'
import { type RideRests, rideRests } from './rests.ts'
import { isRide } from './sure.ts'
import { rideText } from './text.ts'

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

/** What one knows before reading: the day, and the communes around (`namesOf`). */
export type RideContext = Readonly<{ today: string; communes: RegExp }>

export const rideContext = (today: string, territory: Territory | undefined): RideContext => ({
  today,
  communes: namesOf((territory?.communes ?? []).map(({ name }) => name)),
})

const SEATS = pattern()`
    (?<![a-z\d])(\d|une?|deux|trois|quatre|cinq|six|sept|huit) (?:autres? |seules? |petites? )?(?:
    places?
    |personnes?|passagers?)(?![a-z])
  `
const BACK = pattern()`
    (?<![a-z])(?:aller-?(?: et )?-?retours?|aller et retour|a\/r|retour (?:possible|compris|aussi
    |inclus))(?![a-z])
  `

/** What the sentence tells of a ride, be it one or not. */
export function rideTold(sentence: string, { today, communes }: RideContext): RideSaid {
  const text = rideText(sentence)
  const { there, back } = parted(text)
  const seats = SEATS.exec(text.plain)?.[1]
  return {
    ...ridePlaces(there, communes),
    ...rideHours(there, back),
    days: rideDays(text, today),
    rests: rideRests(text, today),
    seats: seats === undefined ? undefined : numberOf(seats),
    isBack: back !== undefined || BACK.test(text.plain),
  }
}

/** The ride that a sentence tells; undefined where one is not sure that it does. */
export function rideIn(sentence: string, context: RideContext): RideSaid | undefined {
  const told = rideTold(sentence, context)
  const hints = {
    day: told.days !== undefined,
    hour: told.leavesAt !== undefined,
    back: told.isBack,
  }
  return isRide(rideText(sentence), told, hints) ? told : undefined
}

const NO_COMMUNES = namesOf([])
/** The way that a sentence tells, where neither the day nor the territory is known. */
export const wayTold = (sentence: string): RidePlaces =>
  ridePlaces(parted(rideText(sentence)).there, NO_COMMUNES)
