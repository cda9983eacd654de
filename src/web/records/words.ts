import type { Lang } from '../../core/lang.ts'
import { lazyWords } from '../../core/lazy-words.ts'
import type { fr } from './fr.ts'

const words = lazyWords<typeof fr>(import.meta.dirname)
export const plainWords = (lang: Lang): typeof fr => words[lang]
