import { bare } from '../core/bare.ts'
import type { Lang } from '../core/lang.ts'
import { puttingBack as en } from './putting-back-words/en.ts'
import { puttingBack as fr } from './putting-back-words/fr.ts'

const words = bare({ fr, en })
/** A backup that is put back by page. */
export const puttingBackWords = (lang: Lang): typeof fr => words[lang]
