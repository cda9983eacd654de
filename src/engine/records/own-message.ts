import type { Say } from '../../contract/message.ts'
import type { fr } from './words/fr.ts'

/**
 * A message that the engine itself answers, whichever brick was asked: a code of `words.ts` and the
 * data of its sentence. The message becomes words where the person reads it.
 */
export const ownMessage: Say<typeof fr> = (code, ...data) => ({ of: 'house', code, data })
