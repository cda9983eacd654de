import type { Lang } from '../../../core/lang.ts'
import { nullPrototype } from '../../../core/null-prototype.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

nullPrototype({ fr, en })
/** The page where notes are brought, and the verb that reads them. */
export const harvestWords = (lang: Lang): typeof fr => (lang === 'en' ? en : fr)
