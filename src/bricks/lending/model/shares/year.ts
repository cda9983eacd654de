import type { Reader } from '../../../../contract/reader.ts'
import { carry } from './carry.ts'
import { type EngagementCheck, engagementCheck, JARD, MEAN_YEARS } from './engagement-rule.ts'
import { divided, sum } from './exact.ts'
import {
  type CallRow,
  type CostRow,
  callsIn,
  costsOf,
  type EngagementRow,
  engagementsOf,
  isSameHolder,
  type PaymentRow,
  type PlanRow,
  partsOf,
  paymentsIn,
  planBefore,
  plansOf,
  usedBy,
} from './read.ts'
import { AMOUNTS } from './records.ts'
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
 * One of those who share. `paid`: calls, what they advanced, and what they paid otherwise.
 * `brought`: their balance of the year before, whose part is `follows`. Units: `engaged`, `used`
 * parts; `paid`, `brought` cents, or minutes.
 */
export type ShareHolder = Readonly<{
  key: string
  row: EngagementRow
  engaged: number
  used: number
  paid: number
  brought: number
  follows: string | null
}>
/**
 * Who shared in the year before and does no more, with their balance. They take no part of any
 * cost. `row`: their part as it was last written: of a closed year its own, under `own`.
 */
export type DepartedPart = Readonly<{
  key: string
  row: EngagementRow
  own?: string
  brought: number
  paid: number
  balance: number
}>
/**
 * A year with all that is in it. `before`: the year whose balances it begins with. `asideBefore`:
 * what the purse kept for the wear until then. Units: cents, or minutes.
 */
export type PlanYear = Readonly<{
  plan: PlanRow
  before: PlanRow | undefined
  asideBefore: number
  unit: WorkUnit
  by: FixedBy
  /** In the order in which they engaged. */
  holders: readonly ShareHolder[]
  departed: readonly DepartedPart[]
  costs: readonly CostRow[]
  calls: readonly CallRow[]
  payments: readonly PaymentRow[]
  tariff: UnitTariff | undefined
  /** What the year is expected to cost: at the agreed price where there is one. */
  expected: number
  real: RealCosts
}>

/** The year of a plan. */
export function yearOf(read: Reader, plan: PlanRow): PlanYear {
  const [parts, used] = [partsOf(read, plan.id), usedBy(read, plan)]
  const [costs, calls] = [costsOf(read, plan.id), callsIn(read, plan.id)]
  const paid = totals(calls, call => [call.engagement, call.paidOn === null ? 0 : call.amount])
  const advanced = totals(costs, cost => [cost.advancedBy, cost.amount])
  const payments = paymentsIn(read, plan.id)
  const rest = totals(payments, ({ engagement, amount }) => [engagement, amount])
  const rows = parts.filter(({ left }) => left !== true)
  const { before, asideBefore, brought, departed } = carriedIn(read, plan, { parts, rest })
  const holders = rows.map((row, at): ShareHolder => {
    const of = (all: ReadonlyMap<string, number>, key = row.id): number => all.get(key) ?? 0
    const { follows } = brought[at]!
    const engaged = Math.max(0, whole(row.parts))
    const others = of(rest) + of(rest, follows ?? '') + whole(row.settled)
    const all = of(paid) + of(advanced) + others
    const sums = { engaged, used: Math.max(0, of(used)), paid: all }
    return { key: row.id, row, ...sums, ...brought[at]! }
  })
  const engaged = sum(holders.map(one => one.engaged))
  const tariff = unitTariff(costsIn(plan), engaged)
  const agreed = plan.agreed ?? 0
  return {
    ...{ plan, before, asideBefore },
    unit: WORK_UNITS.find(unit => unit === plan.unit) ?? 'hour',
    by: FIXED_BY.find(by => by === plan.fixedBy) ?? 'engaged',
    ...{ holders, departed, costs, calls, payments, tariff },
    expected: agreed > 0 ? costOf(agreed, engaged) : (tariff?.expected ?? 0),
    real: { fixed: spent(costs, 'fixed'), variable: spent(costs, 'variable') },
  }
}

