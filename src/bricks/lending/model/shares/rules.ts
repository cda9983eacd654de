import {
  divided,
  type ExactShare,
  PARTS,
  shareOut,
  sum,
  times,
  type WeightedPart,
} from './exact.ts'

/**
 * What a thing owned together costs each of its people: the price of one work unit, the calls
 * during the year, the correction to the real cost at its end.
 *
 * Units   Amounts are cents, or minutes where the group counts hours. Work units are parts
 *         (`PARTS` in one hour, hectare, kilometre, bale).
 * Source  How a CUMA counts: entraid.com, lebetteravier.fr, mma.fr, read in November 2026.
 */

/** What is paid each year whatever is done, and what each unit of work costs. */
export const YEARLY = ['interest', 'insurance', 'housing', 'other'] as const
export const PER_UNIT = ['upkeep', 'fuel', 'supplies'] as const
export type YearlyCost = (typeof YEARLY)[number]
export type UnitCost = (typeof PER_UNIT)[number]

/**
 * The expected costs of a thing.
 *
 * Shape   `price`: what it was bought for. `aid`: what others gave for it. `resale`: what it will
 *         be sold for. `years`: how long it is kept, 1 or more.
 */
export type ShareCosts = Readonly<
  { price: number; aid: number; resale: number; years: number } & Record<
    YearlyCost | UnitCost,
    number
  >
>

/** A line of the formula, as the page shows it. */
export type TariffTerm<N extends string> = Readonly<{ name: N; amount: number }>
/**
 * The price of one unit with its formula: (`depreciation` + `yearly`) ÷ `engaged` + `perUnit`.
 *
 * Shape   `toPay`: price less aid and resale. `depreciation`: of one year. `fixed`: a year of all
 *         that does not depend on use. `fixedPerUnit`, `variable`: the two parts of `price`.
 *         `expected`: what the year will cost if all that is engaged is done. Costs of zero are no
 *         term.
 */
export type UnitTariff = Readonly<{
  toPay: number
  years: number
  depreciation: number
  yearly: readonly TariffTerm<YearlyCost>[]
  fixed: number
  engaged: number
  fixedPerUnit: number
  perUnit: readonly TariffTerm<UnitCost>[]
  variable: number
  price: number
  expected: number
}>

/**
 * The price of a unit: fixed costs of a year ÷ engaged units + costs of a unit. Undefined while
 * nothing is engaged, because then no unit has a price.
 *
 * Each line is rounded to the nearest cent, a half upwards, and the next line begins from it as it
 * stands: who checks it with a pocket calculator finds the same.
 *
 * Source  entraid.com. A seeder: 123,500 € over 7 years, 820 € a year, 700 ha, 1.20 €/ha: about
 *         27.6, published 28 €/ha. Here 27.58 €: the source rounds 18,463 € a year to 18,470, the
 *         tariff to 27.6, and publishes the whole euro; here nothing is rounded but to the cent.
 *         Five tractors: 28.60 + 33.57 = 62.17 €/h for 2,500 h a year.
 */
export function unitTariff(costs: ShareCosts, engaged: number): UnitTariff | undefined {
  if (engaged <= 0) return undefined
  const toPay = costs.price - costs.aid - costs.resale
  const depreciation = divided(toPay, costs.years)
  const yearly = termsOf(YEARLY, costs)
  const perUnit = termsOf(PER_UNIT, costs)
  const fixed = depreciation + sum(yearly.map(({ amount }) => amount))
  const variable = sum(perUnit.map(({ amount }) => amount))
  const fixedPerUnit = divided(times(fixed, PARTS), engaged)
  return {
    toPay,
    years: costs.years,
    depreciation,
    yearly,
    fixed,
    engaged,
    fixedPerUnit,
    perUnit,
    variable,
    price: fixedPerUnit + variable,
    expected: fixed + costOf(variable, engaged),
  }
}
const termsOf = <N extends YearlyCost | UnitCost>(
  names: readonly N[],
  costs: Readonly<Record<N, number>>,
): readonly TariffTerm<N>[] =>
  names.map(name => ({ name, amount: costs[name] })).filter(({ amount }) => amount !== 0)

/** What this many parts of a unit cost at so much a unit, to the nearest cent. */
export const costOf = (perUnit: number, parts: number): number =>
  divided(times(perUnit, parts), PARTS)

