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

/** `words`: nobody. `capitals`: words with a capital that English asks for in names alone. */
export type EnglishFound = Readonly<{
  words: ReadonlySet<number>
  capitals: ReadonlySet<number>
}>

/**
 * The places of English words in English sentences, so that none of them is taken for a name: small
 * words, days, months, words in small letters, and the word that opens a sentence.
 *
 * Law     In doubt somebody is named. A word is judged as if no list had it when it has a capital
 *         that English does not ask for (*Ask the Bakers*), when it follows *Mr* or *ask*, when it
 *         opens a sentence and something is said of it (*Walker is…*), when it is a first name.
 */
export function englishIn(all: readonly Token[]): EnglishFound {
  const [words, capitals] = [new Set<number>(), new Set<number>()]
  for (let from = 0; from < all.length; ) {
    let to = from + 1
    while (to < all.length && !/[.!?\n]/.test(all[to]!.gap)) to++
    const own = Array.from({ length: to - from }, (_, i) => from + i)
    if (isEnglish(own.map(at => all[at]!)))
      for (const at of own) {
        const { capital, opens, loud, folded } = all[at]!
        if (isEnglishWord(folded) && !mayName(all, at)) words.add(at)
        else if (capital && !opens && !loud && folded.length > 2) capitals.add(at)
      }
    from = to
  }
  return { words, capitals }
}

/** Whether a word of the lists may be somebody where it stands. */
function mayName(all: readonly Token[], at: number): boolean {
  const { capital, opens, folded } = all[at]!
  if (ALWAYS.has(folded)) return false
  const before = all[at - 1]?.folded ?? ''
  if (LEADS.has(before) && !ENGLISH_ONLY.has(folded) && !ENGLISH_TOO.has(folded)) return true
  if (!capital) return false
  if (ALSO_NAMES.has(folded)) return !WHEN.has(before)
  if (!opens || isFirstName(folded) || isFamilyName(folded)) return true
  return !ENGLISH_ONLY.has(folded) && SAID_OF.has(all[at + 1]?.folded ?? '')
}
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))
/** What has a capital wherever it stands, and is nobody. */
const ALWAYS = set(
  'monday tuesday wednesday thursday friday saturday sunday january february march july ' +
    "september october november december english french i i'm i'd i've i'll",
)
/** Months that are first names too: a month only after a word that says when. */
const ALSO_NAMES = set('april may june august')
const WHEN = set(
  'in since until till to from of by early late mid next last this every before after',
)
/** After these comes somebody, with a capital or without. */
const LEADS = set(
  'mr mrs miss ms mister dr sir lady uncle aunt ask call contact tell thank phone see',
)
/** What is said of somebody: before it, a word that opens a sentence may be a name. */
const SAID_OF = set(
  "is isn't was has hasn't had needs need wants lives lived does doesn't did will would can " +
    "can't could drinks steals stole owes lies said says told knows gave gives lends sold " +
    'sells and s',
)

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
