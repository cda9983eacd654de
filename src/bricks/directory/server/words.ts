import type { Lang } from '../../../core/lang.ts'
import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr as communesJoinFr } from '../words/communes/fr.ts'
import type { fr as geographyFr } from '../words/geography/fr.ts'

const communesJoin = lazyWords<typeof communesJoinFr>(`${import.meta.dirname}/../words/communes`)
/** Communes that join the page. */
export const communesJoinWords = (lang: Lang): typeof communesJoinFr => communesJoin[lang]
const geography = lazyWords<typeof geographyFr>(`${import.meta.dirname}/../words/geography`)
/** The file that says where they are. */
export const geographyWords = (lang: Lang): typeof geographyFr => geography[lang]
