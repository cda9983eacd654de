import { boxOfFeed } from '../../core/change.ts'
import { feedHeld, type Log, type LogToRead, positions } from '../../log/log.ts'
import { feedOfRun } from '../../log/sqlite.ts'
import { peerMark, setPeerMark } from './marks.ts'

/**
 * What came of a box, delivery by delivery, by our own clock: the clock of a box that is doubted
 * can't be believed.
 */

/**
 * What is believed of a box that is dismissed: all that is held here today, or only what was before
 * an arrival.
 */
export const believedOf = (
  log: LogToRead,
  name: string,
  hideSince?: number,
): Readonly<Record<string, number>> =>
  hideSince === undefined ? believedNow(log, name) : believedBefore(log, name, hideSince)

/** The last entry held here of each feed of that box. */
function believedNow(log: LogToRead, name: string): Readonly<Record<string, number>> {
  const out: Record<string, number> = {}
  for (const [run, last] of positions(log)) {
    const feed = feedOfRun(run)
    if (boxOfFeed(feed) === name) out[feed] = Math.max(last, out[feed] ?? 0)
  }
  return out
}
/** The same before an arrival. A feed that came since is not believed at all. */
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

/** So many arrivals are remembered of a box, the last ones. */
const MOST_ARRIVALS = 40
/**
 * Notes that something of other boxes came in, and what was held before it. Must stand inside the
 * transaction that took it.
 *
 * Shape   `before`: by feed, the last seq that was held. `at`: the delivery, by its own time.
 */
export function noteArrival(log: Log, before: ReadonlyMap<string, number>, at: number): void {
  const grown = [...before].flatMap(([feed, last]) => {
    const now = feedHeld(log, feed)?.last ?? 0
    return now > last && boxOfFeed(feed) !== log.box.name
      ? [{ feed, last, entries: now - last }]
      : []
  })
  for (const [name, feeds] of Map.groupBy(grown, one => boxOfFeed(one.feed))) {
    const held = peerMark(log, name)?.arrivals ?? []
    const [earlier, same] =
      held.at(-1)?.at === at
        ? [held.slice(0, -1), held.at(-1)!]
        : [held, { at, entries: 0, before: {} }]
    const entries = feeds.reduce((sum, one) => sum + one.entries, same.entries)
    // What was held before the first page of a delivery is what was held before it.
    const before = { ...Object.fromEntries(feeds.map(one => [one.feed, one.last])), ...same.before }
    setPeerMark(log, name, {
      arrivals: [...earlier, { at, entries, before }].slice(-MOST_ARRIVALS),
    })
  }
}
