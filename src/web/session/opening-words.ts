import type { Lang } from '../../core/lang.ts'
import { lazyWords } from '../../core/lazy-words.ts'
import type { fr } from './opening-words/fr.ts'

const words = lazyWords<typeof fr>(`${import.meta.dirname}/opening-words`)
/** The code of the first opening. */
export const openingWords = (lang: Lang): typeof fr => words[lang]
