import { isRemoved } from '../core/merge.ts'
import { type Log, row } from '../log/log.ts'
import type { Tables } from './tables.ts'

/**
 * Joined records: a connected set shown under its least id, whatever the order of joins; removing the join undoes it.
 * Recomputed whole: a village joins tens of records, not thousands.
 */
export function showJoin(tables: Tables, log: Log, record: string): void {
  const fields = row(log, 'join', record, 'commons')
  const these = fields.get('these')?.shown?.value
  const removed = isRemoved(fields.get('removed')) === true
  const stands = Array.isArray(these) && these.length > 1 && these.every(id => typeof id === 'string') && !removed
  if (stands) tables.sql.run('INSERT OR REPLACE INTO joining VALUES (?, ?)', record, JSON.stringify(these))
  else tables.sql.run('DELETE FROM joining WHERE id = ?', record)
  const joins = tables.sql.all<{ these: string }>('SELECT these FROM joining ORDER BY id').map(join => JSON.parse(join.these) as string[])
  tables.sql.run('DELETE FROM joined')
  for (const [id, shown] of leastOf(joins)) tables.sql.run('INSERT INTO joined VALUES (?, ?)', id, shown)
}

/** Each joined id and the least id of its connected set. */
export function leastOf(joins: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const least = new Map<string, string>()
  const root = (id: string): string => {
    let at = id
    for (let above = least.get(at); above !== undefined && above !== at; above = least.get(at)) {
      // Halved as it is walked, so that a long chain of joins is not walked again and again.
      least.set(at, least.get(above) ?? above)
      at = above
    }
    return at
  }
  for (const these of joins) {
    const roots = these.map(root)
    const shown = [...roots].sort()[0]!
    for (const id of [...these, ...roots]) least.set(id, least.get(id) ?? id)
    for (const id of roots) least.set(id, shown)
  }
  return new Map([...least.keys()].map(id => [id, root(id)]))
}
