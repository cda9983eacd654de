import type { Ask } from '../../core/brick.ts'
import type { Fate } from '../../core/slots.ts'
import { plainWords } from './words.ts'

/** Who keeps the page, as one names them inside a sentence: without their hours; else their part. */
export const keeperName = (ask: Pick<Ask, 'territory' | 'lang'>): string =>
  ask.territory?.keptBy.split(',')[0]?.trim() || plainWords(ask.lang).printList.keeper

export function sayFate({ state, why, correctionLeft }: Fate, ask: Pick<Ask, 'territory' | 'lang'>): string {
  const { states } = plainWords(ask.lang).ticket
  if (state === 'left' && why !== undefined) return states.leftWhy(why)
  const one = states[state]
  const told = typeof one === 'string' ? one : one(keeperName(ask))
  if (state === 'left') return told
  if (why !== undefined) return `${told} ${states.stillWhy(why)}`
  return correctionLeft ? `${told} ${states.still(keeperName(ask))}` : told
}
