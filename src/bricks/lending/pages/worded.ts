import { type Message, wordedIn } from '../../../contract/message.ts'
import type { fr } from '../words/fr.ts'

/** A sentence that the model says, on a page, in the language of its reader. */
export const worded = (message: Message, words: typeof fr): string =>
  wordedIn(message, { brick: words, house: {}, field: () => '', people: () => '' })
