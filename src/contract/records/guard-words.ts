import type { Lang } from '../../core/lang.ts'
import type { Finding } from '../../text/guard/guard.ts'
import { en } from './guard-words/en.ts'
import { fr } from './guard-words/fr.ts'

export const guardWords = (lang: Lang): typeof fr => (lang === 'fr' ? fr : en)

/** *« Lucie », un nom · « 14 ans », un âge*: the reasons, in the words of the text. */
export const whySaid = (found: readonly Pick<Finding, 'kind' | 'said'>[], lang: Lang): string => {
  const g = guardWords(lang)
  return found.map(one => g.found(one.kind, one.said)).join(g.between)
}
