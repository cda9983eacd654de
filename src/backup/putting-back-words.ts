import type { Lang } from '../core/lang.ts'
import { lateWords } from '../core/late-words.ts'
import type { fr } from './putting-back-words/fr.ts'

const words = lateWords<typeof fr>(`${import.meta.dirname}/putting-back-words`)
/** A backup that is put back by page. */
export const puttingBackWords = (lang: Lang): typeof fr => words[lang]
