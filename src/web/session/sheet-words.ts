import type { Lang } from '../../core/lang.ts'
import { lazyWords } from '../../core/lazy-words.ts'
import type { fr } from './sheet-words/fr.ts'

const words = lazyWords<typeof fr>(`${import.meta.dirname}/sheet-words`)
/** The keeper's sheet of codes. */
export const sheetWords = (lang: Lang): typeof fr => words[lang]
