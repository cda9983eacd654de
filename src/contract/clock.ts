/**
 * The time, as the program is given it.
 *
 * Shape   `now`: milliseconds since 1970. `sure`: the clock was set since this start.
 *         `today`: the day in the village at that time.
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
