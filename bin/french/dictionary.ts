import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fold } from '../../src/core/letters/words.ts'
import { type Entry, entriesOf, formsOf, suffixesOf } from '../make-names.ts'

/** The parts of the Dicollecte dictionary that a family or a conjugation needs. */
export type FrenchDictionary = Readonly<{
  entries: readonly Entry[]
  verbs: ReadonlySet<string>
  /** The forms of an entry, bookish ones left out. */
  formsOf: (entry: Entry) => readonly string[]
}>

/** A suffix that makes a past historic or an imperfect subjunctive, and nothing else. */
const isBookish = (line: string): boolean => {
  const moods = line.match(/po:(?:i|s)(?:pre|imp|psi|fut)\b|po:simp\b|po:cond|po:p(?:pas|pre)/g)
  return moods?.every(mood => mood === 'po:ipsi' || mood === 'po:simp') ?? false
}

export const isVerb = ({ word, parts }: Entry): boolean =>
  parts.some(part => /^v[0-3]/.test(part)) && /(?:[ei]r|re)$/.test(fold(word))
export const isNoun = ({ parts }: Entry): boolean => parts.includes('nom')
/** A word of small letters alone, and no name. */
export const isPlain = ({ word, parts }: Entry): boolean =>
  /^\p{Ll}+$/u.test(word) && !parts.some(part => ['prn', 'patr', 'npr'].includes(part))

export async function readDictionary(folder: string): Promise<FrenchDictionary> {
  const entries = entriesOf(await readFile(join(folder, 'fr.dic'), 'utf8'))
  const affixes = await readFile(join(folder, 'fr.aff'), 'utf8')
  const kept = affixes.split('\n').filter(line => !isBookish(line))
  const suffixes = suffixesOf(kept.join('\n'))
  return {
    entries,
    verbs: new Set(entries.filter(isVerb).map(one => one.word)),
    formsOf: entry => formsOf(entry, suffixes),
  }
}
