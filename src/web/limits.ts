import { neighbourOf } from './neighbour.ts'

/** How often something may be done: so many in a time, by neighbour and in all. In memory: a restart forgives. */
export type Limit = Readonly<{ allows: (address: string, now: number) => boolean }>

const MOST_KNOWN = 10_000
const within = (times: readonly number[], now: number, spanMs: number) => times.filter(time => now - time < spanMs && time <= now)

/** Times by neighbour; of too many neighbours, those who came longest ago leave first. */
function timesByNeighbour(spanMs: number) {
  const known = new Map<string, readonly number[]>()
  const recent = (address: string, now: number) => within(known.get(neighbourOf(address)) ?? [], now, spanMs)
  return {
    recent,
    add: (address: string, now: number): void => {
      const times = [...recent(address, now), now]
      known.delete(neighbourOf(address))
      if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value!)
      known.set(neighbourOf(address), times)
    },
  }
}

export function limit(each: number, all: number, spanMs: number): Limit {
  const known = timesByNeighbour(spanMs)
  let whole: readonly number[] = []
  return {
    allows: (address, now) => {
      whole = within(whole, now, spanMs)
      if (known.recent(address, now).length >= each || whole.length >= all) return false
      known.add(address, now)
      whole = [...whole, now]
      return true
    },
  }
}

/**
 * Wrong tries at a secret, by neighbour only: a total would let anybody shut out everybody. How fast all of them together may try
 * is the checking's own pace (`keeper.ts`).
 *
 * Law  a neighbour who was never wrong in `spanMs` is always allowed, whatever others do.
 */
export type Tries = Limit &
  Readonly<{ wereWrong: (address: string, now: number) => boolean; wrong: (address: string, now: number) => void }>
export function wrongTries(each: number, spanMs: number): Tries {
  const known = timesByNeighbour(spanMs)
  return {
    allows: (address, now) => known.recent(address, now).length < each,
    wereWrong: (address, now) => known.recent(address, now).length > 0,
    wrong: known.add,
  }
}

/** Who did something lately: what is done once in a time is counted when it is done. `spanMs` 0: nobody ever did. */
export type Lately = Readonly<{ has: (address: string, now: number) => boolean; add: (address: string, now: number) => void }>
export function lately(spanMs: number): Lately {
  const known = timesByNeighbour(spanMs)
  return { has: (address, now) => spanMs > 0 && known.recent(address, now).length > 0, add: known.add }
}
