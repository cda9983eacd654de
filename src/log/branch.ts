import type { Entry, Signed } from '../core/change.ts'
import { hashText, sha256 } from './bytes.ts'
import { admit, admitAgain, Forked, Gap, store } from './ingest.ts'
import { entryIdOf, feedNo, type Log, runsNamed, type Touched } from './log.ts'
import { feedNoOf } from './sqlite.ts'

/**
 * Takes an entry of any box that the validator accepted, also when its feed forked. A feed forks
 * when its box writes a second entry after one predecessor: its memory card was copied, or its disk
 * lost confirmed writes. The entry goes to the feed, to the branch that it continues, or to a new
 * branch. `forks`: it began a new branch. Runs inside a transaction.
 *
 * Shape   A branch stands in the file under `feed@hash`, the hash of its first entry. Its entries
 *         keep the feed’s own name, so that they give the same result in every box, whichever
 *         branch came first.
 * Law     People’s turns are on both branches. None is lost, none is preferred, and both accept
 *         further entries.
 * Errors  Gap: its predecessor is not here. Nothing is written then.
 */
export function admitAny(
  log: Log,
  entry: Entry,
  signed: Signed,
): Readonly<{ touched: readonly Touched[]; forks: boolean }> {
  try {
    return { touched: admit(log, entry, signed), forks: false }
  } catch (error) {
    if (!(error instanceof Forked || error instanceof Gap)) throw error
    return branched(log, entry, signed, error)
  }
}

/**
 * Stores an entry that doesn’t follow the last one of its feed. It is here already; or it follows
 * the end of a branch; or it follows an older entry, and begins a branch.
 *
 * Errors  Gap, when its predecessor is not here: `why` itself, when `admit` threw that.
 */
function branched(
  log: Log,
  entry: Entry,
  signed: Signed,
  why: Error,
): Readonly<{ touched: readonly Touched[]; forks: boolean }> {
  const hash = sha256(signed.bytes)
  const ownFeedNo = feedNo(log, entry.feed)
  const knownId = entryIdOf(log, entry.feed, entry.seq, hash)
  if (knownId !== undefined)
    return {
      touched: admitAgain(log, { runNo: feedNoOf(knownId), ownFeedNo }, entry, signed),
      forks: false,
    }
  const prev = Buffer.from(entry.prev, 'base64url')
  const runs = runsNamed(log, entry.feed)
  const grown = runs.find(
    run => run.last === entry.seq - 1 && run.hash !== null && Buffer.compare(run.hash, prev) === 0,
  )
  if (grown)
    return { touched: store(log, { runNo: grown.no, ownFeedNo }, entry, signed), forks: false }
  const parts =
    entry.seq === 1
      ? runs.some(run => run.last > 0)
      : entryIdOf(log, entry.feed, entry.seq - 1, prev) !== undefined
  if (!parts)
    throw why instanceof Gap ? why : new Gap(`${entry.feed} ${entry.seq} follows nothing here`)
  return {
    touched: store(log, { runNo: branchNo(log, entry, hashText(hash)), ownFeedNo }, entry, signed),
    forks: true,
  }
}

/** The number of a new branch in this file, which begins with this entry. */
function branchNo(log: Log, { feed, seq }: Entry, hash: string): number {
  const no = feedNo(log, `${feed}@${hash}`)
  log.sql.run('UPDATE feed SET last = ? WHERE no = ?', seq - 1, no)
  return no
}

/** Whether this file has this entry, on any branch. */
export const hasEntry = (log: Log, { feed, seq }: Entry, { bytes }: Signed): boolean =>
  entryIdOf(log, feed, seq, sha256(bytes)) !== undefined
