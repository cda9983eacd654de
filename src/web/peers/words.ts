import type { Lang } from '../../core/lang.ts'
import { lazyWords } from '../../core/lazy-words.ts'
import type { fr as meetFr } from './meet-words/fr.ts'
import type { fr as refusalsFr } from './refusal-words/fr.ts'

const refusals = lazyWords<typeof refusalsFr>(`${import.meta.dirname}/refusal-words`)
const meet = lazyWords<typeof meetFr>(`${import.meta.dirname}/meet-words`)
/**
 * Sentences about sessions: for the keeper of this box (`meet`), and for a refused box
 * (`refusals`).
 */
export const peerWords = (
  lang: Lang,
): Readonly<{ refusals: typeof refusalsFr; meet: typeof meetFr }> => ({
  refusals: refusals[lang],
  meet: meet[lang],
})
