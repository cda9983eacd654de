import type { Command, CommandContext } from '../../../../contract/command.ts'
import { type Decision, draft, type Refusal } from '../../../../contract/decision.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { isSameName } from '../../../../contract/speaker.ts'
import { type Input, one } from '../../../../core/form/input.ts'
import type { fr } from '../../words/fr.ts'
import { PATH } from '../records-thing.ts'
import { openPlan, say, yearPath } from './commands-year.ts'
import { type EngagementRow, engagementsOf, isSameHolder, partsOf } from './read.ts'
import { engagement } from './records.ts'
import { typedUnits } from './typed-units.ts'
import { yearOf } from './year.ts'

/** People engage for so many units of a year. */

type Words = typeof fr
/** The largest engagement. Units: parts. */
const MOST = 3_000_000_000

/**
 * The person of a part: the one member of this name, or the name itself, of a household without a
 * card. A card's first name that two members bear says nobody: it is kept as it is typed.
 */
function holderIn(input: Input, read: Reader): Pick<EngagementRow, 'member' | 'who'> | Refusal {
  const typed = one(input, 'who')
  if (typed === '') return { refused: say('shares.sayWho'), field: 'who' }
  if (typed.length > engagement.fields.who.longest)
    return { refused: say('shares.shorterName'), field: 'who' }
  const known = (read.published.membersKnown?.() ?? []).filter(one => isSameName(one.name, typed))
  const [member] = known
  return known.length === 1 && member
    ? { member: member.id, who: null }
    : { member: null, who: typed }
}

function partsIn(input: Input, unit: string | null): number | Refusal {
  const text = one(input, 'parts')
  const parts = text === '' ? 0 : typedUnits(text, (unit ?? 'hour') as 'hour')
  return parts === undefined || parts > MOST
    ? { refused: say('shares.cell.badUnits'), field: 'parts' }
    : parts
}

const engage: Command<Words> = {
  name: 'engage',
  path: `${PATH}/:id/frais/:plan/engager`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = openPlan(input, read, at)
    if ('refused' in found) return found
    const { plan, of } = found
    const holder = holderIn(input, read)
    if ('refused' in holder) return holder
    const same = partsOf(read, plan.id).filter(row => isSameHolder(row, holder))
    if (same.some(({ left }) => left !== true))
      return { refused: say('shares.engagedAlready', one(input, 'who')), field: 'who' }
    const parts = partsIn(input, plan.unit)
    if (typeof parts === 'object') return parts
    const fields = { thing: of, plan: plan.id, keyedBy: at.me ?? null, ...holder, parts }
    // Who left, and paid since, comes back to the part that says so.
    const [own] = same
    return {
      drafts: own
        ? [draft(engagement, own.id, { ...fields, left: null })]
        : [draft(engagement, at.newId(), fields)],
      next: `${yearPath(of, plan.id)}#f-who`,
      said: say('shares.engagedNow', one(input, 'who')),
    }
  },
}

/** Whose part a form names, in an open year. */
function partOf(
  input: Input,
  read: Reader,
  at: CommandContext,
): Readonly<{ of: string; plan: Parameters<typeof yearOf>[1]; row: EngagementRow }> | Refusal {
  const found = openPlan(input, read, at)
  if ('refused' in found) return found
  const row = engagementsOf(read, found.plan.id).find(({ id }) => id === one(input, 'part'))
  return row ? { ...found, row } : { refused: say('shares.notHere') }
}

const engageOtherwise: Command<Words> = {
  name: 'engageOtherwise',
  path: `${PATH}/:id/frais/:plan/engagement`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = partOf(input, read, at)
    if ('refused' in found) return found
    const parts = partsIn(input, found.plan.unit)
    if (typeof parts === 'object') return parts
    return {
      drafts: [draft(engagement, found.row.id, { parts })],
      next: yearPath(found.of, found.plan.id),
      said: say('shares.kept'),
    }
  },
}

/** Somebody of whom nothing is noted is no part of the year any more. */
const leave: Command<Words> = {
  name: 'leaveYear',
  path: `${PATH}/:id/frais/:plan/retirer`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = partOf(input, read, at)
    if ('refused' in found) return found
    const { holders, costs, calls, payments } = yearOf(read, found.plan)
    const isNoted =
      holders.some(({ key, used, paid }) => key === found.row.id && (used > 0 || paid !== 0)) ||
      [...calls, ...payments].some(one => one.engagement === found.row.id) ||
      costs.some(cost => cost.advancedBy === found.row.id)
    if (isNoted) return { refused: say('shares.partUsed') }
    return {
      drafts: [],
      forget: [{ type: engagement.name, record: found.row.id }],
      next: yearPath(found.of, found.plan.id),
      said: say('shares.leftNow'),
    }
  },
}

export const engageCommands: readonly Command<Words>[] = [engage, engageOtherwise, leave]
