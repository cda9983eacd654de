import { bare } from '../../core/bare.ts'
import type { Lang } from '../../core/lang.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

bare({ fr, en })
/** What is said where a sheet could not be given. */
export const printWords = (lang: Lang): typeof fr => (lang === 'en' ? en : fr)
