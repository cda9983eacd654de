import { divided, PARTS } from './exact.ts'
import { costOf, type ShareCosts, type UnitTariff, unitTariff } from './rules.ts'

/**
 * *Et si deux de plus, et si on le garde deux ans de plus*: the same thing under other numbers, for
 * the sheet that a meeting reads.
 */

/**
 * What changes: people more, who engage as the mean of the others to the nearest unit, and years
 * more.
 */
export type ShareChange = Readonly<{ people: number; years: number }>
/** `mean`: parts that one of the people engages in the mean. `each`: what these cost in a year. */
export type ShareScenario = ShareChange &
  Readonly<{ count: number; mean: number; each: number; tariff: UnitTariff }>

/**
 * The costs under each change: as it is, with people more, kept for longer, and both. Upkeep stays
 * as it is: an older thing may want more, which nobody here can know. Undefined while nobody
 * engaged, or where nobody would be left.
 */
export function scenarios(
  costs: ShareCosts,
  engaged: readonly number[],
  { people, years }: ShareChange,
): readonly ShareScenario[] | undefined {
  const changes = [
    { people: 0, years: 0 },
    { people, years: 0 },
    { people: 0, years },
    { people, years },
  ]
  const all = changes.map(change => scenario(costs, engaged, change))
  return all.some(one => one === undefined) ? undefined : all.flatMap(one => one ?? [])
}

function scenario(
  costs: ShareCosts,
  engaged: readonly number[],
  change: ShareChange,
): ShareScenario | undefined {
  const count = engaged.length + change.people
  const years = costs.years + change.years
  if (engaged.length === 0 || count < 1 || years < 1) return undefined
  const all = engaged.reduce((to, parts) => to + parts, 0)
  const mean = wholeUnits(divided(all, engaged.length))
  const tariff = unitTariff({ ...costs, years }, all + mean * change.people)
  return tariff && { ...change, count, mean, each: costOf(tariff.price, mean), tariff }
}

/** So many whole units, from one on: nobody engages for 4,875 h. */
const wholeUnits = (parts: number): number =>
  parts < PARTS ? parts : PARTS * divided(parts, PARTS)
