import { fold } from '../../src/core/letters/words.ts'
import { packed } from '../../src/text/french/packed.ts'
import type { Entry } from '../make-names.ts'
import { APART, CHOSEN, ELSEWHERE, RULES } from './chosen-families.ts'
import { type FrenchDictionary, isPlain, isVerb } from './dictionary.ts'

/** Nouns of an act or a doer as `src/text/french/families.ts` reads them. */
export type VerbFamilies = Readonly<{
  families: Readonly<Record<string, string>>
  chosen: string
  apart: string
}>

const listed = (text: string): readonly string[] => text.trim().split(/\s+/)

/** A stem, and the same with the other *e* of its last syllable: *élèv-* of *élever*. */
const stems = (stem: string): readonly string[] => [
  stem,
  stem.replace(/[èé]([^aeiouéè]{1,2})$/u, 'e$1'),
  stem.replace(/è([^aeiouéè]{1,2})$/u, 'é$1'),
]

const rules = listed(RULES).map(rule => rule.split('>') as [string, string])
const elsewhere = new Set(listed(ELSEWHERE))

/** A doer has a feminine. A tool has none: *broyeur*. */
const mayBe = ({ word, flags, parts }: Entry, ending: string): boolean =>
  word.length >= ending.length + 2 &&
  word.endsWith(ending) &&
  (!ending.endsWith('eur') || flags.some(flag => flag.startsWith('F'))) &&
  (ending === 'able' ? !parts.includes('nom') : parts.includes('nom'))

type Derived = Readonly<{ rule: string; stem: string; verb: string }>

/** The verb that a noun comes from by the first rule that leads to one. */
function derivedFrom(entry: Entry, verbs: ReadonlySet<string>): Derived | undefined {
  for (const [ending, verbal] of rules) {
    if (!mayBe(entry, ending)) continue
    const stem = entry.word.slice(0, -ending.length)
    const verb = stems(stem)
      .map(one => one + verbal)
      .find(one => verbs.has(one))
    if (verb !== undefined)
      return { rule: `${fold(ending)}>${verbal}`, stem: fold(stem), verb: fold(verb) }
  }
  return undefined
}

/** The nouns of one folded spelling come from one verb, or none is kept: *pêche*, *péché*. */
export function familiesOf(dictionary: FrenchDictionary): VerbFamilies {
  const { entries, verbs } = dictionary
  const infinitives = new Set([...verbs].map(fold))
  const chosen = chosenPairs(dictionary, infinitives)
  const apart = new Set([...listed(APART).map(fold), ...chosen.keys()])
  const bySpelling = Map.groupBy(
    entries.filter(one => isPlain(one) && !isVerb(one)),
    one => fold(one.word),
  )
  const kept: Record<string, Set<string>> = {}
  for (const [spelling, alike] of bySpelling) {
    if (apart.has(spelling) || infinitives.has(spelling)) continue
    if (alike.some(one => elsewhere.has(one.word))) continue
    const found = alike.map(one => derivedFrom(one, verbs))
    const [first] = found
    if (first === undefined || found.some(one => one?.verb !== first.verb)) continue
    ;(kept[first.rule] ??= new Set()).add(first.stem)
  }
  return {
    families: Object.fromEntries(
      Object.entries(kept).map(([rule, all]) => [rule, packed([...all].sort())]),
    ),
    chosen: [...chosen].map(pair => pair.join(' ')).join(' | '),
    apart: listed(APART).map(fold).join(' '),
  }
}

/** The pairs that a person chose. A word that the dictionary lacks is a slip. */
function chosenPairs(
  { entries, formsOf }: FrenchDictionary,
  infinitives: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const nouns = new Set(entries.filter(isPlain).flatMap(formsOf))
  const pairs = listed(CHOSEN).map(pair => pair.split('>') as [string, string])
  const lost = pairs.filter(([noun, verb]) => !nouns.has(noun) || !infinitives.has(fold(verb)))
  if (lost.length > 0) throw new Error(lost.map(pair => pair.join('>')).join(' '))
  return new Map(pairs.map(([noun, verb]) => [fold(noun), fold(verb)]))
}
