import type { Lang } from '../../core/lang.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

export const atelierWords = (lang: Lang): typeof fr => (lang === 'en' ? en : fr)
