import { lazy } from '../../../../core/lazy.ts'
import { LONGEST_WORD, stems, wordsOf } from '../../../../core/letters/words.ts'
import { ACTS, KINDS, SAME } from './lexicon.ts'
import { SERVING } from './serving.ts'

/**
 * The lexicon as it is looked up, read when a notice first asks for it: a box that starts, and a
 * writer that waits, have no use for it.
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

const SMALL = new Set('de d du des la le les l a au aux en et pour'.split(' '))
const phraseOf = (text: string): string =>
  wordsOf(text)
    .filter(word => !SMALL.has(word))
    .map(stemOf)
    .join(' ')
/** The entries of a list of words: an indented line goes on with the entry above it. */
export const linesOf = (text: string): readonly string[] =>
  text
    .replace(/\n {2,}/g, ' ')
    .split('\n')
    .filter(line => line.trim() !== '')
const namesIn = (line: string): readonly string[] => line.split(',').map(phraseOf).filter(Boolean)

/** The other names of a thing, as the house writes them: *médecin* of *docteur*. */
export function otherNames(name: string): readonly string[] {
  const asked = phraseOf(name)
  const line = linesOf(SAME).find(one => namesIn(one).includes(asked))
  return (line ?? '')
    .split(',')
    .map(one => one.trim())
    .filter(one => one !== '' && phraseOf(one) !== asked)
}

/**
 * Things by their names.
 *
 * Shape   `keyed`: a name's key; `parents`: a key's kinds, the nearest; `sounded`: keys of one word
 *         by what is heard; `written`: each word of the lexicon as it is written, by its first
 *         letter: what a slip of the hand may have meant.
 */
export const things = lazy(() => {
  const keyed = new Map<string, string>()
  for (const line of linesOf(SAME)) {
    const [first, ...others] = namesIn(line)
    for (const name of [first!, ...others]) if (!keyed.has(name)) keyed.set(name, first!)
  }
  const parents = kindsIn(keyed)
  const sounded = new Map(
    [...keyed].filter(([name]) => !name.includes(' ')).map(([name, key]) => [soundOf(name), key]),
  )
  const long = wordsOf(`${SAME} ${KINDS}`)
    .map(single)
    .filter(word => word.length >= 5)
  const all = [...new Set(long)].map(word => ({ word, bare: withoutPlural(word) }))
  const written = Map.groupBy(all, ({ word }) => word[0]!)
  return {
    keyed,
    parents,
    sounded,
    written,
    stemsWritten: new Set(all.map(({ word }) => stemOf(word))),
  }
})

/**
 * Words that the house knows by how they are written: *bouché* is no *bûche*, nor *sale* a *salle*.
 */
export const usesWritten = lazy(
  () => new Set(wordsOf(`${SERVING} ${ACTS}`).map(word => stemOf(word))),
)

/** What is a kind of what; names that only stand here take their keys. */
function kindsIn(keyed: Map<string, string>): ReadonlyMap<string, ReadonlySet<string>> {
  const parents = new Map<string, Set<string>>()
  for (const line of linesOf(KINDS)) {
    const [wide = '', narrow = ''] = line.split(':')
    const above = keyed.get(phraseOf(wide)) ?? phraseOf(wide)
    for (const name of namesIn(narrow)) {
      const below = keyed.get(name) ?? name
      keyed.set(name, below)
      if (below !== above) parents.set(below, (parents.get(below) ?? new Set()).add(above))
    }
    keyed.set(phraseOf(wide), above)
  }
  return parents
}

const ER = /^(.{2,})er$/
/** Verbs that are not made from their infinitive as *réparer* is. */
const IRREGULAR = [
  ['nettoie', 'nettoyer'],
  ['peint', 'peindre'],
  ['repeint', 'peindre'],
  ['tond', 'tondre'],
  ['coud', 'coudre'],
  ['traduit', 'traduire'],
  ['construit', 'construire'],
  ['nourrit', 'garder'],
  ['fend', 'fendre'],
  ['remplit', 'remplir'],
  ['apprend', 'apprendre'],
  ['cueille', 'recolter'],
  ['recolte', 'recolter'],
] as const
/**
 * What a doing is called: by its infinitive or noun anywhere (`doings`), by its verb only where a
 * sentence has its verb (`verbs`).
 */
export const acts = lazy(() => {
  const doings = new Map<string, string>()
  const verbs = new Map<string, string>()
  for (const line of linesOf(ACTS)) {
    const [first = '', others = ''] = line.split(':')
    const act = wordsOf(first).join(' ')
    for (const name of [first, ...others.split(',')]) {
      const words = wordsOf(name).filter(word => !SMALL.has(word))
      doings.set(words.join(' '), act)
      const [, base] = ER.exec(words[0] ?? '') ?? []
      if (base && words.length > 1)
        for (const end of ['e', 'ent']) doings.set([base + end, ...words.slice(1)].join(' '), act)
      if (base && words.length === 1)
        for (const end of ['e', 'es', 'ent', 'ons', 'ez', 'erait']) verbs.set(base + end, act)
    }
  }
  for (const [verb, act] of IRREGULAR) {
    verbs.set(verb, act)
    // *Je peins*, *je couds*.
    verbs.set(verb.replace(/t$/, 's').replace(/d$/, 'ds'), act)
  }
  return { doings, verbs, named: new Set(doings.values()) }
})
