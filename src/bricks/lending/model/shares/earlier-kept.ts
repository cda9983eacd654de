import { type Draft, draft } from '../../../../contract/decision.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { type EngagementRow, engagementsOf, isSameHolder, type PlanRow, plansOf } from './read.ts'
import { engagement, sharePlan } from './records.ts'
import { earlierIn, yearOf } from './year.ts'

/**
 * What a member used in the years before, and their part there, is written in their parts of open
 * years, before they are forgotten: no name leads there any more, and the accounts of the others
 * stand on it.
 */
export const earlierKept = (member: string, read: Reader): readonly Draft[] =>
  read
    .list(engagement, { where: 'member = ?', with: [member], order: 'id' }, 'home')
    .flatMap(({ id, plan }) => {
      const row = plan === null ? undefined : read.one(sharePlan, plan, 'home')
      if (!row || row.closedOn !== null) return []
      const year = yearOf(read, row)
      const at = year.holders.findIndex(({ key }) => key === id)
      const [earlier, holder] = [earlierIn(read, year)[at], year.holders[at]]
      if (!earlier || !holder) return []
      const follows = holder.follows ?? partBefore(read, row, holder.row)
      const written = { usedBefore: earlier.used, yearsBefore: earlier.years, follows }
      return [draft(engagement, id, written)]
    })

/** Their part in a year before that is still open: its balances go on to this one once closed. */
function partBefore(read: Reader, plan: PlanRow, row: EngagementRow): string | null {
  const parts = plansOf(read, plan.thing ?? '')
    .filter(one => one.closedOn === null && one.counts === plan.counts)
    .filter(one => (one.firstOn ?? '') < (plan.firstOn ?? ''))
    .flatMap(one => engagementsOf(read, one.id).filter(part => isSameHolder(part, row)))
  return parts[0]?.id ?? null
}
