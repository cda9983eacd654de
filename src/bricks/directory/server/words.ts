import type { Lang } from '../../../core/lang.ts'
import { en as communesEn } from '../words/communes/en.ts'
import { fr as communesFr } from '../words/communes/fr.ts'
import { en as geographyEn } from '../words/geography/en.ts'
import { fr as geographyFr } from '../words/geography/fr.ts'

/** Communes that join the page, and the file that says where they are. */
export const communesJoinWords = (lang: Lang): typeof communesFr => (lang === 'en' ? communesEn : communesFr)
export const geographyWords = (lang: Lang): typeof geographyFr => (lang === 'en' ? geographyEn : geographyFr)
