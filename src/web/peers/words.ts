import type { Lang } from '../../core/lang.ts'
import { lazyWords } from '../../core/lazy-words.ts'
import type { fr as doorFr } from './door-words/fr.ts'
import type { fr as meetFr } from './meet-words/fr.ts'

const door = lazyWords<typeof doorFr>(`${import.meta.dirname}/door-words`)
const meet = lazyWords<typeof meetFr>(`${import.meta.dirname}/meet-words`)
/**
 * Two boxes that meet, told to the keeper of one; what a box answers to another that it sends away.
 */
export const peerWords = (lang: Lang): Readonly<{ door: typeof doorFr; meet: typeof meetFr }> => ({
  door: door[lang],
  meet: meet[lang],
})
