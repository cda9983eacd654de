/** How often something may be done: so many in a time, by address and in all. In memory: a restart forgives. */
export type Limit = Readonly<{ allows: (who: string, now: number) => boolean }>

const MOST_KNOWN = 10_000

export function limit(each: number, all: number, spanMs: number): Limit {
  const known = new Map<string, number[]>()
  let whole: number[] = []
  const recent = (times: readonly number[], now: number) => times.filter(time => now - time < spanMs && time <= now)
  return {
    allows: (who, now) => {
      whole = recent(whole, now)
      const mine = recent(known.get(who) ?? [], now)
      if (mine.length >= each || whole.length >= all) return false
      if (known.size >= MOST_KNOWN) known.clear()
      known.set(who, [...mine, now])
      whole.push(now)
      return true
    },
  }
}
