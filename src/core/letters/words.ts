import { ByteCache, bytesOfText } from '../byte-cache.ts'
import { lazy } from '../lazy.ts'
import { stemmers } from '../packages.cjs'
import { normal } from './accents.ts'
import { latinised } from './look-alikes.ts'

/**
 * Compares words: names, titles, and the words of a search. This file folds words (small letters
 * without accents), cuts them to stems, and finds the nearest word to a mistyped one. Search, the
 * guard of names and imports use it. Folded text is never shown to a person.
 */

/** Letters that Unicode does not decompose, and how people type them without such keys. */
const LIGATURES: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
}
/**
 * Every apostrophe and hyphen of typed and pasted French, and the soft hyphen of word processors.
 */
const JOINTS = /[\s'’‘ʼ´`′\-‐‑‒–—−_·]+/g

/** Accents and other marks on Latin letters, and invisible characters. */
const UNSEEN = /[\u0300-\u036f\p{DI}\u202a-\u202e\u2066-\u2069]|(?<=\p{sc=Latin})\p{M}+/gu

/** A character that folding would change. A text without one is folded already. */
const UNFOLDED = /[^ -~]|[A-Z'`_-]| {2}|^ | $/

/** A character that folds otherwise than alone: French is written without one. */
const BEYOND_FRENCH = /[^ -_a-~À-ÖØ-öø-ÿŒœ’«»€\u00a0\u202f\n–—]/
/** Whether each word of the text folds by itself, letter by letter, as French does. */
export const isPlainFrench = (text: string): boolean => !BEYOND_FRENCH.test(text)
/** The letters of Latin-1 and *œ* without their accents, each worked out once. */
const bare = new Map<string, string>()
function bareOf(letter: string): string {
  const held = bare.get(letter)
  if (held !== undefined) return held
  const made = LIGATURES[letter] ?? normal(letter, 'NFD').replace(UNSEEN, '')
  bare.set(letter, made)
  return made
}

/**
 * The text in its folded form, by which names and words are compared everywhere: small letters
 * without accents. An apostrophe or a hyphen becomes a space, so that each side is a word.
 *
 * Law     `fold(fold(x)) = fold(x)`. `œuvre` and `oeuvre` fold alike, `L’Étang` and `l etang` too.
 *         So do `Mathieu` and texts that look the same: letters of another script
 *         (`look-alikes.ts`), full width, marks, invisible characters.
 */
export function fold(text: string): string {
  if (!UNFOLDED.test(text)) return text
  if (isPlainFrench(text))
    return text
      .toLowerCase()
      .replace(/[ß-öø-ÿœ]/g, bareOf)
      .replace(JOINTS, ' ')
      .trim()
  const small = latinised(normal(text, 'NFKD').replace(UNSEEN, ''))
    .toLowerCase()
    .replace(/[œæßøłđ]/g, c => LIGATURES[c] ?? c)
  return latinised(normal(small, 'NFKD').replace(UNSEEN, '')).replace(JOINTS, ' ').trim()
}

/** The text by which titles are compared: folded words, without the *s* or *x* of a plural. */
export const titleKey = (text: string): string =>
  wordsOf(text)
    .map(word => word.replace(/(?<=..)[sx]$/, ''))
    .join(' ')

/** The words of a text, folded, in their order. */
export const wordsOf = (text: string): readonly string[] =>
  fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * Whether a word that is looked for, folded, is among these or is the beginning of one. The ending
 * of a plural or a feminine is not needed; of a short word only the plural is: *âge* is not in
 * *page*, and begins no *agenda*.
 */
export function isAmong(word: string, words: readonly string[]): boolean {
  const single = word.replace(/(?<=..)[sx]$/, '')
  if (single.length < 4) return words.some(one => one.replace(/(?<=..)[sx]$/, '') === single)
  const beginning = single.replace(/(?<=...)e$/, '')
  return words.some(one => one.startsWith(beginning))
}

/** The languages that have a stemmer. */
export type StemLang = 'fr' | 'en'
const stemmerOf = {
  fr: lazy(() => stemmers().newStemmer('french')),
  en: lazy(() => stemmers().newStemmer('english')),
}
/** The part of a word before or after an apostrophe: *l’atelier*, *jusqu’au*, *John’s*. */
const ELIDED: Readonly<Record<StemLang, ReadonlySet<string>>> = {
  fr: new Set(['l', 'd', 'j', 'm', 't', 's', 'n', 'c', 'qu', 'jusqu', 'lorsqu', 'puisqu']),
  en: new Set(['s', 't', 'd', 'm', 'll', 're', 've']),
}
/**
 * A stemmer takes about 10 µs a word (measured on a laptop), and a village uses few words: a cache
 * keeps the last stems.
 */
const kept = (lang: StemLang): ByteCache<string> =>
  new ByteCache({ name: `stems ${lang}`, most: 2 * 1024 * 1024, bytesOf: bytesOfText })
const stemsKept: Readonly<Record<StemLang, ByteCache<string>>> = { fr: kept('fr'), en: kept('en') }

/** No language has a longer word. A longer text is not stemmed, and not cached. */
export const LONGEST_WORD = 40

function stemOf(word: string, lang: StemLang): string {
  if (word.length > LONGEST_WORD) return word
  const known = stemsKept[lang].get(word)
  if (known !== undefined) return known
  const stem = word.length < 3 ? word : stemmerOf[lang]().stem(word)
  // Snowball cuts *réparée* by its accent. Folding removed the accent, so an *e* is left over.
  const bare = lang === 'fr' && stem.length > 3 ? stem.replace(/e+$/, '') : stem
  return stemsKept[lang].set(word, bare)
}

/**
 * The stems of a text, one for each word, for the index of the search and for its queries. Words
 * are folded first, so that a query without accents finds a text with accents.
 *
 * Law     `stems('réunions') = stems('reunion')`; `réparée`, `reparer` and `réparation` have one
 *         stem.
 * Source  Snowball, French algorithm (snowballstem.org), which expects accents: see `stemOf`.
 */
export function stems(text: string, lang: StemLang = 'fr'): readonly string[] {
  return wordsOf(text)
    .filter(word => !ELIDED[lang].has(word))
    .map(word => stemOf(word, lang))
}

/** The value of a cell outside the band: larger than any limit. */
const FAR = 1e9

/**
 * The Damerau–Levenshtein distance of two texts, in its restricted form: how many letters must be
 * added, removed, changed or swapped with their neighbour. The caller folds the texts.
 *
 * Units   code points.
 * Law     It is symmetric, and 0 exactly for equal texts. A distance above `limit` gives `limit +
 *         1`. A text costs `limit` times its length, because each row has a band of `2 · limit + 1`
 *         cells.
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

/** Units   letters. A word of this length or less is too short to guess from afar. */
const SHORT = 5

/**
 * The term that a mistyped word most likely means: at most two letters away. In a word of five
 * letters or fewer: one letter, and never the first, because any word is two letters away from a
 * short name (*Hakim*, *hai*). Among equally near terms: one with the same first letter, then the
 * shortest, then the first given. Terms are compared folded.
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
