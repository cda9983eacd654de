import type { Command } from '../../../../contract/command.ts'
import { type Decision, draft } from '../../../../contract/decision.ts'
import { one, texts } from '../../../../core/form/input.ts'
import { typedDay } from '../../../../core/form/typed.ts'
import type { fr } from '../../words/fr.ts'
import { PATH } from '../records-thing.ts'
import { planNotFollowed } from './commands-close.ts'
import { accountsPath } from './commands-money.ts'
import { MOST, say } from './commands-year.ts'
import { engagement, shareCall, sharePayment } from './records.ts'
import { typedAmount } from './typed-units.ts'
import { isSettled, paymentsOf, settled, yearOf } from './year.ts'

/** What each paid: a call, part of one, or the rest after the closing. */

type Words = typeof fr

/**
 * The ticks of what was paid, as the page shows them all; after the closing too. Whose rest is
 * settled has paid their calls with it.
 */
const notePaid: Command<Words> = {
  name: 'notePaid',
  path: `${PATH}/:id/frais/:plan/paye`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = planNotFollowed(input, read, at)
    if ('refused' in found) return found
    const { plan, of } = found
    const [paid, shown] = [texts(input, 'paid'), texts(input, 'shown')]
    const year = yearOf(read, plan)
    const settledOnes = new Set(
      year.holders
        .filter(holder => paymentsOf(year, holder).some(({ isRest }) => isRest))
        .map(({ key }) => key),
    )
    const drafts = year.calls.flatMap(({ id, paidOn, engagement: key }) => {
      const isPaid = paid.includes(id)
      // A call that the form did not show yet stays as it is.
      if (!shown.includes(id) || isPaid === (paidOn !== null)) return []
      if (settledOnes.has(key ?? '')) return []
      return [draft(shareCall, id, { paidOn: isPaid ? at.today : null })]
    })
    return { drafts, next: accountsPath(of, plan.id), said: say('shares.kept') }
  },
}

/** The ticks of whose rest is paid, or paid back to them, once the year is closed. */
const noteSettled: Command<Words> = {
  name: 'noteSettled',
  path: `${PATH}/:id/frais/:plan/solde`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = planNotFollowed(input, read, at)
    if ('refused' in found) return found
    const { plan, of } = found
    if (plan.closedOn === null)
      return {
        refused: say(
          plan.counts === 'hours' ? 'shares.inHours.said.notClosed' : 'shares.notClosed',
        ),
      }
    const [ticked, shown] = [texts(input, 'settled'), texts(input, 'shown')]
    const year = yearOf(read, plan)
    const { accounts } = settled(read, year)
    const turned = [
      ...year.holders.map((holder, n) => ({ ...holder, balance: accounts[n]!.balance })),
      ...year.departed,
    ]
      .map(part => ({ ...part, was: paymentsOf(year, part), isTicked: ticked.includes(part.key) }))
      .filter(({ key, was, balance, isTicked }) =>
        shown.includes(key) ? isTicked !== isSettled(was, balance) : false,
      )
    const paid = { thing: of, plan: plan.id, keyedBy: at.me ?? null, day: at.today, rest: true }
    return {
      drafts: turned.flatMap(({ key, balance, row, isTicked }) =>
        isTicked
          ? [draft(sharePayment, at.newId(), { ...paid, engagement: key, amount: 0 - balance })]
          : row.settledOn === null
            ? []
            : [draft(engagement, key, { settled: null, settledOn: null })],
      ),
      forget: turned
        .filter(({ isTicked }) => !isTicked)
        .flatMap(({ was }) => was.flatMap(({ id, isRest }) => (id && isRest ? [id] : [])))
        .map(record => ({ type: sharePayment.name, record })),
      next: accountsPath(of, plan.id),
      said: say('shares.kept'),
    }
  },
}

/** *12,50*, or *−12,50* for what is paid back, or mends another payment. */
function signedAmount(text: string, counts: 'money' | 'hours'): number | undefined {
  const [, sign = '', rest = ''] = /^\s*([-−–+]?)(.*)$/s.exec(text) ?? []
  const amount = typedAmount(rest, counts)
  return amount === undefined || sign === '' || sign === '+' ? amount : 0 - amount
}

/** A payment of its own, with its day: part of a call, or what somebody was paid back. */
const notePayment: Command<Words> = {
  name: 'notePayment',
  path: `${PATH}/:id/frais/:plan/versement`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = planNotFollowed(input, read, at)
    if ('refused' in found) return found
    const { plan, of } = found
    const { holders, departed } = yearOf(read, plan)
    const part = [...holders, ...departed].find(({ key }) => key === one(input, 'payer'))
    if (!part)
      return {
        refused: say(plan.counts === 'hours' ? 'shares.inHours.said.sayPayer' : 'shares.sayPayer'),
        field: 'payer',
      }
    const counts = plan.counts === 'hours' ? 'hours' : 'money'
    const amount = signedAmount(one(input, 'sum'), counts)
    if (amount === undefined || amount === 0 || Math.abs(amount) > MOST)
      return { refused: say(`shares.bad.${counts}`), field: 'sum' }
    const day = typedDay(one(input, 'paidOn') || at.today, at.today)
    if (day === undefined || day === 'noSuchDay' || day > at.today)
      return { refused: say('shares.badPayday'), field: 'paidOn' }
    const fields = { thing: of, plan: plan.id, keyedBy: at.me ?? null, engagement: part.key }
    return {
      drafts: [draft(sharePayment, at.newId(), { ...fields, day, amount })],
      next: accountsPath(of, plan.id),
      said: say(plan.counts === 'hours' ? 'shares.inHours.said.paidNow' : 'shares.paidNow'),
    }
  },
}

const takeBackPayment: Command<Words> = {
  name: 'takeBackPayment',
  path: `${PATH}/:id/frais/:plan/versement/rayer`,
  who: 'neighbour',
  private: true,
  decide: (input, read, at): Decision => {
    const found = planNotFollowed(input, read, at)
    if ('refused' in found) return found
    const { plan, of } = found
    const payment = yearOf(read, plan).payments.find(({ id }) => id === one(input, 'payment'))
    if (!payment) return { refused: say('shares.notHere') }
    return {
      drafts: [],
      forget: [{ type: sharePayment.name, record: payment.id }],
      next: accountsPath(of, plan.id),
      said: say('shares.struck'),
    }
  },
}

export const paidCommands: readonly Command<Words>[] = [
  ...[notePaid, noteSettled],
  ...[notePayment, takeBackPayment],
]
