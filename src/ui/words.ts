import type { Lang } from '../core/lang.ts'
import { lateWords } from '../core/late-words.ts'
import type { UiWords } from './fr.ts'

const words = lateWords<UiWords>(import.meta.dirname)
export const uiWords = (lang: Lang): UiWords => words[lang]
