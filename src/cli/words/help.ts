import type { VerbWords } from '../../contract/verb.ts'
import { bare } from '../../core/bare.ts'
import type { Lang } from '../../core/lang.ts'
import { boxVerbs as boxEn } from './box-verbs/en.ts'
import { boxVerbs as boxFr } from './box-verbs/fr.ts'
import { usage as usageEn } from './usage/en.ts'
import { usage as usageFr } from './usage/fr.ts'
import { common as commonEn, verbs as verbsEn } from './verbs/en.ts'
import { common as commonFr, verbs as verbsFr } from './verbs/fr.ts'

const words = bare({
  fr: { ...usageFr, common: commonFr },
  en: { ...usageEn, common: commonEn },
})
/** Words of every help. They read no other room, so that a help is shown at once. */
export const helpWords = (lang: Lang): (typeof words)['fr'] => words[lang]

const verbs = bare({ fr: { ...verbsFr, ...boxFr }, en: { ...verbsEn, ...boxEn } })
/** A verb of the house, by its words: `courier pack`. */
export type VerbPath = keyof (typeof verbs)['fr']
/** Help of a verb of the house. */
export const wordsOf =
  (path: VerbPath): ((lang: Lang) => VerbWords) =>
  lang =>
    verbs[lang][path]
