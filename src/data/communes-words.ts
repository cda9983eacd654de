import type { Lang } from '../core/lang.ts'
import { nullPrototype } from '../core/null-prototype.ts'
import { en } from './communes-words/en.ts'
import { fr } from './communes-words/fr.ts'

const words = nullPrototype({ fr, en })
/** Communes that a person names. */
export const communesWords = (lang: Lang): typeof fr => words[lang]
