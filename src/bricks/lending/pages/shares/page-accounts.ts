import { type Html, html } from '../../../../contract/html.ts'
import type { Leaf, Page } from '../../../../contract/page.ts'
import { dayPlain, dayShort } from '../../../../text/days.ts'
import { actButton, hidden, mainButton, post } from '../../../../ui/post.ts'
import { TONGUE } from '../../../../ui/tongue.ts'
import { aboutButton } from '../../../../ui/which.ts'
import { PATH } from '../../model/records-thing.ts'
import { CLOSES, CLOSING } from '../../model/shares/commands-close.ts'
import { accountsPath } from '../../model/shares/commands-money.ts'
import { yearPath } from '../../model/shares/commands-year.ts'
import { sum } from '../../model/shares/exact.ts'
import { type CostRow, linesOf, nameIn } from '../../model/shares/read.ts'
import { isWorn, paymentsOf, stillCalled, wearOf } from '../../model/shares/year.ts'
import { apartSaid, othersSaid } from './meter-said.ts'
import { faultsSaid } from './page-notebook.ts'
import { payments } from './payments.ts'
import {
  chosen,
  elsewhereLeaf,
  isLocked,
  sharesLeaf,
  table,
  typed,
  type Words,
  type YearRead,
  yearRead,
} from './pieces.ts'
import { nameOf, settlement } from './settlement.ts'
import { rulesSaid } from './statement.ts'

/** What was spent, what each was called for, and what each owes at the real cost. */
export const accountsPage: Page<Words> = {
  path: `${PATH}/:id/frais/:plan/comptes`,
  who: 'neighbour',
  show: (kit, read, words): Leaf | undefined => {
    if (!kit.request.private) return elsewhereLeaf(kit, words.shares)
    const of = yearRead({ kit, read, words })
    if (!of?.keeps || of.plan.counts === 'nothing') return undefined
    const { w, title, plan } = of
    const body = html`
      ${of.isClosed && html`<p class="note">${w.isClosed}</p>`}
      ${closing(of)}
      ${spent(of, words)}
      ${plan.counts === 'money' && calls(of)}
      ${payments(of)}
      ${settlement(of)}
      ${rulesSaid(of)}
    `
    return sharesLeaf(kit, w, {
      title: w.accounts.of(title, plan.name ?? ''),
      ...{ thing: of.thing, name: title, plan, body },
    })
  },
}

/** What is not paid yet, and where the meter does not follow, before a year is closed. */
function closing(of: YearRead): Html | false {
  const { kit, w, year, said, thing, plan } = of
  const { again, lang, today } = kit.request
  if (again?.asks !== 'more' || !(CLOSING in again.input)) return false
  const a = w.accounts
  const unpaid = year.holders.flatMap(holder => {
    const amount = stillCalled(year, holder)
    const name = html`<span${TONGUE}>${nameOf(of, holder.key)}</span>`
    return amount === 0 ? [] : [html`<li>${name}${a.owed(said.amount(amount))}</li>`]
  })
  const last = plan.lastOn ?? ''
  const faults = faultsSaid({ ...of, all: linesOf(of.read, plan) })
  const apart = [apartSaid(of), othersSaid(of)].filter(Boolean).join(' ')
  return html`
    <section class="note" role="status">
      ${today < last && html`<p>${a.notOver(dayPlain(last, lang, today))}</p>`}
      ${unpaid.length > 0 && html`<p>${a.unpaid}</p><ul>${unpaid}</ul>`}
      ${apart !== '' && html`<p>${apart}</p>`}
      ${
        faults.length > 0 &&
        html`<p>${w.notebook.holes}</p><ul>${faults.map(one => html`<li>${one}</li>`)}</ul>`
      }
      <p>${a.closeAnyway}</p>
      ${actButton(kit.form(), `${yearPath(thing, plan.id)}/cloturer`, {
        hidden: { [CLOSES]: '1', from: accountsPath(thing, plan.id) },
        button: a.closeNow,
      })}
    </section>
  `
}

function spent(of: YearRead, words: Words): Html {
  const { kit, w, year, said, thing, plan, isClosed } = of
  const a = w.accounts
  const { lang, today } = kit.request
  const byPurse = ({ wear }: CostRow): string => (wear ? a.keptAside : a.byPurse[said.counts])
  const row = (cost: CostRow) => [
    html`<span${TONGUE}>${cost.what}</span>`,
    dayShort(cost.day ?? '', lang, today),
    cost.part === 'variable' ? a.variable : a.fixed,
    html`<span${TONGUE}>${nameOf(of, cost.advancedBy) || byPurse(cost)}</span>`,
    said.amount(cost.amount ?? 0),
    !isClosed &&
      actButton(kit.form(), `${yearPath(thing, plan.id)}/depense/rayer`, {
        look: 'inline no-print',
        hidden: { cost: cost.id },
        button: aboutButton(w.strike, cost.what ?? '', lang),
      }),
  ]
  const heads = [a.what, a.day, a.part, a.advancedBy[said.counts]]
  return html`
    <section class="part">
      <h2>${a.spent}</h2>
      ${
        year.costs.length === 0
          ? html`<p>${a.nothingSpent}</p>`
          : table(
              a.spent,
              [...heads.map(head => ({ head })), { head: a.amount, right: true }, { head: '' }],
              year.costs.map(row),
            )
      }
      ${!isClosed && noteWear(of)}
      ${!isClosed && spending(of, words)}
    </section>
  `
}