/** What one member is called for, call by call; they sum to `amount`. */
export type CallSchedule = ExactShare & Readonly<{ calls: readonly number[] }>
/**
 * The calls of a year: the expected cost by what each engaged, in so many equal calls. Cents that
 * do not divide are in the first calls.
 *
 * Law     All calls of all members sum to the expected cost.
 */
export function callsOf(
  expected: number,
  engaged: readonly WeightedPart[],
  count: number,
): readonly CallSchedule[] {
  return shareOut(expected, engaged).map(share => ({
    ...share,
    calls: shareOut(
      share.amount,
      Array.from({ length: count }, (_, n) => ({ key: String(n + 1), weight: 1 })),
    ).map(({ amount }) => amount),
  }))
}

/** By what the fixed costs of a year are shared: what was engaged, what was used, or equally. */
export const FIXED_BY = ['engaged', 'used', 'equal'] as const
export type FixedBy = (typeof FIXED_BY)[number]

/**
 * A member's year before it is settled.
 *
 * Shape   `paid`: calls paid, and costs that they advanced. `brought`: their balance of the year
 *         before. `extra`: what an article of the statutes adds for them (`engagement-rule.ts`).
 */
export type ShareAccount = Readonly<{
  key: string
  engaged: number
  used: number
  paid: number
  brought?: number
  extra?: number
}>
/**
 * What one owes. `fixedOff`, `variableOff`: how far that share is from the nearest cent, so that
 * the sum holds. `balance`: brought and paid, less due; below zero they still owe.
 */
export type SettledAccount = ShareAccount &
  Readonly<{
    fixed: number
    variable: number
    fixedOff: number
    variableOff: number
    due: number
    balance: number
  }>
/**
 * How a total is shared: `total` × what somebody has of `by` ÷ `all`. Where they share equally,
 * `all` is how many they are.
 */
export type ShareBasis = Readonly<{ total: number; by: FixedBy; all: number }>
/** The real costs of a year. */
export type RealCosts = Readonly<{ fixed: number; variable: number }>
/**
 * A settled year. `purse`: what was brought and paid in less the real cost; below zero, what the
 * common purse still lacks.
 */
export type SettledYear = Readonly<{
  accounts: readonly SettledAccount[]
  bases: Readonly<{ fixed: ShareBasis; variable: ShareBasis }>
  real: number
  paid: number
  purse: number
}>

/**
 * Settles a year at its real cost. Fixed costs, less the extras, go by `by`; variable costs by use,
 * or as the fixed ones where nobody used it.
 *
 * Law     Dues sum to the real cost, and balances less the purse to zero, to the cent. Once all
 *         that is owed is paid and paid back, the purse is empty.
 */
export function settledYear(
  { fixed, variable }: RealCosts,
  all: readonly ShareAccount[],
  by: FixedBy,
): SettledYear {
  const ways = {
    engaged: all.map(({ key, engaged }) => ({ key, weight: engaged })),
    used: all.map(({ key, used }) => ({ key, weight: used })),
    equal: all.map(({ key }) => ({ key, weight: 1 })),
  }
  const isUsed = all.some(({ used }) => used > 0)
  const extras = sum(all.map(({ extra = 0 }) => extra))
  const fixedWay = by === 'used' && !isUsed ? 'engaged' : by
  const bases = {
    fixed: basisOf(fixed - extras, fixedWay),
    variable: basisOf(variable, isUsed ? 'used' : fixedWay),
  }
  const fixedShares = shareOut(bases.fixed.total, ways[bases.fixed.by])
  const variableShares = shareOut(variable, ways[bases.variable.by])
  const accounts = all.map((one, at): SettledAccount => {
    const [ofFixed, ofVariable] = [fixedShares[at]!, variableShares[at]!]
    const due = ofFixed.amount + ofVariable.amount + (one.extra ?? 0)
    return {
      ...one,
      fixed: ofFixed.amount,
      variable: ofVariable.amount,
      fixedOff: ofFixed.off,
      variableOff: ofVariable.off,
      due,
      balance: (one.brought ?? 0) + one.paid - due,
    }
  })
  const [real, paid] = [fixed + variable, sum(all.map(one => one.paid))]
  const brought = sum(all.map(one => one.brought ?? 0))
  return { accounts, bases, real, paid, purse: brought + paid - real }

  /** Without any weight all take the same. */
  function basisOf(total: number, way: FixedBy): ShareBasis {
    const weights = sum(ways[way].map(({ weight }) => weight))
    return weights === 0
      ? { total, by: 'equal', all: all.length }
      : { total, by: way, all: weights }
  }
}
