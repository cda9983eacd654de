import type { Lang } from '../core/lang.ts'
import { lazyWords } from '../core/lazy-words.ts'
import type { fr } from './communes-words/fr.ts'

const words = lazyWords<typeof fr>(`${import.meta.dirname}/communes-words`)
/** Communes that a person names. */
export const communesWords = (lang: Lang): typeof fr => words[lang]
