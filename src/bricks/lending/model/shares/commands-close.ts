import type { Command, CommandContext } from '../../../../contract/command.ts'
import { type Decision, type Draft, draft, type Refusal } from '../../../../contract/decision.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { type Input, one } from '../../../../core/form/input.ts'
import type { fr } from '../../words/fr.ts'
import { PATH } from '../records-thing.ts'
import { closedAfter } from './carry.ts'
import { openPlan, type PlanKept, planKept, say, yearPath } from './commands-year.ts'
import { writtenLines } from './loan-lines.ts'
import { meterApart } from './meter.ts'
import { meterIn } from './meter-in.ts'
import { linesOf, type PlanRow, partsOf, paymentsIn, plansOf } from './read.ts'
import { engagement, sharePlan } from './records.ts'
import { earlierIn, isUnfinished, type PlanYear, usedIn, yearOf } from './year.ts'

/** A year of a thing is closed and opened again by who keeps its accounts. */

type Words = typeof fr
/** What the form says of who closes a year all the same; `CLOSING` tells it from others. */
export const CLOSES = 'sur'
export const CLOSING = 'cloture'

/**
 * The accounts are closed: their figures stand as the statements say. What each used in the years
 * before, and their balance there, is written with them: a member may be forgotten, and a year
 * before may change. So are the lines of its loans. With calls that are not paid, a meter that does
 * not follow or says another use, or before its last day, it asks once.
 */
const closeYear: Command<Words> = {
  name: 'closeYear',
  path: `${PATH}/:id/frais/:plan/cloturer`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = openPlan(input, read, at)
    if ('refused' in found) return found
    const { plan, of } = found
    const [first] = openBefore(read, plan)
    if (first) return { refused: say('shares.closeFirst', first.name ?? '') }
    const year = yearOf(read, plan)
    if (year.holders.length === 0 && year.costs.length > 0)
      return { refused: say('shares.nobodyPays') }
    const lines = linesOf(read, plan)
    const meter = meterIn(read, plan, lines)
    const isApart = meterApart(meter, usedIn(year)) !== undefined
    const isUnsure = isUnfinished(year, at.today) || isApart || meter.faults.length > 0
    if (one(input, CLOSES) === '' && isUnsure) return { asks: 'more' }
    const closed = {
      closedOn: at.today,
      follows: year.before?.id ?? null,
      asideBefore: year.asideBefore,
    }
    return {
      drafts: [
        draft(sharePlan, plan.id, closed),
        ...partsWritten(read, year),
        ...departedWritten(year, at),
        ...writtenLines(lines, at),
      ],
      next: yearPath(of, plan.id),
      said: say('shares.closedNow'),
    }
  },
}

/** Years that ended before this one, and count as it does: their balances go on to it. */
const openBefore = (read: Reader, plan: PlanRow): readonly PlanRow[] =>
  plansOf(read, plan.thing ?? '')
    .filter(({ counts, unit }) => counts === plan.counts && unit === plan.unit)
    .filter(one => one.closedOn === null && (one.lastOn ?? '') < (plan.firstOn ?? ''))
    .toReversed()

const partsWritten = (read: Reader, year: PlanYear): readonly Draft[] =>
  earlierIn(read, year).map(({ used, years }, n) => {
    const { key, brought, follows } = year.holders[n]!
    return draft(engagement, key, { usedBefore: used, yearsBefore: years, brought, follows })
  })

/** The balances of who does not go on, each under a part of its own in this year. */
const departedWritten = (
  { plan, departed }: PlanYear,
  at: Pick<CommandContext, 'newId' | 'me'>,
): readonly Draft[] =>
  departed.map(({ row, own, brought }) => {
    if (own !== undefined) return draft(engagement, own, { brought })
    const { member, who, id: follows } = row
    const part = { thing: plan.thing, plan: plan.id, keyedBy: at.me ?? null, left: true }
    return draft(engagement, at.newId(), { ...part, member, who, follows, brought })
  })

/**
 * Why nothing is written in a year any more: its balances stand in a closed one. Names those that
 * are to be opened first, the first of all first.
 */
export function followedBy(read: Reader, plan: PlanRow): readonly PlanRow[] {
  return closedAfter(plan.id, plansOf(read, plan.thing ?? '')).toReversed()
}
/** The plan that a form names, where no closed year has its balances. */
export function planNotFollowed(
  input: Input,
  read: Reader,
  at: CommandContext,
): PlanKept | Refusal {
  const found = planKept(input, read, at)
  if ('refused' in found) return found
  const after = followedBy(read, found.plan)
  if (after.length === 0) return found
  const names = after.map(({ name }) => name ?? '')
  return { refused: say('shares.reopenFirst', found.plan.name ?? '', names) }
}

/** What the closing wrote of the year before is read anew; the link of who is forgotten stays. */
const reopenYear: Command<Words> = {
  name: 'reopenYear',
  path: `${PATH}/:id/frais/:plan/rouvrir`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = planNotFollowed(input, read, at)
    if ('refused' in found) return found
    const { plan, of } = found
    const parts = partsOf(read, plan.id)
    const payers = new Set(paymentsIn(read, plan.id).map(one => one.engagement))
    const departed = parts.filter(
      ({ id, left, settled }) => left === true && settled === null && !payers.has(id),
    )
    const opened = parts
      .filter(part => !departed.includes(part))
      .map(({ id, left, member, who, follows }) => {
        const isLinked = left === true || (member === null && who === null)
        return draft(engagement, id, { brought: null, follows: isLinked ? follows : null })
      })
    const plain = { closedOn: null, follows: null, asideBefore: null }
    return {
      drafts: [draft(sharePlan, plan.id, plain), ...opened],
      forget: departed.map(({ id }) => ({ type: engagement.name, record: id })),
      next: yearPath(of, plan.id),
      said: say('shares.reopened'),
    }
  },
}

export const closeCommands: readonly Command<Words>[] = [closeYear, reopenYear]
