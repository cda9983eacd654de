/**
 * How long a box has lived, in milliseconds: counted, not read off its clock, which may wake in 1970 or in 2099. What must go after
 * three days goes by this count.
 *
 * Shape   `ms`: what was counted when it was last noted · `up`: what the machine's own counter since its start said then · `seen`: the
 *         last time that the clock was sure, and what was counted by then · `set`: the clock was sure since this start.
 * Law     it never goes back; while the box runs it goes as fast as the time does, wherever the clock jumps; of a stop it counts what two
 *         sure clocks say, up to `MOST_AWAY_MS`, and nothing otherwise (lived.test.ts).
 */
export type Lived = Readonly<{
  ms: number
  up: number
  seen: Readonly<{ wall: number; ms: number }> | null
  set: boolean
}>

/** Of a box that counted nothing yet. */
export const NOT_YET: Lived = { ms: 0, up: 0, seen: null, set: false }

/** A longer stop is not believed: the clock is rather wrong. Units   milliseconds: a leap year. */
export const MOST_AWAY_MS = 366 * 86_400_000

/** What is counted by now, in the run that noted it. Units   milliseconds; `up` is the machine's own counter, which no clock moves. */
export const livedAt = (held: Lived, up: number): number => held.ms + Math.max(0, up - held.up)

/** A start: the machine's counter may have begun again, and the clock has not been looked at. */
export const begun = (held: Lived, up: number): Lived => ({ ...held, up, set: false })

/**
 * The clock is looked at: at each start, and again and again until it is sure. The first time that it is, it says how long the box stood
 * without counting; a jump after that is the clock's, not the time's.
 */
export function looked(
  held: Lived,
  { up, wall, sure }: Readonly<{ up: number; wall: number; sure: boolean }>,
): Lived {
  const ms = livedAt(held, up)
  if (!sure) return { ...held, ms, up }
  const away = held.seen === null || held.set ? 0 : wall - held.seen.wall - (ms - held.seen.ms)
  const whole = ms + (away > 0 && away <= MOST_AWAY_MS ? away : 0)
  return { ms: whole, up, seen: { wall, ms: whole }, set: true }
}
