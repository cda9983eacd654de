import type { Lang } from '../../../core/lang.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import { machineWords } from '../../../machine/words.ts'
import type { fr } from './words/fr.ts'

const words = lazyWords<typeof fr>(`${import.meta.dirname}/words`)
/** News that are brought and taken, by a person, by a key, by a meeting. */
export const newsWords = (lang: Lang): typeof fr => words[lang]

/** The page of a key: what this machine says of any key, and what news say of it. */
export const keyWords = (lang: Lang) => ({ ...machineWords(lang).drives, ...newsWords(lang).key })
