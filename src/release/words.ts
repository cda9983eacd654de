import type { Lang } from '../core/lang.ts'
import { lazyWords } from '../core/lazy-words.ts'
import type { fr } from './words/fr.ts'

const words = lazyWords<typeof fr>(`${import.meta.dirname}/words`)
/** Sentences about version files and the kit. */
export const versionWords = (lang: Lang): typeof fr => words[lang]
