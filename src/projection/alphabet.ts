import type { DatabaseSync } from 'node:sqlite'
import { fold } from '../core/letters/words.ts'

/**
 * Lets the SQL of this connection say `alphabetical(name)`, the key by which a French reader looks
 * for a name: SQLite alone sorts by bytes, and puts *Élodie* after *Ninon*. `lettered(name)` is the
 * same without the article that it begins with: *L’amicale* stands under A.
 * `contract/tables.ts` writes both (`inAlphabet`, `byLetter`).
 */
export function knowAlphabet(db: DatabaseSync): void {
  const know = (name: string, keyOf: (text: string) => string): void =>
    db.function(name, { deterministic: true }, text =>
      typeof text === 'string' ? keyOf(text) : '',
    )
  know('alphabetical', fold)
  know('lettered', text => fold(text).replace(ARTICLE, ''))
}
/** What a name may begin with before the word by which people look for it. */
const ARTICLE = /^(?:les|la|le|l|une|un|the) (?=.)/s
