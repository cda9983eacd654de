import { normal } from '../core/letters/accents.ts'
import { fold } from '../core/letters/words.ts'
import {
  CIVILITIES,
  EVERY_DAY,
  OF_PLACES,
  PARTICLES,
  SAINTS,
  TO_A_VILLAGE,
  WAYS,
} from './named-fr.ts'

/**
 * Whether a text names one of some people, however it writes their name: whole, first name alone,
 * surname alone, initial and surname, in capitals, in small letters, without accents. Law 11 rests
 * on it: in doubt, the person is named.
 */

/**
 * One word of a text: `lone` unless a hyphen joins it to another; `opens` what may have a capital
 * without being a name.
 */
type Word = Readonly<{
  folded: string
  capital: boolean
  /** One letter: the initial of somebody. */
  isLetter: boolean
  lone: boolean
  opens: boolean
  isPlace: boolean
  /** What stands between the word before and this one. */
  gap: string
}>
/** One word of a name, itself of several parts when hyphens join them (*Jean-Luc*). */
type Token = Readonly<{ parts: readonly string[]; isFirst: boolean }>

/** Marks that nobody sees, so that a name they cut is still that name. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g
const COMPOUND = /[\p{L}\p{M}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{M}\p{N}]+)*/gu
const HYPHEN = /[-\u2010\u2011]/
const cleaned = (text: string): string => normal(text.replace(UNSEEN, ''), 'NFC')
/** A letter that has no small form (*李*) counts as a capital. */
const isCapital = (word: string): boolean => /^\P{Ll}/u.test(normal(word, 'NFD'))

/**
 * Says, of any text, the first of these people that it names; undefined when it names none.
 *
 * Shape   `names` as the notes write them (*Élodie*, *É. Martin*, *Mme Martin*, *Martin Élodie*);
 *         `villages` by their whole names.
 * Law     symmetric between a whole name and its parts: *Élodie Martin* is named by *Élodie* or
 *         *Martin*, and *Élodie* by *Élodie Martin*. Case, accents and unseen marks never hide a
 *         name. A village, a saint, a street and a word of every day in small letters name nobody,
 *         unless another part of the same name stands beside it.
 * Absent  nicknames, misspellings, pronouns: the keeper reads too.
 */
export function whoIsNamed(
  names: readonly string[],
  villages: readonly string[] = [],
): (text: string) => string | undefined {
  const people = names.map(name => ({ name, tokens: tokensOf(name) }))
  const known = villages
    .map(name => wordsIn(name, []).map(word => word.folded))
    .filter(parts => parts.length > 0)
  return text => {
    const words = wordsIn(text, known)
    const isLoud = !/\p{Ll}/u.test(text)
    return people.find(({ tokens }) =>
      words.some((_, at) => tokens.some(token => isThere(words, { at, token }, tokens, isLoud))),
    )?.name
  }
}

function tokensOf(name: string): readonly Token[] {
  const all = [...cleaned(name).matchAll(COMPOUND)].map(found => found[0])
  const isTitled = CIVILITIES.has(fold(all[0] ?? ''))
  const hasCapital = all.some(word => isCapital(word) && !CIVILITIES.has(fold(word)))
  return all
    .filter(
      word =>
        !CIVILITIES.has(fold(word)) &&
        !PARTICLES.has(fold(word)) &&
        (!hasCapital || isCapital(word)),
    )
    .map((word, at) => ({ parts: partsOf(word), isFirst: at === 0 && !isTitled }))
    .filter(token => token.parts.join('').length > 1)
}
const partsOf = (compound: string): readonly string[] =>
  compound
    .split(HYPHEN)
    .map(fold)
    .filter(part => part !== '')

