import { bare } from '../core/bare.ts'
import type { Lang } from '../core/lang.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

bare({ fr, en })
/** Why a backup is not put back, and what a hurt one gave. */
export const backupWords = (lang: Lang): typeof fr => (lang === 'en' ? en : fr)
