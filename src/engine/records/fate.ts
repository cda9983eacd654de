import type { Fate } from '../../contract/fate.ts'
import { keeperNameOf } from '../../contract/keeper.ts'
import type { Territory } from '../../contract/territory.ts'
import type { Lang } from '../../core/lang.ts'
import { ownWords } from './words.ts'

/**
 * Sentences about the fate of what somebody sent: it waits, it shows, it was left aside and why.
 * The page of a ticket and a member’s own page say them. `sent-fate.ts` finds the fate; here are
 * only words.
 */

/**
 * The name of the keeper inside a sentence, without the comma, the place and the hours that may
 * follow it in `keptBy`. Without a name, *the keeper*.
 */
export const keeperName = (territory: Territory | undefined, lang: Lang): string =>
  keeperNameOf(territory) ?? ownWords(lang).keeper

/**
 * The sentences about a fate: its state, the people who have an answer for the author, and a
 * correction that does not show. `toGet`: these people; an empty name is the keeper. A text that
 * never showed (`left`) or was taken off later (`off`) with a reason is told in one sentence, which
 * ends the answer. In another state `why` is the reason of the correction.
 */
export function sayFate(
  { state, why, ride, date, reworded, corrects, correctionLeft, numberHidden, toGet = [] }: Fate,
  territory: Territory | undefined,
  lang: Lang,
): string {
  const { states } = ownWords(lang).ticket
  const keeper = keeperName(territory, lang)
  if (state === 'left' && why !== undefined) return states.leftWhy(why)
  if (state === 'off' && why !== undefined) return states.offWhy(keeper, why)
  // The sentence of some states names the keeper.
  const sentence = states[state]
  const told = typeof sentence === 'string' ? sentence : sentence(keeper)
  const moved = ride && states.ride[ride]
  const changed = date && states.date[date]
  const mend = reworded && states.reworded(keeper)
  const correction =
    why !== undefined && state !== 'left'
      ? states.stillWhy(why)
      : correctionLeft
        ? states.still(keeper)
        : undefined
  const waits = corrects && states.correctionWaits(keeper)
  const answers = toGet.length > 0 ? states.wordWaits(toGet.map(who => who || keeper)) : undefined
  const hidden = numberHidden && states.numberHidden(keeper)
  return [told, moved, changed, hidden, mend, answers, waits, correction].filter(Boolean).join(' ')
}
