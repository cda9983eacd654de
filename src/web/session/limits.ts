import { clientOf } from '../captive/client.ts'

/**
 * The person whom a limit counts. In memory: a restart forgives.
 *
 * Shape   `member`: by themselves, wherever they are. `here`: the box’s own computer, where an
 *         evening types. `stranger`: by address.
 */
export type LimitedPerson = Readonly<{ who: string; is: 'member' | 'here' | 'stranger' }>
export const personOf = ({
  me,
  here,
  address,
}: Readonly<{ me: string | undefined; here: boolean; address: string }>): LimitedPerson =>
  me !== undefined
    ? { who: `member ${me}`, is: 'member' }
    : here
      ? { who: 'here', is: 'here' }
      : strangerAt(address)
export const strangerAt = (address: string): LimitedPerson => ({ who: address, is: 'stranger' })

/** Uncounts an act that came to nothing. */
export type GiveBack = () => void
/** How often something may be done. Undefined when it may not now. */
export type Limit = Readonly<{ take: (person: LimitedPerson, now: number) => GiveBack | undefined }>

/**
 * `each`: of one stranger, and of one member and the box's own computer where nothing else is said.
 * `all`: of all strangers together. Units: ms.
 */
export type LimitOf = Readonly<{
  each: number
  member?: number
  here?: number
  all: number
  spanMs: number
}>

/**
 * The acts that any stranger has, whatever the others did: a telephone that just joined the Wi-Fi.
 */
const FEW = 5

const MOST_KNOWN = 10_000
const within = (times: readonly number[], now: number, spanMs: number) =>
  times.filter(time => now - time < spanMs && time <= now)

const without = (times: readonly number[], one: number): readonly number[] => {
  const at = times.lastIndexOf(one)
  return at < 0 ? times : times.toSpliced(at, 1)
}

/** The times of acts by client. Of too many clients, the oldest leave first. */
function timesByNeighbour(spanMs: number) {
  const known = new Map<string, readonly number[]>()
  const recent = (address: string, now: number) =>
    within(known.get(clientOf(address)) ?? [], now, spanMs)
  return {
    recent,
    add: (address: string, now: number): void => {
      const times = [...recent(address, now), now]
      known.delete(clientOf(address))
      if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value!)
      known.set(clientOf(address), times)
    },
    giveBack: (address: string, now: number): void => {
      const times = known.get(clientOf(address))
      if (times) known.set(clientOf(address), without(times, now))
    },
  }
}

/**
 * Makes a limit of acts in a span.
 *
 * Law     Strangers never stop a member or the box’s own computer. Many strangers never stop the
 *         first few acts of another. An uncounted act leaves no trace.
 */
export function limit({ each, member = each, here = each, all, spanMs }: LimitOf): Limit {
  const most: Readonly<Record<LimitedPerson['is'], number>> = { stranger: each, member, here }
  const known = timesByNeighbour(spanMs)
  let whole: readonly number[] = []
  return {
    take: ({ who, is }, now) => {
      whole = within(whole, now, spanMs)
      const own = known.recent(who, now).length
      if (own >= most[is] || (is === 'stranger' && own >= FEW && whole.length >= all))
        return undefined
      known.add(who, now)
      if (is === 'stranger') whole = [...whole, now]
      return () => {
        known.giveBack(who, now)
        if (is === 'stranger') whole = without(whole, now)
      }
    },
  }
}

/**
 * Counts wrong tries at a secret, by client only: a total would let anybody lock everybody out.
 * `keeper.ts` limits the speed of all tries together.
 *
 * Law     A client without wrong tries in `spanMs` is always allowed.
 */
export type Tries = Readonly<{
  allows: (address: string, now: number) => boolean
  wereWrong: (address: string, now: number) => boolean
  wrong: (address: string, now: number) => void
}>
export function wrongTries(each: number, spanMs: number): Tries {
  const known = timesByNeighbour(spanMs)
  return {
    allows: (address, now) => known.recent(address, now).length < each,
    wereWrong: (address, now) => known.recent(address, now).length > 0,
    wrong: known.add,
  }
}

/** Tells who did an act `most` times in `spanMs`. Counted when it is done; with 0, nobody. */
export type Lately = Readonly<{
  has: (address: string, now: number) => boolean
  add: (address: string, now: number) => void
}>
export function lately(spanMs: number, most = 1): Lately {
  const known = timesByNeighbour(spanMs)
  return {
    has: (address, now) => spanMs > 0 && known.recent(address, now).length >= most,
    add: known.add,
  }
}

/** Counts an act in each of these limits, or in none. */
export function takeOf(
  limits: readonly Limit[],
  person: LimitedPerson,
  now: number,
): GiveBack | undefined {
  const taken: GiveBack[] = []
  const giveBack = (): void => {
    for (const back of taken) back()
  }
  for (const one of limits) {
    const back = one.take(person, now)
    if (!back) {
      giveBack()
      return undefined
    }
    taken.push(back)
  }
  return giveBack
}
