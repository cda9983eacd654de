import { lazy } from '../../../../core/lazy.ts'
import { wordsOf } from '../../../../core/letters/words.ts'
import {
  acts,
  type KnownDoings,
  type KnownThings,
  single,
  soundOf,
  stemOf,
  things,
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

type KeyedWord = Readonly<{ stem: string; key: string }>
/** How words and phrases are looked up in a lexicon. */
export type WordLookup = Readonly<{
  keyOf: (word: string) => string
  phraseKey: (words: readonly string[]) => string | undefined
  doingOf: (words: readonly string[]) => string | undefined
  /** The key of a name, of one word or several. */
  keyOfName: (name: string) => string
}>

/** The last words, some 150 bytes each. */
const KEPT = 8_000
/** The look-ups of a lexicon: this box's own, and the one that `bin/make-lexicon.ts` makes. */
export function lookupIn(known: KnownThings, { doings }: Pick<KnownDoings, 'doings'>): WordLookup {
  const kept = new Map<string, KeyedWord>()
  const wordOf = (word: string): KeyedWord => {
    const held = kept.get(word)
    if (held !== undefined) return held
    const made = keyed(word, known)
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value!)
    kept.set(word, made)
    return made
  }
  const keyOf = (word: string): string => wordOf(word).key
  const phraseKey: WordLookup['phraseKey'] = words => {
    const all = words.map(wordOf)
    if (all.length === 0) return undefined
    return (
      known.keyed.get(all.map(one => one.stem).join(' ')) ??
      known.keyed.get([all[0]!.key, ...all.slice(1).map(one => one.stem)].join(' '))
    )
  }
  return {
    keyOf,
    phraseKey,
    doingOf: words => doings.get(words.join(' ')) ?? doings.get(words.map(plain).join(' ')),
    keyOfName: name => {
      const words = wordsOf(name)
      return (words.length > 1 ? phraseKey(words) : undefined) ?? keyOf(words[0] ?? '')
    },
  }
}
function keyed(word: string, known: KnownThings): KeyedWord {
  const stem = mended(word, known)
  const heard = known.uses.has(stem) ? undefined : known.sounded.get(soundOf(stem))
  return { stem, key: known.keyed.get(stem) ?? heard ?? soundOf(stem) }
}
/** The stem of a word, of the word that it was meant to be when the house knows only that one. */
function mended(word: string, known: KnownThings): string {
  const stem = stemOf(word)
  const isMeant = known.keyed.has(stem) || known.stems.has(stem) || known.uses.has(stem)
  if (word.length < 6 || isMeant) return stem
  const bare = withoutPlural(single(word))
  const meant = known.written.get(word[0]!)?.find(one => slipped(bare, one.bare))
  return meant === undefined ? stem : stemOf(meant.word)
}
const plain = (word: string): string =>
  word.length > 4 && word !== 'cours' ? word.replace(/s$/, '') : word

const own = lazy(() => lookupIn(things(), acts()))
/** The key of one word: its group in the lexicon, else what it sounds like. */
export const keyOf = (word: string): string => own().keyOf(word)
/**
 * The key of a phrase that the lexicon knows as one thing (*machine à coudre*), its words in any of
 * their names (*habits de bébé*); undefined when it does not.
 */
export const phraseKey = (words: readonly string[]): string | undefined => own().phraseKey(words)
/** The doing that these words name, as an infinitive or a noun. */
export const doingOf = (words: readonly string[]): string | undefined => own().doingOf(words)

const kinds = new Map<string, ReadonlySet<string>>()
/** Kinds that hold this thing, near and far; never itself. Kept of what the lexicon puts in one. */
export function kindsOf(key: string): ReadonlySet<string> {
  const { parents } = things()
  if (!parents.has(key)) return NONE
  const held = kinds.get(key)
  if (held !== undefined) return held
  const all = new Set<string>()
  const visit = (one: string): void => {
    for (const above of parents.get(one) ?? []) {
      if (all.has(above) || above === key) continue
      all.add(above)
      visit(above)
    }
  }
  visit(key)
  kinds.set(key, all)
  return all
}
/** Whether both are one thing, or the one a kind of the other. */
export const areOneThing = (a: string, b: string): boolean =>
  a === b || kindsOf(a).has(b) || kindsOf(b).has(a)
const children = lazy(() => {
  const of = new Map<string, Set<string>>()
  for (const below of things().parents.keys())
    for (const above of kindsOf(below)) of.set(above, (of.get(above) ?? new Set()).add(below))
  return of
})
/** Things of this kind. */
export const thingsOf = (key: string): ReadonlySet<string> => children().get(key) ?? NONE

/** A verb where a sentence has its verb: *répare*; not a noun that names a doing. */
export const conjugated = (word: string, said: string): boolean =>
  !/[éè]s?$/.test(said) && acts().verbs.has(word)
/** `said` tells *il marche* from *un marché*, which fold alike. */
export const verbOf = (word: string, said: string): string | undefined =>
  /[éè]s?$/.test(said) ? undefined : (acts().verbs.get(word) ?? acts().doings.get(word))
/** Learning is a doing even where something is *given*: *donne des cours*. */
export const TEACHES = wordsOf('apprendre')[0]!

/** A doing that the lexicon names, not a verb that stands for itself. */
export const isDoing = (act: string): boolean => acts().named.has(act)
