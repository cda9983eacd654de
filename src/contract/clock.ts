/**
 * The time, as turns and pages are given it: none of them reads the machine’s clock. Small boxes
 * wake in 1970 or in 2099, so the clock also says whether it can be believed. `files/clock.ts`
 * makes the real one; a test gives its own.
 *
 * Shape   `now`: milliseconds since 1970. `sure`: the clock was set since this start.
 *         `today`: the day in the village at a time, as `2026-11-28`.
 *         `up`: the machine’s counter of milliseconds, which setting the clock does not move.
 */
export type Clock = Readonly<{
  now: () => number
  sure: boolean
  today: (now: number) => string
  up?: () => number
}>

/** The machine’s counter; where there is none, the clock. */
export const upOf = ({ up, now }: Pick<Clock, 'up' | 'now'>): number => (up ?? now)()
