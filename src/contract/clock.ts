/** `up`: the machine's own counter, which no clock moves; without it, what the clock says. */
export type Clock = Readonly<{
  now: () => number
  sure: boolean
  today: (now: number) => string
  up?: () => number
}>

export const upOf = ({ up, now }: Pick<Clock, 'up' | 'now'>): number => (up ?? now)()
