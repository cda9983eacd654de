/**
 * Backoff: each wrong try on one thing doubles the next wait, up to a limit. Nobody is locked out.
 * In memory.
 */
export type Backoff = Readonly<{
  /** Milliseconds to wait before the next try; 0 when it may be made now. */
  waits: (what: string, now: number) => number
  failed: (what: string, now: number) => void
  forgive: (what: string) => void
}>

/** A word misread is a person's; the wait begins after these. */
const FREE = 3
const MOST_KNOWN = 10_000

/** `forgivenMs`: after so long without a wrong try, all begins again. */
export function backoff(
  firstMs: number,
  mostMs: number,
  forgivenMs = Number.POSITIVE_INFINITY,
): Backoff {
  const known = new Map<string, Readonly<{ failures: number; last: number }>>()
  return {
    waits: (what, now) => {
      const held = known.get(what)
      if (!held || held.failures < FREE) return 0
      const wait = Math.min(mostMs, firstMs * 2 ** (held.failures - FREE))
      // A clock set back must not lock anybody out: never more than the whole wait.
      return Math.max(0, Math.min(wait, held.last + wait - now))
    },
    failed: (what, now) => {
      const held = known.get(what)
      const failures = (held && Math.abs(now - held.last) < forgivenMs ? held.failures : 0) + 1
      known.delete(what)
      // The oldest failure is dropped first, so that nobody’s tries delete their own wait.
      if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value!)
      known.set(what, { failures, last: now })
    },
    forgive: what => void known.delete(what),
  }
}
