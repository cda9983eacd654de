import { bare } from '../core/bare.ts'
import type { Lang } from '../core/lang.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

bare({ fr, en })
export const appWords = (lang: Lang): typeof fr => (lang === 'en' ? en : fr)
/** The command line speaks the language of its machine; French when it does not say. */
export const shellLang = (): Lang =>
  /^en/i.test(process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '') ? 'en' : 'fr'
