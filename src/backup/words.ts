import type { Lang } from '../core/lang.ts'
import { lateWords } from '../core/late-words.ts'
import type { fr } from './words/fr.ts'

const words = lateWords<typeof fr>(`${import.meta.dirname}/words`)
/** Why a backup is not put back, and what a hurt one gave. */
export const backupWords = (lang: Lang): typeof fr => words[lang]
