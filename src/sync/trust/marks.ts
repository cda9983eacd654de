import type { EntriesNotTaken } from '../../contract/box/boxes.ts'
import { ownJson } from '../../core/narrow.ts'
import type { Log, LogToRead } from '../../log/log.ts'
import { SQLITE_CORRUPT } from '../../log/sqlite.ts'
import type { PeerHoldings } from '../bundle/vector.ts'

/**
 * The *mark* of another box: the keeper’s decisions about it, and the last news of it. A mark is
 * JSON in a table of `log.db`, beside the entries: no feed holds it and no bundle carries it. This
 * file reads and writes marks; others decide what stands there.
 *
 * Shape   `called`: the name that this box gives it.
 *         `dismissed`: the last believed seq of each feed.
 *         `heard`: the state in its last signed manifest: which entries it holds and asks for.
 *         `isSure`: whether our clock was set then. `isMet`: it came over a network, not by a file.
 *         `brought`: the result of its last bundle that carried something, or of the last meeting,
 *         beyond the entries taken.
 * Units   `heardAt`: milliseconds since 1970 UTC by our clock; `madeAt`: by its clock;
 *         `clockAheadMs`: how far its clock is ahead, where that can be told.
 */
export type Mark = Readonly<{
  called?: string
  paired?: boolean
  accepted?: boolean
  refused?: boolean
  /** Boxes whose request to dismiss this one was refused. */
  dismissalsRefused?: readonly string[]
  paused?: boolean
  dismissed?: Readonly<Record<string, number>>
  heard?: PeerHoldings
  heardAt?: number
  madeAt?: number
  clockAheadMs?: number
  isSure?: boolean
  isMet?: boolean
  brought?: LastDelivery
  /** Oldest first. `before`: the last seq of each feed that grew, before it did. */
  arrivals?: readonly Readonly<{
    at: number
    entries: number
    before: Readonly<Record<string, number>>
  }>[]
}>
/**
 * The result of the last delivery of a box. `isPast`: a session began with an empty bundle, so the
 * next bundle with entries begins a new count.
 */
export type LastDelivery = Readonly<{
  taken: number
  aside: readonly EntriesNotTaken[]
  stopped: number
  isFull: boolean
  isPast?: boolean
}>

const KEY = 'box:'
/** All marks, by the name of their box, in the order of names. */
export function peerMarksIn(log: LogToRead): ReadonlyMap<string, Mark> {
  const rows = log.sql.all<{ key: string; value: string }>(
    "SELECT key, value FROM mark WHERE key > 'box:' AND key < 'box;' ORDER BY key",
  )
  return new Map(rows.map(({ key, value }) => [key.slice(KEY.length), markIn(value)]))
}

/** A mark that is no JSON is one that the disk changed: the log is damaged. */
class HurtMark extends Error {
  override name = 'HurtMark'
  readonly errcode = SQLITE_CORRUPT
}
function markIn(value: string): Mark {
  try {
    return ownJson<Mark>(value)
  } catch (cause) {
    throw new HurtMark('a mark of another box is no JSON', { cause })
  }
}

/** The mark of one box, or undefined. It reads that mark alone, because each holds a vector. */
export function peerMark(log: LogToRead, name: string): Mark | undefined {
  const row = log.sql.get<{ value: string }>('SELECT value FROM mark WHERE key = ?', KEY + name)
  return row && markIn(row.value)
}

/** Changes some keys of a box’s mark; undefined removes a key. Runs inside a transaction. */
export function setPeerMark(
  log: Log,
  name: string,
  change: { readonly [K in keyof Mark]?: Mark[K] | undefined },
): void {
  const mark = { ...peerMark(log, name), ...change }
  log.sql.run('INSERT OR REPLACE INTO mark VALUES (?, ?)', KEY + name, JSON.stringify(mark))
}

/** Deletes the mark of a box. Runs inside a transaction. */
export const dropPeerMark = (log: Log, name: string): void =>
  void log.sql.run('DELETE FROM mark WHERE key = ?', KEY + name)
