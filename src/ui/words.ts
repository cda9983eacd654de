import { bare } from '../core/bare.ts'
import type { Lang } from '../core/lang.ts'
import { en } from './en.ts'
import { fr, type UiWords } from './fr.ts'

bare({ fr, en })
export const uiWords = (lang: Lang): UiWords => (lang === 'en' ? en : fr)
