import { late } from '../late.ts'
import { stemmers } from '../packages.cjs'
import { normal } from './accents.ts'
import { latinised } from './look-alikes.ts'

/**
 * How letters are compared: folded for search, cut to stems, and measured by edit distance.
 * Nothing folded is ever shown to a person.
 */

/** Letters that Unicode does not take apart, and how they are typed on a keyboard without them. */
const LIGATURES: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
}
/**
 * Every apostrophe and hyphen met in typed and pasted French, and the soft hyphen that word
 * processors leave.
 */
const JOINTS = /[\s'’‘ʼ´`′\-‐‑‒–—−_·]+/g

/** Accents, whatever mark stands on one of our letters, and what takes no room on screen. */
const UNSEEN = /[\u0300-\u036f\p{DI}\u202a-\u202e\u2066-\u2069]|(?<=\p{sc=Latin})\p{M}+/gu

/** What folding would change; a text without any is folded already. */
const UNFOLDED = /[^ -~]|[A-Z'`_-]| {2}|^ | $/

/**
 * Law     `fold(fold(x)) = fold(x)`; `œuvre` and `oeuvre`, `L’Étang` and `l etang` fold alike, and
 *         so do `Mathieu` and what only looks so: letters of another script (`look-alikes.ts`),
 *         full width, marks, invisible joints. Names are compared by it everywhere.
 * Apostrophes and hyphens become one space, so that each side is a word of its own.
 */
export function fold(text: string): string {
  if (!UNFOLDED.test(text)) return text
  const small = latinised(normal(text, 'NFKD').replace(UNSEEN, ''))
    .toLowerCase()
    .replace(/[œæßøłđ]/g, c => LIGATURES[c] ?? c)
  return latinised(normal(small, 'NFKD').replace(UNSEEN, '')).replace(JOINTS, ' ').trim()
}

/** How a title is compared with another: its words folded, without the *s* or *x* of a plural. */
export const titleKey = (text: string): string =>
  wordsOf(text)
    .map(word => word.replace(/(?<=..)[sx]$/, ''))
    .join(' ')

/** The words of a text, folded, in their order. */
export const wordsOf = (text: string): readonly string[] =>
  fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

export type StemLang = 'fr' | 'en'
const stemmerOf = {
  fr: late(() => stemmers().newStemmer('french')),
  en: late(() => stemmers().newStemmer('english')),
}
/** What an apostrophe leaves behind: *l’atelier*, *jusqu’au*, *John’s*. */
const ELIDED: Readonly<Record<StemLang, ReadonlySet<string>>> = {
  fr: new Set(['l', 'd', 'j', 'm', 't', 's', 'n', 'c', 'qu', 'jusqu', 'lorsqu', 'puisqu']),
  en: new Set(['s', 't', 'd', 'm', 'll', 're', 've']),
}
/**
 * A stemmer takes about 10 µs a word (measured on a laptop) and a village has few words: the last
 * ones are kept.
 */
const KEPT = 20_000
const kept = new Map<string, string>()

/** No language has a longer one: what is longer is no word, has no stem, and is not kept. */
export const LONGEST_WORD = 40

function stemOf(word: string, lang: StemLang): string {
  if (word.length > LONGEST_WORD) return word
  const known = kept.get(lang + word)
  if (known !== undefined) return known
  const stem = word.length < 3 ? word : stemmerOf[lang]().stem(word)
  // Snowball knows *réparée* by its accent, which folding took away: what is left is an e too many.
  const bare = lang === 'fr' && stem.length > 3 ? stem.replace(/e+$/, '') : stem
  if (kept.size >= KEPT) kept.clear()
  kept.set(lang + word, bare)
  return bare
}

/**
 * The stems of a text, one a word, for the second column of the search and for what is asked of it.
 * Words are folded before they are cut, so that a query typed without accents meets a text written
 * with them.
 *
 * Law     `stems('réunions') = stems('reunion')`; `réparée`, `reparer` and `réparation` share one
 *         stem.
 * Source  Snowball, French algorithm (snowballstem.org), which expects accents: see `stemOf`.
 */
export function stems(text: string, lang: StemLang = 'fr'): readonly string[] {
  return wordsOf(text)
    .filter(word => !ELIDED[lang].has(word))
    .map(word => stemOf(word, lang))
}

/** Cell of a table that was not filled because it lies outside the band: larger than any limit. */
const FAR = 1e9

/**
 * How many letters must be added, taken out, changed or swapped with their neighbour to go from `a`
 * to `b`: Damerau–Levenshtein, in its restricted form (no letter is touched twice). Compares what
 * it is given: fold first.
 *
 * Units   code points. Law: symmetric; 0 exactly when equal; anything above `limit` comes back as
 *         `limit + 1`.
 * Only a band of `2 · limit + 1` cells a row is filled, so that a long text costs `limit` times its
 * length.
 * Source  Levenshtein 1966; Damerau 1964; band: Ukkonen 1985.
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  const from = [...a]
  const to = [...b]
  const most = Math.min(limit, Math.max(from.length, to.length))
  if (Math.abs(from.length - to.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, j) => (j <= most ? j : FAR))
  for (let i = 1; i <= from.length; i++) {
    const row = new Array<number>(to.length + 1).fill(FAR)
    if (i <= most) row[0] = i
    let least = row[0]!
    for (let j = Math.max(1, i - most); j <= Math.min(to.length, i + most); j++) {
      const same = from[i - 1] === to[j - 1]
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1)
      row[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    before = last
    last = row
  }
  return Math.min(last[to.length]!, most + 1)
}

/** Letters of a word that says too little to be guessed from afar. */
const SHORT = 5

/**
 * The term that a mistyped word most likely meant: at most two letters away. In a word of five
 * letters or fewer, one only, and its first letter holds: two letters away from a first name stands
 * anything (*Hakim*, *hai*). Of several as near, the one that begins alike, then the shortest, then
 * the first given. Terms are compared folded.
 */
export function nearTerm(word: string, terms: Iterable<string>): string | undefined {
  const asked = fold(word)
  if (asked === '') return undefined
  const short = [...asked].length <= SHORT
  const limit = short ? 1 : 2
  let best: { term: string; rank: readonly number[] } | undefined
  for (const term of terms) {
    const folded = fold(term)
    if (short && folded[0] !== asked[0]) continue
    const distance = editDistance(asked, folded, limit)
    if (distance > limit || folded.length <= distance) continue
    const rank = [distance, folded[0] === asked[0] ? 0 : 1, folded.length]
    if (!best || before(rank, best.rank)) best = { term, rank }
  }
  return best?.term
}

function before(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, i) => value !== b[i])
  return at >= 0 && a[at]! < b[at]!
}
