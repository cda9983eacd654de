import { englishKey } from '../../src/bricks/offers/model/matching/english-things.ts'
import type { LexiconPart, LexiconParts } from '../../src/bricks/offers/model/matching/lexicon.cjs'
import { lookupIn, type WordLookup } from '../../src/bricks/offers/model/matching/names.ts'
import { sum } from '../../src/bricks/offers/model/matching/spoken.ts'
import {
  type KnownThings,
  phraseOf,
  SMALL,
  single,
  soundOf,
  stemOf,
  withoutPlural,
} from '../../src/bricks/offers/model/matching/vocabulary.ts'
import { wordsOf } from '../../src/core/letters/words.ts'
import { type LexiconGenre, type LexiconLine, listed } from './lines.ts'

/** What the pages look words up in, made of the lines of the lexicon. */

type Lists = Map<string, string[]>
function put(lists: Lists, name: string, item: string): void {
  const held = lists.get(name)
  if (held === undefined) lists.set(name, [item])
  else if (!held.includes(item)) held.push(item)
}
/** A map of items to names, as lists of items by their names. */
function turned(map: ReadonlyMap<string, string>): Lists {
  const lists: Lists = new Map()
  for (const [item, name] of map) put(lists, name, item)
  return lists
}
/** Words by their first letter. */
const lettered = (words: Iterable<string>): Lists =>
  turned(new Map([...words].map(word => [word, word[0]!])))

/** A line is named by its first name; what only stands among kinds takes its own key. */
function keyedOf(lines: readonly LexiconLine[]) {
  const keyed = new Map<string, string>()
  const names: Lists = new Map()
  for (const { name, words } of lines.filter(one => one.genre === 'même'))
    for (const one of [name, ...words]) {
      keyed.set(phraseOf(one), phraseOf(name))
      put(names, phraseOf(name), one)
    }
  const parents: Lists = new Map()
  for (const { name, words } of lines.filter(one => one.genre === 'sorte')) {
    const above = keyed.get(phraseOf(name)) ?? phraseOf(name)
    for (const phrase of words.map(phraseOf)) {
      const below = keyed.get(phrase) ?? phrase
      keyed.set(phrase, below)
      if (below !== above) put(parents, below, above)
    }
    keyed.set(phraseOf(name), above)
  }
  return { keyed, names, parents }
}

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
const ER = /^(.{2,})er$/
function doingsOf(lines: readonly LexiconLine[]) {
  const doings = new Map<string, string>()
  const verbs = new Map<string, string>()
  for (const { name, words } of lines.filter(one => one.genre === 'faire')) {
    const act = wordsOf(name).join(' ')
    for (const one of [name, ...words]) {
      const [first = '', ...others] = wordsOf(one).filter(word => !SMALL.has(word))
      doings.set([first, ...others].join(' '), act)
      const [, base] = ER.exec(first) ?? []
      if (base && others.length > 0)
        for (const end of ['e', 'ent']) doings.set([base + end, ...others].join(' '), act)
      if (base && others.length === 0)
        for (const end of ['e', 'es', 'ent', 'ons', 'ez', 'erait']) verbs.set(base + end, act)
    }
  }
  for (const [verb, act] of IRREGULAR) {
    verbs.set(verb, act)
    // *Je peins*, *je couds*.
    verbs.set(verb.replace(/t$/, 's').replace(/d$/, 'ds'), act)
  }
  return { doings, verbs }
}

