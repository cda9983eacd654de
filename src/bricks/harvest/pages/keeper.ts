import type { Ask } from '../../../contract/page.ts'
import { reviewWords } from '../words/words.ts'

/**
 * Who keeps the page, as one names them inside a sentence: without their hours; else their part.
 */
export const keeperName = ({ territory, lang }: Pick<Ask, 'territory' | 'lang'>): string =>
  territory?.keptBy.split(',')[0]?.trim() || reviewWords(lang).keeper
