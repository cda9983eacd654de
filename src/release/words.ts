import { bare } from '../core/bare.ts'
import type { Lang } from '../core/lang.ts'
import { version as en } from './words/en.ts'
import { version as fr } from './words/fr.ts'

bare({ fr, en })
/** What is said of version files and of the kit. */
export const versionWords = (lang: Lang): typeof fr => (lang === 'en' ? en : fr)
