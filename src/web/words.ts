import type { Lang } from '../core/lang.ts'
import { nullPrototype } from '../core/null-prototype.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

nullPrototype({ fr, en })
export const webWords = (lang: Lang): typeof fr => (lang === 'en' ? en : fr)
