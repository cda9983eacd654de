/**
 * Hybrid logical clock stamps: `<15 digits of ms>-<4 hex>`, e.g. `001732453200000-0003`, so that
 * text order is time order. Between two boxes a tie is broken by the feed's name, never here.
 */
export type Stamp = string & { readonly __brand: 'Stamp' }

const SHAPE = /^\d{15}-[0-9a-f]{4}$/
const LAST_COUNT = 0xffff
/** What neighbours say moves our clock at most this far beyond our wall clock, in all. */
export const FURTHEST_AHEAD_MS = 3_600_000

/**
 * A clock beyond this one (the year 5138) counts as this one, so that a stamp always has room to
 * grow in its fifteen digits.
 */
const LATEST_MS = 1e14

/** Shape only: the time that it says may be any (law 9). */
export const isStamp = (text: string): text is Stamp => SHAPE.test(text)

function stamp(ms: number, count: number): Stamp {
  return `${ms.toString().padStart(15, '0')}-${count.toString(16).padStart(4, '0')}` as Stamp
}

/**
 * A clock's reading as entries hold it: whole milliseconds since 1970 UTC, whatever the clock says.
 */
export const wallMs = (now: number): number =>
  Math.min(Math.max(0, Math.floor(now) || 0), LATEST_MS)

/** The milliseconds since 1970 UTC that a stamp says. */
export const msOf = (of: Stamp): number => Number(of.slice(0, 15))

/**
 * The stamp after `last`.
 *
 * Units   `now` in milliseconds since 1970 UTC; the caller reads the clock.
 * Law     always greater than `last`, whatever `now` says; it never fails: a full counter carries
 *         into the next millisecond, so a box whose clock stands still goes on writing.
 * Source  Kulkarni et al. 2014, *Logical Physical Clocks*, without its bound on the counter.
 */
export function nextStamp(last: Stamp | undefined, now: number): Stamp {
  const wall = wallMs(now)
  if (last === undefined || msOf(last) < wall) return stamp(wall, 0)
  const count = Number.parseInt(last.slice(16), 16) + 1
  return count > LAST_COUNT ? stamp(msOf(last) + 1, 0) : stamp(msOf(last), count)
}

/**
 * Our clock after it has seen a neighbour's stamp: never behind what it read, and never more than
 * an hour beyond our wall clock in all, so that a box in 2099 cannot drag the others.
 */
export function witness(own: Stamp | undefined, seen: Stamp, now: number): Stamp {
  const furthest = stamp(wallMs(now) + FURTHEST_AHEAD_MS, 0)
  const believed = seen < furthest ? seen : furthest
  return own !== undefined && own > believed ? own : believed
}
