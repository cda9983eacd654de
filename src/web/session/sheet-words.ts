import type { Lang } from '../../core/lang.ts'
import { nullPrototype } from '../../core/null-prototype.ts'
import { en } from './sheet-words/en.ts'
import { fr } from './sheet-words/fr.ts'

const words = nullPrototype({ fr, en })
/** The keeper's sheet of codes. */
export const sheetWords = (lang: Lang): typeof fr => words[lang]
