import type { Lang } from '../core/lang.ts'
import { lateWords } from '../core/late-words.ts'
import type { DaysWords } from './days-words/fr.ts'

const words = lateWords<DaysWords>(`${import.meta.dirname}/days-words`)
export const daysWords = (lang: Lang): DaysWords => words[lang]
