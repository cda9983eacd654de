import type { Reader } from '../../../../contract/reader.ts'
import { fold } from '../../../../core/letters/words.ts'
import type { RecordType, RowOf } from '../../../../core/schema.ts'
import { yearBefore } from './carry.ts'
import { keyedLines, loanLines, type NotebookRow } from './loan-lines.ts'
import {
  engagement,
  shareCall,
  shareCost,
  sharePayment,
  sharePlan,
  type unitLine,
} from './records.ts'

/** The records of shares, as the tables hold them. All of them stay in this box. */

export type PlanRow = RowOf<typeof sharePlan>
export type EngagementRow = RowOf<typeof engagement>
export type UnitLineRow = RowOf<typeof unitLine>
export type CostRow = RowOf<typeof shareCost>
export type CallRow = RowOf<typeof shareCall>
export type PaymentRow = RowOf<typeof sharePayment>

/** The plan of this id, of this thing. */
export const planOf = (read: Reader, id: string, thing: string): PlanRow | undefined => {
  const row = read.one(sharePlan, id, 'home')
  return row?.thing === thing ? row : undefined
}
/** The years of a thing, the newest first. */
export const plansOf = (read: Reader, thing: string): readonly PlanRow[] =>
  read.list(
    sharePlan,
    { where: 'thing = ?', with: [thing], order: 'firstOn DESC, id DESC' },
    'home',
  )
const ofPlan = <T extends RecordType>(
  read: Reader,
  type: T,
  plan: string,
  order: string,
): readonly RowOf<T>[] => read.list(type, { where: 'plan = ?', with: [plan], order }, 'home')

/** The closed year whose balances a year begins with. */
export function planBefore(read: Reader, plan: PlanRow): PlanRow | undefined {
  const all = plansOf(read, plan.thing ?? '')
  const id = yearBefore(plan.id, all)
  return all.find(one => one.id === id)
}

/** The year to which the balances of a closed one are carried. */
export function planAfter(read: Reader, plan: PlanRow): PlanRow | undefined {
  if (plan.closedOn === null) return undefined
  const all = plansOf(read, plan.thing ?? '')
  return all.find(one => yearBefore(one.id, all) === plan.id)
}

/** All the parts of a year: of who shares in it, and of who does no more (`left`). */
export const partsOf = (read: Reader, plan: string): readonly EngagementRow[] =>
  ofPlan(read, engagement, plan, 'id')
/** Who shares in a year, in the order in which they engaged. */
export const engagementsOf = (read: Reader, plan: string): readonly EngagementRow[] =>
  partsOf(read, plan).filter(({ left }) => left !== true)
/** The notebook of a year in the same order: what was keyed, and what its loans say. */
export function linesOf(read: Reader, plan: PlanRow): readonly NotebookRow[] {
  const keyed = keyedLines(read, plan.id)
  const loans = loanLines(read, plan, () => keyed)
  return loans.length === 0
    ? keyed
    : [...keyed, ...loans].toSorted(
        (a, b) =>
          Number((a.day ?? '') > (b.day ?? '')) - Number((a.day ?? '') < (b.day ?? '')) ||
          (a.meterFrom ?? 0) - (b.meterFrom ?? 0),
      )
}
/** How much each used in a year, by their engagement. Units: parts. */
export function usedBy(read: Reader, plan: PlanRow): ReadonlyMap<string, number> {
  const rows = read.all(
    'SELECT engagement, sum(parts) AS parts FROM unit_line_home ' +
      'WHERE plan = ? AND removed IS NOT 1 GROUP BY engagement',
    plan.id,
  )
  const used = new Map(rows.map(row => [String(row['engagement']), Number(row['parts'] ?? 0)]))
  for (const { engagement: of, parts } of loanLines(read, plan, () => keyedLines(read, plan.id)))
    if (of !== null) used.set(of, (used.get(of) ?? 0) + (parts ?? 0))
  return used
}
export const costsOf = (read: Reader, plan: string): readonly CostRow[] =>
  ofPlan(read, shareCost, plan, 'day, id')
export const callsIn = (read: Reader, plan: string): readonly CallRow[] =>
  ofPlan(read, shareCall, plan, 'number, id')

export const paymentsIn = (read: Reader, plan: string): readonly PaymentRow[] =>
  ofPlan(read, sharePayment, plan, 'day, id')

/** The name of one of them; `gone` once they are forgotten. */
export const nameIn = (
  read: Reader,
  { member, who }: Pick<EngagementRow, 'member' | 'who'>,
  gone: string,
): string => (member === null ? who : read.published.memberName?.(member)) || gone

/** Whether two parts of two years are one person's: by card, or by name without one. */
export const isSameHolder = (
  a: Pick<EngagementRow, 'member' | 'who'>,
  b: Pick<EngagementRow, 'member' | 'who'>,
): boolean =>
  a.member !== null || b.member !== null
    ? a.member !== null && a.member === b.member
    : a.who !== null && b.who !== null && fold(a.who) === fold(b.who)
