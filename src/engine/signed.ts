import type { BrickModel } from '../contract/brick.ts'
import { keyOf } from '../core/merge.ts'
import { SPACES } from '../core/schema.ts'
import { entryById, type LogToRead, row, writesIn } from '../log/log.ts'

type One = Readonly<{ type: string; record: string }>

/** Whether this type is one that whoever writes it signs (`Brick.signs`). */
export const isSigning = (bricks: readonly BrickModel[], type: string): boolean =>
  bricks.some(brick => brick.signs?.includes(type) ?? false)

/** The entry that was the first to write this record here; undefined where nothing was. */
export const firstEntry = ({ sql }: LogToRead, { type, record }: One): number | undefined =>
  sql.get<{ entry: number }>(
    'SELECT entry FROM write WHERE record = ? AND type = ? ORDER BY stamp LIMIT 1',
    record,
    type,
  )?.entry

/**
 * Whether this member's card was the first to write this record: what another box says of an id is
 * not believed.
 */
export function isWriter(log: LogToRead, one: One, member: string): boolean {
  const first = firstEntry(log, one)
  const entry = first === undefined ? undefined : entryById(log, first)
  if (entry?.by !== member) return false
  return log.sql.get<{ own: number }>('SELECT own FROM feed WHERE name = ?', entry.feed)?.own === 1
}

/** Whether it is off the page because this member took it off. */
export const isRemovedBy = (log: LogToRead, { type, record }: One, member: string): boolean =>
  SPACES.some(space => {
    const shown = row(log, type, record, space).get('removed')?.shown
    if (shown?.value !== true) return false
    const write = writesIn(log, { type, record, space }).find(
      one => one.field === 'removed' && keyOf(one.name) === keyOf(shown.name),
    )
    return write?.by === member
  })
