import { bare } from '../../core/bare.ts'
import type { Lang } from '../../core/lang.ts'
import { en } from './opening-words/en.ts'
import { fr } from './opening-words/fr.ts'

const words = bare({ fr, en })
/** The code of the first opening. */
export const openingWords = (lang: Lang): typeof fr => words[lang]
