import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
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
export type SyncPage = Readonly<{ kit: Kit; read: Reader; words: Words }>

/**
 * *mardi* within six days, *hier*, *aujourd’hui*; else *le 12 novembre*, *vers* when our clock was
 * not set.
 */
export function lately(
  day: string,
  request: Pick<Request, 'lang' | 'today'>,
  words: Words,
  sure = true,
): string {
  const ago = daysBetween(day, request.today)
  if (!sure || ago < 0 || ago > 6) return onDay(day, request.lang, request.today, sure)
  return ago === 0 ? words.today : ago === 1 ? words.yesterday : weekday(day, request.lang)
}

export const latelyAt = (
  ms: number,
  request: Pick<Request, 'lang' | 'today'>,
  words: Words,
  sure = true,
): string => lately(dayOfMoment(ms), request, words, sure)

/** *aujourd’hui à 14 h 05*: several things of one day are told apart by their hour. */
export const momentAt = (
  ms: number,
  request: Pick<Request, 'lang' | 'today'>,
  words: Words,
): string => words.atHour(latelyAt(ms, request, words), sayTime(timeOfMoment(ms), request.lang))
