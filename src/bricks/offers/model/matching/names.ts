import { lazy } from '../../../../core/lazy.ts'
import { wordsOf } from '../../../../core/letters/words.ts'
import { SERVING } from './serving.ts'
import {
  acts,
  linesOf,
  single,
  soundOf,
  stemOf,
  things,
  usesWritten,
  withoutPlural,
} from './vocabulary.ts'

/**
 * How the words of notices are brought together: one key a thing, whatever it is called. Nothing
 * here is shown.
 */

const NONE: ReadonlySet<string> = new Set()

/** The longest phrase of the lexicon, in words. */
export const MOST_WORDS = 3
export const isKnown = (key: string): boolean => things().keyed.has(key)
/** A word as it is written, not as it sounds: *Paulette* is no pallet. */
export const isNamed = (word: string): boolean => things().keyed.has(stemOf(word))

/**
 * One letter more, one less, or two neighbours that changed places: no word of its own (*chaîne* is
 * no *chaise*).
 */
function slipped(word: string, of: string): boolean {
  const [short, long] = word.length < of.length ? [word, of] : [of, word]
  if (long.length - short.length > 1) return false
  let i = 0
  while (i < short.length && short[i] === long[i]) i++
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1)
  return (
    i + 1 < short.length &&
    short[i] === long[i + 1] &&
    short[i + 1] === long[i] &&
    short.slice(i + 2) === long.slice(i + 2)
  )
}

/** The stem of a word, of the word that it was meant to be when the house knows only that one. */
function mended(word: string): string {
  const { keyed, written, stemsWritten } = things()
  const stem = stemOf(word)
  const isMeant = keyed.has(stem) || stemsWritten.has(stem) || usesWritten().has(stem)
  if (word.length < 6 || isMeant) return stem
  const bare = withoutPlural(single(word))
  const meant = written.get(word[0]!)?.find(known => slipped(bare, known.bare))
  return meant === undefined ? stem : stemOf(meant.word)
}

/** The last words, some 150 bytes each. */
const KEPT = 8_000
const kept = new Map<string, Readonly<{ stem: string; key: string }>>()
function wordOf(word: string): Readonly<{ stem: string; key: string }> {
  const held = kept.get(word)
  if (held !== undefined) return held
  const { keyed, sounded } = things()
  const stem = mended(word)
  const heard = usesWritten().has(stem) ? undefined : sounded.get(soundOf(stem))
  const made = { stem, key: keyed.get(stem) ?? heard ?? soundOf(stem) }
  if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
  kept.set(word, made)
  return made
}

/** The key of one word: its group in the lexicon, else what it sounds like. */
export const keyOf = (word: string): string => wordOf(word).key

/**
 * The key of a phrase that the lexicon knows as one thing (*machine à coudre*), its words in any of
 * their names (*habits de bébé*); undefined when it does not.
 */
export function phraseKey(words: readonly string[]): string | undefined {
  const all = words.map(wordOf)
  if (all.length === 0) return undefined
  const { keyed } = things()
  return (
    keyed.get(all.map(one => one.stem).join(' ')) ??
    keyed.get([all[0]!.key, ...all.slice(1).map(one => one.stem)].join(' '))
  )
}

/** Kinds that hold this thing, near and far; never itself. */
export function kindsOf(key: string): ReadonlySet<string> {
  const { parents } = things()
  const all = new Set<string>()
  const visit = (one: string): void => {
    for (const above of parents.get(one) ?? []) {
      if (all.has(above) || above === key) continue
      all.add(above)
      visit(above)
    }
  }
  visit(key)
  return all
}
const children = lazy(() => {
  const of = new Map<string, Set<string>>()
  for (const below of things().parents.keys())
    for (const above of kindsOf(below)) of.set(above, (of.get(above) ?? new Set()).add(below))
  return of
})
/** Things of this kind. */
export const thingsOf = (key: string): ReadonlySet<string> => children().get(key) ?? NONE

const plain = (word: string): string =>
  word.length > 4 && word !== 'cours' ? word.replace(/s$/, '') : word
export const doingOf = (words: readonly string[]): string | undefined =>
  acts().doings.get(words.join(' ')) ?? acts().doings.get(words.map(plain).join(' '))
/** A verb where a sentence has its verb: *répare*; not a noun that names a doing. */
export const conjugated = (word: string, said: string): boolean =>
  !/[éè]s?$/.test(said) && acts().verbs.has(word)
/** `said` tells *il marche* from *un marché*, which fold alike. */
export const verbOf = (word: string, said: string): string | undefined =>
  /[éè]s?$/.test(said) ? undefined : (acts().verbs.get(word) ?? acts().doings.get(word))
/** Learning is a doing even where something is *given*: *donne des cours*. */
export const TEACHES = wordsOf('apprendre')[0]!

const uses = lazy(() => {
  const serving = new Map<string, Set<string>>()
  const served = new Map<string, Set<string>>()
  for (const line of linesOf(SERVING)) {
    const [thing = '', all = ''] = line.split(':')
    const key = doingOf(wordsOf(thing)) ?? keyOfPhrase(thing)
    for (const use of all.split(',').flatMap(usesNamed)) {
      serving.set(key, (serving.get(key) ?? new Set()).add(use))
      served.set(use, (served.get(use) ?? new Set()).add(key))
    }
  }
  return { serving, served }
})
/** A use as a thing's name and as a doing: *labourer* may stand in a notice as either. */
function usesNamed(name: string): readonly string[] {
  const act = doingOf(wordsOf(name))
  return act === undefined ? [keyOfPhrase(name)] : [keyOfPhrase(name), act]
}
function keyOfPhrase(text: string): string {
  const words = wordsOf(text)
  return (words.length > 1 ? phraseKey(words) : undefined) ?? keyOf(words[0] ?? '')
}
/** What this thing is good for, and what is good for this. */
export const usesOf = (key: string): ReadonlySet<string> => uses().serving.get(key) ?? NONE
export const servantsOf = (use: string): ReadonlySet<string> => uses().served.get(use) ?? NONE
/** A doing that the lexicon names, not a verb that stands for itself. */
export const isDoing = (act: string): boolean => acts().named.has(act)
/** One thing, a thing and its kind, or two things of one kind. */
export const areKin = (a: string, b: string): boolean =>
  a === b ||
  kindsOf(a).has(b) ||
  kindsOf(b).has(a) ||
  [...kindsOf(a)].some(kind => kindsOf(b).has(kind))
