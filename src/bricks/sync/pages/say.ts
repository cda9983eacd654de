import type { Ask } from '../../../contract/page.ts'
import type { Reader } from '../../../contract/reader.ts'
import {
  dayOfMoment,
  daysBetween,
  onDay,
  sayTime,
  timeOfMoment,
  weekday,
} from '../../../text/days.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr

/** Who reads, what they read from, and in which words. */
export type Reading = Readonly<{ ask: Ask; read: Reader; words: Words }>

/**
 * *mardi* within six days, *hier*, *aujourd’hui*; else *le 12 novembre*, *vers* when our clock was
 * not set.
 */
export function lately(
  day: string,
  ask: Pick<Ask, 'lang' | 'today'>,
  words: Words,
  sure = true,
): string {
  const ago = daysBetween(day, ask.today)
  if (!sure || ago < 0 || ago > 6) return onDay(day, ask.lang, ask.today, sure)
  return ago === 0 ? words.today : ago === 1 ? words.yesterday : weekday(day, ask.lang)
}

export const latelyAt = (
  ms: number,
  ask: Pick<Ask, 'lang' | 'today'>,
  words: Words,
  sure = true,
): string => lately(dayOfMoment(ms), ask, words, sure)

/** *aujourd’hui à 14 h 05*: several things of one day are told apart by their hour. */
export const momentAt = (ms: number, ask: Pick<Ask, 'lang' | 'today'>, words: Words): string =>
  words.atHour(latelyAt(ms, ask, words), sayTime(timeOfMoment(ms), ask.lang))