/** Every word of a text, with what says that it is no name. */
function wordsIn(text: string, villages: readonly (readonly string[])[]): readonly Word[] {
  const clean = cleaned(text)
  const words: Word[] = []
  let end = 0
  for (const found of clean.matchAll(COMPOUND)) {
    const parts = found[0].split(HYPHEN)
    const isPlace = parts.length > 1 && parts.some(part => OF_PLACES.has(fold(part)))
    for (const [at, part] of parts.entries()) {
      const gap = at === 0 ? clean.slice(end, found.index) : '-'
      const before = words.at(-1)
      // *É. Petit*, *M. Petit*: this full stop ends no sentence.
      const isShort =
        !!before && gap.startsWith('.') && (before.isLetter || CIVILITIES.has(before.folded))
      const opens = !before || (/[.!?:\n]/.test(gap) && !isShort)
      const isLetter = [...normal(part, 'NFC')].length === 1
      words.push({
        folded: fold(part),
        capital: isCapital(part),
        isLetter,
        lone: parts.length === 1,
        opens,
        isPlace,
        gap,
      })
    }
    end = found.index + found[0].length
  }
  return placed(words, villages)
}

/** Villages, saints and streets, marked as places. */
function placed(words: readonly Word[], villages: readonly (readonly string[])[]): readonly Word[] {
  const isPlace = words.map(word => word.isPlace)
  for (const [at, word] of words.entries()) {
    const before = words[at - 1]
    if (before && /^[\s.]+$/.test(word.gap) && SAINTS.has(before.folded) && word.capital)
      isPlace[at] = true
    if (WAYS.has(word.folded))
      for (let to = at + 1; words[to]?.capital && /^[\s-]+$/.test(words[to]!.gap); to++)
        isPlace[to] = true
    for (const village of villages) {
      if (!village.every((part, i) => words[at + i]?.folded === part)) continue
      if (village.length > 1 || TO_A_VILLAGE.test(leadOf(words, at)))
        village.forEach((_, i) => void (isPlace[at + i] = true))
    }
  }
  return words.map((word, at) => ({ ...word, isPlace: isPlace[at]! }))
}
const leadOf = (words: readonly Word[], at: number): string =>
  words
    .slice(Math.max(0, at - 2), at)
    .map(word => `${word.gap}${word.folded}`)
    .join('') + words[at]!.gap

/** Whether the word there, with those after it, is this part of a name and is meant as one. */
function isThere(
  words: readonly Word[],
  { at, token }: Readonly<{ at: number; token: Token }>,
  all: readonly Token[],
  isLoud: boolean,
): boolean {
  const { parts } = token
  const word = words[at]!
  if (
    !parts.every(
      (part, i) =>
        words[at + i]?.folded === part && (i === 0 || /^[\s-]+$/.test(words[at + i]!.gap)),
    )
  )
    return false
  const next = words[at + parts.length]
  const isWhole = word.gap !== '-' && next?.gap !== '-'
  // *Mme Saint-Martin* is somebody; Saint-Martin-Lestra is a village.
  if (word.isPlace && !(parts.length > 1 && isWhole)) return false
  if (parts.length > 1 || isBeside(words, at, token, all)) return true
  const isEveryDay = EVERY_DAY.has(word.folded)
  if (word.capital) return !isEveryDay || token.isFirst || !(word.opens || isLoud)
  return word.lone && word.folded.length > 2 && !isEveryDay
}

/** Another part of the same name beside it, its initial, or a civility before it. */
function isBeside(
  words: readonly Word[],
  at: number,
  token: Token,
  all: readonly Token[],
): boolean {
  // *Rose de Vals*: the small words of a name stand between its parts.
  const nextTo = (step: 1 | -1): Word | undefined => {
    for (let i = at + step, seen = 0; seen < 4; i += step, seen++) {
      const gap = step === 1 ? words[i]?.gap : words[i + 1]?.gap
      if (!words[i] || !/^[\s.,'’-]*$/.test(gap ?? '')) return undefined
      if (!PARTICLES.has(words[i]!.folded)) return words[i]
    }
    return undefined
  }
  const [before, after] = [nextTo(-1), nextTo(1)]
  const others = all.filter(other => other !== token)
  const isOther = (word: Word) =>
    others.some(other => other.parts[0] === word.folded || other.parts.at(-1) === word.folded)
  const isInitial = (word: Word) =>
    word.isLetter && others.some(other => other.parts[0]!.startsWith(word.folded))
  if (before && (isOther(before) || CIVILITIES.has(before.folded))) return true
  if (words[at - 1] && /^\s*\.\s*$/.test(words[at]!.gap) && isInitial(words[at - 1]!)) return true
  return !!after && isOther(after)
}
