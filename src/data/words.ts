import type { Lang } from '../core/lang.ts'
import { lazyWords } from '../core/lazy-words.ts'
import type { fr } from './words/fr.ts'

const words = lazyWords<typeof fr>(`${import.meta.dirname}/words`)
/** What is said of data that come in and go out. */
export const dataWords = (lang: Lang): typeof fr => words[lang]
