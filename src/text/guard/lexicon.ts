import { lazy } from '../../core/lazy.ts'
import { fold } from '../../core/letters/words.ts'
import { sameAs } from '../harvest/mask.ts'
import * as files from './lexicon.cjs'
import { MORE_FIRST } from './names-fr.ts'
import { holdsWord, keyOf } from './sieve.ts'

/**
 * What a French dictionary knows of names: first names, family names that are known to many, places
 * and makes, and its other words.
 *
 * Shape   every word is asked for folded; `bin/make-names.ts` makes both files.
 * Source  Dicollecte 7.0 (MPL-2.0), by the Debian package `hunspell-fr-comprehensive`; communes:
 *         INSEE, by `@etalab/decoupage-administratif`.
 */
const listed = (names: string): ReadonlySet<string> => new Set(names.split(' | '))
const first = lazy(() => listed(files.names().first))
const family = lazy(() => listed(files.names().family))
const places = lazy(() => listed(files.names().places))
const words = lazy(() => Uint8Array.fromBase64(files.words().words))
const communes = lazy(() => Uint8Array.fromBase64(files.words().communes))

export const isFirstName = (folded: string): boolean =>
  first().has(folded) || MORE_FIRST.has(folded)
export const isFamilyName = (folded: string): boolean => family().has(folded)
/** Towns, countries, rivers, makes: *Montbrison*, *Toyota*. */
export const isProperPlace = (folded: string): boolean => places().has(folded)

/** A commune of France, by its whole name. */
export const isCommune = (name: string): boolean => holdsWord(communes(), sameAs(name))

/** A town, a make, a commune that is nobody's first name. */
export const isPlace = (word: string): boolean =>
  !isFirstName(fold(word)) && (isProperPlace(fold(word)) || isCommune(word))

/**
 * A word of the dictionary, in any of its forms; a compound is one when each of its parts is, and
 * so is one typed in haste: *linstant*.
 */
export function isWord(word: string): boolean {
  const isOne = (part: string): boolean => part.length < 2 || holdsWord(words(), keyOf(part))
  return fold(word)
    .split(' ')
    .every(
      part =>
        isOne(part) || (HASTY.test(part) && !isFirstName(part) && isOne(part.replace(HASTY, ''))),
    )
}
/** What an apostrophe would cut, where it was left out. */
const HASTY = /^(?:[ldjmtsn]|qu)(?=[aeiouyh]\p{L}{4})/u
