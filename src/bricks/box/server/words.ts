import type { Lang } from '../../../core/lang.ts'
import { nullPrototype } from '../../../core/null-prototype.ts'
import { machine as askedEn } from '../words/machine/en.ts'
import { machine as askedFr } from '../words/machine/fr.ts'
import { saves as savesEn } from '../words/saves/en.ts'
import { saves as savesFr } from '../words/saves/fr.ts'

const asked = nullPrototype({ fr: askedFr, en: askedEn })
/** Answers to what is asked of the machine. */
export const askedWords = (lang: Lang): typeof askedFr => asked[lang]
const saves = nullPrototype({ fr: savesFr, en: savesEn })
/** The page of backups, exports, codes and passphrase. */
export const savesWords = (lang: Lang): typeof savesFr => saves[lang]
