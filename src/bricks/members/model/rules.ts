import { bornAt } from '../../../core/id.ts'
import { dayOfMoment, daysBetween } from '../../../text/days.ts'

/** Words left for somebody: what waits too long, and in what order a relay reads them. */

/**
 * Units   days. A relay passes at least once a week at the bar or the shop: after five days unseen
 *         a word stands first in their list, after seven the keeper is told of it.
 */
export const LATE_DAYS = 5
export const TOO_LATE_DAYS = 7

/**
 * Units   days. Somebody whom one did not find is looked for again after so many.
 */
export const RETRY_DAYS = 3

export type RelayedWord = Readonly<{ id: string; seenOn: string | null; handedOn: string | null }>

/** They were looked for these days, and not found: it is tried again later. */
export const isMissedLately = (
  { missedOn, handedOn }: Readonly<{ missedOn: string | null; handedOn: string | null }>,
  today: string,
): boolean => missedOn !== null && handedOn === null && daysBetween(missedOn, today) < RETRY_DAYS

/** What became of a word. */
export const stateOf = (row: WordMarks): WordState =>
  row.handedOn !== null
    ? 'delivered'
    : row.aside !== null
      ? 'aside'
      : row.missedOn !== null
        ? 'missed'
        : row.seenOn === null
          ? 'carried'
          : 'read'
type WordMarks = Readonly<Record<'handedOn' | 'aside' | 'missedOn' | 'seenOn', string | null>>
export type WordState = 'carried' | 'read' | 'missed' | 'delivered' | 'aside'

/** The day on which it was left: ids are ordered by time. */
export const leftOn = (word: Pick<RelayedWord, 'id'>): string => dayOfMoment(bornAt(word.id))

/** The name in *Ginette, 04 77…*: without how to reach her. */
export const nameIn = (forWhom: string): string =>
  forWhom.split(/\s*[,;(]|\s+(?=\+?\d)/)[0] || forWhom

/** Nobody has seen it for so many days. */
export const isUnseen = (word: RelayedWord, today: string, days: number): boolean =>
  word.seenOn === null && word.handedOn === null && daysBetween(leftOn(word), today) >= days

/**
 * Those that wait too long first, then the others that are still to be handed over, each oldest
 * first; then those that were, newest first.
 *
 * Law     the same words, each once.
 */
export function inOrder<W extends RelayedWord>(words: readonly W[], today: string): readonly W[] {
  const rank = (word: W): number =>
    isUnseen(word, today, LATE_DAYS) ? 0 : word.handedOn === null ? 1 : 2
  return words.toSorted(
    (a, b) => rank(a) - rank(b) || (a.id < b.id ? 1 : -1) * (rank(a) === 2 ? 1 : -1),
  )
}
