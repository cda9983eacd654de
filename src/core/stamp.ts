/**
 * A stamp of a hybrid logical clock: `<15 digits of ms>-<4 hex>`, e.g. `001732453200000-0003`. Each
 * signed entry has one. It decides between writes that did not see each other: a write that saw
 * another one names it. Text order is time order. Two boxes may write the same stamp; the name of
 * the *feed* (the entries of one box, one epoch and one space, `change.ts`) then breaks the tie.
 */
export type Stamp = string & { readonly __brand: 'Stamp' }

const SHAPE = /^\d{15}-[0-9a-f]{4}$/
/** The greatest count that four hex digits hold. */
const LAST_COUNT = 0xffff
/**
 * Units   milliseconds. Stamps of other boxes move our logical clock (our last stamp) at most this
 *         far ahead of the machine’s clock.
 */
export const FURTHEST_AHEAD_MS = 3_600_000

/**
 * Units   milliseconds since 1970 (the year 5138). A machine’s clock that says more is read as
 *         this, so that stamps keep fifteen digits.
 */
const LATEST_MS = 1e14

/** Whether a text has the form of a stamp. Its time is not checked: clocks may be wrong (law 9). */
export const isStamp = (text: string): text is Stamp => SHAPE.test(text)

function stamp(ms: number, count: number): Stamp {
  return `${ms.toString().padStart(15, '0')}-${count.toString(16).padStart(4, '0')}` as Stamp
}

/** A clock’s time as entries store it: whole milliseconds since 1970 UTC, from 0 to `LATEST_MS`. */
export const wallMs = (now: number): number =>
  Math.min(Math.max(0, Math.floor(now) || 0), LATEST_MS)

/** The time of a stamp, in milliseconds since 1970 UTC. */
export const msOf = (of: Stamp): number => Number(of.slice(0, 15))

/**
 * The stamp after `last`: the time `now` if it is later than that of `last`, or if `last` is
 * undefined; else the time of `last` with the next count.
 *
 * Units   `now`: milliseconds since 1970 UTC. The caller reads the clock.
 * Law     The result is greater than `last` for any `now`, and never fails: a full counter carries
 *         into the next millisecond, so that a box with a stopped clock can still write. Only the
 *         last of all stamps, `999999999999999-ffff`, has none after it; `witness` gives far less.
 * Source  Kulkarni et al. 2014, *Logical Physical Clocks*. The carry of a full counter is ours.
 */
export function nextStamp(last: Stamp | undefined, now: number): Stamp {
  const wall = wallMs(now)
  if (last === undefined || msOf(last) < wall) return stamp(wall, 0)
  const count = Number.parseInt(last.slice(16), 16) + 1
  return count > LAST_COUNT ? stamp(msOf(last) + 1, 0) : stamp(msOf(last), count)
}

/**
 * The stamp from which this box goes on after it read `seen`, a stamp of another box: the greater
 * of `own` and `seen`. A `seen` more than an hour ahead of the machine’s clock (`now`, in
 * milliseconds since 1970) counts as one hour ahead, so that a box whose clock says 2099 does not
 * move the clocks of others there.
 */
export function witness(own: Stamp | undefined, seen: Stamp, now: number): Stamp {
  const furthest = stamp(wallMs(now) + FURTHEST_AHEAD_MS, 0)
  const believed = seen < furthest ? seen : furthest
  return own !== undefined && own > believed ? own : believed
}
