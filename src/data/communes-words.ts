import type { Lang } from '../core/lang.ts'
import { en } from './communes-words/en.ts'
import { fr } from './communes-words/fr.ts'

export const communesWords = (lang: Lang): typeof fr => (lang === 'en' ? en : fr)
