import type { Lang } from '../../core/lang.ts'
import { en } from './sheet-words/en.ts'
import { fr } from './sheet-words/fr.ts'

export const sheetWords = (lang: Lang): typeof fr => (lang === 'en' ? en : fr)
