import type { Lang } from '../../core/lang.ts'
import { nullPrototype } from '../../core/null-prototype.ts'
import { en } from './opening-words/en.ts'
import { fr } from './opening-words/fr.ts'

const words = nullPrototype({ fr, en })
/** The code of the first opening. */
export const openingWords = (lang: Lang): typeof fr => words[lang]
