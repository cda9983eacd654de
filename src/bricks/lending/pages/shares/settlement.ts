import { type Html, html } from '../../../../contract/html.ts'
import { capital } from '../../../../text/capital.ts'
import { tick } from '../../../../ui/field.ts'
import { actButton, hidden, post } from '../../../../ui/post.ts'
import { TONGUE } from '../../../../ui/tongue.ts'
import { which } from '../../../../ui/which.ts'
import { CLOSING } from '../../model/shares/commands-close.ts'
import { yearPath } from '../../model/shares/commands-year.ts'
import { sum } from '../../model/shares/exact.ts'
import { nameIn } from '../../model/shares/read.ts'
import { asideIn, isSettled, paymentsOf, settled } from '../../model/shares/year.ts'
import { apartSaid, othersSaid } from './meter-said.ts'
import {
  broughtInAll,
  carriedSaid,
  departedName,
  isBrought,
  isLocked,
  table,
  type YearRead,
} from './pieces.ts'

/** The year of a statement, of who left before it: their part is of the year before. */
export const OF_YEAR = 'annee'

/** The year at its real cost: what each owes, what the purse holds, who has settled the rest. */

/** Whose part it is, of who shares and of who left. */
export const nameOf = ({ read, year, w }: YearRead, key: string | null): string => {
  const holder = [...year.holders, ...year.departed].find(one => one.key === key)
  return holder ? nameIn(read, holder.row, w.gone) : ''
}

/** What each owes at the real cost, with what the year before left them. */
export function settlement(of: YearRead): Html {
  const { kit, read, w, year, said, thing, plan, isClosed } = of
  const a = w.accounts
  const { accounts, departed, paid, purse } = settled(read, year)
  const [name, isCarried] = [year.before?.name ?? '', isBrought(of)]
  const { signed } = said
  const brought = (n: number): readonly string[] => (isCarried ? [signed(n)] : [])
  const total = [
    w.total,
    ...[
      sum(accounts.map(({ fixed, extra = 0 }) => fixed + extra)),
      ...[sum(accounts.map(({ variable }) => variable)), sum(accounts.map(({ due }) => due))],
    ].map(said.amount),
    ...brought(broughtInAll(year)),
    ...[said.amount(paid), signed(sum([...accounts, ...departed].map(({ balance }) => balance)))],
    '',
  ]
  const rows = accounts.map(one => [
    html`<span${TONGUE}>${nameOf(of, one.key)}</span>`,
    said.amount(one.fixed + (one.extra ?? 0)),
    said.amount(one.variable),
    said.amount(one.due),
    ...brought(one.brought ?? 0),
    said.amount(one.paid),
    signed(one.balance),
    toStatement(of, one.key),
  ])
  const left = departed.map(one => [
    html`<span${TONGUE}>${departedName(of, one)}</span>`,
    ...['', '', ''],
    ...brought(one.brought),
    ...[said.amount(one.paid), signed(one.balance)],
    toStatement(of, one.key),
  ])
  const heads = [
    ...[a.fixed, a.variable, a.due],
    ...(isCarried ? [w.brought(name)] : []),
    ...[a.paid[said.counts], a.balance],
  ]
  const off = accounts.filter(one => one.fixedOff !== 0 || one.variableOff !== 0)
  const counts = plan.counts === 'hours' ? 'hours' : 'money'
  const names = off.map(({ key }) => nameOf(of, key))
  const apart = [apartSaid(of), othersSaid(of)].filter(Boolean).join(' ')
  const lead = [a.settlementLead(w.by[year.by]), isCarried ? a.broughtLead(name) : '']
  const under = [
    asideIn(year) > 0 ? a.zeroAside : a.zero,
    w.statement.nearest[counts],
    names.length > 0 ? a.off[counts](names) : '',
  ]
  return html`
    <section class="part">
      <h2>${a.settlement}</h2>
      <p>${lead.join(' ').trim()}</p>
      ${table(
        a.settlement,
        [
          { head: w.heads.who },
          ...heads.map(head => ({ head: capital(head), right: true })),
          { head: '' },
        ],
        [...rows, ...left, total.map(cell => html`<b>${cell}</b>`)],
      )}
      <p>${purseSaid(of, purse)}</p>
      ${apart !== '' && html`<p>${apart}</p>`}
      <p class="hint">
        ${under.filter(Boolean).join(' ')}
      </p>
      ${isClosed && !isLocked(of) && rests(of, [...accounts, ...departed])}
      ${carriedSaid(of) !== '' && html`<p>${carriedSaid(of)}</p>`}
      <p class="acts no-print">
        <a class="button quiet" href="/imprimer/releves/${plan.id}">${a.printAll}</a>
        <a class="button quiet" href="/imprimer/releves/${plan.id}?format=csv">${w.asTable}</a>
        ${
          !isClosed &&
          actButton(kit.form(), `${yearPath(thing, plan.id)}/cloturer`, {
            hidden: { [CLOSING]: '1' },
            button: a.close,
          })
        }
      </p>
    </section>
  `
}

/** The paper of one of them alone. */
const toStatement = (of: YearRead, key: string): Html => {
  const { printOne } = of.w.accounts
  return html`
    <a class="no-print" href="/imprimer/releve/${key}?${OF_YEAR}=${of.plan.id}"
      ${which(printOne, nameOf(of, key), of.kit.request.lang)}>${printOne}</a>
  `
}

/** What the purse holds. The wear was charged and not spent: it is in there still. */
function purseSaid({ w, year, said }: YearRead, purse: number): string {
  const a = w.accounts
  const aside = asideIn(year)
  const tin = purse + aside
  return [
    tin < 0
      ? a.purseLacks[said.counts](said.amount(-tin))
      : a.purseHolds[said.counts](said.amount(tin)),
    aside === 0 ? '' : a[tin < aside ? 'asideLacks' : 'aside'](said.amount(aside)),
  ].join(' ')
}

type Rest = Readonly<{ key: string; balance: number }>
/** Who has still to pay once the year is closed, who is to be paid back, and who did. */
function rests(of: YearRead, accounts: readonly Rest[]): Html | false {
  const { kit, w, year, said, thing, plan } = of
  const a = w.accounts
  const paid = new Map(
    [...year.holders, ...year.departed].map(part => [
      part.key,
      paymentsOf(year, part).filter(({ isRest }) => isRest),
    ]),
  )
  const open = accounts.filter(
    ({ key, balance }) => balance !== 0 || (paid.get(key)?.length ?? 0) > 0,
  )
  if (open.length === 0) return false
  const line = ({ key, balance }: Rest): Html => {
    const done = paid.get(key) ?? []
    const isDone = isSettled(done, balance)
    const amount = isDone ? sum(done.map(one => one.amount)) : -balance
    return tick({
      ...{ id: `f-${key}`, name: 'settled', value: key, look: 'choice', isOn: isDone },
      words: a[amount < 0 ? 'paidBack' : 'restPaid'](
        nameOf(of, key),
        said.amount(Math.abs(amount)),
      ),
    })
  }
  return post(kit.form(), `${yearPath(thing, plan.id)}/solde`, {
    look: 'form',
    fields: html`
      ${hidden({ shown: open.map(({ key }) => key) })}
      <fieldset class="group-field"><legend>${a.rest}</legend>${open.map(line)}</fieldset>
    `,
    button: html`<button class="no-print">${a.noteRests}</button>`,
  })
}