function sensesOf(lines: readonly LexiconLine[], { keyOf }: WordLookup): string {
  const keysOf = (words: readonly string[]) =>
    words.flatMap(word => wordsOf(word).slice(0, 1).map(keyOf))
  const fields = new Map(
    lines.filter(one => one.genre === 'champ').map(({ name, words }) => [name, keysOf(words)]),
  )
  const cuesOf = (word: string) =>
    word.startsWith('@') ? (fields.get(word.slice(1)) ?? []) : keysOf([word])
  const told = (sense: string): string => {
    const cues = listed(sense.replace('!', '')).flatMap(cuesOf)
    return (sense.includes('!') ? '!' : '') + [...new Set(cues)].join(',')
  }
  return lines
    .filter(one => one.genre === 'sens')
    .map(({ name, all }) => {
      const key = keyOf(wordsOf(name)[0] ?? '')
      return `${key}=${all.split('|').map(told).join('|')}`
    })
    .join(';')
}

/**
 * The order in which words are tried for one that was mistyped: a letter is left out more often
 * than one is added.
 */
const nearestFirst = (a: string, b: string): number => b.length - a.length || (a < b ? -1 : 1)

/** The order of lines and files says nothing: what is made of them is the same. */
const inOrder = (lines: readonly LexiconLine[]): readonly LexiconLine[] => {
  const said = ({ genre, name, all }: LexiconLine) => `${genre}\t${name}\t${all}`
  return lines.toSorted((a, b) => (said(a) < said(b) ? -1 : 1))
}

/** Every part, for `lexicon.json`. */
export function compiled(all: readonly LexiconLine[]): LexiconParts {
  const lines = inOrder(all)
  const of = (...genres: readonly LexiconGenre[]): readonly string[] =>
    lines
      .filter(({ genre }) => genres.includes(genre))
      .flatMap(({ name, words }) => [name, ...words])
      .flatMap(wordsOf)
  const { keyed, names, parents } = keyedOf(lines)
  const sounded = new Map(
    [...keyed]
      .filter(([name]) => !name.includes(' '))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, key]) => [soundOf(name), key]),
  )
  const { doings, verbs } = doingsOf(lines)
  const long = of('même', 'sorte')
    .map(single)
    .filter(word => word.length >= 5)
  const written = new Set(long.toSorted(nearestFirst))
  const stems = new Set([...written].map(stemOf))
  const uses = new Set(of('faire').map(stemOf))
  const bare = [...written].map(word => ({ word, bare: withoutPlural(word) }))
  const known: KnownThings = {
    keyed,
    parents: new Map(),
    sounded,
    written: Map.groupBy(bare, ({ word }) => word[0]!),
    stems,
    uses,
  }
  const lookup = lookupIn(known, { doings })
  const english: Lists = new Map()
  for (const { genre, name, words } of lines)
    for (const word of words) if (genre === 'anglais') put(english, name, englishKey(word))
  return {
    names: joined(names),
    keyed: joined(turned(keyed)),
    parents: joined(parents),
    sounded: joined(turned(sounded)),
    written: joined(lettered(written)),
    stems: joined(lettered(stems)),
    uses: joined(lettered(uses)),
    doings: joined(turned(doings)),
    verbs: joined(turned(verbs)),
    senses: sensesOf(lines, lookup),
    english: joined(english),
  }
}
const joined = (lists: Lists): string =>
  [...lists].map(([name, items]) => `${name}=${items.join(',')}`).join(';')

/** Parts of which terms are made (`terms.ts`): other words there make the tables again. */
const OF_TERMS: readonly LexiconPart[] = [
  'keyed',
  'parents',
  'sounded',
  'written',
  'stems',
  'uses',
  'doings',
  'verbs',
]
/** The files that are made, by their names in `src/bricks/offers/model/matching/`. */
export function madeFiles(parts: LexiconParts): Readonly<Record<string, string>> {
  const terms = OF_TERMS.map(part => parts[part]).join('\n')
  return {
    'lexicon.json': `${JSON.stringify(parts, null, 2)}\n`,
    'lexicon.cjs':
      '/** Made by `bin/make-lexicon.ts`. CommonJS: only `require` reads late and at once. */\n' +
      "exports.lexicon = () => require('./lexicon.json')\n" +
      `exports.LEXICON_SUM = '${sum(terms, 1)}'\n`,
  }
}
