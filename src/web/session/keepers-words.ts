import type { Lang } from '../../core/lang.ts'
import { lazyWords } from '../../core/lazy-words.ts'
import type { fr } from './keepers-words/fr.ts'

const words = lazyWords<typeof fr>(`${import.meta.dirname}/keepers-words`)
export const keepersWords = (lang: Lang): typeof fr => words[lang]
