import { divided, times } from './exact.ts'
import { costOf, type FixedBy, type UnitTariff } from './rules.ts'

/**
 * Who used much less, or much more, than they engaged for.
 *
 * Law     Nobody pays more for it unless an article of the statutes is named: internal rules are
 *         not enough.
 * Source  entraid.com. The example of the cuma du Jard: mean use of three years; under 80 % a
 *         penalty of the financial cost; over 120 % the units beyond at 25 % more, or the
 *         engagement revised to the mean ÷ 1.2 with a signature.
 */

/** The rule of a group. `article`: the article of its statutes; empty: nothing is due. */
export type EngagementRule = Readonly<{
  article: string
  belowPercent: number
  abovePercent: number
  morePercent: number
}>
/** The figures of the source. */
export const JARD = { belowPercent: 80, abovePercent: 120, morePercent: 25 } as const
/** How many years of use are looked at, this one included. */
export const MEAN_YEARS = 3

/** A member's engagement, and what they used in all of the last years that are known, so many. */
export type EngagementUse = Readonly<{ key: string; engaged: number; used: number; years: number }>
/**
 * What the rule finds for a member.
 *
 * Shape   `mean`: parts used in a year. `percent`: of what they engaged, rounded. `apart`: the
 *         parts that are missing, or beyond the upper limit. `amount`: what is due for it, 0
 *         without an article. `wouldBe`: what it would be. `revised`: the engagement that would fit
 *         a larger use.
 */
export type EngagementCheck = Readonly<{
  key: string
  is: 'under' | 'within' | 'over'
  mean: number
  percent: number
  apart: number
  amount: number
  wouldBe: number
  revised?: number
}>

/**
 * Compares the mean use of a member with their engagement. On a limit they are within it.
 *
 * Units not done owe their fixed costs, which the others pay in their place; but where fixed costs
 * go by engagement they are paid already, and nothing more is due. Undefined without an engagement
 * or a year of use.
 */
export function engagementCheck(
  { key, engaged, used, years }: EngagementUse,
  rule: EngagementRule,
  { tariff, by }: Readonly<{ tariff: UnitTariff; by: FixedBy }>,
): EngagementCheck | undefined {
  if (engaged <= 0 || years === 0) return undefined
  const mean = divided(used, years)
  const percent = divided(times(used, 100), times(engaged, years))
  const base = { key, mean, percent }
  const hundred = times(used, 100)
  const isNamed = rule.article.trim() !== ''
  if (hundred < times(engaged, rule.belowPercent) * BigInt(years)) {
    const apart = engaged - mean
    const wouldBe = by === 'used' ? costOf(tariff.fixedPerUnit, apart) : 0
    return { ...base, is: 'under', apart, wouldBe, amount: isNamed ? wouldBe : 0 }
  }
  if (hundred > times(engaged, rule.abovePercent) * BigInt(years)) {
    const apart = mean - divided(times(engaged, rule.abovePercent), 100)
    const wouldBe = divided(times(costOf(tariff.price, apart), rule.morePercent), 100)
    const revised = divided(times(mean, 100), rule.abovePercent)
    return { ...base, is: 'over', apart, wouldBe, amount: isNamed ? wouldBe : 0, revised }
  }
  return { ...base, is: 'within', apart: 0, wouldBe: 0, amount: 0 }
}
