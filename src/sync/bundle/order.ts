import type { Entry, FeedName, Signed } from '../../core/change.ts'
import { entryOf, type LogToRead, signedById } from '../../log/log.ts'
import { entryId } from '../../log/sqlite.ts'
import type { EntryRun } from './vector.ts'

/**
 * The order in which the entries of a bundle leave: each one after the entries that its author had
 * seen. Packing uses it, because a bundle may be cut anywhere.
 */

/**
 * An entry to send, as read and as signed, and its run: its feed, or a branch of a feed that
 * forked. An entry that is only given again, for values that the receiver lacks, has no run. `id`:
 * its id in this log.
 */
export type EntryToSend = Readonly<{ id: number; entry: Entry; signed: Signed; run?: EntryRun }>
/** A run that has to be sent up to a seq before work on another one goes on. */
type Step = Readonly<{ run: EntryRun; upTo: number }>
/** An entry that another one has seen. */
type Cause = Readonly<{ feed: FeedName; seq: number }>

/**
 * The entries of a bundle in causal order: each one after the entries that it has seen. A receiver
 * that stops in the middle holds no entry that waits for the rest.
 *
 * Shape   `wanted`: the first seq to send of each run; all later entries of the run follow.
 * Law     Each feed keeps its order. An entry that names a later entry as its cause (only a forged
 *         one can) is sent all the same.
 *         In memory: one entry, and the causes of the next entry of each run.
 */
export function* inCausalOrder(
  log: LogToRead,
  wanted: ReadonlyMap<EntryRun, number>,
): Generator<EntryToSend> {
  const next = new Map(wanted)
  const read = readerOf(log)
  const byFeed = Map.groupBy(wanted.keys(), run => run.feed)
  const causes = new Map<EntryRun, readonly Cause[]>()
  const isLeft = ({ run, upTo }: Step): boolean => next.get(run)! <= Math.min(upTo, run.last)
  // Depth first: before an entry leaves, the runs of its causes are sent up to those causes.
  for (const run of wanted.keys()) {
    const stack: Step[] = [{ run, upTo: run.last }]
    while (stack.length > 0) {
      const top = stack.at(-1)!
      if (!isLeft(top)) {
        stack.pop()
        continue
      }
      const seq = next.get(top.run)!
      const known = causes.get(top.run) ?? causesOf(read(top.run, seq).entry, byFeed)
      causes.set(top.run, known)
      const before = known
        .flatMap(({ feed, seq }) =>
          (byFeed.get(feed) ?? []).map((one): Step => ({ run: one, upTo: seq })),
        )
        .find(step => isLeft(step) && !stack.some(other => other.run === step.run))
      if (before) stack.push(before)
      else yield given(read, top.run, next, causes)
    }
  }
}

type Read = (run: EntryRun, seq: number) => EntryToSend
/** Reads entries, and keeps the last one: most are sent just after their causes were read. */
function readerOf(log: LogToRead): Read {
  let last: Readonly<{ id: number; leaving: EntryToSend }> | undefined
  return (run, seq) => {
    const id = entryId(run.no, seq)
    if (last?.id !== id) {
      const signed = signedById(log, id)!
      last = { id, leaving: { id, signed, entry: entryOf(signed.bytes), run } }
    }
    return last.leaving
  }
}

/** The next entry of a run; the run moves on by one. */
function given(
  read: Read,
  run: EntryRun,
  next: Map<EntryRun, number>,
  causes: Map<EntryRun, readonly Cause[]>,
): EntryToSend {
  const seq = next.get(run)!
  next.set(run, seq + 1)
  causes.delete(run)
  return read(run, seq)
}

/**
 * The causes of an entry in the runs that are sent with it. In a forked feed, the entry before it
 * is a cause too.
 */
function causesOf(
  { feed: own, seq, seen }: Entry,
  byFeed: ReadonlyMap<FeedName, readonly EntryRun[]>,
): readonly Cause[] {
  const last = new Map<FeedName, number>()
  for (const name of seen)
    if (byFeed.has(name.feed)) last.set(name.feed, Math.max(name.seq, last.get(name.feed) ?? 0))
  if (byFeed.get(own)!.length > 1) last.set(own, Math.max(seq - 1, last.get(own) ?? 0))
  else last.delete(own)
  return [...last].map(([feed, upTo]) => ({ feed, seq: upTo }))
}
