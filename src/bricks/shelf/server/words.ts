import type { Lang } from '../../../core/lang.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr as shelfFr } from '../words/fr.ts'
import type { fr as heavyFr } from '../words/heavy/fr.ts'

const heavy = lazyWords<typeof heavyFr>(`${import.meta.dirname}/../words/heavy`)
/** Files too large to be held whole, as they come and go. */
export const heavyWords = (lang: Lang): typeof heavyFr => heavy[lang]
const shelf = lazyWords<typeof shelfFr>(`${import.meta.dirname}/../words`)
export const shelfWords = (lang: Lang): typeof shelfFr => shelf[lang]
