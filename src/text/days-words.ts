import { bare } from '../core/bare.ts'
import type { Lang } from '../core/lang.ts'
import { en } from './days-words/en.ts'
import { type DaysWords, fr } from './days-words/fr.ts'

bare({ fr, en })
export const daysWords = (lang: Lang): DaysWords => (lang === 'en' ? en : fr)
