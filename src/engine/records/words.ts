import { bare } from '../../core/bare.ts'
import type { Lang } from '../../core/lang.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

bare({ fr, en })
/** What the house's own commands answer. Pages have more words (web/records/words.ts). */
export const ownWords = (lang: Lang): typeof fr => (lang === 'en' ? en : fr)
