import { bare } from '../core/bare.ts'
import type { Lang } from '../core/lang.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

bare({ fr, en })
/** What the computer that holds the page says of its disk and of its keys. */
export const machineWords = (lang: Lang): typeof fr => (lang === 'en' ? en : fr)
