import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fold } from '../../src/core/letters/words.ts'
import { type FrenchDictionary, isNoun, isPlain, isVerb } from './dictionary.ts'
import { ACTS, THINGS } from './same-things.ts'

/** The senses of each word of a thesaurus: parts of speech, and the words of that sense. */
export type Thesaurus = ReadonlyMap<
  string,
  readonly Readonly<{ part: string; words: readonly string[] }>[]
>

/** Words of more senses name no one thing. */
const MOST_SENSES = 2
const SHORTEST = 4

/** `thes_fr.dat`: `word|senses`, then a line a sense, `(Part of speech)|word|word…`. */
export async function readThesaurus(folder: string): Promise<Thesaurus> {
  const lines = (await readFile(join(folder, 'thes_fr.dat'), 'utf8')).split('\n')
  const senses = new Map<string, { part: string; words: readonly string[] }[]>()
  for (let at = 1; at < lines.length; ) {
    const [word = '', count = '0'] = lines[at]!.split('|')
    const told = lines.slice(at + 1, at + 1 + Number(count)).map(line => {
      const [part = '', ...words] = line.split('|')
      return { part, words }
    })
    senses.set(word, [...(senses.get(word) ?? []), ...told])
    at += 1 + Number(count)
  }
  return senses
}

/** Whether the thesaurus lists each of two words under the other, as this part of speech. */
function areMutual(thesaurus: Thesaurus, part: 'Nom' | 'Verbe', [a, b]: [string, string]): boolean {
  const lists = (from: string, to: string): boolean => {
    const senses = thesaurus.get(from) ?? []
    return (
      senses.length <= MOST_SENSES &&
      senses.some(one => /[?]/.test(one.part) || one.part.includes(part)) &&
      senses.some(one => one.words.includes(to))
    )
  }
  return lists(a, b) && lists(b, a)
}

const pairsOf = (words: readonly string[]): readonly [string, string][] =>
  words.flatMap((one, at) => words.slice(at + 1).map(other => [one, other] as [string, string]))

/**
 * The pairs of the sets that a person read, where the thesaurus has them.
 * Errors  a word of a set that no pair keeps is a slip, and so is one that is no plain word.
 */
function keptPairs(
  sets: string,
  areSame: (pair: [string, string]) => boolean,
  words: ReadonlySet<string>,
): string {
  const pairs = new Set<string>()
  for (const set of sets.split('|')) {
    const all = set.trim().split(/\s+/)
    const kept = pairsOf(all).filter(areSame)
    const lost = all.filter(
      one => !words.has(one) || one.length < SHORTEST || !kept.flat().includes(one),
    )
    if (lost.length > 0) throw new Error(`${set}: ${lost.join(' ')}`)
    for (const pair of kept) pairs.add(pair.map(fold).sort().join(' '))
  }
  return [...pairs].sort().join(' | ')
}

export function synonymsIn(
  thesaurus: Thesaurus,
  { entries }: FrenchDictionary,
): Readonly<{ nouns: string; verbs: string }> {
  const plain = entries.filter(isPlain)
  const nouns = new Set(plain.filter(one => isNoun(one) && !isVerb(one)).map(one => one.word))
  const verbs = new Set(plain.filter(isVerb).map(one => one.word))
  return {
    nouns: keptPairs(THINGS, pair => areMutual(thesaurus, 'Nom', pair), nouns),
    verbs: keptPairs(ACTS, pair => areMutual(thesaurus, 'Verbe', pair), verbs),
  }
}
