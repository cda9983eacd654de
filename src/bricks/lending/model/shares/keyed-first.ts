/**
 * *Pas d’unités notées, pas de nouvelle réservation*: who used the thing and wrote nothing writes
 * it first. A group that asks for it (`thing.unitsFirst`) bars nobody for good: whoever is in
 * charge may still book for them, with a reason.
 */

/** A past use: its first and last day. */
export type PastUse = Readonly<{ key: string; from: string; to: string }>

/**
 * The uses that ended before today and of which no line of the notebook tells: a line of a day of
 * the use, or of the day after, tells of one. A line tells of one use.
 */
export function usesNotKeyed(
  uses: readonly PastUse[],
  lineDays: readonly string[],
  { today, dayAfter }: Readonly<{ today: string; dayAfter: (day: string) => string }>,
): readonly PastUse[] {
  const left = [...lineDays].toSorted()
  return uses
    .filter(({ to }) => to < today)
    .toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0))
    .filter(({ from, to }) => {
      const until = dayAfter(to)
      const at = left.findIndex(day => day >= from && day <= until)
      if (at >= 0) left.splice(at, 1)
      return at < 0
    })
}
