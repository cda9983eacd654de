import { bare } from '../core/bare.ts'
import type { Lang } from '../core/lang.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

bare({ fr, en })
export const appWords = (lang: Lang): typeof fr => (lang === 'en' ? en : fr)
