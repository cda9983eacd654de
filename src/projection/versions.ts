import type { Version } from '../contract/reader.ts'
import { boxOfFeed } from '../core/change.ts'
import { keyOf, type Merged, outranks, settle, type Write, type WriteName } from '../core/merge.ts'
import type { RecordType, Space } from '../core/schema.ts'
import { hasWrite, headsIn, type LogToRead, writesIn } from '../log/log.ts'
import { NOTHING, oursIn } from './ours.ts'

type Written = ReturnType<typeof writesIn>[number]

/**
 * A write's name short enough for a form: which change of which entry, by the first bytes of its
 * hash.
 */
export const shortName = ({ hash8, index }: WriteName): string => `${hash8}.${index}`

/**
 * The versions of a field among which a person may choose: its heads that still have their flesh,
 * the one that shows first.
 *
 * Shape   of `removed`, when someone withdrew the record while others wrote in it: *withdrawn*, and
 *         the newest of what they wrote, whose value is then `false` (it stays). Of a field that
 *         this box alone says (ours.ts), ours, then what other boxes wrote there.
 * Law     none while a head waits for a write that is not held here: what comes may settle it.
 */
export function versionsOf(
  log: LogToRead,
  what: Readonly<{ type: string; record: string; space: Space; field: string }>,
  type?: RecordType,
): readonly Version[] {
  const heads = headsIn(log, what)
  const { instead, theirs } = type ? oursIn(log, type, what, heads) : NOTHING
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
 * What was written elsewhere in a record that shows as withdrawn, by people who did not know that
 * it was, nor were known to whoever withdrew it.
 *
 * Shape   `heads`: all heads of the record in that space.
 * Law     a withdrawal names, beside what it replaces, all that it saw of the record
 *         (engine/weigh.ts): what stands unnamed was missed. One that names nothing else (a
 *         forgetting's, or an older program's) missed nothing: nobody can tell.
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
