import { lazy } from '../../core/lazy.ts'
import * as files from './lexicon.cjs'
import { unpacked } from './packed.ts'

/**
 * The verb of a family of words: the act and the doer go with it. *Réparation*, *réparatrice* and
 * *réparable* are of *réparer*, *couturière* of *coudre*.
 *
 * Shape   nouns by the ending that they change for their verb's, then the nouns that a person chose
 *         with their verb, then those that look like a doer and are a tool. All is folded.
 * Law     `familyOf(familyOf(word)) = familyOf(word)`; an infinitive is its own family, and so is
 *         a word that has none here.
 * Source  Dicollecte (MPL-2.0) and the rules of `bin/make-french.ts`, which makes the file.
 */
const verbs = lazy((): ReadonlyMap<string, string> => {
  const { families, chosen } = files.dicollecte()
  const verbOf = new Map<string, string>()
  for (const [rule, stems] of Object.entries(families)) {
    const [ending = '', verb = ''] = rule.split('>')
    for (const stem of unpacked(stems)) verbOf.set(stem + ending, stem + verb)
  }
  for (const pair of chosen.split(' | ')) {
    const [noun = '', verb = ''] = pair.split(' ')
    verbOf.set(noun, verb)
  }
  return verbOf
})
const apart = lazy((): ReadonlySet<string> => new Set(files.dicollecte().apart.split(' ')))

/** Endings of the feminine, each with the masculine that the file has. */
const MASCULINE: readonly (readonly [RegExp, string])[] = [
  [/euse$/, 'eur'],
  [/rice$/, 'eur'],
  [/iere$/, 'ier'],
  [/ienne$/, 'ien'],
  [/ante$/, 'ant'],
]

/** The folded word's family: an infinitive, or the word itself. */
export function familyOf(word: string): string {
  const single = word.replace(/(?<=...)[sx]$/, '')
  if (apart().has(single)) return word
  for (const one of [word, single, ...masculinesOf(single)]) {
    const verb = verbs().get(one)
    if (verb !== undefined) return verb
  }
  return word
}

const masculinesOf = (word: string): readonly string[] =>
  MASCULINE.flatMap(([ending, masculine]) =>
    ending.test(word) ? [word.replace(ending, masculine)] : [],
  )
