import type { Stamp } from './stamp.ts'

/**
 * Decides which write of a field shows. Each write names the writes that it replaces (`over`),
 * those that its author had seen; what nothing replaces is a *head*. Several heads are a conflict:
 * the latest shows until a person chooses. Every box that has the same writes gets the same result.
 * The merge is pure: the log gives it the writes.
 */

/**
 * The name of one write: its entry, and the place of its change in the entry (`index`). `feed`: the
 * list of entries in which it stands, of one box, one epoch and one space. `seq`: its place there.
 * `hash8`: the first 8 bytes of the entry’s SHA-256.
 */
export type WriteName = Readonly<{ feed: string; seq: number; index: number; hash8: string }>

/** One write of one field of one record, with the writes that it replaces. */
export type Write<V = unknown> = Readonly<{
  name: WriteName
  stamp: Stamp
  over: readonly WriteName[]
  /** Undefined once forgotten. `null` is a value: emptied. */
  value: V | undefined
}>

/** A write’s name as one text. Two names are one write when their texts are equal. */
export const keyOf = (name: WriteName): string =>
  `${name.feed} ${name.seq} ${name.index} ${name.hash8}`

/**
 * The result of merging the writes of one field.
 *
 * Shape   `shown`: the write that pages show. `heads`: the writes that no known write replaces.
 *         `conflict`: the other heads, from which a person may choose.
 *         `waiting`: heads that replace a write this box does not have.
 */
export type Merged<V = unknown> = Readonly<{
  shown: Write<V> | undefined
  heads: readonly Write<V>[]
  conflict: readonly Write<V>[]
  waiting: readonly Write<V>[]
}>

/**
 * Merges the writes of a field. Its heads are the writes that no known write replaces (`over`).
 *
 * Shape   any set of writes, in any order, with repetitions.
 * Law     Order, grouping and repetition do not matter: the result depends on the set alone
 *         (merge.test.ts). A replaced write stays replaced after its replacer is forgotten, because
 *         headers keep `over`. Ingest keeps the same heads step by step; this function is its
 *         oracle.
 * Errors  none. No write can replace itself or a later one, because a name has a hash of its entry.
 */
export function mergeWrites<V>(writes: Iterable<Write<V>>): Merged<V> {
  const known = new Map<string, Write<V>>()
  for (const write of writes) known.set(keyOf(write.name), write)
  const replaced = new Set([...known.values()].flatMap(write => write.over.map(keyOf)))
  const heads = [...known.entries()].filter(([key]) => !replaced.has(key)).map(([, write]) => write)
  return settle(heads, name => known.has(keyOf(name)))
}

/**
 * The shown value and the conflict of a field, from its heads. Of the heads with a value, the one
 * with the greatest stamp shows; feed, seq, index and hash break ties. A head that names a write
 * this box lacks waits for it and is no conflict, because the courier may bring the write that
 * settles it.
 *
 * Law     law 10: while a head waits, only the greatest head may show. The missing write may have
 *         replaced the others, and forgetting the greatest must not bring them back.
 */
export function settle<V>(
  heads: readonly Write<V>[],
  isKnown: (name: WriteName) => boolean,
): Merged<V> {
  const ordered = [...heads].sort((a, b) => (outranks(a, b) ? -1 : 1))
  const waiting = ordered.filter(head => !head.over.every(isKnown))
  const visible = waiting.length > 0 ? ordered.slice(0, 1) : ordered
  const [shown, ...conflict] = visible.filter(head => head.value !== undefined)
  return { shown, heads: ordered, conflict, waiting }
}

/**
 * Whether a record is removed, from its field `removed`. A removal that was forgotten still hides:
 * forgetting shows nothing that was hidden (law 10).
 */
export const isRemoved = (merged: Merged | undefined): unknown =>
  merged?.heads.some(head => head.value === undefined) ? true : (merged?.shown?.value ?? null)

/**
 * Whether write `a` shows before `b`: by the greater stamp, then feed, seq, index and hash, so that
 * every box agrees.
 */
export function outranks(
  a: Pick<Write, 'name' | 'stamp'>,
  b: Pick<Write, 'name' | 'stamp'>,
): boolean {
  if (a.stamp !== b.stamp) return a.stamp > b.stamp
  if (a.name.feed !== b.name.feed) return a.name.feed > b.name.feed
  if (a.name.seq !== b.name.seq) return a.name.seq > b.name.seq
  return a.name.index !== b.name.index ? a.name.index > b.name.index : a.name.hash8 > b.name.hash8
}
