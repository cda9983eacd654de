import { boxOfFeed } from '../core/change.ts'
import { type FleshName, namesWaiting } from './forget.ts'
import { headById, idsNamed, type Log, type LogToRead } from './log.ts'

/**
 * A request of a peer (another box) to forget values that it did not write. A peer may erase its
 * own words everywhere; such a request waits for the keeper of this box, who reads it on a page.
 * Nothing is forgotten before their yes. A no can be taken back, because a request is never
 * forgotten.
 *
 * Shape   `id`: a name inside this file alone. `names`: the writes whose values are still here; a
 *         request without any is not listed.
 */
export type ForgetAsked = Readonly<{
  id: string
  by: string
  refused: boolean
  names: readonly FleshName[]
}>

/** The requests that name values still here, refused ones too. */
export function forgettingsAsked(log: LogToRead): readonly ForgetAsked[] {
  if (!log.sql.has('asked')) return []
  const rows = log.sql.all<{ entry: number; change: number; refused: number }>(
    'SELECT entry, change, refused FROM asked ORDER BY entry, change',
  )
  return rows.flatMap(({ entry, change, refused }) => {
    const names = namesWaiting(log, entry, change).filter(name => isHere(log, name))
    const feed = headById(log, entry)?.head.feed
    return feed && names.length > 0
      ? [{ id: `${entry}.${change}`, by: boxOfFeed(feed), refused: refused === 1, names }]
      : []
  })
}

const isHere = (log: LogToRead, { feed, seq, index, field }: FleshName): boolean =>
  idsNamed(log, feed, seq).some(
    ({ id }) =>
      log.sql.get(
        'SELECT 1 FROM piece WHERE entry = ? AND change = ? AND field = ?',
        id,
        index,
        field,
      ) !== undefined,
  )

/** The request with this id, refused or not; undefined when it has nothing left to decide. */
export const forgettingAsked = (log: LogToRead, id: string): ForgetAsked | undefined =>
  forgettingsAsked(log).find(one => one.id === id)

/**
 * Notes the keeper’s no, or takes it back. After a yes this box writes a request of its own. Runs
 * inside a transaction.
 */
export function noteForgetting(
  log: Log,
  id: string,
  { refused }: Readonly<{ refused: boolean }>,
): void {
  const [entry, change] = id.split('.').map(Number)
  log.sql.run(
    'UPDATE asked SET refused = ? WHERE entry = ? AND change = ?',
    refused ? 1 : 0,
    entry ?? 0,
    change ?? 0,
  )
}
