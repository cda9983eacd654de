import { bare } from '../../../core/bare.ts'
import type { Lang } from '../../../core/lang.ts'
import { machineWords } from '../../../machine/words.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

bare({ fr, en })
/** News that are brought and taken, by a person, by a key, by a meeting. */
export const newsWords = (lang: Lang): typeof fr => (lang === 'en' ? en : fr)

/** The page of a key: what this machine says of any key, and what news say of it. */
export const keyWords = (lang: Lang) => ({ ...machineWords(lang).drives, ...newsWords(lang).key })
