import { editDistance, stems, wordsOf } from '../../../core/words.ts'
import { ACTS, KINDS, SAME } from './lexicon.ts'
import { SERVING } from './serving.ts'

/** How the words of notices are brought together: one key a thing, whatever it is called. Nothing here is shown. */

/** A word as it is compared: folded, without the plural that the stemmer leaves (*pneus*, *jeux*). */
const single = (word: string): string => word.replace(/(eu|ou|eau|yau)[sx]$/, '$1')
const stemOf = (word: string): string => stems(single(word))[0] ?? single(word)

/** What is heard: *remork*, *remorque* and *remorques* alike. */
export const soundOf = (stem: string): string =>
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
const linesOf = (text: string): readonly string[] => text.split('\n').filter(line => line.trim() !== '')
const namesIn = (line: string): readonly string[] => line.split(',').map(phraseOf).filter(Boolean)

const keyed = new Map<string, string>()
for (const line of linesOf(SAME)) {
  const [first, ...others] = namesIn(line)
  for (const name of [first!, ...others]) if (!keyed.has(name)) keyed.set(name, first!)
}
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
const sounded = new Map([...keyed].filter(([name]) => !name.includes(' ')).map(([name, key]) => [soundOf(name), key]))
/** Every word of the lexicon as it is written, by its first letter: what a slip of the hand may have meant. */
const written = Map.groupBy(
  new Set(
    wordsOf(`${SAME} ${KINDS}`)
      .map(single)
      .filter(word => word.length >= 5),
  ),
  word => word[0]!,
)
const stemsWritten = new Set([...written.values()].flat().map(stemOf))

/** The longest phrase of the lexicon, in words. */
export const MOST_WORDS = 3
export const isKnown = (key: string): boolean => keyed.has(key)
/** A word as it is written, not as it sounds: *Paulette* is no pallet. */
export const isNamed = (word: string): boolean => keyed.has(stemOf(word))

/** One letter more, one less, or two that changed places: no word of its own (*chaîne* is no *chaise*). */
function slipped(word: string, of: string): boolean {
  if (editDistance(word, of, 1) !== 1) return false
  return word.length !== of.length || [...word].sort().join('') === [...of].sort().join('')
}
const withoutPlural = (word: string): string => word.replace(/s$/, '')

/** The stem of a word, of the word that it was meant to be when the house knows only that one. */
function mended(word: string): string {
  const stem = stemOf(word)
  if (word.length < 6 || keyed.has(stem) || stemsWritten.has(stem)) return stem
  const bare = withoutPlural(single(word))
  const meant = (written.get(word[0]!) ?? []).find(known => slipped(bare, withoutPlural(known)))
  return meant === undefined ? stem : stemOf(meant)
}

const KEPT = 20_000
const kept = new Map<string, Readonly<{ stem: string; key: string }>>()
function wordOf(word: string): Readonly<{ stem: string; key: string }> {
  const held = kept.get(word)
  if (held !== undefined) return held
  const stem = mended(word)
  const made = { stem, key: keyed.get(stem) ?? sounded.get(soundOf(stem)) ?? soundOf(stem) }
  if (kept.size >= KEPT) kept.clear()
  kept.set(word, made)
  return made
}

/** The key of one word: its group in the lexicon, else what it sounds like. */
export const keyOf = (word: string): string => wordOf(word).key

/**
 * The key of a phrase that the lexicon knows as one thing (*machine à coudre*), its words in any of their names (*habits de bébé*);
 * undefined when it does not.
 */
export function phraseKey(words: readonly string[]): string | undefined {
  const all = words.map(wordOf)
  if (all.length === 0) return undefined
  return keyed.get(all.map(one => one.stem).join(' ')) ?? keyed.get([all[0]!.key, ...all.slice(1).map(one => one.stem)].join(' '))
}

/** Kinds that hold this thing, near and far; never itself. */
export function kindsOf(key: string): ReadonlySet<string> {
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
const children = new Map<string, Set<string>>()
for (const below of parents.keys()) for (const above of kindsOf(below)) children.set(above, (children.get(above) ?? new Set()).add(below))
/** Things of this kind. */
export const thingsOf = (key: string): ReadonlySet<string> => children.get(key) ?? new Set()

/** What a doing is called: by its infinitive or noun anywhere, by its verb only where a sentence has its verb. */
const doings = new Map<string, string>()
const verbs = new Map<string, string>()
const ER = /^(.{2,})er$/
for (const line of linesOf(ACTS)) {
  const [first = '', others = ''] = line.split(':')
  const act = wordsOf(first).join(' ')
  for (const name of [first, ...others.split(',')]) {
    const words = wordsOf(name).filter(word => !SMALL.has(word))
    doings.set(words.join(' '), act)
    const [, base] = ER.exec(words[0] ?? '') ?? []
    if (base && words.length > 1) for (const end of ['e', 'ent']) doings.set([base + end, ...words.slice(1)].join(' '), act)
    if (base && words.length === 1) for (const end of ['e', 'es', 'ent', 'ons', 'ez', 'erait']) verbs.set(base + end, act)
  }
}
for (const [verb, act] of [
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
] as const)
  verbs.set(verb, act)
const plain = (word: string): string => (word.length > 4 && word !== 'cours' ? word.replace(/s$/, '') : word)
export const doingOf = (words: readonly string[]): string | undefined =>
  doings.get(words.join(' ')) ?? doings.get(words.map(plain).join(' '))
/** A verb where a sentence has its verb: *répare*; not a noun that names a doing. */
export const conjugated = (word: string, said: string): boolean => !/[éè]s?$/.test(said) && verbs.has(word)
/** `said` tells *il marche* from *un marché*, which fold alike. */
export const verbOf = (word: string, said: string): string | undefined =>
  /[éè]s?$/.test(said) ? undefined : (verbs.get(word) ?? doings.get(word))
/** Learning is a doing even where something is *given*: *donne des cours*. */
export const TEACHES = wordsOf('apprendre')[0]!

const serving = new Map<string, Set<string>>()
const served = new Map<string, Set<string>>()
for (const line of linesOf(SERVING)) {
  const [thing = '', uses = ''] = line.split(':')
  const key = doingOf(wordsOf(thing)) ?? keyOfPhrase(thing)
  for (const use of uses.split(',').flatMap(usesNamed)) {
    serving.set(key, (serving.get(key) ?? new Set()).add(use))
    served.set(use, (served.get(use) ?? new Set()).add(key))
  }
}
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
export const usesOf = (key: string): ReadonlySet<string> => serving.get(key) ?? new Set()
export const servantsOf = (use: string): ReadonlySet<string> => served.get(use) ?? new Set()
/** A doing that the lexicon names, not a verb that stands for itself. */
const named = new Set(doings.values())
export const isDoing = (act: string): boolean => named.has(act)
/** One thing, a thing and its kind, or two things of one kind. */
export const areKin = (a: string, b: string): boolean =>
  a === b || kindsOf(a).has(b) || kindsOf(b).has(a) || [...kindsOf(a)].some(kind => kindsOf(b).has(kind))
