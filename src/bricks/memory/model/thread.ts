import type { Reader } from '../../../contract/reader.ts'

/**
 * The thread of a sentence: the records that came one from another, as their links say. It is read
 * anew for each page and stored nowhere, so that a record that is taken off or forgotten is in no
 * thread.
 */

/** The values of a record of any type; a field may lack. */
export type Values = Readonly<Record<string, unknown>>
/** A record of a thread. */
export type Knot = Readonly<{ type: string; id: string; row: Values }>
/**
 * Shape   `knots`: what was said, then what became of it.
 *         `answers`: what others said to one of them: *j'en suis*, the answer of a council, that it
 *         is still true, that the report tells it. `told`: the notices from which each deed came.
 *         `isCut`: there are more than a page holds.
 */
export type Thread = Readonly<{
  knots: readonly Knot[]
  answers: readonly Knot[]
  told: ReadonlyMap<string, readonly string[]>
  isCut: boolean
}>

/** What a thread is made of. People have none: a thread is of what was said. */
export const THREADED: ReadonlySet<string> = new Set([
  'idea',
  'need',
  'offer',
  'decision',
  'task',
  'voice',
  'initiative',
  'event',
  'place',
  'deed',
  'request',
])
/** What is answered, by the type of the answer: its field that says to what. */
const ANSWERS: ReadonlyMap<string, string> = new Map([
  ['response', 'to'],
  ['council-answer', 'to'],
  ['confirmation', 'about'],
  ['goal-story', 'about'],
])
/** A promise or a word about one of these is of its thread; about a project it has its own. */
const SPOKEN: ReadonlySet<string> = new Set(['idea', 'need', 'offer', 'decision'])
/** Links by which a record came from another, by type and field. */
const CAME: ReadonlySet<string> = new Set(['idea.became', 'request.about'])

/** The records and the answers that one page holds: its work has this bound. */
export const MOST_KNOTS = 12
export const MOST_ANSWERS = 40

export const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null
export const list = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).flatMap(one => text(one) ?? [])

export function rowOf(read: Reader, type: string, id: string): Values | undefined {
  const known = read.types.get(type)
  return known && read.one(known, id)
}
/** The shown records of one type, among these. */
export function rowsOf(read: Reader, type: string, ids: readonly string[]): readonly Knot[] {
  const known = read.types.get(type)
  if (!known || ids.length === 0) return []
  const rows: readonly Values[] = read.list(known, {
    where: 'id IN (SELECT value FROM json_each(?))',
    with: [JSON.stringify(ids)],
    order: 'id',
    limit: ids.length,
  })
  return rows.map(row => ({ type, id: String(row['id']), row }))
}

/**
 * The thread of a record, the same one from whichever of its records it is asked; undefined for a
 * record that is not shown, or of which no thread is told.
 */
export function threadOf(read: Reader, asked: string): Thread | undefined {
  const first = headOf(read, asked)
  if (!first) return undefined
  const found = new Map<string, Knot>([[first.id, first]])
  const answers = new Map<string, string[]>()
  const told = new Map<string, readonly string[]>()
  let isCut = false
  for (const knot of found.values()) {
    const { others, said } = around(read, knot)
    if (knot.type === 'deed') told.set(knot.id, others)
    for (const one of said) answers.set(one.type, [...(answers.get(one.type) ?? []), one.id])
    for (const other of others) {
      if (found.has(other) || isCut) continue
      const next = knotOf(read, other)
      if (next && found.size < MOST_KNOTS) found.set(next.id, next)
      else isCut = next !== undefined && !found.has(next.id)
    }
  }
  const said = [...answers].flatMap(([type, ids]) => rowsOf(read, type, ids.slice(0, MOST_ANSWERS)))
  const isLong = [...answers.values()].some(ids => ids.length > MOST_ANSWERS)
  return { knots: inOrder([...found.values()]), answers: said, told, isCut: isCut || isLong }
}
/** What was said comes before what came of it, then the oldest first. */
function inOrder(knots: readonly Knot[]): readonly Knot[] {
  const became = new Set(knots.map(one => one.row['became']))
  const isLater = ({ type, id }: Knot): boolean =>
    type === 'deed' || type === 'request' || became.has(id)
  const rank = (one: Knot): string => `${isLater(one) ? 1 : 0}${one.id}`
  return knots.toSorted((a, b) => (rank(a) < rank(b) ? -1 : 1))
}

function knotOf(read: Reader, id: string): Knot | undefined {
  const called = read.called(id)
  if (!called || !THREADED.has(called.type)) return undefined
  const row = rowOf(read, called.type, id)
  return row && { type: called.type, id: String(row['id']), row }
}

/** The record of a thread from which it is read: an answer leads to what it answers. */
function headOf(read: Reader, id: string): Knot | undefined {
  const called = read.called(id)
  const field = called && ANSWERS.get(called.type)
  if (!called || field === undefined) return knotOf(read, id)
  const about = text(rowOf(read, called.type, id)?.[field])
  return about === null ? undefined : knotOf(read, about)
}

type Around = Readonly<{
  others: readonly string[]
  said: readonly Readonly<{ type: string; id: string }>[]
}>
/** What came of a record, what it came from, and what was answered to it. */
function around(read: Reader, { type, id, row }: Knot): Around {
  const pointing = read.pointing(id)
  const came = pointing.filter(
    one =>
      CAME.has(`${one.type}.${one.field}`) ||
      (one.field === 'about' && (one.type === 'task' || one.type === 'voice') && SPOKEN.has(type)),
  )
  const said = pointing.filter(one => ANSWERS.get(one.type) === one.field)
  return { others: [...linksOut(read, type, id, row), ...came.map(one => one.id)], said }
}

function linksOut(read: Reader, type: string, id: string, row: Values): readonly string[] {
  if (type === 'idea') return list(row['became'])
  if (type === 'request') return list(row['about'])
  if (type === 'need' || type === 'offer')
    return read.published.deedsOf?.([id]).map(one => one.deed) ?? []
  if (type === 'deed') return read.published.noticesTold?.(id) ?? []
  if (type !== 'task' && type !== 'voice') return []
  const about = text(row['about'])
  return about !== null && SPOKEN.has(read.called(about)?.type ?? '') ? [about] : []
}
