import type { EntriesNotTaken } from '../../contract/box/boxes.ts'
import { boxOfFeed, Damaged, type Entry, type Signed } from '../../core/change.ts'
import { messageOf } from '../../core/narrow.ts'
import { SPACES } from '../../core/schema.ts'
import { type Stamp, witness } from '../../core/stamp.ts'
import { lastStamp } from '../../log/append.ts'
import { admitAny, hasEntry } from '../../log/branch.ts'
import { sha256 } from '../../log/bytes.ts'
import { Gap, sizeOf, validated } from '../../log/ingest.ts'
import {
  entryIdOf,
  feedState,
  type Log,
  newEpoch,
  ownFeed,
  runsNamed,
  type Touched,
} from '../../log/log.ts'
import { filesNamed, type IsOnDisk, noteMissingFiles } from '../../log/missing-files.ts'
import { noteArrival } from '../trust/arrivals.ts'
import { type Trust, type TrustVerdict, verdictOf } from '../trust/trust.ts'
import type { Signers } from './ahead.ts'
import { claimedPlace } from './claimed.ts'

/**
 * Takes the entries of a bundle into the log, a page at a time: it checks each entry, asks whether
 * the keeper believes its box, keeps within the intake limit, stores it, and counts what happened.
 * The delivery of the engine calls it inside its transaction. No file is taken here: this code only
 * says which files entries need.
 */

/**
 * A *feed* (the entries of one box, one epoch and one space, each naming the one before) that
 * stopped: its first entry that could not come in (`seq`), and why. `damaged`: the entry is not as
 * its box must have signed it. `gap`: the entry before it is missing here. `said`: the fault, for
 * the log.
 */
export type Stopped = Readonly<{ feed: string; seq: number; why: 'damaged' | 'gap'; said: string }>

/** The counts of a delivery, updated while its pages come in. */
export type IntakeCounts = {
  taken: number
  /** Already here. */
  held: number
  bytes: number
  /** Entries that were not taken, by box and reason. */
  aside: Map<string, { -readonly [K in keyof EntriesNotTaken]: EntriesNotTaken[K] }>
  stopped: Map<string, Stopped>
  /**
   * Feeds that forked: a card was copied, or a disk lost what it had written. Both branches are
   * kept.
   */
  forked: Set<string>
  /** The peer’s intake limit is reached. The rest waits for the keeper’s yes. */
  isFull: boolean
}
/** New counts, for one bundle. `isFull` stops all that follows, so two bundles never share them. */
export const emptyCounts = (): IntakeCounts => ({
  taken: 0,
  held: 0,
  bytes: 0,
  aside: new Map(),
  stopped: new Map(),
  forked: new Set(),
  isFull: false,
})

/**
 * The state of one delivery. `quota`: the intake limit. `isOnDisk`: tells which files are there;
 * absent in an engine without files.
 *
 * Units   `now`: milliseconds since 1970 UTC.
 */
export type Intake = Readonly<{
  trust: Trust
  quota: Readonly<{ entries: number; bytes: number }>
  now: number
  report: IntakeCounts
  isOnDisk?: IsOnDisk
}>

/**
 * The files that the acceptable entries of a page name. They must be on the disk before the page is
 * taken.
 */
export function filesNeeded(
  page: readonly Signed[],
  { trust, report }: Intake,
  signers?: Signers,
): readonly string[] {
  if (report.isFull) return []
  return page.flatMap(signed => {
    const named = filesNamed(signed.flesh)
    return named.length > 0 && mayComeIn(signed, trust, signers?.get(signed)) ? named : []
  })
}
function mayComeIn(signed: Signed, trust: Trust, signer: string | undefined): boolean {
  try {
    const entry = validated(signed, signer)
    return verdictOf(trust, entry.feed, entry.seq) === 'believed'
  } catch {
    return false
  }
}

/**
 * Counts a file of `size` bytes against the intake limit. False when it goes beyond; then nothing
 * more is taken.
 */
export function countFile({ report, quota }: Intake, size: number): boolean {
  if (report.bytes + size > quota.bytes) report.isFull = true
  else report.bytes += size
  return !report.isFull
}

/**
 * Takes the acceptable entries of a page of a bundle. Returns the records that the tables must
 * project again. Runs inside one transaction, so that a page is taken whole.
 *
 * Law     law 8: a bad entry stops its own feed alone. The entries behind it have no predecessor,
 *         and are counted with it.
 *         law 4: order, grouping and repetition never change the result.
 *         law 9: the peers’ clocks move ours by one hour at most.
 */
