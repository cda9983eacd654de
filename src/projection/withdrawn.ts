import { boxOfFeed } from '../core/change.ts'
import { isGiven } from '../core/given.ts'
import { isRemoved, type Merged, mergeWrites } from '../core/merge.ts'
import { readBy } from '../core/tracking.ts'
import { headById, type Log, type LogToRead, type Touched, writesIn } from '../log/log.ts'
import { ownRemoval } from './ours.ts'
import type { Tables } from './tables.ts'

/**
 * Whether a record is withdrawn from this box’s page, and which box requests it when the keeper has
 * not answered.
 *
 * Law     A withdrawal by the record’s first box, or by this one, counts at once. Another box’s is
 *         a request, and the record stays until this box’s keeper withdraws it. Putting back is a
 *         write like any. A function of the log and of its box: boxes may differ until their
 *         keepers answered.
 */
export function withdrawn(
  log: Log,
  what: Touched,
  merged: Merged | undefined,
): Readonly<{ value: unknown; askedBy?: string }> {
  if (merged === undefined) return { value: null }
  const given = isGiven(what.record) ? ownRemoval(log, what) : undefined
  if (given) return { value: isRemoved(given) }
  const said = isRemoved(merged)
  const isOthers = (name: { feed: string }): boolean => boxOfFeed(name.feed) !== log.box.name
  if (said !== true || !merged.heads.some(head => isOthers(head.name))) return { value: said }
  const first = firstBox(log, what)
  const isForeign = (name: { feed: string }): boolean =>
    isOthers(name) && boxOfFeed(name.feed) !== first
  const foreign = merged.heads.find(head => isForeign(head.name) && head.value !== false)
  const isWithdrawnHere = merged.heads.some(head => !isForeign(head.name) && head.value !== false)
  if (!foreign || isWithdrawnHere) return { value: said }
  const own = writesIn(log, what).filter(
    write => write.field === 'removed' && !isForeign(write.name),
  )
  const value = isRemoved(mergeWrites(own))
  return value === true ? { value } : { value, askedBy: boxOfFeed(foreign.name.feed) }
}

/**
 * The box that wrote the record first, by stamp, then by feed name, so that the order of arrival
 * does not matter. A peer that lies about its stamps hides a record, and the keeper puts it back.
 */
export function firstBox(log: LogToRead, { type, record, space }: Touched): string {
  const rows = readBy('log.wrote', 'record', [record], () =>
    log.sql.all<{ entry: number }>(
      `SELECT DISTINCT entry FROM changed WHERE record = ?1 AND type = ?2 AND space = ?3 AND stamp =
         (SELECT min(stamp) FROM changed WHERE record = ?1 AND type = ?2 AND space = ?3)`,
      record,
      type,
      space,
    ),
  )
  const feeds = rows.map(row => headById(log, row.entry)?.head.feed ?? '')
  return boxOfFeed(feeds.sort()[0] ?? '')
}

/** Notes that another box requests a withdrawal which nobody accepted here. */
export function noteLeave(
  tables: Tables,
  { type, record, space, isNew }: Touched & Readonly<{ isNew: boolean }>,
  by: string | undefined,
): void {
  if (by === undefined && isNew) return
  if (by === undefined)
    tables.sql.run('DELETE FROM leave WHERE id = ? AND type = ? AND space = ?', record, type, space)
  else tables.sql.run('INSERT OR REPLACE INTO leave VALUES (?, ?, ?, ?)', record, type, space, by)
}

export function noteTakenOff(
  tables: Tables,
  { type, record, space }: Touched,
  wall: number | undefined,
): void {
  if (wall === undefined)
    tables.sql.run(
      'DELETE FROM taken_off WHERE id = ? AND type = ? AND space = ?',
      record,
      type,
      space,
    )
  else
    tables.sql.run(
      'INSERT OR REPLACE INTO taken_off VALUES (?, ?, ?, ?)',
      record,
      type,
      space,
      wall,
    )
}
