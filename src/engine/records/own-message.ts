import type { Say } from '../../contract/message.ts'
import type { fr } from './words/fr.ts'

/** A message in the engine’s own words (`words.ts`), whichever brick is asked. */
export const ownMessage: Say<typeof fr> = (code, ...data) => ({ of: 'house', code, data })
