import { hash8 } from './bytes.ts'
import type { LogToRead } from './log.ts'

/**
 * What of an entry was forgotten here, as `change field`.
 *
 * Shape   two tables, since a feed may fork after the forgetting as well as before. `forgotten`: under the feed's own number, whatever branch
 *         stands there (a request names no hash). `forgotten_one`: the one write of that hash (a base names what it has seen): the
 *         other branch, that nobody asked to forget, keeps its own.
 *         `id`: the entry's number; `named`: its number were it on no branch.
 */
export function forgottenOf(
  log: LogToRead,
  id: number,
  named: number,
  hash: Uint8Array,
): ReadonlySet<string> {
  const one = log.sql.has('forgotten_one')
    ? 'UNION ALL SELECT change, field FROM forgotten_one WHERE entry = ?2 AND hash8 = ?3'
    : ''
  const rows = log.sql.all<{ change: number; field: string }>(
    `SELECT change, field FROM forgotten WHERE entry IN (?1, ?2) ${one}`,
    ...[id, named],
    ...(one === '' ? [] : [hash8(hash)]),
  )
  return rows.length === 0
    ? NOTHING
    : new Set(rows.map(({ change, field }) => `${change} ${field}`))
}
const NOTHING: ReadonlySet<string> = new Set()
