import { boxOfFeed } from '../core/change.ts'
import { keyOf, outranks } from '../core/merge.ts'
import type { Space } from '../core/schema.ts'
import type { FleshName } from '../log/forget.ts'
import { type LogToRead, row, writesIn } from '../log/log.ts'
import { namesAmong } from './numbers.ts'
import { waysIn } from './past-reach.ts'
import { proseUpdate } from './prose-update.ts'

/**
 * Values that no bundle carries since their record says them no more: a number or an address that was written over, or whose record was
 * withdrawn. Who takes the news away reads no more of it than who reads the page (`past-reach.ts`).
 *
 * Law     what its own box wrote last stands, whatever another box wrote over it; what is put back is carried again.
 * Absent  long texts: all that one ever said travels with what it says, until its past is forgotten.
 */
export function pastReachIn(log: LogToRead): readonly FleshName[] {
  const replaced = log.sql.all<Held>(`${HELD} WHERE w.head = 0 AND w.space <> 'home' AND f.value NOT LIKE '{"yjs"%'`)
  const withdrawn = log.sql.all<Held>(`${HELD} WHERE w.field = 'removed' AND w.head = 1 AND w.space <> 'home' AND f.value = 'true'`)
  const telling = [...replaced.filter(({ value }) => waysIn(JSON.parse(value)).length > 0), ...withdrawn]
  const records = new Map(telling.map(one => [`${one.type} ${one.record} ${one.space}`, one]))
  return [...records.values()].flatMap(one => pastOf(log, one))
}
type Held = Readonly<{ type: string; record: string; space: Space; value: string }>
const HELD =
  'SELECT w.type, w.record, w.space, f.value FROM write w JOIN flesh f ON f.entry = w.entry AND f.change = w.change AND f.field = w.field'

type Write = ReturnType<typeof writesIn>[number]
function pastOf(log: LogToRead, { type, record, space }: Held): readonly FleshName[] {
  const writes = writesIn(log, type, record, space).filter(write => proseUpdate(write.value) === undefined)
  const last = new Map<string, Write>()
  const byBox = (field: string, { name }: Write): string => `${field} ${boxOfFeed(name.feed)}`
  for (const write of writes) {
    const other = last.get(byBox(write.field, write))
    if (!other || outranks(write, other)) last.set(byBox(write.field, write), write)
  }
  const heads = [...row(log, type, record, space).values()].flatMap(merged => merged.heads)
  const isGone = (write: Write): boolean => last.get(byBox('removed', write))?.value === true
  const standing = new Set([...heads, ...[...last.values()].filter(one => !isGone(one))].flatMap(one => waysIn(one.value)))
  const past = writes.filter(write => {
    const ways = waysIn(write.value)
    if (ways.length === 0 || isGone(write)) return ways.length > 0
    return last.get(byBox(write.field, write)) !== write && ways.some(way => !standing.has(way))
  })
  return [...Map.groupBy(past, write => write.field)].flatMap(([field, some]) =>
    namesAmong(log, { type, record, space, field }, new Set(some.map(write => keyOf(write.name)))),
  )
}
