import type { Reader } from '../../../../contract/reader.ts'
import { STANDS } from '../../../../contract/tables.ts'
import type { Lang } from '../../../../core/lang.ts'
import { lazyWords } from '../../../../core/lazy-words.ts'
import type { fr } from '../../words/animation/fr.ts'
import { text } from '../read.ts'
import { recipe } from '../records.ts'

export type Recipe = Readonly<{
  id: string
  title: string
  aim: string
  lasts: string
  people: string
  needs: readonly string[]
  steps: readonly string[]
  after: readonly string[]
  pitfalls: readonly string[]
  /** The box's own, as it came. */
  isOurs: boolean
  origin: string
}>
type Key = keyof typeof fr

const words = lazyWords<typeof fr>(`${import.meta.dirname}/../../words/animation`)
const ours = (key: Key, lang: Lang): Recipe => ({
  ...words[lang][key],
  id: key,
  isOurs: true,
  origin: key,
})

const MOST = 100
function written(read: Reader): readonly Recipe[] {
  const ids = read.all(`SELECT id FROM recipe WHERE ${STANDS} ORDER BY id LIMIT ${MOST}`)
  return ids.flatMap(row => readOf(read, text(row, 'id')) ?? [])
}

function readOf(read: Reader, id: string): Recipe | undefined {
  const row = read.one(recipe, id)
  return (
    row && {
      id: row.id,
      title: row.title ?? '',
      aim: row.aim ?? '',
      lasts: row.lasts ?? '',
      people: row.people ?? '',
      needs: row.needs ?? [],
      steps: row.steps ?? [],
      after: row.after ?? [],
      pitfalls: row.pitfalls ?? [],
      isOurs: false,
      origin: row.origin ?? '',
    }
  )
}

/**
 * What the box brings, each in the place of its copy once somebody here wrote one, then the others.
 */
export function recipes(read: Reader, lang: Lang): readonly Recipe[] {
  const all = written(read)
  const keys = Object.keys(words[lang]) as readonly Key[]
  const own = keys.map(key => all.find(one => one.origin === key) ?? ours(key, lang))
  return [...own, ...all.filter(one => !own.includes(one))]
}

/** By its id, or by the name of what the box brings, which its copy then answers to. */
export const recipeOf = (read: Reader, lang: Lang, id: string): Recipe | undefined =>
  recipes(read, lang).find(one => one.id === id || one.origin === id)

/** *20 min : On marche*: how long, and what. */
export function stepOf(step: string): readonly [lasts: string, what: string] {
  const parts = /^([^:]{1,14}?)[\s\u00a0\u202f]*:[\s\u00a0]+(.+)$/su.exec(step)
  return parts ? [parts[1] ?? '', parts[2] ?? ''] : ['', step]
}
