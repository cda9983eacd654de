import type { Reader } from '../../../../contract/reader.ts'
import { pattern } from '../../../../core/pattern.ts'
import { daysInFrench } from '../../../../text/days-in-french.ts'
import { datesIn, type ToldDay } from '../../../../text/harvest/dates.ts'
import { MONTHS, WEEKDAYS } from '../../../../text/harvest/fr.ts'
import { dayOfMonthIn } from '../near-day.ts'
import { isDrivenOn, nextRides, type RideRow } from './dates.ts'
import { type RideDays, rideDays } from './days.ts'
import { rideText } from './text.ts'

/** The words of an agreement, the day on which they were said, and whether it is done. */
export type MomentWords = Readonly<{ when: string | null; on: string; state: 'agreed' | 'done' }>
/** The words, with the hour at which they are said where they are read then (`nearDay`). */
type WordsRead = Pick<MomentWords, 'when' | 'on'> & Readonly<{ time?: string }>

const EACH = /(?<![a-z])(?:(?:chaque|toutes les) (?:semaines?|fois))(?![a-z])/
/** What names no day: an hour, a number of seats, a day of each month. */
const NO_DAY = pattern('g')`
  (?<!\d)\d{1,2} ?(?:h|heures?)(?![a-z]) ?(?:\d\d(?!\d))?|(?<!\d)\d{1,2}:\d\d(?!\d)
  |(?<![a-z\d])\d+ (?:places?|personnes?)(?![a-z])|le \d{1,2}(?:er)? (?:du|de chaque) mois
`
const NEAR = `(?<![a-z])(?:${WEEKDAYS.join('|')}|(?:apres-)?demain)(?![a-z])`
const NAMED = new RegExp(NEAR, 'g')
/** What names another day, or may turn what is read into its contrary. */
const UNSURE = pattern()`
  (?<![a-z])(?:le|les|du|et|puis) \d{1,2}(?:er)?(?![\d:])
  (?! ?(?:rue|route|chemin|avenue|place|impasse|allee|min|minutes)(?![a-z]))|\d/\d
  |(?<![a-z])(?:ou|sauf|pas|ni|hors|sinon|plutot|entre|jusqu[a-z']*|a partir|des le|depuis
  |suivante?s?|prochaine?s?|d'apres|d'ici
  |dans \w+ (?:jours?|semaines?|mois)|semaine (?:de|du|d)|week-?ends?
  |vacances|${MONTHS.join('|')})(?![a-z])
`

/**
 * Whether an agreement takes its seats of a ride on a day.
 *
 * Law     It takes them on the days that its words say, or each time. Words that name no day are
 *         about the next time. Words that are not read for sure take none.
 */
export function isAgreedFor(ride: RideRow, { when, on, state }: MomentWords, day: string): boolean {
  const text = rideText(daysInFrench(when ?? ''))
  const said = rideDays(text, on)
  if (said?.is === 'often' || EACH.test(text.plain))
    return state === 'agreed' && isEachTime(ride, text.plain, said, day)
  const days = daysSaid(text.plain, said, on)
  return days === 'none' ? nextRides(ride, on, 1)[0] === day : days.includes(day)
}

/**
 * The days that the words of an agreement name.
 *
 * Shape   `each`: each time, or each day of a rule of its own · `days`: these · `unread`: none, or
 *         not for sure.
 */
export type DaysAgreed =
  | Readonly<{ is: 'each'; recurs?: string; startsOn?: string }>
  | Readonly<{ is: 'days'; days: readonly string[] }>
  | Readonly<{ is: 'unread' }>
export function daysAgreed({ when, on, time }: WordsRead): DaysAgreed {
  const text = rideText(daysInFrench(when ?? ''))
  const { plain } = text
  const said = rideDays(text, on, time)
  if (said?.is === 'often' || EACH.test(plain)) {
    if (UNSURE.test(plain.replace(NO_DAY, ''))) return { is: 'unread' }
    if (said?.is !== 'often' || said.recurs === undefined)
      return EACH.test(plain) ? { is: 'each' } : { is: 'unread' }
    const { recurs, startsOn } = said
    // Of one week in two nobody knows which.
    return recurs.includes('INTERVAL') ? { is: 'unread' } : { is: 'each', recurs, startsOn }
  }
  const days = daysSaid(plain, said, on)
  return days === 'none' || days.length === 0 ? { is: 'unread' } : { is: 'days', days }
}

/** See `Published.momentDays`. */
export function momentDays(_read: Reader, agreed: WordsRead): readonly string[] | undefined {
  const said = daysAgreed(agreed)
  return said.is === 'days' ? said.days : undefined
}

/** *Chaque semaine* is each of its days; *un jeudi sur deux*, as far as the ride says so too. */
function isEachTime(
  ride: RideRow,
  plain: string,
  said: RideDays | undefined,
  day: string,
): boolean {
  if (UNSURE.test(plain.replace(NO_DAY, ''))) return false
  if (said?.is !== 'often' || said.recurs === undefined) return EACH.test(plain)
  if (said.recurs === ride.rideDays) return true
  const { recurs: rule, startsOn } = said
  const own = { mode: 'ride', rideDays: rule, rideSince: startsOn, until: null }
  return !rule.includes('INTERVAL') && isDrivenOn(own, day)
}

/** *Vendredi 12 à 9 h*, where no 12 near is a Friday: the number is no hour. */
const isOtherNumber = (left: string): boolean =>
  NUMBER.test(left) && /\.|midi|minuit/.test(left.replace(NUMBER, ' '))
const NUMBER = new RegExp(`${NEAR} \\d{1,2}(?![\\d.:])(?! ?(?:[ap]\\.?m|o'clock))`)
/** *Vendredi le 12*: the two may not be one day. */
const OTHER_DAY = new RegExp(`${NEAR}`)

/** The days that the words name, empty where one of them is not sure; `none`: they name no day. */
function daysSaid(
  plain: string,
  said: RideDays | undefined,
  on: string,
): readonly string[] | 'none' {
  const dates = datesIn(plain, { day: on }).filter(({ sure }) => sure)
  const numbered = dates.length === 0 && !OTHER_DAY.test(plain) && dayOfMonthIn(plain, on)
  const told: readonly Pick<ToldDay, 'from' | 'to' | 'day' | 'until'>[] = numbered
    ? [numbered]
    : dates
  let left = plain
  for (const { from, to } of told)
    left = left.slice(0, from) + '.'.repeat(to - from) + left.slice(to)
  left = left.replace(NO_DAY, '.')
  const named = left.match(NAMED) ?? []
  if (UNSURE.test(left) || isOtherNumber(left) || named.length > (told.length > 0 ? 0 : 1))
    return []
  if (told.length === 0) return said?.is === 'once' ? [said.day] : named.length > 0 ? [] : 'none'
  const isRange = told.some(
    ({ from, to, until }) => until !== undefined && !/ et /.test(plain.slice(from, to)),
  )
  const days = told.flatMap(({ day, until = day }) => [day, until])
  return isRange ? [] : [...new Set(days)]
}
