import { keepLast } from '../../core/byte-cache.ts'
import { lazy } from '../../core/lazy.ts'
import { LONGEST_WORD } from '../../core/letters/words.ts'
import * as files from './lexicon.cjs'
import { unpacked } from './packed.ts'

/**
 * The infinitives that a conjugated form may come from: *couds* is of *coudre*, *peigne* of
 * *peigner* and of *peindre*. Past historic and imperfect subjunctive are left out.
 *
 * Shape   a verb is a stem and a class, and a class is a set of endings. All is folded.
 * Law     an infinitive is its own, and so is one of its forms; a form gives all its infinitives.
 * Source  Lefff (LGPL-LR), by the npm package `french-verbs-lefff`; verbs and forms that it lacks:
 *         Dicollecte (MPL-2.0). `bin/make-french.ts` makes both.
 */
type Class = Readonly<{ infinitive: string; endings: ReadonlySet<string> }>

const classesByStem = lazy((): ReadonlyMap<string, readonly Class[]> => {
  const byStem = new Map<string, Class[]>()
  for (const { endings, stems } of [
    ...files.lefff().conjugations,
    ...files.dicollecte().conjugations,
  ]) {
    const all = endings.split(' ')
    const one: Class = { infinitive: all[0]!, endings: new Set(all) }
    for (const stem of unpacked(stems)) {
      const classes = byStem.get(stem)
      if (classes) classes.push(one)
      else byStem.set(stem, [one])
    }
  }
  return byStem
})

/** The infinitives of a folded form, sorted; none for a word that is no form of a verb. */
export const infinitiveOf = (form: string): readonly string[] =>
  form.length > LONGEST_WORD ? [] : infinitivesOf(form)

/** Two hundred bytes each, about. */
const KEPT = { name: 'infinitives', most: 1024 * 1024 }
const infinitivesOf = keepLast(KEPT, (form): readonly string[] => {
  const found = new Set<string>()
  for (let at = 0; at <= form.length; at++)
    for (const { infinitive, endings } of classesByStem().get(form.slice(0, at)) ?? [])
      if (endings.has(form.slice(at))) found.add(form.slice(0, at) + infinitive)
  return [...found].sort()
})
