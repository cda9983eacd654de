import type { Lang } from '../../../core/lang.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

export const reviewWords = (lang: Lang): typeof fr => (lang === 'en' ? en : fr)