export function takePage(
  log: Log,
  page: readonly Signed[],
  taking: Intake,
  signers?: Signers,
): readonly Touched[] {
  const before = new Map<string, number>()
  const touched = page.flatMap(signed => {
    const entry = entryIfBelieved(signed, taking, signers?.get(signed))
    if (entry === undefined) return []
    if (!before.has(entry.feed)) before.set(entry.feed, feedState(log, entry.feed)?.last ?? 0)
    return storeEntry(log, entry, signed, taking)
  })
  noteArrival(log, before, taking.now)
  return touched
}

/** The entry, if it is sound and its box is believed; else the report says why not. */
function entryIfBelieved(
  signed: Signed,
  { report, trust }: Intake,
  signer: string | undefined,
): Entry | undefined {
  if (report.isFull) return undefined
  let entry: Entry
  try {
    entry = validated(signed, signer)
  } catch (error) {
    stop(report, claimedPlace(signed), error)
    return undefined
  }
  const standing = verdictOf(trust, entry.feed, entry.seq)
  if (standing === 'believed') return entry
  setAside(report, boxOfFeed(entry.feed), standing)
  return undefined
}

/** Stores an entry whose box is believed. Returns the records to project again. */
function storeEntry(
  log: Log,
  entry: Entry,
  signed: Signed,
  { report, quota, trust, now, isOnDisk }: Intake,
): readonly Touched[] {
  const isNew = !hasEntry(log, entry, signed)
  // An entry of this box that comes back fills no limit.
  const isCounted = isNew && boxOfFeed(entry.feed) !== trust.me
  const size = isCounted ? sizeOf(signed) : 0
  if (isCounted && (report.taken >= quota.entries || report.bytes + size > quota.bytes)) {
    report.isFull = true
    return []
  }
  try {
    const { touched, forks } = admitAny(log, entry, signed)
    if (forks) report.forked.add(entry.feed)
    if (isNew) moveOwnClock(log, entry.stamp, now)
    if (isOnDisk && filesNamed(signed.flesh).length > 0)
      noteMissingFiles(log, entryIdOf(log, entry.feed, entry.seq, sha256(signed.bytes))!, isOnDisk)
    report.taken += isNew ? 1 : 0
    report.held += isNew ? 0 : 1
    report.bytes += size
    return touched
  } catch (error) {
    stop(report, entry, error)
    return []
  }
}

/**
 * Starts a new epoch when a feed of this box has forked, so that no seq is used twice. It looks at
 * the log too, because a delivery that was cut may have left a branch without reporting it. Runs
 * inside a transaction.
 */
export const startAgainIfForked = (log: Log, { forked }: IntakeCounts): Log =>
  SPACES.map(space => ownFeed(log, space)).some(
    feed => forked.has(feed) || runsNamed(log, feed).length > 1,
  )
    ? newEpoch(log)
    : log

/** Moves our clock by an entry of a peer, one hour beyond our own time at most. */
function moveOwnClock(log: Log, seen: Stamp, now: number): void {
  const own = lastStamp(log)
  const moved = witness(own, seen, now)
  if (moved !== own) log.sql.run("INSERT OR REPLACE INTO mark VALUES ('witnessed', ?)", moved)
}

/** Counts an entry that was not taken, under its box and reason. */
function setAside(report: IntakeCounts, box: string, why: Exclude<TrustVerdict, 'believed'>): void {
  // Names cost nothing to make: beyond a limit, boxes are counted together.
  const named = report.aside.size < MOST_NAMED || report.aside.has(`${box} ${why}`) ? box : ''
  const counted = report.aside.get(`${named} ${why}`) ?? { box: named, why, entries: 0 }
  counted.entries++
  report.aside.set(`${named} ${why}`, counted)
}

/** The faults that stop a feed. Every other error is ours, and is thrown. */
const WHY = new Map<unknown, Stopped['why']>([
  [Damaged, 'damaged'],
  [Gap, 'gap'],
])
/** The most boxes and feeds that a report names. Anybody can invent names. */
const MOST_NAMED = 1_000

function stop(
  report: IntakeCounts,
  { feed, seq }: Pick<Entry, 'feed' | 'seq'>,
  error: unknown,
): void {
  const why = WHY.get((error as Error).constructor)
  if (why === undefined) throw error
  if (report.stopped.has(feed) || report.stopped.size >= MOST_NAMED) return
  // The message quotes what another box wrote: its beginning is enough.
  report.stopped.set(feed, { feed, seq, why, said: messageOf(error).slice(0, 200) })
}
