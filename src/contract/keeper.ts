import type { Reader } from './reader.ts'
import type { Territory } from './slots.ts'

type Kept = Pick<Territory, 'keptBy' | 'reach'>

/**
 * Who answers for the page, then how they are reached: where to find them is said once, by the
 * fuller of the two sentences.
 */
export const keeperParts = ({ keptBy, reach }: Kept): readonly string[] =>
  (reach ? [keptBy.split(',')[0]!, reach] : [keptBy]).filter(part => part !== '')

/** The same in one sentence; `otherwise` where nobody is said to. */
export const keeperSaid = (territory: Kept | undefined, otherwise: string): string =>
  (territory ? keeperParts(territory).join(', ') : '') || otherwise

/** The keeper, as the territory says it. A brick that asks names `keeper` in its `reads`. */
export const keptBy = (read: Reader): string | undefined =>
  read.published.keeper?.()?.keptBy || undefined

/**
 * The keeper's names alone, for the middle of a sentence: *Anaïs et Malo*, of *Anaïs et Malo, au
 * local le mercredi*.
 */
export const keeperNamed = (read: Reader): string | undefined => keptBy(read)?.split(',')[0]?.trim()
