import type { Command } from '../../../../contract/command.ts'
import { type Decision, draft } from '../../../../contract/decision.ts'
import { one } from '../../../../core/form/input.ts'
import type { fr } from '../../words/fr.ts'
import { PATH } from '../records-thing.ts'
import { MOST, openPlan, say, yearPath } from './commands-year.ts'
import { shareCall, shareCost } from './records.ts'
import { callsOf } from './rules.ts'
import { typedAmount } from './typed-units.ts'
import { isWorn, wearOf, yearOf } from './year.ts'

/** What was spent, and what each is called for. */

type Words = typeof fr
export const accountsPath = (id: string, plan: string): string => `${yearPath(id, plan)}/comptes`

const spend: Command<Words> = {
  name: 'spend',
  path: `${PATH}/:id/frais/:plan/depense`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = openPlan(input, read, at)
    if ('refused' in found) return found
    const { plan, of } = found
    const checked = at.fields(shareCost, input, ['what', 'day', 'part'])
    if ('refused' in checked) return checked
    const [day, first, last] = [checked.fields.day ?? '', plan.firstOn ?? '', plan.lastOn ?? '']
    if (day < first || day > last)
      return { refused: say('shares.costOutside', first, last), field: 'day' }
    const counts = plan.counts === 'hours' ? 'hours' : 'money'
    const amount = typedAmount(one(input, 'amount'), counts)
    if (amount === undefined || amount === 0 || amount > MOST)
      return { refused: say(`shares.bad.${counts}`), field: 'amount' }
    const by = one(input, 'advancedBy')
    const { holders } = yearOf(read, plan)
    const fields = {
      ...checked.fields,
      ...{ thing: of, plan: plan.id, keyedBy: at.me ?? null, amount },
      advancedBy: holders.some(({ key }) => key === by) ? by : null,
    }
    return {
      drafts: [draft(shareCost, at.newId(), fields)],
      next: accountsPath(of, plan.id),
      said: say(`shares.spentNow.${plan.counts === 'hours' ? 'hours' : 'money'}`),
    }
  },
}

/**
 * The wear of the year, as the plan says it, noted once among the costs: the purse keeps it, or it
 * is owed to who paid the thing.
 */
const noteWear: Command<Words> = {
  name: 'noteWear',
  path: `${PATH}/:id/frais/:plan/usure`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at, words): Decision => {
    const found = openPlan(input, read, at)
    if ('refused' in found) return found
    const { plan, of } = found
    const year = yearOf(read, plan)
    const amount = wearOf(year)
    const { wear } = words.shares.accounts
    if (amount === 0 || isWorn(year)) return { refused: say('shares.wearNoted') }
    const [first, last] = [plan.firstOn ?? at.today, plan.lastOn ?? at.today]
    const day = [first, at.today, last].toSorted()[1] ?? last
    const fields = { thing: of, plan: plan.id, keyedBy: at.me ?? null, what: wear, day, amount }
    const by = one(input, 'owedTo')
    const advancedBy = year.holders.some(({ key }) => key === by) ? by : null
    return {
      drafts: [draft(shareCost, at.newId(), { ...fields, part: 'fixed', wear: true, advancedBy })],
      next: accountsPath(of, plan.id),
      said: say(`shares.spentNow.${plan.counts === 'hours' ? 'hours' : 'money'}`),
    }
  },
}

const strikeCost: Command<Words> = {
  name: 'strikeCost',
  path: `${PATH}/:id/frais/:plan/depense/rayer`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = openPlan(input, read, at)
    if ('refused' in found) return found
    const cost = yearOf(read, found.plan).costs.find(({ id }) => id === one(input, 'cost'))
    if (!cost) return { refused: say('shares.notHere') }
    return {
      drafts: [],
      forget: [{ type: shareCost.name, record: cost.id }],
      next: accountsPath(found.of, found.plan.id),
      said: say('shares.struck'),
    }
  },
}

/**
 * The next call of the year goes out: each is called for their part of the expected cost. What was
 * called stays as it was when somebody engages later: the end of the year corrects it.
 */
const callFor: Command<Words> = {
  name: 'callForShares',
  path: `${PATH}/:id/frais/:plan/appel`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = openPlan(input, read, at)
    if ('refused' in found) return found
    const { plan, of } = found
    const { holders, calls, expected } = yearOf(read, plan)
    const count = plan.calls ?? 1
    const number = 1 + Math.max(0, ...calls.map(call => call.number ?? 0))
    if (expected === 0 || holders.length === 0) return { refused: say('shares.nothingToCall') }
    if (number > count) return { refused: say('shares.allCalled', count) }
    const engaged = holders.map(({ key, engaged: weight }) => ({ key, weight }))
    const drafts = callsOf(expected, engaged, count).flatMap(({ key, calls: amounts }) => {
      const amount = amounts[number - 1] ?? 0
      const fields = { thing: of, plan: plan.id, keyedBy: at.me ?? null, engagement: key, number }
      const called = { ...fields, amount, calledOn: at.today }
      return amount === 0 ? [] : [draft(shareCall, at.newId(), called)]
    })
    return { drafts, next: accountsPath(of, plan.id), said: say('shares.calledNow', number, count) }
  },
}

export const moneyCommands: readonly Command<Words>[] = [spend, noteWear, strikeCost, callFor]
