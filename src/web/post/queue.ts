/** Too many are waiting: *come back in a moment* (503). */
export class Busy extends Error {
  override name = 'Busy'
}

/**
 * A place in the queue: of this machine, of a client without recent wrong tries, or of one with
 * some.
 */
export type QueuePlace = Readonly<{ rank: 'machine' | 'fresh' | 'wrong'; neighbour: string }>
export const MACHINE: QueuePlace = { rank: 'machine', neighbour: '' }

const RANKS: readonly QueuePlace['rank'][] = ['machine', 'fresh', 'wrong']
/** The most that wait, by rank. A village’s network has fewer fresh clients. */
const MOST: Readonly<Record<QueuePlace['rank'], number>> = { machine: 8, fresh: 256, wrong: 8 }
/** The most that wait of one client: a button pressed twice is no attack. */
const MOST_EACH = 3

type Waiting = QueuePlace &
  Readonly<{ nth: number; at: number; go: () => void; leave: (why: Busy) => void }>
const before = (a: Waiting, b: Waiting): number =>
  RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank) || a.nth - b.nth || a.at - b.at

/**
 * Makes a fair queue for work that a small box runs one at a time.
 *
 * Law     This machine is always next. A fresh client’s first comes before any client’s second, and
 *         before clients with wrong tries. Without room, the last one is refused.
 */
export function fairQueue(): <T>(place: QueuePlace, work: () => Promise<T>) => Promise<T> {
  let waiting: readonly Waiting[] = []
  let busy = false
  let at = 0
  const next = (): void => {
    const [first, ...rest] = waiting
    waiting = rest
    if (first) first.go()
    else busy = false
  }
  const wait = (place: QueuePlace): Promise<void> =>
    new Promise((go, leave) => {
      const mine = waiting.filter(
        one => one.rank === place.rank && one.neighbour === place.neighbour,
      ).length
      if (place.rank !== 'machine' && mine >= MOST_EACH)
        return leave(new Busy('too many of one neighbour'))
      waiting = [...waiting, { ...place, nth: mine, at: at++, go, leave }].sort(before)
      const same = waiting.filter(one => one.rank === place.rank)
      if (same.length <= MOST[place.rank]) return undefined
      const last = same.at(-1)!
      waiting = waiting.filter(one => one !== last)
      return last.leave(new Busy('too many at once'))
    })
  return async (place, work) => {
    if (busy) await wait(place)
    busy = true
    try {
      return await work()
    } finally {
      next()
    }
  }
}