type CarriedIn = Pick<PlanYear, 'before' | 'asideBefore' | 'departed'> &
  Readonly<{ brought: readonly Pick<ShareHolder, 'brought' | 'follows'>[] }>
/**
 * What the year before left to this one: in a closed year as its closing wrote it. `rest`: what was
 * paid in this year, by part; who left may have paid under their part of the year before.
 */
function carriedIn(
  read: Reader,
  plan: PlanRow,
  { parts, rest }: Readonly<{ parts: readonly EngagementRow[]; rest: ReadonlyMap<string, number> }>,
): CarriedIn {
  const before = planBefore(read, plan)
  const [rows, gone] = [parts.filter(one => !one.left), parts.filter(one => one.left === true)]
  const paid = (...keys: readonly (string | null | undefined)[]): number =>
    sum([...new Set(keys)].map(key => rest.get(key ?? '') ?? 0))
  const ofGone = (row: EngagementRow, brought: number, ...more: readonly (string | null)[]) =>
    departedIn(row, brought, { own: row, paid: paid(row.id, ...more) })
  if (plan.closedOn !== null) {
    const taken = new Set(rows.map(({ follows }) => follows))
    const followed = ({ follows }: EngagementRow) => (taken.has(follows) ? null : follows)
    return {
      ...{ before, asideBefore: whole(plan.asideBefore) },
      brought: rows.map(row => ({ brought: whole(row.brought), follows: row.follows })),
      departed: gone.map(row => ofGone(row, whole(row.brought), followed(row))),
    }
  }
  const year = before && yearOf(read, before)
  const all = year ? balancesIn(read, year) : []
  const isSame = (row: EngagementRow, part: BalancePart): boolean =>
    row.follows === part.key || isSameHolder(row, part.row)
  const { brought, departed } = carry(rows, all, isSame)
  const ownOf = (key: string) => gone.find(({ follows }) => follows === key)
  return {
    before,
    asideBefore: year ? asideIn(year) : 0,
    brought: rows.map((row, at) => ({
      brought: brought[at]!,
      follows: all.find(part => isSame(row, part))?.key ?? row.follows,
    })),
    departed: [
      ...departed.map(({ row, balance }) => {
        const own = ownOf(row.id)
        return departedIn(row, balance, { own, paid: paid(row.id, own?.id) })
      }),
      // Paid before the year was opened again, by somebody who has come back since.
      ...gone
        .filter(({ follows }) => departed.every(({ key }) => key !== follows))
        .map(row => ofGone(row, 0)),
    ].filter(({ brought: n, paid: all }) => n !== 0 || all !== 0),
  }
}
type BalancePart = Readonly<{ key: string; row: EngagementRow; balance: number }>
/** What each has too much or too little at the end of a year, who left among them. */
function balancesIn(read: Reader, year: PlanYear): readonly BalancePart[] {
  const { accounts, departed } = settled(read, year)
  return [
    ...accounts.map(({ key, balance }, at) => ({ key, balance, row: year.holders[at]!.row })),
    ...departed,
  ]
}
function departedIn(
  row: EngagementRow,
  brought: number,
  { own, paid: rest }: Readonly<{ own: EngagementRow | undefined; paid: number }>,
): DepartedPart {
  const paid = rest + whole(own?.settled ?? null)
  const sums = { brought, paid, balance: brought + paid }
  return { key: row.id, row, ...(own ? { own: own.id } : {}), ...sums }
}

/** A payment of a part. `id`: absent of what was noted before payments had records. */
export type PaidPart = Readonly<{ id?: string; amount: number; day: string; isRest: boolean }>
/** What somebody paid otherwise than by a call, by day. */
export function paymentsOf(
  { payments }: Pick<PlanYear, 'payments'>,
  part: Readonly<{ row: EngagementRow; follows?: string | null; own?: string }>,
): readonly PaidPart[] {
  const keys = new Set([
    part.row.id,
    part.follows,
    part.own,
    part.row.left ? part.row.follows : null,
  ])
  const { settled: sums, settledOn } = part.row
  return [
    ...(settledOn === null ? [] : [{ amount: whole(sums), day: settledOn, isRest: true }]),
    ...payments
      .filter(({ engagement }) => engagement !== null && keys.has(engagement))
      .map(({ id, amount, day, rest }) => ({
        ...{ id, amount: whole(amount), day: day ?? '', isRest: rest === true },
      })),
  ]
}
/** Whether what was left of a part after the closing is paid, or paid back. */
export const isSettled = (paid: readonly PaidPart[], balance: number): boolean =>
  balance === 0 && paid.some(({ isRest }) => isRest)

