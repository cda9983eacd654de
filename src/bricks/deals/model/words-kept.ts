import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'

/** The words of this brick, each language read when a sentence is first asked for. */
export const dealsWords = lazyWords<typeof fr>(`${import.meta.dirname}/../words`)

/** Both languages: a sentence of the box is known by its text in either. */
export const bothTongues = (): readonly (typeof fr)[] => [dealsWords.fr, dealsWords.en]
