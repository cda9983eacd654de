import {
  boxOfFeed,
  type FeedName,
  isFeedName,
  isHash8,
  isSeq,
  spaceOfFeed,
} from '../../core/change.ts'
import type { Json } from '../../core/json.ts'
import { ownJson } from '../../core/narrow.ts'
import type { Space } from '../../core/schema.ts'
import { hash8 } from '../../log/bytes.ts'
import type { LogToRead } from '../../log/log.ts'
import type { MissingFiles } from '../../log/missing-files.ts'
import type { MissingValues } from '../../log/missing-values.ts'
import { entryId, feedOfRun, seqOf } from '../../log/sqlite.ts'

/**
 * Version vectors: what a box holds, told as the last entry of each feed. Two boxes compare vectors
 * to send only what the other lacks. This file makes, reads, joins and compares vectors; it writes
 * nothing.
 *
 * A *feed* is the list of entries of one box, one epoch and one space; the *seq* of an entry is its
 * place there, from 1. When a memory card was copied or restored, two machines may go on with one
 * feed: it *forks*. Each branch then has a last entry of its own.
 */

/** The spaces that may leave a box. `home` never does. */
export type SharedSpace = Exclude<Space, 'home'>

/**
 * The last entry of a feed, or of one branch of it: its seq, and the first 8 bytes of its hash,
 * which tell branches apart.
 */
export type Tip = readonly [seq: number, hash8: string]
/**
 * A version vector of one space: for each feed, the tip of each branch. A feed that never forked
 * has one tip.
 */
export type Vector = Readonly<Record<FeedName, readonly Tip[]>>

/**
 * The known state of a peer: its vector of each space (empty for an empty box), and what its
 * manifest said of itself.
 *
 * Shape   `hollow`: entries that it holds with values missing. `lacks`: files that it misses. It
 *         asks for both. `takes`: the boxes whose entries it accepts; entries of other boxes are
 *         then not sent. These are the keys of the manifest (`manifest.ts`).
 */
export type PeerHoldings = Readonly<
  Record<SharedSpace, Vector> & {
    hollow?: MissingValues
    lacks?: MissingFiles
    takes?: readonly string[]
  }
>
/** The state of an empty box, or of one that told nothing. */
export const NOTHING: PeerHoldings = { commons: {}, network: {} }

/** The most feeds in a vector. A longer one is refused. */
const MOST_FEEDS = 20_000
/** The most branches of one feed in a vector. */
const MOST_TIPS = 64

/**
 * A run of entries in the log: a feed, or one branch of a feed from its fork on.
 *
 * Shape   `no`: the run’s number in this log, the first part of the ids of its entries (`entryId`).
 *         `last`, `hash`: the seq and the SHA-256 of its last entry.
 */
export type EntryRun = Readonly<{ no: number; feed: FeedName; last: number; hash: Uint8Array }>

/** The runs of one space that this box holds. The type excludes `home`. */
export function runsOf(log: LogToRead, space: SharedSpace): readonly EntryRun[] {
  return log.sql
    .all<{ no: number; name: string; last: number; hash: Uint8Array }>(
      'SELECT no, name, last, hash FROM feed WHERE last > 0 ORDER BY name',
    )
    .map(({ name, ...rest }) => ({ feed: feedOfRun(name), ...rest }))
    .filter(run => spaceOfFeed(run.feed) === space)
}

/**
 * The vector of these runs. It needs all runs of a feed: a branch that is left out would be sent
 * again.
 */
export function vectorOf(runs: readonly EntryRun[]): Vector {
  const out: Record<FeedName, Tip[]> = {}
  for (const { feed, last, hash } of runs) {
    const tips = out[feed] ?? []
    tips.push([last, hash8(hash)])
    out[feed] = tips
  }
  return out
}

/**
 * The vectors of this box, of both spaces. A bundle that is packed with these as `since` has no
 * entries: it is a *receipt*, which only tells the peer what this box holds.
 */
export const ownVectors = (log: LogToRead): PeerHoldings => ({
  commons: vectorOf(runsOf(log, 'commons')),
  network: vectorOf(runsOf(log, 'network')),
})

/**
 * Whether this box holds every entry that a vector covers.
 *
 * Law     A tip that is in no run here is missing: it is later than ours, or on an unknown branch.
 */
export const isCovered = (log: LogToRead, runs: readonly EntryRun[], vector: Vector): boolean =>
  Object.entries(vector).every(([feed, tips]) => {
    const branches = runs.filter(run => run.feed === feed)
    return tips.every(([seq, hash]) => branches.some(run => hashAt(log, run, seq) === hash))
  })

/**
 * The union of two vectors. A box that holds both lacks only entries that neither covers. Of a feed
 * with more than `MOST_TIPS` branches, the last ones of `other` are left out; their entries are
 * then sent again.
 */
export function unionOf(one: Vector, other: Vector): Vector {
  const out: Record<FeedName, readonly Tip[]> = { ...one }
  for (const [feed, tips] of Object.entries(other)) {
    const own = Object.hasOwn(out, feed) ? out[feed]! : []
    const more = tips.filter(([seq, hash]) => !own.some(tip => tip[0] === seq && tip[1] === hash))
    out[feed] = [...own, ...more].slice(0, MOST_TIPS)
  }
  return out
}

