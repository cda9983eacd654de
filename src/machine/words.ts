import type { Lang } from '../core/lang.ts'
import { lateWords } from '../core/late-words.ts'
import type { fr } from './words/fr.ts'

const words = lateWords<typeof fr>(`${import.meta.dirname}/words`)
/** What the computer that holds the page says of its disk and of its keys. */
export const machineWords = (lang: Lang): typeof fr => words[lang]
