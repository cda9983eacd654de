import type { Kit } from '../../../../contract/kit.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { isDay } from '../../../../core/form/fit.ts'
import { asSent } from '../../../../core/form/input.ts'
import { dayAfter, dayNear } from '../../../../text/days.ts'
import type { Filter } from '../../../../ui/list.ts'
import { ridesFound } from '../../model/rides/read-rides.ts'
import type { NoticeFilter } from '../../model/rules.ts'
import type { fr } from '../../words/fr.ts'
import { choiceOf } from '../finding/choice.ts'

type Words = typeof fr

/** So many days one may choose from; any other is typed in the address. */
const DAYS = 8
/** A place is a name; more letters name none. */
const LONGEST_PLACE = 60

const dayAsked = (kit: Kit): string | undefined => {
  const day = asSent(kit.request.query, 'jour')
  return isDay(day) ? day : undefined
}
const placeAsked = (kit: Kit): string | undefined =>
  asSent(kit.request.query, 'par').trim().slice(0, LONGEST_PLACE) || undefined

/** What an address asks of the notices; of rides, the day and a place on their way too. */
export function choiceHere(kit: Kit, read: Reader): NoticeFilter {
  const choice = choiceOf(kit.request.query, kit.territory)
  const [day, place] = [dayAsked(kit), placeAsked(kit)]
  if (day === undefined && place === undefined) return choice
  const asked = { ...(day ? { day } : {}), ...(place ? { place } : {}) }
  const { today } = kit.request
  return {
    ...choice,
    mode: 'ride',
    ids: ridesFound(read, asked, { today, territory: kit.territory }),
  }
}

const isAboutRides = (kit: Kit): boolean =>
  asSent(kit.request.query, 'facon') === 'ride' ||
  dayAsked(kit) !== undefined ||
  placeAsked(kit) !== undefined

/** *Trajets*: the day, and a place on the way. */
export function rideFilters(kit: Kit, words: Words): readonly Filter[] {
  if (!isAboutRides(kit)) return []
  const { lang, today } = kit.request
  const days = Array.from({ length: DAYS }, (_, i) => dayAfter(today, i))
  const day = dayAsked(kit)
  const all = day === undefined || days.includes(day) ? days : [...days, day].sort()
  return [
    {
      name: 'jour',
      label: words.rides.day,
      options: all.map(value => ({ value, label: dayNear(value, lang, today) })),
    },
    { name: 'par', label: words.rides.passing },
  ]
}

/** The choice in words, for a page of paper. */
export function sayRides(kit: Kit, words: Words): readonly string[] {
  const { lang, today } = kit.request
  const [day, place] = [dayAsked(kit), placeAsked(kit)]
  return [
    ...(day ? [dayNear(day, lang, today)] : []),
    ...(place ? [words.rides.passingBy(place)] : []),
  ]
}
