import type { DatabaseSync } from 'node:sqlite'
import { fold } from '../core/letters/words.ts'

/**
 * Lets the SQL of this connection say `alphabetical(name)`, the key by which a French reader looks
 * for a name: SQLite alone sorts by bytes, and puts *Élodie* after *Ninon*.
 * `contract/tables.ts` writes it (`inAlphabet`).
 */
export const knowAlphabet = (db: DatabaseSync): void =>
  db.function('alphabetical', { deterministic: true }, text =>
    typeof text === 'string' ? fold(text) : '',
  )
