import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fold } from '../../src/core/letters/words.ts'
import type { Conjugations } from '../../src/text/french/lexicon.cjs'
import { packed } from '../../src/text/french/packed.ts'
import { type FrenchDictionary, isPlain, isVerb } from './dictionary.ts'

/** The folded forms of each verb, by its folded infinitive. */
export type FormsOfVerbs = ReadonlyMap<string, ReadonlySet<string>>

/** Past historic and imperfect subjunctive, in the names that Lefff gives to tenses. */
const BOOKISH = ['J', 'T']
const LETTERS = /^[a-z]+$/

function formsByVerb(pairs: Iterable<readonly [string, readonly string[]]>): FormsOfVerbs {
  const verbs = new Map<string, Set<string>>()
  for (const [infinitive, forms] of pairs) {
    const verb = fold(infinitive)
    if (!LETTERS.test(verb)) continue
    const all = verbs.get(verb) ?? new Set([verb])
    for (const form of forms.map(fold)) if (LETTERS.test(form)) all.add(form)
    verbs.set(verb, all)
  }
  return verbs
}

/** The verbs of the npm package `french-verbs-lefff`, unpacked in this folder. */
export async function lefffVerbs(folder: string): Promise<FormsOfVerbs> {
  type Tenses = Readonly<Record<string, readonly (string | null)[]>>
  const file = await readFile(join(folder, 'dist', 'conjugations.json'), 'utf8')
  const verbs: Readonly<Record<string, Tenses>> = JSON.parse(file)
  return formsByVerb(
    Object.entries(verbs).map(([infinitive, tenses]) => [
      infinitive,
      Object.entries(tenses)
        .filter(([tense]) => !BOOKISH.includes(tense))
        .flatMap(([, forms]) => forms)
        .flatMap(form => (form === null || form === 'NA' ? [] : [form])),
    ]),
  )
}

/**
 * What Lefff lacks of the dictionary: other forms of its verbs (*assieds*), and other verbs
 * (*covoiturer*), but for those with a form that is a noun or an adjective (*bananer*).
 */
export function otherVerbs(dictionary: FrenchDictionary, lefff: FormsOfVerbs): FormsOfVerbs {
  const words = new Set(
    dictionary.entries.filter(one => isPlain(one) && !isVerb(one)).map(one => fold(one.word)),
  )
  const all = formsByVerb(
    dictionary.entries.filter(isVerb).map(one => [one.word, dictionary.formsOf(one)]),
  )
  const others = [...all].map(([verb, forms]) => {
    const known = lefff.get(verb)
    if (known === undefined) return [verb, [...forms].some(one => words.has(one)) ? [] : forms]
    const more = [...forms].filter(form => !known.has(form))
    return [verb, more.length > 0 ? [verb, ...more] : []]
  })
  return new Map(
    others
      .map(([verb, forms]) => [verb as string, new Set(forms)] as const)
      .filter(([, forms]) => forms.size > 0),
  )
}

function sharedStart(forms: readonly string[]): string {
  const [first = ''] = forms
  let end = first.length
  for (const form of forms) while (!form.startsWith(first.slice(0, end))) end--
  return first.slice(0, end)
}

/** Verbs of the same endings together, the commonest endings first. */
export function conjugationsOf(verbs: FormsOfVerbs): Conjugations {
  const stemsByEndings = new Map<string, string[]>()
  for (const [verb, forms] of verbs) {
    const stem = sharedStart([...forms])
    const endings = [...forms].map(form => form.slice(stem.length))
    const infinitive = verb.slice(stem.length)
    const others = endings.filter(one => one !== infinitive).sort()
    const key = [infinitive, ...others].join(' ')
    stemsByEndings.set(key, [...(stemsByEndings.get(key) ?? []), stem])
  }
  return [...stemsByEndings]
    .map(([endings, stems]) => ({ endings, stems: packed(stems.sort()) }))
    .sort((a, b) => b.stems.length - a.stems.length || (a.endings < b.endings ? -1 : 1))
}
