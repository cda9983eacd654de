import type { Lang } from '../core/lang.ts'
import { lazyWords } from '../core/lazy-words.ts'
import type { DaysWords } from './days-words/fr.ts'

const words = lazyWords<DaysWords>(`${import.meta.dirname}/days-words`)
export const daysWords = (lang: Lang): DaysWords => words[lang]
