import type { Merged, WriteName } from '../../src/core/merge.ts'
import type { Space } from '../../src/core/schema.ts'
import { forgettingsAsked } from '../../src/log/asked.ts'
import { admitAny, hasEntry } from '../../src/log/branch.ts'
import { hash8, sha256 } from '../../src/log/bytes.ts'
import { Gap, validated } from '../../src/log/ingest.ts'
import { entryId, entryIdOf, type Log, row, signedById } from '../../src/log/log.ts'
import { fieldValue } from '../../src/projection/prose-update.ts'
import { withdrawn } from '../../src/projection/withdrawn.ts'
import { firstMissing, runsOf, type Vector, vectorOf } from '../../src/sync/bundle/vector.ts'
import { dismissalsAsked, introductionsIn } from '../../src/sync/trust/spoken.ts'
import { entryIn, fixedBox, inside, openMemory } from './boxes.ts'
import { type Carried, signedFrom } from './making.ts'

/**
 * What a set of entries comes to in the log: `reader` is the number of the box whose requests are
 * obeyed everywhere.
 */
export type Named = readonly [feed: string, seq: number, index: number, hash8: string]
export type GivenField = Readonly<{
  type: string
  record: string
  space: Space
  field: string
  prose?: true
}>
export type GivenSet = Readonly<{
  entries: Readonly<Record<string, Carried>>
  arrive: readonly string[]
  reader: number
  fields: readonly GivenField[]
}>
export type GivenLacking = Readonly<{
  entries: Readonly<Record<string, Carried>>
  arrive: readonly string[]
  space: 'commons' | 'network'
  vector: Vector
}>

export const namedOf = ({ feed, seq, index, hash8: hash }: WriteName): Named => [
  feed,
  seq,
  index,
  hash,
]

function comeIn(log: Log, given: Carried): string {
  const signed = signedFrom(given)
  const entry = validated(signed)
  const held = hasEntry(log, entry, signed)
  try {
    const { forks } = inside(log, () => admitAny(log, entry, signed))
    return held ? 'held' : forks ? 'fork' : 'taken'
  } catch (error) {
    if (!(error instanceof Gap)) throw error
    return 'gap'
  }
}
function arrived({
  entries,
  arrive,
  reader = 9,
}: Pick<GivenSet, 'entries' | 'arrive'> & { reader?: number }): {
  log: Log
  doors: string[]
} {
  const log = openMemory(fixedBox(reader))
  return { log, doors: arrive.map(label => comeIn(log, entries[label]!)) }
}

/** The order of tips says nothing: here that of their texts. */
export const sortedTips = (
  vector: Readonly<Record<string, readonly (readonly [number, string])[]>>,
): Vector =>
  Object.fromEntries(
    Object.entries(vector).map(([feed, tips]) => [
      feed,
      tips.toSorted((a, b) => (String(a) < String(b) ? -1 : 1)),
    ]),
  )
const tipsOf = (log: Log, space: 'commons' | 'network'): Vector =>
  sortedTips(vectorOf(runsOf(log, space)))

export function setOf(given: GivenSet): unknown {
  const { log, doors } = arrived(given)
  const fields = given.fields.map(({ type, record, space, field, prose }) => {
    const merged = row(log, type, record, space).get(field)
    if (merged === undefined) return null
    const { value, askedBy } = withdrawn(log, { type, record, space }, merged)
    const leave = { hides: value === true, ...(askedBy ? { askedBy } : {}) }
    return { ...said(merged, prose), ...(field === 'removed' ? leave : {}) }
  })
  const vector = { commons: tipsOf(log, 'commons'), network: tipsOf(log, 'network') }
  return { doors, fields, vector, asks: asksOf(log), flesh: fleshLeft(log, given) }
}
function said(merged: Merged, prose: true | undefined): object {
  const { shown, heads, conflict, waiting } = merged
  return {
    ...(prose
      ? { text: fieldValue({ kind: 'prose' }, merged) }
      : { shown: shown === undefined ? null : { value: shown.value, write: namedOf(shown.name) } }),
    heads: heads.map(head => namedOf(head.name)),
    ...(prose
      ? {}
      : {
          conflict: conflict.map(head => namedOf(head.name)),
          waiting: waiting.map(head => namedOf(head.name)),
        }),
  }
}

/** How many pieces of flesh are still held of each entry that came in. */
const fleshLeft = (log: Log, { entries, arrive }: GivenSet): unknown =>
  Object.fromEntries(
    arrive.flatMap(label => {
      const { bytes } = signedFrom(entries[label]!)
      const { feed, seq } = entryIn({ bytes })
      const id = entryIdOf(log, feed, seq, sha256(bytes))
      return id === undefined ? [] : [[label, signedById(log, id)!.flesh.length]]
    }),
  )

/** What waits for the keeper of the reader: who asks, and the writes that are still whole. */
const asksOf = (log: Log): unknown =>
  forgettingsAsked(log).map(({ by, names }) => ({
    by,
    names: names.map(({ feed, seq, index, field }) => [feed, seq, index, field]),
  }))

/** What the boxes whose entries these are say of other boxes. */
export function wordsOf(given: GivenSet): unknown {
  const { log } = arrived(given)
  return { introductions: introductionsIn(log), dismissals: dismissalsAsked(log) }
}

/**
 * The entries that a bundle holds for who has this vector: feed, seq and hash, in order of text.
 */
export function lackingOf(given: GivenLacking): unknown {
  const { log } = arrived(given)
  const found = [...firstMissing(log, runsOf(log, given.space), given.vector)].flatMap(
    ([run, from]) =>
      Array.from(
        { length: run.last - from + 1 },
        (_, i) => signedById(log, entryId(run.no, from + i))!,
      ),
  )
  return found
    .map(signed => [entryIn(signed).feed, entryIn(signed).seq, hash8(sha256(signed.bytes))])
    .sort((a, b) => (String(a) < String(b) ? -1 : 1))
}
