import type { Fate, Territory } from '../../contract/slots.ts'
import type { Lang } from '../../core/lang.ts'
import { ownWords } from './words.ts'

/** The name of the keeper inside a sentence, without their hours; without a name, *the keeper*. */
export const keeperName = (territory: Territory | undefined, lang: Lang): string =>
  territory?.keptBy.split(',')[0]?.trim() || ownWords(lang).keeper

/**
 * The sentences about a sent text: its state, the reason, and where an answer waits for its author.
 */
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
  const left =
    why !== undefined && state !== 'left'
      ? states.stillWhy(why)
      : correctionLeft
        ? states.still(keeper)
        : undefined
  const word = toGet.length > 0 ? states.wordWaits(toGet.map(who => who || keeper)) : undefined
  return [told, word, left].filter(Boolean).join(' ')
}
