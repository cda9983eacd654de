import type { Lang } from '../../core/lang.ts'
import { lazyWords } from '../../core/lazy-words.ts'
import type { fr } from './words/fr.ts'

const words = lazyWords<typeof fr>(`${import.meta.dirname}/words`)
/** The sentences where a print could not be made. */
export const printWords = (lang: Lang): typeof fr => words[lang]
