import type { Fate, Territory } from '../../contract/slots.ts'
import type { Lang } from '../../core/lang.ts'
import { ownWords } from './words.ts'

/**
 * Sentences about the fate of what somebody sent: it waits, it shows, it was left aside and why.
 * The page of a ticket and a member’s own page say them. `sent.ts` finds the fate; here are only
 * words.
 */

/** The name of the keeper inside a sentence, without their hours; without a name, *the keeper*. */
export const keeperName = (territory: Territory | undefined, lang: Lang): string =>
  territory?.keptBy.split(',')[0]?.trim() || ownWords(lang).keeper

/** The sentences: the state, who has an answer for the author, and the reason of a refusal. */
export function sayFate(
  { state, why, correctionLeft, toGet = [] }: Fate,
  territory: Territory | undefined,
  lang: Lang,
): string {
  const { states } = ownWords(lang).ticket
  const keeper = keeperName(territory, lang)
  if (state === 'left' && why !== undefined) return states.leftWhy(why)
  if (state === 'off' && why !== undefined) return states.offWhy(keeper, why)
  const one = states[state]
  const told = typeof one === 'string' ? one : one(keeper)
  // A correction that does not show: with the keeper’s reason, or without one.
  const left =
    why !== undefined && state !== 'left'
      ? states.stillWhy(why)
      : correctionLeft
        ? states.still(keeper)
        : undefined
  const word = toGet.length > 0 ? states.wordWaits(toGet.map(who => who || keeper)) : undefined
  return [told, word, left].filter(Boolean).join(' ')
}
