import type { Lang } from '../contract/brick.ts'
import { bare } from '../core/bare.ts'
import { en } from './en.ts'
import { fr, type UiWords } from './fr.ts'

bare({ fr, en })
export const uiWords = (lang: Lang): UiWords => (lang === 'en' ? en : fr)