/**
 * What the calls ask of a holder still: less what they paid otherwise, and nothing once their rest
 * is paid. Units: cents.
 */
export function stillCalled(
  { calls, payments }: Pick<PlanYear, 'calls' | 'payments'>,
  holder: ShareHolder,
): number {
  const open = calls.filter(one => one.engagement === holder.key && one.paidOn === null)
  const others = paymentsOf({ payments }, holder)
  if (others.some(({ isRest }) => isRest)) return 0
  const paid = sum(others.map(({ amount }) => amount))
  return Math.max(0, sum(open.map(({ amount }) => whole(amount))) - Math.max(0, paid))
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

/** Whether nothing was used, spent, called for or paid yet. */
export const isUntouched = ({ holders, costs, calls, payments }: PlanYear): boolean =>
  costs.length + calls.length + payments.length === 0 &&
  holders.every(({ used, paid }) => used === 0 && paid === 0)

/** What all who share used. Units: parts. */
export const usedIn = ({ holders }: PlanYear): number => sum(holders.map(({ used }) => used))

/** Whether the wear of the year is among its costs. */
export const isWorn = ({ costs }: PlanYear): boolean => costs.some(({ wear }) => wear === true)

/** What the purse keeps for the wear of a year: it is no expense. Units: cents, or minutes. */
export const setAside = ({ costs }: PlanYear): number =>
  sum(
    costs.map(({ wear, advancedBy, amount }) =>
      wear === true && advancedBy === null ? whole(amount) : 0,
    ),
  )

/** The same with what it kept in the years before: all of it is in the purse. */
export const asideIn = (year: PlanYear): number => year.asideBefore + setAside(year)

/** Whether something is still to come of a year: a call that is not paid, or its last day. */
export const isUnfinished = (year: PlanYear, today: string): boolean =>
  today < (year.plan.lastOn ?? '') || year.holders.some(one => stillCalled(year, one) > 0)

/** What a plan expects to cost; what nobody said is zero, and a thing is kept a year at least. */
export function costsIn(plan: PlanRow): ShareCosts {
  const said = Object.fromEntries(AMOUNTS.map(name => [name, whole(plan[name])]))
  return { ...(said as Omit<ShareCosts, 'years'>), years: Math.max(1, whole(plan.years)) }
}

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

/** A settled year with who left: `purse` holds their balances too. */
export type YearAccounts = SettledYear & Readonly<{ departed: readonly DepartedPart[] }>
/**
 * The year at its real cost, with what an article of the statutes adds. The accounts stand in the
 * order of `holders`. Who engaged first takes the odd cent, whatever that order.
 *
 * Law     What all years of a thing were paid, less what they cost, is in the last balances.
 */
export function settled(read: Reader, year: PlanYear): YearAccounts {
  const extras = new Map(checksIn(read, year).map(({ key, amount }) => [key, amount]))
  const accounts = year.holders
    .map(({ key, engaged, used, paid, brought }) => ({
      ...{ key, engaged, used, paid, brought },
      extra: extras.get(key) ?? 0,
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const found = settledYear(year.real, accounts, year.by)
  const byKey = new Map(found.accounts.map(one => [one.key, one]))
  const { departed } = year
  return {
    ...found,
    accounts: year.holders.flatMap(({ key }) => byKey.get(key) ?? []),
    departed,
    paid: found.paid + sum(departed.map(({ paid }) => paid)),
    purse: found.purse + sum(departed.map(({ balance }) => balance)),
  }
}
