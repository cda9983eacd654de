import type { Changed } from '../core/brick.ts'
import { boxOfFeed } from '../core/change.ts'
import { proseText } from '../core/prose.ts'
import type { RecordType, Space } from '../core/schema.ts'
import { type LogToRead, writesIn } from '../log/log.ts'
import { proseUpdate } from './show.ts'

/**
 * What changed in a record, newest first.
 *
 * Law     sorted by cause where one write names another, else by stamp: a clock only breaks ties.
 *         A long text shows as it was after each of its updates.
 */
export function historyOf(log: LogToRead, type: RecordType, id: string, space: Space = 'commons'): readonly Changed[] {
  const writes = writesIn(log, type.name, id, space)
  const depth = new Map<string, number>()
  const key = (w: { field: string; name: { feed: string; seq: number; index: number } }) =>
    `${w.field} ${w.name.feed} ${w.name.seq} ${w.name.index}`
  const ordered = [...writes].sort((a, b) => (a.stamp < b.stamp ? -1 : 1))
  for (const write of ordered)
    depth.set(key(write), Math.max(0, ...write.over.map(over => (depth.get(key({ field: write.field, name: over })) ?? -1) + 1)))
  const byCause = ordered.sort(
    (a, b) => (a.field === b.field ? depth.get(key(a))! - depth.get(key(b))! : 0) || (a.stamp < b.stamp ? -1 : 1),
  )
  const updates = new Map<string, Uint8Array[]>()
  const lines = byCause.map(write => {
    const isProse = type.fields[write.field]?.kind === 'prose'
    const value = isProse ? proseAfter(updates, write.field, write.value) : write.value
    return { field: write.field, value, on: write.wall, sure: write.sure, by: write.by, box: boxOfFeed(write.name.feed) }
  })
  return lines.reverse()
}

function proseAfter(updates: Map<string, Uint8Array[]>, field: string, value: unknown): string | undefined {
  const update = proseUpdate(value)
  if (update === undefined) return undefined
  const all = [...(updates.get(field) ?? []), update]
  updates.set(field, all)
  return proseText(all)
}
