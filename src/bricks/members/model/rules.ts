import { bornAt } from '../../../core/id.ts'
import { dayOfMoment, daysBetween } from '../../../text/days.ts'

/** Words left for somebody: what waits too long, and in what order a relay reads them. */

/**
 * Units   days. A relay passes at least once a week at the bar or the shop: after five days unseen
 *         a word stands first in their list, after seven the keeper is told of it.
 */
export const LATE_DAYS = 5
export const TOO_LATE_DAYS = 7

export type RelayedWord = Readonly<{ id: string; seenOn: string | null; handedOn: string | null }>

/** The day on which it was left: ids are ordered by time. */
export const leftOn = (word: Pick<RelayedWord, 'id'>): string => dayOfMoment(bornAt(word.id))

/** Nobody has seen it for so many days. */
export const isUnseen = (word: RelayedWord, today: string, days: number): boolean =>
  word.seenOn === null && word.handedOn === null && daysBetween(leftOn(word), today) >= days

/**
 * Those that wait too long first, then the others that are still to be handed over, then those that
 * were; each newest first.
 *
 * Law     the same words, each once.
 */
export function inOrder<W extends RelayedWord>(words: readonly W[], today: string): readonly W[] {
  const rank = (word: W): number =>
    isUnseen(word, today, LATE_DAYS) ? 0 : word.handedOn === null ? 1 : 2
  return [...words].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? 1 : -1))
}
