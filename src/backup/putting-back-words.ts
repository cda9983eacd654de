import type { Lang } from '../core/lang.ts'
import { lazyWords } from '../core/lazy-words.ts'
import type { fr } from './putting-back-words/fr.ts'

const words = lazyWords<typeof fr>(`${import.meta.dirname}/putting-back-words`)
/** Sentences about a restore from a page. */
export const puttingBackWords = (lang: Lang): typeof fr => words[lang]
