import { boxOfFeed } from '../core/change.ts'
import { keyOf, outranks, type Write } from '../core/merge.ts'
import type { Space } from '../core/schema.ts'
import type { Log, LogToRead, Touched } from './log.ts'
import { feedNoOf, feedOfRun, runsOfBox, SEQS } from './sqlite.ts'

/**
 * Quarantine: the keeper dismissed a box, and believes it only up to an earlier entry. The later
 * entries are stored and passed on, but not shown; they show again when the dismissal is taken
 * back. This file stores the limit of each feed (table `aside`), and takes the
 * entries beyond it out of each reading of a record.
 */

/**
 * The last believed *seq* (the place of an entry in its feed) of each feed or branch with a
 * quarantine, by the number of the feed. The result is nearly always empty.
 */
export function quarantinedIn(log: LogToRead): ReadonlyMap<number, number> {
  if (!log.sql.has('aside')) return NO_QUARANTINE
  const rows = log.sql.all<{ feed: number; after: number }>('SELECT feed, after FROM aside')
  return rows.length === 0 ? NO_QUARANTINE : new Map(rows.map(({ feed, after }) => [feed, after]))
}
/** No entry of any feed is in quarantine. */
const NO_QUARANTINE: ReadonlyMap<number, number> = new Map()

/** Whether an entry is in quarantine. */
const isQuarantined = (believed: ReadonlyMap<number, number>, entry: number): boolean =>
  entry % SEQS > (believed.get(feedNoOf(entry)) ?? Number.POSITIVE_INFINITY)

/** One write of a record. `entry`: the id of its entry. */
type PlacedWrite = Write & Readonly<{ field: string; entry: number }>

/**
 * The writes of a record without the quarantined ones. `headsOnly`: only the heads among them, the
 * writes that none of the others replaces. `believed`: the result of `quarantinedIn`.
 *
 * Law     A write that only a quarantined write replaced is a head again. A removal outlives the
 *         trust in its box; otherwise withdrawn notices would reappear.
 */
export function withoutQuarantined<W extends PlacedWrite>(
  all: readonly W[],
  believed: ReadonlyMap<number, number>,
  headsOnly: boolean,
): readonly W[] {
  const first = all.reduce<W | undefined>(
    (least, write) => (least === undefined || outranks(least, write) ? write : least),
    undefined,
  )
  // A write of the box that wrote the record first.
  const isOwn = (write: W): boolean => boxOfFeed(write.name.feed) === boxOfFeed(first!.name.feed)
  const kept = all.filter(
    write => !isQuarantined(believed, write.entry) || (write.field === 'removed' && isOwn(write)),
  )
  if (!headsOnly) return kept
  const replaced = new Set(
    kept.flatMap(write => write.over.map(name => `${write.field} ${keyOf(name)}`)),
  )
  return kept.filter(write => !replaced.has(`${write.field} ${keyOf(write.name)}`))
}

/**
 * Puts the entries of a box that come after the believed ones in quarantine; without `believed`,
 * takes all its entries out. Returns the records that the tables must project again. Runs inside a
 * transaction.
 *
 * Shape   `believed`: the last believed seq of each feed. No entry of an absent feed is believed.
 */
export function quarantineBeyond(
  log: Log,
  box: string,
  believed: Readonly<Record<string, number>> | undefined,
): readonly Touched[] {
  return runsOfBox(log.sql, box).flatMap(({ no, name, last }) => {
    const before =
      log.sql.get<{ after: number }>('SELECT after FROM aside WHERE feed = ?', no)?.after ?? last
    const wanted = believed === undefined ? last : Math.min(last, believed[feedOfRun(name)] ?? 0)
    // Later entries are not taken in, so only a feed with entries to hide has a row. Every
    // reading of a record looks at these rows.
    if (wanted === last) log.sql.run('DELETE FROM aside WHERE feed = ?', no)
    else log.sql.run('INSERT OR REPLACE INTO aside VALUES (?, ?)', no, wanted)
    return before === wanted
      ? []
      : touchedBetween(log, no, Math.min(before, wanted), Math.max(before, wanted))
  })
}

/** The records that entries of a feed or branch wrote, after one seq and up to another. */
const touchedBetween = (log: Log, no: number, after: number, upTo: number): readonly Touched[] =>
  log.sql.all<{ record: string; type: string; space: Space }>(
    'SELECT DISTINCT record, type, space FROM changed WHERE entry > ? AND entry <= ?',
    no * SEQS + after,
    no * SEQS + upTo,
  )
