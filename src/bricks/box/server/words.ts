import type { Lang } from '../../../core/lang.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr as askedFr } from '../words/machine/fr.ts'
import type { fr as savesFr } from '../words/saves/fr.ts'

const asked = lazyWords<typeof askedFr>(`${import.meta.dirname}/../words/machine`)
/** Answers to what is asked of the machine. */
export const askedWords = (lang: Lang): typeof askedFr => asked[lang]
const saves = lazyWords<typeof savesFr>(`${import.meta.dirname}/../words/saves`)
/** The page of backups, exports, codes and passphrase. */
export const savesWords = (lang: Lang): typeof savesFr => saves[lang]
