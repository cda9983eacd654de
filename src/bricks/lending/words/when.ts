import type { Lang } from '../../../core/lang.ts'
import {
  dayLong,
  dayNear,
  dayOfMoment,
  sayDays,
  sayTime,
  sayTimes,
  timeOfMoment,
} from '../../../text/days.ts'
import type { Span } from '../model/span.ts'

/** How a language joins two moments. */
type Joins = Readonly<{
  at: (day: string, time: string) => string
  fromTo: (from: string, until: string) => string
  evening: (day: string) => string
}>

/**
 * A time in words: *samedi 5 décembre*, *samedi 5 décembre, de 14 h à 18 h*, *du samedi 5 au
 * dimanche 6 décembre*, *du samedi 24 octobre à 20 h au dimanche 25 octobre à 8 h*.
 */
export function whenSaid({ from, until }: Span, lang: Lang, today: string, joins: Joins): string {
  const [first, last] = [dayOfMoment(from), dayOfMoment(until - 1)]
  const [start, end] = [timeOfMoment(from), timeOfMoment(until)]
  const isWhole = start === '00:00' && end === '00:00'
  if (isWhole)
    return first === last ? dayLong(first, lang, today) : sayDays(first, last, lang, today)
  if (first === last) {
    const stop = end === '00:00' ? '24:00' : end
    return `${dayLong(first, lang, today)}, ${sayTimes(start, stop, lang)}`
  }
  return joins.fromTo(
    joins.at(dayLong(first, lang, today), sayTime(start, lang)),
    endSaid(until, lang, today, joins),
  )
}

/** Until when: *dimanche 6 décembre à 18 h*; midnight is the evening before. */
export const endSaid = (until: number, lang: Lang, today: string, joins: Joins): string =>
  timeOfMoment(until) === '00:00'
    ? joins.evening(dayLong(dayOfMoment(until - 1), lang, today))
    : momentSaid(until, lang, today, joins)

/** *hier à 18 h*, *dimanche 6 décembre au soir*: a moment that is past, from near. */
export const sinceSaid = (until: number, lang: Lang, today: string, joins: Joins): string =>
  timeOfMoment(until) === '00:00'
    ? joins.evening(dayNear(dayOfMoment(until - 1), lang, today))
    : nearSaid(until, lang, today, joins)

/** *demain à 9 h*, *samedi*: a moment near, and its hour unless it is midnight. */
export function nearSaid(
  moment: number,
  lang: Lang,
  today: string,
  { at }: Pick<Joins, 'at'>,
): string {
  const day = dayNear(dayOfMoment(moment), lang, today)
  const time = timeOfMoment(moment)
  return time === '00:00' ? day : at(day, sayTime(time, lang))
}

/** *dimanche 6 décembre*, and its hour unless it is midnight. */
export function momentSaid(
  moment: number,
  lang: Lang,
  today: string,
  { at }: Pick<Joins, 'at'>,
): string {
  const day = dayLong(dayOfMoment(moment), lang, today)
  const time = timeOfMoment(moment)
  return time === '00:00' ? day : at(day, sayTime(time, lang))
}
