/**
 * The time that a box has lived. It is counted, not read off a clock, which may say 1970 or 2099.
 * A promise such as *forgotten after three days* uses this count.
 *
 * Shape   `ms`: the count when it was last noted.
 *         `up`: the machine’s own counter since its start, at that moment.
 *         `seen`: the last sure time of the clock, and the count at that time.
 *         `set`: the clock was sure at least once since this start.
 *         `log/lived.ts` stores it; `engine/forgetting/fading.ts` has it stored at a start, at a
 *         stop and each hour.
 * Units   milliseconds.
 * Law     The count never goes back. While the box runs it follows the machine’s counter, wherever
 *         the clock jumps. For a stop it adds the difference of two sure times of the clock, less
 *         the milliseconds counted between them. A difference above `MOST_AWAY_MS` adds nothing
 *         (`lived.test.ts`).
 */
export type Lived = Readonly<{
  ms: number
  up: number
  seen: Readonly<{ wall: number; ms: number }> | null
  set: boolean
}>

/**
 * The count of a new box. Until its first start it stands still, however long the machine has been
 * on: no counter of a machine reaches this `up`.
 */
export const NOT_YET: Lived = { ms: 0, up: Number.POSITIVE_INFINITY, seen: null, set: false }

/**
 * The longest stop that is believed. Beyond it a wrong clock is more likely.
 *
 * Units   milliseconds: a leap year.
 */
export const MOST_AWAY_MS = 366 * 86_400_000

/**
 * The count now, in the run that noted it. Units: milliseconds. `up`: the machine’s own counter,
 * which setting the clock does not move.
 */
export const livedAt = (lived: Lived, up: number): number => lived.ms + Math.max(0, up - lived.up)

/**
 * The state after a start: the machine’s counter may have restarted, and the clock was not read
 * yet.
 */
export const afterStart = (lived: Lived, up: number): Lived => ({ ...lived, up, set: false })

/**
 * The state after the clock was read, at each start and at each store. The first sure time since
 * the start gives the length of the stop before. A later reading adds nothing for a stop.
 */
export function afterClockRead(
  lived: Lived,
  { up, wall, sure }: Readonly<{ up: number; wall: number; sure: boolean }>,
): Lived {
  const ms = livedAt(lived, up)
  if (!sure) return { ...lived, ms, up }
  const away = lived.seen === null || lived.set ? 0 : wall - lived.seen.wall - (ms - lived.seen.ms)
  const whole = ms + (away > 0 && away <= MOST_AWAY_MS ? away : 0)
  return { ms: whole, up, seen: { wall, ms: whole }, set: true }
}
