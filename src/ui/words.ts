import type { Lang } from '../core/brick.ts'
import { en } from './en.ts'
import { fr, type UiWords } from './fr.ts'

export const uiWords = (lang: Lang): UiWords => (lang === 'en' ? en : fr)
