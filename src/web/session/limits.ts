import { clientOf } from '../captive/client.ts'

/**
 * As whom somebody is counted. In memory: a restart forgives.
 *
 * Shape   a member by themselves, wherever they write from; the box's own computer apart, where a
 *         whole evening types; else an address.
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

/** Gives back what was taken: it came to nothing. */
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
 * Of a stranger's share, what is theirs whatever the others did: a telephone that only now joined
 * the Wi-Fi.
 */
const FEW = 5

const MOST_KNOWN = 10_000
const within = (times: readonly number[], now: number, spanMs: number) =>
  times.filter(time => now - time < spanMs && time <= now)

const without = (times: readonly number[], one: number): readonly number[] => {
  const at = times.lastIndexOf(one)
  return at < 0 ? times : times.toSpliced(at, 1)
}

/** Times by neighbour; of too many neighbours, those who came longest ago leave first. */
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
 * Law     what strangers do never stops a member, nor the box's own computer; what many strangers
 *         do never stops the first few acts of another. What is given back was never counted.
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
 * Wrong tries at a secret, by neighbour only: a total would let anybody shut out everybody. How
 * fast all of them together may try is the checking's own pace (`keeper.ts`).
 *
 * Law  a neighbour who was never wrong in `spanMs` is always allowed, whatever others do.
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

/**
 * Who did something `most` times lately: it is counted when it is done. `spanMs` 0: nobody ever
 * did.
 */
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
