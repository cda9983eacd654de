import type { Lang } from '../../../core/lang.ts'
import { nullPrototype } from '../../../core/null-prototype.ts'
import { en as communesJoinEn } from '../words/communes/en.ts'
import { fr as communesJoinFr } from '../words/communes/fr.ts'
import { en as geographyEn } from '../words/geography/en.ts'
import { fr as geographyFr } from '../words/geography/fr.ts'

const communesJoin = nullPrototype({ fr: communesJoinFr, en: communesJoinEn })
/** Communes that join the page. */
export const communesJoinWords = (lang: Lang): typeof communesJoinFr => communesJoin[lang]
const geography = nullPrototype({ fr: geographyFr, en: geographyEn })
/** The file that says where they are. */
export const geographyWords = (lang: Lang): typeof geographyFr => geography[lang]
