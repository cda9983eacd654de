import { boxOfFeed } from '../core/change.ts'
import { isGiven } from '../core/given.ts'
import { keyOf, outranks } from '../core/merge.ts'
import type { Space } from '../core/schema.ts'
import type { FleshName } from '../log/forget.ts'
import { type LogToRead, row, writesIn } from '../log/log.ts'
import { namesAmong } from './numbers.ts'
import { firstBox } from './withdrawn.ts'

/**
 * The values of the records that their own box withdrew: no bundle carries them. A receiver then
 * reads no more than a reader of the page. Values that were replaced are left out elsewhere
 * (`log/former.ts`).
 *
 * Law     The last removal by the record’s own box counts, whatever another box wrote over it. A
 *         record that is put back is carried again, whole.
 */
export function withdrawnValuesIn(log: LogToRead): readonly FleshName[] {
  const withdrawn = log.sql.all<ShownRemoval>(
    'SELECT DISTINCT w.type, w.record, w.space FROM write w JOIN piece f ON f.entry = w.entry ' +
      "AND f.change = w.change AND f.field = w.field WHERE w.field = 'removed' AND w.head = 1 " +
      "AND w.space <> 'home' AND f.value = 'true'",
  )
  return withdrawn.flatMap(one => valuesOf(log, one))
}
type ShownRemoval = Readonly<{ type: string; record: string; space: Space }>

type Write = ReturnType<typeof writesIn>[number]
function valuesOf(log: LogToRead, what: ShownRemoval): readonly FleshName[] {
  const writes = writesIn(log, what)
  if (!isWithdrawn(log, what, writes)) return []
  const others = writes.filter(write => write.field !== 'removed')
  return [...Map.groupBy(others, write => write.field)].flatMap(([field, some]) =>
    namesAmong(log, { ...what, field }, new Set(some.map(write => keyOf(write.name)))),
  )
}

/**
 * Whether the box that first wrote the record withdrew it, and no box put it back. Never for a
 * record of the program.
 */
function isWithdrawn(log: LogToRead, what: ShownRemoval, writes: readonly Write[]): boolean {
  if (isGiven(what.record)) return false
  const first = firstBox(log, what)
  const [last] = writes
    .filter(({ field, name }) => field === 'removed' && boxOfFeed(name.feed) === first)
    .sort((a, b) => (outranks(a, b) ? -1 : 1))
  if (last?.value !== true) return false
  const heads = row(log, what.type, what.record, what.space).get('removed')?.heads ?? []
  return heads.every(head => head.value === true)
}
