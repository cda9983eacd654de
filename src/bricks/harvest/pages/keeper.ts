import { keeperNameOf } from '../../../contract/keeper.ts'
import type { Kit } from '../../../contract/kit.ts'
import { reviewWords } from '../words/words.ts'

/**
 * Who keeps the page, as one names them inside a sentence: without their hours; else their part.
 */
export const keeperName = ({ request: { lang }, territory }: Kit): string =>
  keeperNameOf(territory) ?? reviewWords(lang).keeper
