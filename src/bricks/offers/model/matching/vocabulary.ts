import { lazy } from '../../../../core/lazy.ts'
import { LONGEST_WORD, stems, wordsOf } from '../../../../core/letters/words.ts'
import { type LexiconPart, lexicon } from './lexicon.cjs'

/**
 * The words of a village, as matching knows them before any keeper's theme, and how words are
 * compared. The words are data (`src/bricks/offers/lexicon/README.md`), read when a notice first
 * asks for them: a box that starts, and a writer that waits, have no use for them.
 */

export const withoutPlural = (word: string): string => word.replace(/s$/, '')

/**
 * A word as it is compared: folded, without the plural that the stemmer leaves (*pneus*, *jeux*).
 */
export const single = (word: string): string => word.replace(/(eu|ou|eau|yau)[sx]$/, '$1')
export const stemOf = (word: string): string => {
  const bare = withoutPlural(word)
  return OWN_STEM.has(bare) ? bare : (stems(single(word))[0] ?? single(word))
}
/**
 * Things that the stemmer takes for another one: *une banquette* for a banquet, *des potirons* for
 * pots, *une plancha* for planks.
 */
const OWN_STEM: ReadonlySet<string> = new Set(
  (
    'banquette cheminee fraise panai cassi chassi terrasse potiron plancha grill manga gobelet ' +
    'pressoir poteau'
  ).split(' '),
)

/** What is heard: *remork*, *remorque* and *remorques* alike. */
export const soundOf = (stem: string): string => (stem.length > LONGEST_WORD ? stem : heard(stem))

const heard = (stem: string): string =>
  stem
    .replace(/ph/g, 'f')
    .replace(/qu?/g, 'k')
    .replace(/c(?=[aouklrt]|$)/g, 'k')
    .replace(/eau|au/g, 'o')
    .replace(/y/g, 'i')
    .replace(/([a-z])\1/g, '$1')
    .replace(/(?<=.{3})[esuh]+$/, '')

/** Words that tell nothing of a name. */
export const SMALL: ReadonlySet<string> = new Set(
  'de d du des la le les l a au aux en et pour'.split(' '),
)
/** A name as it is compared: its stems, without its small words. */
export const phraseOf = (text: string): string =>
  wordsOf(text)
    .filter(word => !SMALL.has(word))
    .map(stemOf)
    .join(' ')
/** The entries of a part of the lexicon, each with what it holds. */
export const entriesOf = (part: LexiconPart): readonly (readonly [string, string])[] =>
  lexicon()
    [part].split(';')
    .filter(Boolean)
    .map(entry => {
      const at = entry.indexOf('=')
      return [entry.slice(0, at), entry.slice(at + 1)]
    })
/** The same, each with its items. */
export const listsOf = (part: LexiconPart): readonly (readonly [string, readonly string[]])[] =>
  entriesOf(part).map(([name, items]) => [name, items.split(',')])
/** The name of the entry of each item. */
const byItem = (part: LexiconPart): ReadonlyMap<string, string> =>
  new Map(listsOf(part).flatMap(([name, items]) => items.map(item => [item, name])))
const itemsOf = (part: LexiconPart): ReadonlySet<string> =>
  new Set(listsOf(part).flatMap(([, items]) => items))

const namesBy = lazy(() => new Map(listsOf('names')))
/** The other names of a thing, as the house writes them: *médecin* of *docteur*. */
export function otherNames(name: string): readonly string[] {
  const asked = phraseOf(name)
  const all = namesBy().get(things().keyed.get(asked) ?? '') ?? []
  return all.filter(one => phraseOf(one) !== asked)
}

/** A word that the lexicon holds, and the same without its plural. */
export type WrittenWord = Readonly<{ word: string; bare: string }>
/**
 * Things by their names.
 *
 * Shape   `keyed`: a name's key; `parents`: a key's kinds, the nearest; `sounded`: keys of one word
 *         by what is heard; `written`: each word of the lexicon as it is written, by its first
 *         letter: what a slip of the hand may have meant; `uses`: words that the house knows by how
 *         they are written: *bouché* is no *bûche*, nor *sale* a *salle*.
 */
export type KnownThings = Readonly<{
  keyed: ReadonlyMap<string, string>
  parents: ReadonlyMap<string, ReadonlySet<string>>
  sounded: ReadonlyMap<string, string>
  written: ReadonlyMap<string, readonly WrittenWord[]>
  stems: ReadonlySet<string>
  uses: ReadonlySet<string>
}>
export const things = lazy(
  (): KnownThings => ({
    keyed: byItem('keyed'),
    parents: new Map(listsOf('parents').map(([below, above]) => [below, new Set(above)])),
    sounded: byItem('sounded'),
    written: new Map(
      listsOf('written').map(([letter, words]) => [
        letter,
        words.map(word => ({ word, bare: withoutPlural(word) })),
      ]),
    ),
    stems: itemsOf('stems'),
    uses: itemsOf('uses'),
  }),
)

/**
 * What a doing is called: by its infinitive or noun anywhere (`doings`), by its verb only where a
 * sentence has its verb (`verbs`).
 */
export type KnownDoings = Readonly<{
  doings: ReadonlyMap<string, string>
  verbs: ReadonlyMap<string, string>
}>
export const acts = lazy((): KnownDoings & Readonly<{ named: ReadonlySet<string> }> => {
  const doings = byItem('doings')
  return { doings, verbs: byItem('verbs'), named: new Set(doings.values()) }
})
