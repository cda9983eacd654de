import { sum } from './exact.ts'

/**
 * A closed year is carried to the next one: what each has too much or too little there is where
 * they begin here. Who does not go on keeps their balance beside the others, outside all weights.
 *
 * Units   cents, or minutes where a group counts hours.
 */

/** A year as its place among the others is read. `follows`: of a closed one, as it was written. */
export type CarriedYear = Readonly<{
  id: string
  counts: string | null
  unit: string | null
  firstOn: string | null
  closedOn: string | null
  follows: string | null
}>

/**
 * The year whose balances this one begins with: of a closed year the one that its closing wrote;
 * of an open one a closed year before it that counts the same. One of the same unit comes first,
 * then the latest.
 *
 * Shape   `years`: all those of one thing, this one among them.
 * Law     No year is carried to two, and none to itself by any way.
 */
export function yearBefore(id: string, years: readonly CarriedYear[]): string | undefined {
  const own = years.find(one => one.id === id)
  if (!own) return undefined
  const closed = years.filter(({ closedOn }) => closedOn !== null)
  if (own.closedOn !== null)
    return closed.find(one => one.id === own.follows && isBefore(one, own))?.id
  return openAfter(
    closed,
    years.filter(({ closedOn }) => closedOn === null),
  ).get(id)
}

/** What each open year begins with: the oldest chooses first, those of the same unit before all. */
function openAfter(
  closed: readonly CarriedYear[],
  open: readonly CarriedYear[],
): ReadonlyMap<string, string> {
  const taken = new Set(closed.map(({ follows }) => follows))
  const found = new Map<string, string>()
  const [oldest, newest] = [open.toSorted(byFirst), closed.toSorted(byFirst).toReversed()]
  for (const isOther of [false, true])
    for (const one of oldest) {
      if (found.has(one.id)) continue
      const before = newest.find(
        year =>
          year.counts === one.counts &&
          (isOther || year.unit === one.unit) &&
          isBefore(year, one) &&
          !taken.has(year.id),
      )
      if (!before) continue
      taken.add(before.id)
      found.set(one.id, before.id)
    }
  return found
}
const isBefore = (a: CarriedYear, b: CarriedYear): boolean => (a.firstOn ?? '') < (b.firstOn ?? '')
const byFirst = (a: CarriedYear, b: CarriedYear): number =>
  isBefore(a, b) ? -1 : isBefore(b, a) ? 1 : a.id < b.id ? -1 : 1

/** The closed years that come after this one, each after the other: the last is opened first. */
export function closedAfter<Y extends CarriedYear>(id: string, years: readonly Y[]): readonly Y[] {
  const next = years.find(year => year.closedOn !== null && year.follows === id)
  if (!next) return []
  const others = years.filter(one => one !== next)
  return [next, ...closedAfter(next.id, others)]
}

/** What the balances of a year before are here. `brought`: of each of `holders`, in their order. */
export type CarriedBalances<P> = Readonly<{ brought: readonly number[]; departed: readonly P[] }>
/**
 * Carries the balances of a year to those who go on, and lists who does not.
 *
 * Law     What is brought and what the departed have sum to the balances of the year before.
 */
export function carry<H, P extends Readonly<{ balance: number }>>(
  holders: readonly H[],
  before: readonly P[],
  isSame: (holder: H, part: P) => boolean,
): CarriedBalances<P> {
  const place = before.map(part => holders.findIndex(holder => isSame(holder, part)))
  return {
    brought: holders.map((_, at) =>
      sum(before.map(({ balance }, n) => (place[n] === at ? balance : 0))),
    ),
    departed: before.filter((_, n) => place[n] === -1),
  }
}
