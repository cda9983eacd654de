import type { Lang } from '../core/lang.ts'
import { lazyWords } from '../core/lazy-words.ts'
import type { fr } from './words/fr.ts'

const words = lazyWords<typeof fr>(`${import.meta.dirname}/words`)
/** Sentences about restores that failed, and about damaged backups. */
export const backupWords = (lang: Lang): typeof fr => words[lang]
