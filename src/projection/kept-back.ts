import { AGREED_POINT, isPointKeptBack } from '../contract/records/agreed-point.ts'
import { keyOf } from '../core/merge.ts'
import { recordType } from '../core/schema.ts'
import type { FleshName } from '../log/forget.ts'
import { type LogToRead, type Touched, writesIn } from '../log/log.ts'
import { namesAmong } from './numbers.ts'
import { rowHere } from './ours.ts'

/**
 * Points of people who did not agree to theirs (`contract/records/agreed-point.ts`). The row of the
 * record is made without its point, and a bundle leaves out each write of it.
 *
 * Law     11. A function of the log: the yes shows the point again, here and where it is carried.
 */

const { type: TYPE, is, point, agreed } = AGREED_POINT
/** What a log alone is read by: the agreement of a record of this box is its own. */
const READ = recordType({
  name: TYPE,
  title: 'name',
  fields: {
    name: { kind: 'text' },
    [is]: { kind: 'choice' },
    [point]: { kind: 'point' },
    [agreed]: { kind: 'yesNo', ours: true },
  },
})

/** Whether this field of a record is kept back. In `home` the keeper reads what they may show. */
export const isKeptBack = (
  { type, space }: Pick<Touched, 'type' | 'space'>,
  field: string,
  valueIn: (field: string) => unknown,
): boolean => field === point && space !== 'home' && isPointKeptBack(type, valueIn)

/** The writes of shared spaces that no bundle carries: all of a point that is kept back. */
export function pointsKeptBackIn(log: LogToRead): readonly FleshName[] {
  const placed = log.sql.all<Touched>(
    'SELECT DISTINCT w.type, w.record, w.space FROM write w JOIN flesh f ON f.entry = w.entry ' +
      'AND f.change = w.change AND f.field = w.field ' +
      "WHERE w.type = ? AND w.field = ? AND w.space <> 'home' AND f.value <> 'null'",
    TYPE,
    point,
  )
  return placed.flatMap(what => {
    const values = rowHere(log, READ, what)
    if (!isKeptBack(what, point, name => values.get(name)?.shown?.value)) return []
    const writes = writesIn(log, what).filter(write => write.field === point)
    return namesAmong(log, { ...what, field: point }, new Set(writes.map(one => keyOf(one.name))))
  })
}
