/** Days of the demonstration, all counted from today. */
export type Calendar = Readonly<{
  today: string
  /** So many days from today; negative is past. */
  day: (days: number) => string
  /** The first such weekday (1 is Monday) at least so many days away. */
  next: (weekday: number, atLeast: number) => string
  /** The last such weekday at least so many days ago. */
  last: (weekday: number, atLeast: number) => string
}>

export function calendar(today: string): Calendar {
  const start = Temporal.PlainDate.from(today)
  const day = (days: number): string => start.add({ days }).toString()
  const turn = (n: number): number => ((n % 7) + 7) % 7
  return {
    today,
    day,
    next: (weekday, atLeast) =>
      day(atLeast + turn(weekday - start.add({ days: atLeast }).dayOfWeek)),
    last: (weekday, atLeast) =>
      day(-atLeast - turn(start.subtract({ days: atLeast }).dayOfWeek - weekday)),
  }
}