/** The wear of the year among the costs, where nobody noted it. */
function noteWear({ kit, read, w, thing, plan, year, said }: YearRead): Html | false {
  const [a, amount] = [w.accounts, wearOf(year)]
  if (amount === 0 || isWorn(year)) return false
  return post(kit.form(), `${yearPath(thing, plan.id)}/usure`, {
    look: 'form no-print',
    fields: html`
      <p class="hint">${a.wearHint}</p>
      ${chosen(kit, 'owedTo', {
        label: a.wearFor,
        none: a.keptAside,
        choices: year.holders.map(({ key, row }) => [key, nameIn(read, row, w.gone)]),
      })}
    `,
    button: a.noteWear(said.amount(amount)),
  })
}

function spending({ kit, read, w, thing, plan, year, said }: YearRead, { types }: Words): Html {
  const a = w.accounts
  const { fields } = types['share-cost']
  const isOfHours = plan.counts === 'hours'
  const sorts = isOfHours ? w.inHours.part : fields.part.choices
  const people = year.holders.map(({ key, row }) => [key, nameIn(read, row, w.gone)] as const)
  return post(kit.form(), `${yearPath(thing, plan.id)}/depense`, {
    look: 'form no-print',
    unchecked: true,
    fields: html`
      ${typed(kit, 'what', fields.what)}
      ${typed(kit, 'amount', {
        label: isOfHours ? a.hours : a.amount,
        isNumber: true,
      })}
      ${typed(kit, 'day', { ...fields.day, value: kit.request.today, type: 'date' })}
      ${chosen(kit, 'part', {
        label: isOfHours ? w.inHours.partLabel : fields.part.label,
        value: 'fixed',
        choices: (['fixed', 'variable'] as const).map(one => [one, sorts[one]]),
      })}
      ${chosen(kit, 'advancedBy', {
        label: a.advancedBy[said.counts],
        none: a.byPurse[said.counts],
        choices: people,
      })}
    `,
    button: mainButton(a.spend),
  })
}

function calls(of: YearRead): Html {
  const { kit, w, year, said, thing, plan, isClosed } = of
  const a = w.accounts
  const count = plan.calls ?? 1
  const done = Math.max(0, ...year.calls.map(({ number }) => number ?? 0))
  const path = yearPath(thing, plan.id)
  const row = (key: string) => [
    html`<span${TONGUE}>${nameOf(of, key)}</span>`,
    ...Array.from({ length: done }, (_, n) => {
      const call = year.calls.find(one => one.engagement === key && one.number === n + 1)
      return call === undefined
        ? ''
        : html`
          <label class="tick">
            <input type="checkbox" name="paid" value="${call.id}"
              aria-label="${a.paidBy(nameOf(of, key), n + 1)}"
              ${call.paidOn !== null && html` checked`}
              ${(isLocked(of) || isSettledRest(call.engagement)) && html` disabled`}>
            ${said.amount(call.amount ?? 0)}
          </label>
        `
    }),
  ]
  const isSettledRest = (key: string | null): boolean =>
    year.holders.some(one => one.key === key && paymentsOf(year, one).some(({ isRest }) => isRest))
  const totals = [
    html`<b>${w.total}</b>`,
    ...Array.from({ length: done }, (_, n) => {
      const ofCall = year.calls.filter(({ number }) => number === n + 1)
      return html`<b>${said.amount(sum(ofCall.map(({ amount }) => amount ?? 0)))}</b>`
    }),
  ]
  const grid = table(
    a.calls,
    [{ head: w.heads.who }, ...Array.from({ length: done }, (_, n) => ({ head: a.call(n + 1) }))],
    [...year.holders.map(({ key }) => row(key)), totals],
  )
  return html`
    <section class="part">
      <h2>${a.calls}</h2>
      <p>${a.callsLead(said.amount(year.expected), count)}</p>
      ${done > 0 && html`<p>${gathered(of)}</p>`}
      ${
        done > 0 &&
        post(kit.form(), `${path}/paye`, {
          look: '',
          fields: html`${hidden({ shown: year.calls.map(({ id }) => id) })}${grid}`,
          button: isLocked(of) ? html`` : html`<button class="no-print">${a.notePaid}</button>`,
        })
      }
      ${
        done > 0 &&
        html`
          <p class="acts no-print">
            <a class="button quiet" href="/imprimer/appel/${plan.id}">${a.printCall(done)}</a>
          </p>
        `
      }
      ${
        !isClosed &&
        done < count &&
        year.expected > 0 &&
        actButton(kit.form(), `${path}/appel`, {
          look: 'inline no-print',
          button: a.callNow(done + 1, count),
        })
      }
    </section>
  `
}

/** What the calls and other payments brought in, and what is still to come of the calls. */
function gathered({ w, year, said }: YearRead): string {
  const called = sum(year.calls.map(one => (one.paidOn === null ? 0 : (one.amount ?? 0))))
  const others = sum(year.payments.map(({ amount }) => amount ?? 0))
  const left = sum(year.holders.map(one => stillCalled(year, one)))
  return w.accounts.gathered(said.amount(called + others), said.amount(left))
}
