import { plainOf } from '../../../../text/harvest/mask.ts'
import {
  ABOUT_POOL,
  AFOOT,
  CARRIES,
  GROUP,
  LENT,
  ON_FEET,
  OTHER,
  OTHER_PLACE,
  OUTING,
  SEEKS_OTHER,
  THING_GOES,
} from './other-words.ts'
import type { RidePlaces } from './places.ts'
import {
  ALONG,
  COMES_BACK,
  DOES_WAY,
  DRIVER,
  DRIVES,
  ERRAND,
  GOES,
  GOES_THERE,
  HOPE,
  I_DRIVE,
  I_GO,
  KIN_DRIVEN,
  LEAVES,
  MORE,
  MUST_BE,
  OBLIGED,
  PART_OF_DAY,
  PLACE,
  POOL,
  SEAT,
  SEAT_FOR,
  SEATS,
  SEEKS,
  STOP,
  TOGETHER,
  TOWARDS,
  TRIP,
  VEHICLE,
  WANTS_BACK,
  WHO,
  WISH,
} from './ride-words.ts'
import { IS_ASKED, IS_CARLESS, IS_NO_RIDE, IS_TAKEN } from './sayings.ts'
import type { RideText } from './text.ts'

/**
 * Whether a sentence tells of a ride. *Place*, *route*, *monter*, *descendre* alone never do: what
 * says it is a seat in a vehicle, somebody who is taken along, or a person who goes to a place.
 *
 * Law     Silence is better than a notice that a neighbour finds absurd: a sentence of which this
 *         is not sure is no ride.
 */

/** What is told around the way: a day, an hour, a return. */
export type RideHints = Readonly<{ day: boolean; hour: boolean; back: boolean }>

/** Without *je suis à pied*: on foot for want of a car. */
const isAfoot = (plain: string, feet: RegExp): boolean => feet.test(plain.replace(IS_CARLESS, ' '))
const isAlong = (plain: string): boolean =>
  ALONG.test(plain) || IS_TAKEN.test(plain) || MORE.test(plain)

/** Where somebody goes: the first going of the text, when it is of no thing. */
function goingIn(plain: string): RegExpExecArray | undefined {
  const going = GOES.exec(plain)
  return going && !THING_GOES.test(plain.slice(0, going.index)) ? going : undefined
}

export function isRide(text: RideText, places: RidePlaces, hints: RideHints): boolean {
  const { plain } = text
  const some = places.to !== undefined || places.from !== undefined
  if (IS_NO_RIDE.test(plain)) return false
  if (STOP.test(plain)) return some || hints.day
  if (POOL.test(plain)) return !ABOUT_POOL.test(plain) && (some || hints.day || SEATS.test(plain))
  const other = OTHER.test(plain) || SEEKS_OTHER.test(plain)
  if (SEAT.test(plain) && !OTHER_PLACE.test(plain)) return !other && (some || hints.day)
  if (isAlong(plain)) return (some || hints.day) && !LENT.test(plain)
  if (OTHER_PLACE.test(plain)) return false
  if (CARRIES.test(plain) && !SEATS.test(plain)) return false
  if (isFetched(plain, places, hints) || isObliged(plain, places, hints)) return !other
  if (isShared(plain, places, hints)) return !other && !isAfoot(plain, ON_FEET)
  if (DRIVER.test(plain)) return places.to !== undefined && !other
  if (other || !some) return false
  if (hints.day && WHO.test(plain) && COMES_BACK.test(plain)) return true
  if (isAfoot(plain, AFOOT)) return false
  if (CARRIES.test(plain)) return false
  if (WHO.test(plain)) return (places.isNamed || hints.day) && !OUTING.test(plain)
  if (isSeatFor(text, places, hints)) return true
  if (places.to === undefined) return comesBack(plain, hints)
  return goes(plain, places, hints)
}

/** *Prendre mon fils à Sail le matin pour le collège*: both ends, or a car, and a day. */
function isFetched(plain: string, { from, to, isNamed }: RidePlaces, { day }: RideHints): boolean {
  const isBoth = from !== undefined && to !== undefined
  if (KIN_DRIVEN.test(plain)) return day && (isNamed || from !== undefined)
  if (!IS_ASKED.test(plain)) return false
  const isCar = VEHICLE.test(plain) || IS_CARLESS.test(plain)
  const isGoing = isNamed && (GOES.test(plain) || GOES_THERE.test(plain))
  return day ? isBoth || isCar || isGoing : isCar && isNamed
}

const isObliged = (plain: string, { isNamed }: RidePlaces, { day, hour }: RideHints): boolean =>
  isNamed && day && hour && IS_CARLESS.test(plain) && OBLIGED.test(plain)

/** *Bal à Florac samedi, on décolle de Barre à 20 h, une place*: a way, a day and a seat. */
function isShared(plain: string, { from, to }: RidePlaces, { day, hour }: RideHints): boolean {
  if (from === undefined || to === undefined || !day || GROUP.test(plain)) return false
  const isGoing = LEAVES.test(plain) || I_GO.test(plain) || VEHICLE.test(plain)
  const isSeat = SEATS.test(plain) || I_DRIVE.test(plain) || (VEHICLE.test(plain) && hour)
  return isGoing && isSeat
}

