import { lazyOf } from '../../../../core/lazy.ts'
import { fold, wordsOf } from '../../../../core/letters/words.ts'
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
  const left = daysLeft(one)
  if (left.length > 0) return left
  const all = one.when ? [...new Set([...said.days, ...daysIn(one.when)])] : said.days
  const told = all.length > 0 ? all.filter(day => !daysOut(one).includes(day)) : all
  if (told.length > 0) return told
  const driven = weekdaysOf(one.ride?.rideDays ?? null)
  if (driven.length > 0) return driven
  return one.until && (said.act === RIDE || one.mode === 'ride') ? [weekdayNumber(one.until)] : []
}

const DAY = '(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche)s?'
const DAYS = `${DAY}(?:(?:,| et| ou| ni)(?: les?)? ${DAY})*`
/** *Jamais le mercredi*, *sauf lundi et mardi*, *fermé le lundi*; not *la ferme*. */
const OUT = pattern('giu')`
  (?<!\p{L})(?:sauf|jamais|hors|hormis|exceptée?s?|fermée?|absente?
  |pas(?: dispo(?:nible)?| libre| là)?)(?: (?:le|les|du|des|de|tous les))? (${DAYS})(?! \d)
`
/** *Il ne reste que le samedi*: whatever else is said. */
const LEFT = pattern('giu')`
  (?<!\p{L})reste(?:nt)? (?:plus )?que (?:les? )?(${DAYS})
`
const textOf = ({ title, more, when }: SpokenNotice): string => `${title} ${more} ${when ?? ''}`
const daysAfter = (one: SpokenNotice, shape: RegExp): readonly number[] =>
  [...textOf(one).matchAll(shape)].flatMap(([, days = '']) => wordsOf(days).flatMap(daysOf))
const daysOut = lazyOf((one: SpokenNotice) => daysAfter(one, OUT))
const daysLeft = lazyOf((one: SpokenNotice) => daysAfter(one, LEFT))

/** *Samedi 16*, and no hour: *samedi 16 h*. */
const DATE = pattern('gu')`
  \b(${DAY}) (\d{1,2})(?= *(?:$|[.,;:!?)]|(?:er|janv\w*|fev\w*|mars|avr\w*|mai|juin|juil\w*|aout
  |sept\w*|oct\w*|nov\w*|dec\w*|matin|soir|midi|apres|prochain|a|au|de|des|et|ou|pour|vers|en|je|on
  |nous)\b))
`
const datesSaid = lazyOf((one: SpokenNotice): ReadonlyMap<number, readonly string[]> => {
  const dates = [...fold(textOf(one)).matchAll(DATE)].flatMap(([, day = '', number = '']) =>
    daysOf(day).map(told => [told, number] as const),
  )
  const days = [...new Set(dates.map(([day]) => day))]
  return new Map(
    days.map(day => [day, dates.flatMap(([told, number]) => (told === day ? [number] : []))]),
  )
})

/** Whether one says never on the only days that the other tells. */
export const areDaysOut = (a: SpokenNotice, daysOfB: readonly number[]): boolean =>
  daysOfB.length > 0 && daysOfB.every(day => daysOut(a).includes(day))
/** Whether both tell dates of one weekday, *samedi 9* and *samedi 16*, and none in common. */
export function areTwoDates(a: SpokenNotice, b: SpokenNotice, day: number): boolean {
  const [mine, theirs] = [datesSaid(a).get(day), datesSaid(b).get(day)]
  return mine !== undefined && theirs !== undefined && !mine.some(one => theirs.includes(one))
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
