import type { EntriesNotTaken } from '../../contract/box/boxes.ts'
import { boxOfFeed, Damaged, type Entry, type Signed } from '../../core/change.ts'
import { SPACES } from '../../core/schema.ts'
import { type Stamp, witness } from '../../core/stamp.ts'
import { lastStamp } from '../../log/append.ts'
import { admitAny, isHeld } from '../../log/branch.ts'
import { sha256 } from '../../log/bytes.ts'
import { checked, Gap, sizeOf } from '../../log/ingest.ts'
import {
  entryNo,
  feedHeld,
  type Log,
  newEpoch,
  ownFeed,
  runsNamed,
  type Touched,
} from '../../log/log.ts'
import { filesNamed, type IsOnDisk, noteLacked } from '../../log/missing-files.ts'
import { noteArrival } from '../trust/arrivals.ts'
import { type Trust, type TrustVerdict, verdictOf } from '../trust/trust.ts'
import type { Signers } from './ahead.ts'
import { claimed } from './claimed.ts'

/** Why a feed stops: its first entry that could not come in, and what was wrong with it. */
export type Stopped = Readonly<{ feed: string; seq: number; why: 'damaged' | 'gap'; said: string }>

/** What came of a bundle, counted as it comes in. */
export type IntakeCounts = {
  taken: number
  /** Already here. */
  held: number
  bytes: number
  /** By box and reason: how many entries were left where they are. */
  aside: Map<string, { -readonly [K in keyof EntriesNotTaken]: EntriesNotTaken[K] }>
  stopped: Map<string, Stopped>
  /**
   * Feeds of which another branch came: a card was cloned, or a disk forgot what it had written.
   * Both branches are kept.
   */
  forked: Set<string>
  /** The neighbour's share is used up: the rest waits for the keeper's yes. */
  isFull: boolean
}
/**
 * What is counted into, a bundle at a time: never shared by two, since `isFull` stops all that
 * follows.
 */
export const nothingTaken = (): IntakeCounts => ({
  taken: 0,
  held: 0,
  bytes: 0,
  aside: new Map(),
  stopped: new Map(),
  forked: new Set(),
  isFull: false,
})

/**
 * `quota`: what may come in without the keeper's yes. `isOnDisk`: which files are there; absent
 * where there are none.
 *
 * Units   `now` in milliseconds since 1970 UTC.
 */
export type Taking = Readonly<{
  trust: Trust
  quota: Readonly<{ entries: number; bytes: number }>
  now: number
  report: IntakeCounts
  isOnDisk?: IsOnDisk
}>

/**
 * The files that these entries would need here, if they are taken: to be on the disk before the
 * page is.
 */
export function filesNeeded(
  page: readonly Signed[],
  { trust, report }: Taking,
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
    const entry = checked(signed, signer)
    return verdictOf(trust, entry.feed, entry.seq) === 'believed'
  } catch {
    return false
  }
}

/**
 * Counts a file within what may come without the keeper's yes; false when it goes beyond, and then
 * nothing more comes.
 */
export function mayBring({ report, quota }: Taking, size: number): boolean {
  if (report.bytes + size > quota.bytes) report.isFull = true
  else report.bytes += size
  return !report.isFull
}

/**
 * Takes the acceptable entries of a page. Runs inside one transaction, so that a page lands whole.
 *
 * Law     law 8: a bad entry stops its own feed alone. The entries behind it have no predecessor,
 *         and are counted with it.
 *         law 4: order, grouping and repetition never change the result.
 *         law 9: the peers’ clocks move ours by one hour at most.
 */
export function takePage(
  log: Log,
  page: readonly Signed[],
  taking: Taking,
  signers?: Signers,
): readonly Touched[] {
  const before = new Map<string, number>()
  const touched = page.flatMap(signed => {
    const entry = believed(signed, taking, signers?.get(signed))
    if (entry === undefined) return []
    if (!before.has(entry.feed)) before.set(entry.feed, feedHeld(log, entry.feed)?.last ?? 0)
    return comeIn(log, entry, signed, taking)
  })
  noteArrival(log, before, taking.now)
  return touched
}

/** The entry, if it is sound and its box is believed; else the report says why not. */
function believed(
  signed: Signed,
  { report, trust }: Taking,
  signer: string | undefined,
): Entry | undefined {
  if (report.isFull) return undefined
  let entry: Entry
  try {
    entry = checked(signed, signer)
  } catch (error) {
    stop(report, claimed(signed), error)
    return undefined
  }
  const standing = verdictOf(trust, entry.feed, entry.seq)
  if (standing === 'believed') return entry
  setAside(report, boxOfFeed(entry.feed), standing)
  return undefined
}

function comeIn(
  log: Log,
  entry: Entry,
  signed: Signed,
  { report, quota, trust, now, isOnDisk }: Taking,
): readonly Touched[] {
  const isNew = !isHeld(log, entry, signed)
  const isCounted = isNew && boxOfFeed(entry.feed) !== trust.me
  const size = isCounted ? sizeOf(signed) : 0
  if (isCounted && (report.taken >= quota.entries || report.bytes + size > quota.bytes)) {
    report.isFull = true
    return []
  }
  try {
    const { touched, forks } = admitAny(log, entry, signed)
    if (forks) report.forked.add(entry.feed)
    if (isNew) hear(log, entry.stamp, now)
    if (isOnDisk && filesNamed(signed.flesh).length > 0)
      noteLacked(log, entryNo(log, entry.feed, entry.seq, sha256(signed.bytes))!, isOnDisk)
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
 * After a bundle: on learning that its own feed was forked, a box goes on in a new epoch, so that
 * no number is written twice again. A delivery that was cut may have left the other branch here and
 * said nothing of it: the log is looked at, too. Must stand inside a transaction.
 */
export const startAgainIfForked = (log: Log, { forked }: IntakeCounts): Log =>
  SPACES.map(space => ownFeed(log, space)).some(
    feed => forked.has(feed) || runsNamed(log, feed).length > 1,
  )
    ? newEpoch(log)
    : log

/** What neighbours say moves our clock one hour beyond our own at most, in all. */
function hear(log: Log, seen: Stamp, now: number): void {
  const own = lastStamp(log)
  const moved = witness(own, seen, now)
  if (moved !== own) log.sql.run("INSERT OR REPLACE INTO mark VALUES ('witnessed', ?)", moved)
}

function setAside(report: IntakeCounts, box: string, why: Exclude<TrustVerdict, 'believed'>): void {
  // Names of boxes cost nothing to make: beyond so many they are counted together.
  const named = report.aside.size < MOST_NAMED || report.aside.has(`${box} ${why}`) ? box : ''
  const held = report.aside.get(`${named} ${why}`) ?? { box: named, why, entries: 0 }
  held.entries++
  report.aside.set(`${named} ${why}`, held)
}

const WHY = new Map<unknown, Stopped['why']>([
  [Damaged, 'damaged'],
  [Gap, 'gap'],
])
/** What anybody may invent is named so many times at most. */
const MOST_NAMED = 1_000

function stop(
  report: IntakeCounts,
  { feed, seq }: Pick<Entry, 'feed' | 'seq'>,
  error: unknown,
): void {
  const why = WHY.get((error as Error).constructor)
  if (why === undefined) throw error
  if (report.stopped.has(feed) || report.stopped.size >= MOST_NAMED) return
  report.stopped.set(feed, { feed, seq, why, said: (error as Error).message.slice(0, 200) })
}
