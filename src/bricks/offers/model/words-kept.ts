import { lazyWords } from '../../../core/lazy-words.ts'
import type { fr } from '../words/fr.ts'

/**
 * The words of this brick. What a notice keeps of them is French, whoever writes it: everybody
 * reads it, on the page as on paper.
 */
export const offersWords = lazyWords<typeof fr>(`${import.meta.dirname}/../words`)
