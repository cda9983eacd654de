import type { Lang } from '../../../core/lang.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from './words/fr.ts'

const words = lazyWords<typeof fr>(`${import.meta.dirname}/words`)
/** The page where notes are brought, and the verb that reads them. */
export const harvestWords = (lang: Lang): typeof fr => words[lang]
