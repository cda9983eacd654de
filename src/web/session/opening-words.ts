import type { Lang } from '../../core/lang.ts'
import { en } from './opening-words/en.ts'
import { fr } from './opening-words/fr.ts'

export const openingWords = (lang: Lang): typeof fr => (lang === 'en' ? en : fr)
