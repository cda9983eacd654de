import { wordsOf } from '../../../../core/letters/words.ts'
import { pattern } from '../../../../core/pattern.ts'
import { weekdayNumber } from '../../../../text/days.ts'
import { RIDE } from './goals-said.ts'
import type { NoticeMeaning } from './meaning.ts'
import { weekdaysOf } from './rides-alike.ts'
import { daysOf } from './small.ts'
import type { SpokenNotice } from './spoken.ts'

/**
 * The days of which two notices tell: weekdays, Monday 1, Sunday 7.
 *
 * Shape   said in the sentence or in its *quand*; of a ride that tells none, the weekday of its own
 *         date (a ride dies that day).
 * Law     none is none: who tells no day refuses none.
 */
export function daysSaid(one: SpokenNotice, said: NoticeMeaning): readonly number[] {
  const told = one.when ? [...new Set([...said.days, ...daysIn(one.when)])] : said.days
  if (told.length > 0) return told
  const driven = weekdaysOf(one.ride?.rideDays ?? null)
  if (driven.length > 0) return driven
  return one.until && (said.act === RIDE || one.mode === 'ride') ? [weekdayNumber(one.until)] : []
}

/** *du lundi au jeudi*, *en semaine*, *mardi ou samedi*. */
function daysIn(text: string): readonly number[] {
  const words = wordsOf(text)
  if (/\bsemaine\b/.test(words.join(' ')) && !words.some(word => daysOf(word).length > 0))
    return /\ben semaine\b/.test(words.join(' ')) ? [1, 2, 3, 4, 5] : []
  const range = /\bdu (\w+) au (\w+)\b/.exec(words.join(' '))
  const [from, to] = [daysOf(range?.[1] ?? '')[0], daysOf(range?.[2] ?? '')[0]]
  if (from !== undefined && to !== undefined)
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => ((from + i - 1) % 7) + 1)
  return words.flatMap(daysOf)
}

/**
 * Two rides of one date each, on two dates, are two rides; one that comes back (*tous les jeudis*)
 * has no date.
 */
const OFTEN = pattern('i')`
  \b(tous|toutes|chaque|régulièrement|souvent)\b|\ble(s)? (lundi|mardi|mercredi|jeudi|vendredi
  |samedi|dimanche)
`
export function onTwoDates(a: SpokenNotice, b: SpokenNotice): boolean {
  const dated = [a, b].every(
    one => one.mode === 'ride' && one.until && !OFTEN.test(`${one.title} ${one.when ?? ''}`),
  )
  return dated && a.until !== b.until
}