/** A seat to a place that has a name, on a day: who looks for it, or who says when in the day. */
function isSeatFor({ plain }: RideText, { to, isNamed }: RidePlaces, hints: RideHints): boolean {
  const at = SEAT_FOR.exec(plain)
  if (!at || !isNamed || !hints.day || to === undefined) return false
  const isNext = plain.slice(at.index + at[0].length).startsWith(plainOf(to))
  return isNext && (SEEKS.test(plain) || hints.hour || PART_OF_DAY.test(plain))
}

/**
 * Whether a sentence of which one is not sure may ask for a seat, or offer one: its writer is
 * asked.
 *
 * Law     *Une place au marché* is a stall, *une place pour mon chien* is none of a town. What is
 *         sold, lent, carried or walked is not asked about.
 */
export function mayBeRide({ plain }: RideText, places: RidePlaces, hints: RideHints): boolean {
  const some = places.to !== undefined || places.from !== undefined || hints.day
  if (IS_NO_RIDE.test(plain) || LENT.test(plain)) return false
  if (isAlong(plain)) return true
  if (CARRIES.test(plain)) return false
  if (
    OTHER.test(plain) ||
    SEEKS_OTHER.test(plain) ||
    OTHER_PLACE.test(plain) ||
    isAfoot(plain, ON_FEET)
  )
    return false
  if (POOL.test(plain)) return !ABOUT_POOL.test(plain)
  if (IS_ASKED.test(plain)) return some || DRIVES.test(plain)
  if (IS_CARLESS.test(plain) || DRIVER.test(plain)) return some || I_GO.test(plain)
  return (
    (places.from !== undefined && places.to !== undefined && hints.day && hints.back) ||
    isSeatTo(plain, places, hints) ||
    mayGo(plain, places, hints) ||
    isTold(plain, places, hints)
  )
}

/** Two signs of a drive, or one that is told to others: with a place or a day. */
function isTold(plain: string, { to, from }: RidePlaces, hints: RideHints): boolean {
  const signs = [
    goingIn(plain) !== undefined || LEAVES.test(plain) || I_GO.test(plain) || I_DRIVE.test(plain),
    VEHICLE.test(plain),
    SEATS.test(plain),
    TRIP.test(plain) || hints.back,
  ].filter(Boolean).length
  const isSome = to !== undefined || from !== undefined || hints.day
  return isSome && signs > 0 && signs + Number(TOGETHER.test(plain)) > 1
}

function isSeatTo(plain: string, { to }: RidePlaces, hints: RideHints): boolean {
  const place = PLACE.exec(plain)
  if (!place || to === undefined || !hints.day || isAfoot(plain, AFOOT)) return false
  const rest = plain.slice(place.index)
  const goal = rest.indexOf(plainOf(to))
  return goal >= 0 && TOWARDS.test(rest.slice(0, goal))
}

/** Somebody goes to a place on a day, or a way is told. */
function mayGo(plain: string, { to, from }: RidePlaces, hints: RideHints): boolean {
  const seats = SEATS.test(plain) || VEHICLE.test(plain)
  if (OUTING.test(plain) || (isAfoot(plain, AFOOT) && !seats)) return false
  if (to !== undefined && goingIn(plain)) return hints.day
  if (TRIP.test(plain)) return to !== undefined || from !== undefined || (seats && hints.day)
  return to !== undefined && seats && hints.day && LEAVES.test(plain)
}

/** Only where one leaves is said: with a day, and with an hour, a seat or a wish. */
function comesBack(plain: string, hints: RideHints): boolean {
  if (!hints.day || !COMES_BACK.test(plain)) return false
  return WANTS_BACK.test(plain) || hints.hour || SEATS.test(plain)
}

/** Somebody goes to a place, with a seat, or on a day. */
function goes(plain: string, { from, to, isNamed }: RidePlaces, hints: RideHints): boolean {
  const seats = SEATS.test(plain) || VEHICLE.test(plain)
  if (hints.day && !OUTING.test(plain)) {
    if ((isNamed || ERRAND.test(plainOf(to ?? ''))) && HOPE.test(plain)) return true
    if (isNamed && hints.hour && MUST_BE.test(plain)) return true
  }
  if (WISH.test(plain) || (IS_CARLESS.test(plain) && (GOES.test(plain) || GOES_THERE.test(plain))))
    return hints.day || IS_CARLESS.test(plain) || /cherche|besoin/.test(plain)
  const going = goingIn(plain)
  if (going)
    return (
      seats || (hints.day && (isNamed || hints.hour || hints.back)) || isAll(plain, going, isNamed)
    )
  if (TRIP.test(plain)) return hints.day || seats || from !== undefined
  if (from !== undefined && hints.day && DOES_WAY.test(plain)) return true
  const isWay =
    from !== undefined || LEAVES.test(plain) || hints.back || (isNamed && DOES_WAY.test(plain))
  return isWay && seats && (hints.hour || hints.day) && !GROUP.test(plain)
}

/** *Rosa descend à Boën.*: nothing else is told, and the day is asked. */
const FEW_WORDS = 4
const isAll = (plain: string, going: RegExpExecArray, isNamed: boolean): boolean =>
  isNamed &&
  plain
    .slice(going.index + going[0].length)
    .trim()
    .split(' ').length <= FEW_WORDS
