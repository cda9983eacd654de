import type { Lang } from '../../core/lang.ts'
import { en } from './guard-words/en.ts'
import { fr } from './guard-words/fr.ts'

export const guardWords = (lang: Lang): typeof fr => (lang === 'fr' ? fr : en)
