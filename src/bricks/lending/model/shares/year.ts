import { type Draft, draft } from '../../../../contract/decision.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { type EngagementCheck, engagementCheck, JARD, MEAN_YEARS } from './engagement-rule.ts'
import { divided, sum } from './exact.ts'
import { type MeterRead, readMeter } from './meter.ts'
import {
  type CallRow,
  type CostRow,
  callsIn,
  costsOf,
  type EngagementRow,
  engagementsOf,
  isSameHolder,
  type PlanRow,
  plansOf,
  type UnitLineRow,
  usedBy,
} from './read.ts'
import { AMOUNTS, engagement, sharePlan } from './records.ts'
import {
  costOf,
  FIXED_BY,
  type FixedBy,
  type RealCosts,
  type SettledYear,
  type ShareCosts,
  settledYear,
  type UnitTariff,
  unitTariff,
} from './rules.ts'
import { WORK_UNITS, type WorkUnit } from './typed-units.ts'

/** A year of a thing, put together from its records. */

/**
 * One of those who share. `paid`: calls, what they advanced, and the rest after the closing. Units:
 * `engaged`, `used` parts; `paid` cents, or minutes.
 */
export type ShareHolder = Readonly<{
  key: string
  row: EngagementRow
  engaged: number
  used: number
  paid: number
}>
export type PlanYear = Readonly<{
  plan: PlanRow
  unit: WorkUnit
  by: FixedBy
  holders: readonly ShareHolder[]
  costs: readonly CostRow[]
  calls: readonly CallRow[]
  tariff: UnitTariff | undefined
  /** What the year is expected to cost: at the agreed price where there is one. */
  expected: number
  real: RealCosts
}>

/** The year of a plan. */
export function yearOf(read: Reader, plan: PlanRow): PlanYear {
  const [rows, used] = [engagementsOf(read, plan.id), usedBy(read, plan)]
  const [costs, calls] = [costsOf(read, plan.id), callsIn(read, plan.id)]
  const paid = totals(calls, call => [call.engagement, call.paidOn === null ? 0 : call.amount])
  const advanced = totals(costs, cost => [cost.advancedBy, cost.amount])
  const holders = rows.map((row): ShareHolder => {
    const of = (all: ReadonlyMap<string, number>): number => all.get(row.id) ?? 0
    const engaged = Math.max(0, whole(row.parts))
    const all = of(paid) + of(advanced) + whole(row.settled)
    return { key: row.id, row, engaged, used: Math.max(0, of(used)), paid: all }
  })
  const engaged = sum(holders.map(one => one.engaged))
  const tariff = unitTariff(costsIn(plan), engaged)
  const agreed = plan.agreed ?? 0
  return {
    plan,
    unit: WORK_UNITS.find(unit => unit === plan.unit) ?? 'hour',
    by: FIXED_BY.find(by => by === plan.fixedBy) ?? 'engaged',
    ...{ holders, costs, calls, tariff },
    expected: agreed > 0 ? costOf(agreed, engaged) : (tariff?.expected ?? 0),
    real: { fixed: spent(costs, 'fixed'), variable: spent(costs, 'variable') },
  }
}

const spent = (costs: readonly CostRow[], part: 'fixed' | 'variable'): number =>
  sum(
    costs.map(cost =>
      (cost.part === 'variable') === (part === 'variable') ? whole(cost.amount) : 0,
    ),
  )
const whole = (n: number | null): number => (n !== null && Number.isSafeInteger(n) ? n : 0)

function totals<T>(
  all: readonly T[],
  of: (one: T) => readonly [key: string | null, n: number | null],
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const one of all) {
    const [key, n] = of(one)
    if (key !== null) found.set(key, (found.get(key) ?? 0) + whole(n))
  }
  return found
}

/** What the thing wears in a year: what it cost, by the years that it is kept. */
export const wearOf = ({ plan }: Pick<PlanYear, 'plan'>): number => {
  const { price, aid, resale, years } = costsIn(plan)
  return Math.max(0, divided(price - aid - resale, years))
}

/** Whether nothing was used, spent or called for yet. */
export const isUntouched = ({ holders, costs, calls }: PlanYear): boolean =>
  costs.length + calls.length === 0 && holders.every(({ used, paid }) => used === 0 && paid === 0)

/** Whether the wear of the year is among its costs. */
export const isWorn = ({ costs }: PlanYear): boolean => costs.some(({ wear }) => wear === true)

/** What the purse keeps for the wear: it is no expense. Units: cents, or minutes. */
export const setAside = ({ costs }: PlanYear): number =>
  sum(
    costs.map(({ wear, advancedBy, amount }) =>
      wear === true && advancedBy === null ? whole(amount) : 0,
    ),
  )

