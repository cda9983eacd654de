import type { Lang } from '../core/lang.ts'
import { lateWords } from '../core/late-words.ts'
import type { fr } from './words/fr.ts'

const words = lateWords<typeof fr>(`${import.meta.dirname}/words`)
/** What is said of version files and of the kit. */
export const versionWords = (lang: Lang): typeof fr => words[lang]
