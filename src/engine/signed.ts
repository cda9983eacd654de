import type { BrickModel } from '../contract/brick.ts'
import { keyOf } from '../core/merge.ts'
import { SPACES } from '../core/schema.ts'
import { headById, type LogToRead, row, writesIn } from '../log/log.ts'

/**
 * Whether a member first wrote a record, or took it off the page, by the signed entries of the log.
 * For types whose first writer counts as the owner, rights and forgetting ask here. A member signs
 * with a card, and an entry says whose (`by`). An entry of another box proves nothing about a
 * member of this one.
 */

type One = Readonly<{ type: string; record: string }>

/** Whether the first writer of a record of this type counts as its owner (`Brick.signs`). */
export const isSigning = (bricks: readonly BrickModel[], type: string): boolean =>
  bricks.some(brick => brick.signs?.includes(type) ?? false)

/** The entry with the least stamp that wrote this record, of any box. Undefined without one. */
export const firstEntry = ({ sql }: LogToRead, { type, record }: One): number | undefined =>
  sql.get<{ entry: number }>(
    'SELECT entry FROM changed WHERE record = ? AND type = ? ORDER BY stamp LIMIT 1',
    record,
    type,
  )?.entry

/**
 * Whether this member’s card first wrote this record, in a feed of this box. An earlier write of
 * another box makes it false.
 */
export function isWriter(log: LogToRead, one: One, member: string): boolean {
  const first = firstEntry(log, one)
  const entry = first === undefined ? undefined : headById(log, first)?.head
  if (entry?.by !== member) return false
  return log.sql.get<{ own: number }>('SELECT own FROM feed WHERE name = ?', entry.feed)?.own === 1
}

/** Whether this member took the record off the page. */
export const isRemovedBy = (log: LogToRead, { type, record }: One, member: string): boolean =>
  SPACES.some(space => {
    const shown = row(log, type, record, space).get('removed')?.shown
    if (shown?.value !== true) return false
    const write = writesIn(log, { type, record, space }).find(
      one => one.field === 'removed' && keyOf(one.name) === keyOf(shown.name),
    )
    return write?.by === member
  })
