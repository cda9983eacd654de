import type { Say } from '../../contract/message.ts'
import type { fr } from './words/fr.ts'

/** A message of the house's own words (`words.ts`), whatever brick is asked. */
export const houseMessage: Say<typeof fr> = (code, ...data) => ({ of: 'house', code, data })
