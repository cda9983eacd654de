import type { Lang } from '../../core/lang.ts'
import { lazyWords } from '../../core/lazy-words.ts'
import type { fr } from './words/fr.ts'

/**
 * The sentences that the engine itself says: answers of its own commands, names of its own records.
 * A language is read from its file when it is first used. Pages of records have more
 * (`web/records/words.ts`).
 */
export const ownTongues = lazyWords<typeof fr>(`${import.meta.dirname}/words`)
/** The sentences of the engine in one language. */
export const ownWords = (lang: Lang): typeof fr => ownTongues[lang]
