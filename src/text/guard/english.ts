import { ENGLISH, ENGLISH_ONLY, ENGLISH_TOO } from './english-words.ts'
import { isFamilyName, isFirstName } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** Small words of French: one of them, and a sentence is not English. */
const FRENCH: ReadonlySet<string> = new Set(
  (
    'le la les l des du de d une un est et pour avec dans je j il elle nous vous qui que qu au ' +
    'aux sur chez mon ma mes son sa ses ce cette ces pas ne sont suis ai cherche donne prete vend'
  ).split(' '),
)

/**
 * The places of English words in English sentences, so that none of them is taken for a name. Days
 * and months have capitals there; a word that opens a sentence has one too.
 *
 * Law     A word that no list here has is judged as before, and so is a first name: in doubt,
 *         somebody is named.
 */
export function englishIn(all: readonly Token[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (let from = 0; from < all.length; ) {
    let to = from + 1
    while (to < all.length && !/[.!?\n]/.test(all[to]!.gap)) to++
    const own = Array.from({ length: to - from }, (_, i) => from + i)
    if (isEnglish(own.map(at => all[at]!)))
      for (const at of own)
        if (!isPerhapsName(all[at]!) && isEnglishWord(all[at]!.folded)) found.add(at)
    from = to
  }
  return found
}

/** *Brown*, *Cook*, *Will*: a word that is also a name, with a capital; *April* is a month. */
const isPerhapsName = ({ capital, folded }: Token): boolean =>
  capital && !MONTHS.has(folded) && (isFirstName(folded) || isFamilyName(folded))
const MONTHS: ReadonlySet<string> = new Set(['april', 'june', 'august'])

/** Two words that only English has, or one beside words that are nearly all English. */
function isEnglish(sentence: readonly Token[]): boolean {
  const words = sentence.map(one => one.folded)
  if (words.some(word => FRENCH.has(word))) return false
  const only = words.filter(word => ENGLISH_ONLY.has(word)).length
  const known = words.filter(isEnglishWord).length
  const least = only > 1 ? 0.4 : 0.7
  return known >= 2 && known >= words.length * least
}

function isEnglishWord(folded: string): boolean {
  if (ENGLISH_ONLY.has(folded) || ENGLISH_TOO.has(folded) || ENGLISH.has(folded)) return true
  return !isFirstName(folded) && stemsOf(folded).some(stem => ENGLISH.has(stem))
}

/** *moving* is *move*, *cutting* is *cut*, *babies* is *baby*. */
const stemsOf = (word: string): readonly string[] =>
  ENDINGS.filter(ending => word.endsWith(ending) && word.length > ending.length + 2).flatMap(
    ending => {
      const base = word.slice(0, -ending.length)
      return [
        ...[base, `${base}e`],
        ...(/(.)\1$/.test(base) ? [base.slice(0, -1)] : []),
        ...(base.endsWith('i') ? [`${base.slice(0, -1)}y`] : []),
      ]
    },
  )
const ENDINGS = ['s', 'es', 'ed', 'd', 'ing', 'er', 'ers', 'ly']
