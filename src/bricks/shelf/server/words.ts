import type { Lang } from '../../../core/lang.ts'
import { nullPrototype } from '../../../core/null-prototype.ts'
import { en as shelfEn } from '../words/en.ts'
import { fr as shelfFr } from '../words/fr.ts'
import { heavy as heavyEn } from '../words/heavy/en.ts'
import { heavy as heavyFr } from '../words/heavy/fr.ts'

const heavy = nullPrototype({ fr: heavyFr, en: heavyEn })
/** Files too large to be held whole, as they come and go. */
export const heavyWords = (lang: Lang): typeof heavyFr => heavy[lang]
const shelf = nullPrototype({ fr: shelfFr, en: shelfEn })
export const shelfWords = (lang: Lang): typeof shelfFr => shelf[lang]