/** Whether something is still to come of a year: a call that is not paid, or its last day. */
export const isUnfinished = ({ plan, calls }: PlanYear, today: string): boolean =>
  today < (plan.lastOn ?? '') || calls.some(({ paidOn }) => paidOn === null)

/** What a plan expects to cost; what nobody said is zero, and a thing is kept a year at least. */
export function costsIn(plan: PlanRow): ShareCosts {
  const said = Object.fromEntries(AMOUNTS.map(name => [name, whole(plan[name])]))
  return { ...(said as Omit<ShareCosts, 'years'>), years: Math.max(1, whole(plan.years)) }
}

/** What the notebook of a year says of its meter. */
export const meterIn = (plan: PlanRow, lines: readonly UnitLineRow[]): MeterRead =>
  readMeter(
    lines.flatMap(({ id, day, meterFrom: from, meterTo: to, parts }) =>
      from === null || to === null
        ? []
        : [{ key: id, day: day ?? '', from, to, ...(parts === null ? {} : { units: parts }) }],
    ),
    lines.flatMap(({ id, day, meterFrom, meterTo, parts }) =>
      meterFrom === null || meterTo === null
        ? [{ key: id, day: day ?? '', units: whole(parts) }]
        : [],
    ),
    plan.meterStart ?? undefined,
  )

/** Where the meter stands, as far as the notebook says. */
export const meterNow = ({ end, since }: MeterRead): number | null =>
  end === undefined ? null : end + since

/** What somebody used in years before, and in how many. Units: parts. */
type EarlierUse = Readonly<{ used: number; years: number }>

/**
 * What each used in the years before of the same thing and unit: in a closed year as its closing
 * found it. The part of who is forgotten leads to no other year: there it stays as it was written.
 */
export function earlierIn(read: Reader, { plan, holders }: PlanYear): readonly EarlierUse[] {
  const before = plansOf(read, plan.thing ?? '')
    .filter(one => one.unit === plan.unit && (one.firstOn ?? '') < (plan.firstOn ?? ''))
    .slice(0, MEAN_YEARS - 1)
    .map(one => ({ rows: engagementsOf(read, one.id), used: usedBy(read, one) }))
  return holders.map(({ row }) => {
    const isForgotten = row.member === null && row.who === null
    if (row.yearsBefore !== null && (plan.closedOn !== null || isForgotten))
      return { used: whole(row.usedBefore), years: whole(row.yearsBefore) }
    const uses = before.flatMap(({ rows, used }) => {
      const same = rows.filter(one => isSameHolder(one, row))
      return same.length === 0 ? [] : [sum(same.map(({ id }) => used.get(id) ?? 0))]
    })
    return { used: sum(uses), years: uses.length }
  })
}

/**
 * What a member used in the years before is written in their parts of open years, before they are
 * forgotten: no name leads there any more, and the accounts of the others stand on it.
 */
export const earlierKept = (member: string, read: Reader): readonly Draft[] =>
  read
    .list(engagement, { where: 'member = ?', with: [member], order: 'id' }, 'home')
    .flatMap(({ id, plan }) => {
      const row = plan === null ? undefined : read.one(sharePlan, plan, 'home')
      if (!row || row.closedOn !== null) return []
      const year = yearOf(read, row)
      const earlier = earlierIn(read, year)[year.holders.findIndex(({ key }) => key === id)]
      const written = earlier && { usedBefore: earlier.used, yearsBefore: earlier.years }
      return written ? [draft(engagement, id, written)] : []
    })

/** What the rule of use finds of each, with the years before. */
export function checksIn(read: Reader, year: PlanYear): readonly EngagementCheck[] {
  const { plan, tariff, by } = year
  if (!tariff) return []
  const rule = { ...JARD, article: plan.article ?? '' }
  const earlier = earlierIn(read, year)
  return year.holders.flatMap(({ key, engaged, used }, at) => {
    const before = earlier[at]!
    const use = { key, engaged, used: used + before.used, years: before.years + 1 }
    return engagementCheck(use, rule, { tariff, by }) ?? []
  })
}

/**
 * The year at its real cost, with what an article of the statutes adds. The accounts stand in the
 * order of `holders`. Who engaged first takes the odd cent, whatever that order.
 */
export function settled(read: Reader, year: PlanYear): SettledYear {
  const extras = new Map(checksIn(read, year).map(({ key, amount }) => [key, amount]))
  const accounts = year.holders
    .map(({ key, engaged, used, paid }) => ({
      ...{ key, engaged, used, paid },
      extra: extras.get(key) ?? 0,
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const found = settledYear(year.real, accounts, year.by)
  const byKey = new Map(found.accounts.map(one => [one.key, one]))
  return { ...found, accounts: year.holders.flatMap(({ key }) => byKey.get(key) ?? []) }
}
