import { waysIn } from '../contract/records/past-reach.ts'
import { boxOfFeed } from '../core/change.ts'
import { isGiven } from '../core/given.ts'
import { keyOf, outranks } from '../core/merge.ts'
import type { Space } from '../core/schema.ts'
import type { FleshName } from '../log/forget.ts'
import { type LogToRead, row, writesIn } from '../log/log.ts'
import { namesAmong } from './numbers.ts'
import { proseUpdate } from './prose-update.ts'
import { firstBox } from './withdrawn.ts'

/**
 * Values that no bundle carries because they no longer show: a replaced number or address, and all
 * values of a record that its own box withdrew. A receiver then reads no more than a reader of the
 * page (`past-reach.ts`).
 *
 * Law     The last write of the record’s own box counts, whatever another box wrote over it. A
 *         record that is put back is carried again, whole.
 * Absent  the past of a long text that shows: it travels with the text until its past is erased.
 */
export function replacedValuesIn(log: LogToRead): readonly FleshName[] {
  const replaced = log.sql.all<CarriedValue>(
    `${HELD} WHERE w.head = 0 AND w.space <> 'home' AND f.value NOT LIKE '{"yjs"%'`,
  )
  const withdrawn = log.sql.all<CarriedValue>(
    `${HELD} WHERE w.field = 'removed' AND w.head = 1 AND w.space <> 'home' AND f.value = 'true'`,
  )
  const telling = [
    ...replaced.filter(({ value }) => waysIn(JSON.parse(value)).length > 0),
    ...withdrawn,
  ]
  const records = new Map(telling.map(one => [`${one.type} ${one.record} ${one.space}`, one]))
  return [...records.values()].flatMap(one => saidNoMoreOf(log, one))
}
type CarriedValue = Readonly<{ type: string; record: string; space: Space; value: string }>
const HELD =
  'SELECT w.type, w.record, w.space, f.value FROM write w JOIN flesh f ON f.entry = w.entry ' +
  'AND f.change = w.change AND f.field = w.field'

type Write = ReturnType<typeof writesIn>[number]
function saidNoMoreOf(log: LogToRead, what: CarriedValue): readonly FleshName[] {
  const { type, record, space } = what
  const writes = writesIn(log, { type, record, space })
  const last = lastByBox(writes)
  const past = isWithdrawn(log, what, last)
    ? writes.filter(write => write.field !== 'removed')
    : waysPast(log, what, writes, last)
  return [...Map.groupBy(past, write => write.field)].flatMap(([field, some]) =>
    namesAmong(log, { type, record, space, field }, new Set(some.map(write => keyOf(write.name)))),
  )
}

/**
 * Whether the box that first wrote the record withdrew it, and no box put it back. Never for a
 * record of the program.
 */
function isWithdrawn(
  log: LogToRead,
  what: CarriedValue,
  last: ReadonlyMap<string, Write>,
): boolean {
  if (isGiven(what.record) || last.get(placeOf('removed', firstBox(log, what)))?.value !== true)
    return false
  const heads = row(log, what.type, what.record, what.space).get('removed')?.heads ?? []
  return heads.every(head => head.value === true)
}

const placeOf = (field: string, box: string): string => `${field} ${box}`
/** The last write of each field by each box. */
function lastByBox(writes: readonly Write[]): ReadonlyMap<string, Write> {
  const last = new Map<string, Write>()
  for (const write of writes) {
    const place = placeOf(write.field, boxOfFeed(write.name.feed))
    const other = last.get(place)
    if (!other || outranks(write, other)) last.set(place, write)
  }
  return last
}

function waysPast(
  log: LogToRead,
  { type, record, space }: CarriedValue,
  writes: readonly Write[],
  last: ReadonlyMap<string, Write>,
): readonly Write[] {
  const heads = [...row(log, type, record, space).values()].flatMap(merged => merged.heads)
  const standing = new Set([...heads, ...last.values()].flatMap(one => waysIn(one.value)))
  const lasting = new Set(last.values())
  return writes.filter(
    write =>
      !lasting.has(write) &&
      proseUpdate(write.value) === undefined &&
      waysIn(write.value).some(way => !standing.has(way)),
  )
}
