import type { Lang } from '../core/lang.ts'
import { lateWords } from '../core/late-words.ts'
import type { fr } from './words/fr.ts'

const words = lateWords<typeof fr>(`${import.meta.dirname}/words`)
/** What is said of data that come in and go out. */
export const dataWords = (lang: Lang): typeof fr => words[lang]
