import { bare } from '../../core/bare.ts'
import type { Lang } from '../../core/lang.ts'
import { door as doorEn } from './door-words/en.ts'
import { door as doorFr } from './door-words/fr.ts'
import { meet as meetEn } from './meet-words/en.ts'
import { meet as meetFr } from './meet-words/fr.ts'

const words = bare({ fr: { door: doorFr, meet: meetFr }, en: { door: doorEn, meet: meetEn } })
/**
 * Two boxes that meet, told to the keeper of one; what a box answers to another that it sends away.
 */
export const peerWords = (lang: Lang): Readonly<{ door: typeof doorFr; meet: typeof meetFr }> =>
  words[lang]
