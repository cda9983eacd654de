import { bare } from '../../core/bare.ts'
import type { Lang } from '../../core/lang.ts'
import { en } from './sheet-words/en.ts'
import { fr } from './sheet-words/fr.ts'

const words = bare({ fr, en })
/** The keeper's sheet of codes. */
export const sheetWords = (lang: Lang): typeof fr => words[lang]
