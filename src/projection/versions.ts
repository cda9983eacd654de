import type { Conflict, Version } from '../contract/reader.ts'
import { tableOf } from '../contract/tables.ts'
import { boxOfFeed } from '../core/change.ts'
import { keyOf, type Merged, outranks, settle, type Write, type WriteName } from '../core/merge.ts'
import type { RecordType, Space } from '../core/schema.ts'
import { hasWrite, headsIn, type LogToRead, writesIn } from '../log/log.ts'
import type { Statements } from '../log/sqlite.ts'
import { NO_OURS, oursIn } from './ours.ts'

type Written = ReturnType<typeof writesIn>[number]

/**
 * A short name of a write, for a form: the first bytes of its entry’s hash and the index of its
 * change.
 */
export const shortName = ({ hash8, index }: WriteName): string => `${hash8}.${index}`

/**
 * The versions of a field among which a person may choose: its heads that have a value, the shown
 * one first.
 *
 * Shape   For `removed`, when somebody withdrew the record while others wrote in it: *withdrawn*,
 *         and the newest of their writes, with the value `false` (it stays). For a field that this
 *         box decides (`ours.ts`): ours, then those of other boxes.
 * Law     None while a head waits for a write that is not here: that write may settle it.
 */
export function versionsOf(
  log: LogToRead,
  what: Readonly<{ type: string; record: string; space: Space; field: string }>,
  type?: RecordType,
): readonly Version[] {
  const heads = headsIn(log, what)
  const { instead, theirs } = type ? oursIn(log, type, what, heads) : NO_OURS
  const ours = instead.get(what.field)
  const of = new Map((ours ? writesIn(log, what) : heads).map(head => [keyIn(head), head]))
  const merged = ours ?? settled(log, heads, what.field)
  const own = [merged.shown, ...merged.conflict].flatMap(head =>
    head ? [of.get(keyIn({ ...head, field: what.field }))!] : [],
  )
  const standing = [...own, ...(theirs.get(what.field) ?? [])]
  const missed =
    what.field === 'removed' ? newestFirst(missedByRemoval(log, what, heads)).slice(0, 1) : []
  return [
    ...standing.map(head => versionOf(head, head.value)),
    ...missed.map(head => versionOf(head, false)),
  ]
}

const keyIn = ({ field, name }: Readonly<{ field: string; name: WriteName }>): string =>
  `${field} ${keyOf(name)}`
const settled = (log: LogToRead, heads: readonly Written[], field: string): Merged =>
  settle(
    heads.filter(head => head.field === field),
    name => hasWrite(log, name),
  )
const newestFirst = (all: readonly Written[]): readonly Written[] =>
  [...all].sort((a, b) => (outranks(a, b) ? -1 : 1))
const versionOf = ({ field, name, wall, sure, by }: Written, value: unknown): Version => ({
  field,
  value,
  on: wall,
  sure,
  by,
  box: boxOfFeed(name.feed),
  name: shortName(name),
})

/**
 * The writes that the withdrawal of a record missed: made elsewhere, by people who did not know of
 * it.
 *
 * Shape   `heads`: all heads of the record in that space.
 * Law     A withdrawal names all writes that it saw (`engine/weigh.ts`); an unnamed one was missed.
 *         A withdrawal that names no other write (of an erasure or an older program) missed
 *         nothing: nobody can tell.
 */
export function missedByRemoval(
  log: LogToRead,
  { type, record, space }: Readonly<{ type: string; record: string; space: Space }>,
  heads: readonly Written[],
): readonly Written[] {
  const removals = heads.filter(head => head.field === 'removed')
  if (
    settled(log, removals, 'removed').shown?.value !== true ||
    removals.some(head => head.value !== true)
  )
    return []
  const seen = new Set(removals.flatMap(head => [head.name, ...head.over]).map(keyOf))
  const feeds = new Set(removals.map(head => head.name.feed))
  const missed = heads.filter(
    head =>
      head.field !== 'removed' &&
      head.value !== undefined &&
      !feeds.has(head.name.feed) &&
      !seen.has(keyOf(head.name)),
  )
  if (missed.length === 0) return []
  const replaced = new Set(
    writesIn(log, { type, record, space })
      .filter(write => write.field === 'removed')
      .map(write => keyOf(write.name)),
  )
  const saysWhatItSaw = ({ over }: Write): boolean => over.some(name => !replaced.has(keyOf(name)))
  return removals.every(saysWhatItSaw) ? missed : []
}

/** The most conflicts that are looked at. */
const MOST_READ = 10_000

/**
 * The conflicts for a person to settle. Withdrawn records and records that show under another have
 * none.
 */
export function conflicts(
  sql: Statements,
  types: ReadonlyMap<string, RecordType>,
  most: number,
): readonly Conflict[] {
  const isGone = ({ type, id }: Conflict): boolean =>
    sql.get(`SELECT 1 FROM "${tableOf(type, 'commons')}" WHERE id = ? AND removed = 1`, id) !==
    undefined
  return sql
    .all<Conflict>(
      'SELECT type, id, space, field FROM conflict WHERE id NOT IN (SELECT id FROM joined ' +
        'WHERE shown <> id) ORDER BY id DESC, field LIMIT ?',
      MOST_READ,
    )
    .filter(one => types.has(one.type) && (one.field === 'removed' || !isGone(one)))
    .slice(0, most)
}

/** Other boxes’ values in fields that this box decides, in shown records. */
export const theirsIn = (
  sql: Statements,
  types: ReadonlyMap<string, RecordType>,
  most: number,
): readonly Conflict[] =>
  sql
    .all<Conflict>(
      'SELECT type, id, space, field FROM theirs ORDER BY id DESC, field LIMIT ?',
      most,
    )
    .filter(
      ({ type, id }) =>
        types.has(type) &&
        !sql.get(`SELECT 1 FROM "${tableOf(type, 'commons')}" WHERE id = ? AND removed = 1`, id),
    )
