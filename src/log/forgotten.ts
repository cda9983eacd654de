import type { FeedName } from '../core/change.ts'
import { hash8 } from './bytes.ts'
import { feedState, type LogToRead } from './log.ts'
import { entryId, seqOf } from './sqlite.ts'

/**
 * The forgotten values of one entry. Whoever stores a value asks first, so that no value comes
 * back; whoever looks for missing values asks too. The result has texts `change field`: the place
 * of the change in its entry and the name of the field, as `0 title`.
 *
 * Shape   A feed may fork (go on in two ways from one entry) before or after the forgetting, so
 *         that there are two tables.
 *         `forgotten`: by the feed’s own number, for every branch, because a request names no hash.
 *         `forgotten_one`: one write of one hash, because a base (a text written again without its
 *         history) names the writes that it replaces. The other branch keeps its own write.
 *         `id`: the entry’s id in this file. `unforkedId`: its id if its feed had not
 *         forked.
 */
export function forgottenOf(
  log: LogToRead,
  id: number,
  unforkedId: number,
  hash: Uint8Array,
): ReadonlySet<string> {
  const one = log.sql.has('forgotten_one')
    ? 'UNION ALL SELECT change, field FROM forgotten_one WHERE entry = ?2 AND hash8 = ?3'
    : ''
  const rows = log.sql.all<{ change: number; field: string }>(
    `SELECT change, field FROM forgotten WHERE entry IN (?1, ?2) ${one}`,
    ...[id, unforkedId],
    ...(one === '' ? [] : [hash8(hash)]),
  )
  return rows.length === 0
    ? NOTHING
    : new Set(rows.map(({ change, field }) => `${change} ${field}`))
}
const NOTHING: ReadonlySet<string> = new Set()

/** The forgotten values of an entry that is here, by its id and the name of its feed. */
export function forgottenIn(log: LogToRead, id: number, feed: FeedName): ReadonlySet<string> {
  const unforkedId = entryId(feedState(log, feed)?.no ?? 0, seqOf(id))
  const { hash } = log.sql.get<{ hash: Uint8Array }>('SELECT hash FROM entry WHERE id = ?', id)!
  return forgottenOf(log, id, unforkedId, hash)
}
