import type { Lang } from '../../core/lang.ts'
import { lazyWords } from '../../core/lazy-words.ts'
import type { Finding } from '../../text/guard/guard.ts'
import type { fr } from './guard-words/fr.ts'

/**
 * Sentences about what the guard found in a text. The guard looks for names, private facts and
 * secrets before a text shows; these words tell a person what it found, and ask.
 */

const words = lazyWords<typeof fr>(`${import.meta.dirname}/guard-words`)
/** The words of the pages where the guard holds a text back, in one language. */
export const guardWords = (lang: Lang): typeof fr => words[lang]

/** The findings of the guard in one phrase: *« Lucie », un nom ; « 14 ans », un âge*. */
export const whySaid = (found: readonly Pick<Finding, 'kind' | 'said'>[], lang: Lang): string => {
  const g = guardWords(lang)
  return found.map(one => g.found(one.kind, one.said)).join(g.between)
}