/**
 * The first seq that a box with this vector lacks, of each run. Runs that it holds whole are left
 * out. A branch begins at its fork, never before.
 *
 * Law     A tip that is in no run here, of a feed that never forked here: when its seq is later
 *         than ours, the peer is ahead, and nothing is sent. Any other unknown tip is on a branch
 *         that this box never saw: it counts for nothing, and entries are sent again (duplicates
 *         are harmless). A later tip may be on such a branch too. Then the peer sends its branch,
 *         the fork is known here, and the next bundle carries ours: no entry is lost.
 */
export function firstMissing(
  log: LogToRead,
  runs: readonly EntryRun[],
  vector: Vector,
): ReadonlyMap<EntryRun, number> {
  const out = new Map<EntryRun, number>()
  for (const [feed, branches] of Map.groupBy(runs, run => run.feed)) {
    const has = coverage(log, branches, Object.hasOwn(vector, feed) ? vector[feed]! : [])
    for (const run of branches)
      if ((has.get(run) ?? 0) < run.last)
        out.set(
          run,
          branches.length === 1
            ? (has.get(run) ?? 0) + 1
            : Math.max((has.get(run) ?? 0) + 1, firstOf(log, run)),
        )
  }
  return out
}

/**
 * The last seq of each run that a box with these tips holds. A box that holds a branch also holds
 * its feed up to the fork.
 */
function coverage(
  log: LogToRead,
  branches: readonly EntryRun[],
  tips: readonly Tip[],
): ReadonlyMap<EntryRun, number> {
  const has = new Map<EntryRun, number>()
  const cover = (run: EntryRun, seq: number): void => {
    if ((has.get(run) ?? 0) >= seq) return
    has.set(run, seq)
    const parent = parentOf(log, branches, run)
    if (parent) cover(parent.run, parent.seq)
  }
  for (const [seq, hash] of tips) {
    const found = branches.find(run => hashAt(log, run, seq) === hash)
    if (found) cover(found, seq)
    // It is ahead of us on a feed that never forked here: it holds all that we hold.
    else if (branches.length === 1 && seq > branches[0]!.last)
      cover(branches[0]!, branches[0]!.last)
  }
  return has
}

/** The first seq of a run: 1, or where its branch begins. */
const firstOf = (log: LogToRead, { no }: EntryRun): number =>
  seqOf(
    log.sql.get<{ id: number }>(
      'SELECT min(id) AS id FROM entry WHERE id > ? AND id < ?',
      entryId(no, 0),
      entryId(no + 1, 0),
    )!.id,
  )

/** The short hash of the entry at a seq of this run; undefined when the run has none there. */
function hashAt(log: LogToRead, { no, last }: EntryRun, seq: number): string | undefined {
  const row =
    seq <= last &&
    log.sql.get<{ hash: Uint8Array }>('SELECT hash FROM entry WHERE id = ?', entryId(no, seq))
  return row ? hash8(row.hash) : undefined
}

/** The place where a branch forks: the run that holds the entry before its first one. */
function parentOf(
  log: LogToRead,
  branches: readonly EntryRun[],
  run: EntryRun,
): Readonly<{ run: EntryRun; seq: number }> | undefined {
  if (branches.length === 1) return undefined
  const first = firstOf(log, run)
  if (first === 1) return undefined
  const { bytes } = log.sql.get<{ bytes: Uint8Array }>(
    'SELECT bytes FROM entry WHERE id = ?',
    entryId(run.no, first),
  )!
  const { prev } = ownJson<{ prev: string }>(Buffer.from(bytes).toString('utf8'))
  const parent = branches.find(
    one => one !== run && hashAt(log, one, first - 1) === hash8(Buffer.from(prev, 'base64url')),
  )
  return parent && { run: parent, seq: first - 1 }
}
/** Reads a vector from JSON. Undefined when it is malformed, or names a feed of another space. */
export function readVector(json: Json | undefined, space: SharedSpace): Vector | undefined {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined
  const feeds = Object.entries(json)
  const fits = ([feed, tips]: [string, Json]): boolean =>
    isFeedName(feed) &&
    spaceOfFeed(feed) === space &&
    Array.isArray(tips) &&
    tips.length >= 1 &&
    tips.length <= MOST_TIPS &&
    tips.every(isTip)
  return feeds.length <= MOST_FEEDS && feeds.every(fits) ? (json as unknown as Vector) : undefined
}
const isTip = (json: Json): boolean =>
  Array.isArray(json) && json.length === 2 && isSeq(json[0]) && isHash8(json[1])

/**
 * The runs that the receiver accepts: those of the boxes in `takes`, and of the boxes `always`
 * (sender and receiver).
 */
export function acceptedRuns(
  runs: readonly EntryRun[],
  { takes }: PeerHoldings,
  always: readonly string[],
): readonly EntryRun[] {
  if (takes === undefined) return runs
  const taken = new Set([...takes, ...always])
  return runs.filter(run => taken.has(boxOfFeed(run.feed)))
}
