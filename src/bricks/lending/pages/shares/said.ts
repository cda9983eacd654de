import type { Lang } from '../../../../core/lang.ts'
import { money } from '../../../../ui/value.ts'
import { PARTS } from '../../model/shares/exact.ts'
import type { PlanRow } from '../../model/shares/read.ts'
import { costOf, type ShareCosts, type UnitTariff } from '../../model/shares/rules.ts'
import { sayMinutes, sayParts, WORK_UNITS, type WorkUnit } from '../../model/shares/typed-units.ts'
import type { PlanYear } from '../../model/shares/year.ts'
import type { fr } from '../../words/fr.ts'

/** Amounts and units of a plan as people read them. */

export type SharesWords = (typeof fr)['shares']
/**
 * How a plan says its figures.
 *
 * Shape   `counts`: euros or hours, of which most sentences have two. `amount`: euros, or hours.
 *         `signed`: the same with its sign. `each`: an amount for one unit. `units`: how much work,
 *         with its unit. `bare`: the same without it, as a form holds it.
 */
export type SharesSaid = Readonly<{
  unit: WorkUnit
  counts: 'money' | 'hours'
  amount: (n: number) => string
  signed: (n: number) => string
  each: (n: number) => string
  units: (parts: number) => string
  bare: (parts: number) => string
}>

const workUnitOf = (plan: Pick<PlanRow, 'unit'>): WorkUnit =>
  WORK_UNITS.find(unit => unit === plan.unit) ?? 'hour'

export function saidOf(
  plan: Pick<PlanRow, 'unit' | 'counts'>,
  w: SharesWords,
  lang: Lang,
): SharesSaid {
  const unit = workUnitOf(plan)
  const counts = plan.counts === 'hours' ? 'hours' : 'money'
  const amount = (n: number): string => (plan.counts === 'hours' ? sayMinutes(n) : money(n, lang))
  return {
    unit,
    counts,
    amount,
    signed: n => `${n > 0 ? '+' : ''}${amount(n)}`,
    each: n => w.each[unit](amount(n)),
    units: parts =>
      unit === 'hour' && isInMinutes(parts)
        ? sayMinutes(parts / MINUTE)
        : w.units[unit](sayParts(parts, lang)),
    bare: parts => sayParts(parts, lang).replace(/[\u00a0\u202f]/g, ' '),
  }
}

/** Units   parts in a minute of an hour. */
const MINUTE = PARTS / 60
/** *2 h 20*: whole minutes that no three decimals say. */
const isInMinutes = (parts: number): boolean => parts % MINUTE === 0 && (1_000 * parts) % PARTS > 0

/** A step of the formula: what it is, and what it comes to. `isSum`: it ends a part of it. */
export type FormulaRow = Readonly<{ label: string; value: string; isSum?: true }>
/** The price of a unit, step by step, as whoever has a pocket calculator would find it. */
export function formulaRows(
  tariff: UnitTariff,
  costs: ShareCosts,
  { said, w }: Readonly<{ said: SharesSaid; w: SharesWords }>,
): readonly FormulaRow[] {
  const f = w.formula
  const { amount, each, units } = said
  const less = (label: string, n: number): readonly FormulaRow[] =>
    n === 0 ? [] : [{ label, value: `− ${amount(n)}` }]
  // Hours are given: where nothing was bought, nothing wears.
  const isBought = said.counts === 'money' || costs.price > 0
  const bought: readonly FormulaRow[] = [
    { label: f.price, value: amount(costs.price) },
    ...less(f.aid, costs.aid),
    ...less(f.resale, costs.resale),
    { label: f.depreciation(tariff.years), value: amount(tariff.depreciation) },
  ]
  return [
    ...(isBought ? bought : []),
    ...tariff.yearly.map(({ name, amount: n }) => ({
      label: `+ ${w.costs[name]}`,
      value: amount(n),
    })),
    { label: f.fixed[said.counts], value: amount(tariff.fixed), isSum: true },
    { label: f.engaged(units(tariff.engaged)), value: each(tariff.fixedPerUnit) },
    ...tariff.perUnit.map(({ name, amount: n }) => ({
      label: `+ ${w.costs[name]}`,
      value: each(n),
    })),
    { label: `= ${f.perUnit[said.counts][said.unit]}`, value: each(tariff.price), isSum: true },
  ]
}

/**
 * *Prévu pour l’année : 540 € + 4,50 € × 84,5 h = 920,25 €*, as a pocket calculator finds it; then
 * what the rounded price would give, where that is another amount.
 */
export function expectedSaid({
  plan,
  year,
  said,
  w,
}: Readonly<{ plan: PlanRow; year: PlanYear; said: SharesSaid; w: SharesWords }>): string {
  const { tariff, expected } = year
  if (!tariff) return ''
  const { amount, units } = said
  const agreed = plan.agreed ?? 0
  const each = (price: number): string => `${amount(price)} × ${units(tariff.engaged)}`
  if (agreed > 0) return w.expected(each(agreed), amount(expected))
  const sum = [amount(tariff.fixed), tariff.variable === 0 ? '' : each(tariff.variable)]
  const byPrice = costOf(tariff.price, tariff.engaged)
  return [
    w.expected(sum.filter(Boolean).join(' + '), amount(expected)),
    byPrice === expected ? '' : w.priceRounded(each(tariff.price), amount(byPrice)),
  ]
    .filter(Boolean)
    .join(' ')
}
