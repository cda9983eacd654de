import { boxOfFeed } from '../../core/change.ts'
import { feedState, type Log, type LogToRead, lastSeqs } from '../../log/log.ts'
import { feedOfRun } from '../../log/sqlite.ts'
import { peerMark, setPeerMark } from './marks.ts'

/**
 * When entries of another box came here. A keeper who no longer believes a box may hide all that
 * came *since last Tuesday*; arrivals tell which entries those are. They are dated by our own
 * clock, since the clock of a dubious box can’t be believed, and stand in the mark of that box,
 * beside the log.
 */

/**
 * The last believed seq of each feed of a dismissed box: as of today, or as of the arrival
 * `hideSince`.
 */
export const believedSeqs = (
  log: LogToRead,
  name: string,
  hideSince?: number,
): Readonly<Record<string, number>> =>
  hideSince === undefined ? believedNow(log, name) : believedBefore(log, name, hideSince)

/** The last seq that this box holds of each feed of that box. */
function believedNow(log: LogToRead, name: string): Readonly<Record<string, number>> {
  const out: Record<string, number> = {}
  for (const [run, last] of lastSeqs(log)) {
    const feed = feedOfRun(run)
    if (boxOfFeed(feed) === name) out[feed] = Math.max(last, out[feed] ?? 0)
  }
  return out
}
/**
 * The last seqs that were held before an arrival. Feeds that came since are absent. `at` 0: before
 * everything, so no entry is believed.
 */
function believedBefore(
  log: LogToRead,
  name: string,
  at: number,
): Readonly<Record<string, number>> {
  const since = (peerMark(log, name)?.arrivals ?? []).filter(one => one.at >= at)
  const out: Record<string, number> = at === 0 ? {} : { ...believedNow(log, name) }
  for (const { before } of since.toReversed()) Object.assign(out, before)
  return Object.fromEntries(Object.entries(out).filter(([, last]) => last > 0))
}

/** The most arrivals that are remembered of a box, the latest. */
const MOST_ARRIVALS = 40
/**
 * Notes an arrival for each other box whose feeds grew. Runs inside the transaction that took the
 * entries.
 *
 * Shape   `before`: by feed, the last seq that was held. `at`: the time of the delivery.
 */
export function noteArrival(log: Log, before: ReadonlyMap<string, number>, at: number): void {
  const grown = [...before].flatMap(([feed, last]) => {
    const now = feedState(log, feed)?.last ?? 0
    return now > last && boxOfFeed(feed) !== log.box.name
      ? [{ feed, last, entries: now - last }]
      : []
  })
  for (const [name, feeds] of Map.groupBy(grown, one => boxOfFeed(one.feed))) {
    const known = peerMark(log, name)?.arrivals ?? []
    const [earlier, same] =
      known.at(-1)?.at === at
        ? [known.slice(0, -1), known.at(-1)!]
        : [known, { at, entries: 0, before: {} }]
    const entries = feeds.reduce((sum, one) => sum + one.entries, same.entries)
    // The first page of a delivery alone says what was held before it.
    const before = { ...Object.fromEntries(feeds.map(one => [one.feed, one.last])), ...same.before }
    setPeerMark(log, name, {
      arrivals: [...earlier, { at, entries, before }].slice(-MOST_ARRIVALS),
    })
  }
}
