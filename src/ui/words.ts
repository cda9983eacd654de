import type { Lang } from '../core/lang.ts'
import { lazyWords } from '../core/lazy-words.ts'
import type { UiWords } from './fr.ts'

const words = lazyWords<UiWords>(import.meta.dirname)
export const uiWords = (lang: Lang): UiWords => words[lang]
