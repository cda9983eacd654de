import type { Lang } from '../core/lang.ts'
import { lazyWords } from '../core/lazy-words.ts'
import type { fr } from './words/fr.ts'

const words = lazyWords<typeof fr>(`${import.meta.dirname}/words`)
/** What the computer that holds the page says of its disk and of its keys. */
export const machineWords = (lang: Lang): typeof fr => words[lang]
