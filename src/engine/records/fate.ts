import type { Ask } from '../../contract/page.ts'
import type { Fate } from '../../contract/slots.ts'
import { ownWords } from './words.ts'

/**
 * Who keeps the page, as one names them inside a sentence: without their hours; else their part.
 */
export const keeperName = (ask: Pick<Ask, 'territory' | 'lang'>): string =>
  ask.territory?.keptBy.split(',')[0]?.trim() || ownWords(ask.lang).keeper

/** A sentence on its state, why, and where what waits for them is had. */
export function sayFate(
  { state, why, correctionLeft, toGet = [] }: Fate,
  ask: Pick<Ask, 'territory' | 'lang'>,
): string {
  const { states } = ownWords(ask.lang).ticket
  const keeper = keeperName(ask)
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
