import type { Lang } from '../../core/lang.ts'
import { lazyWords } from '../../core/lazy-words.ts'
import type { fr } from './words/fr.ts'

/**
 * The words of the engine’s own commands, each language read when it is first used. Pages have more
 * (`web/records/words.ts`).
 */
export const ownTongues = lazyWords<typeof fr>(`${import.meta.dirname}/words`)
export const ownWords = (lang: Lang): typeof fr => ownTongues[lang]
