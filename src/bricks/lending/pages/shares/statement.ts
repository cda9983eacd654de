import { type Html, html } from '../../../../contract/html.ts'
import { MEAN_YEARS } from '../../model/shares/engagement-rule.ts'
import { nameIn } from '../../model/shares/read.ts'
import type { SettledAccount } from '../../model/shares/rules.ts'
import { checksIn, type ShareHolder, settled } from '../../model/shares/year.ts'
import type { YearRead } from './pieces.ts'

/** What one of them used, owes and paid: the same lines on their page and on their paper. */

export type StatementLine = Readonly<{ label: string; value: string; isSum?: true }>
/** The lines of a statement: units alone where nothing is counted. */
export function statementLines(of: YearRead, holder: ShareHolder): readonly StatementLine[] {
  const { w, plan, said } = of
  const s = w.statement
  const units = [
    { label: s.engaged, value: said.units(holder.engaged) },
    { label: s.used, value: said.units(holder.used) },
  ]
  if (plan.counts === 'nothing') return units
  const account = settled(of.read, of.year).accounts.find(({ key }) => key === holder.key)
  return account ? [...units, ...amountsOf(account, of)] : units
}

function amountsOf(account: SettledAccount, { w, said, year }: YearRead): readonly StatementLine[] {
  const s = w.statement
  const { extra = 0, odd } = account
  return [
    { label: s.fixed(w.by[year.by]), value: said.amount(account.fixed) },
    { label: s.variable, value: said.amount(account.variable) },
    ...(extra === 0 ? [] : [{ label: s.extra, value: said.amount(extra) }]),
    { label: s.due, value: said.amount(account.due), isSum: true as const },
    { label: s.paid, value: said.amount(account.paid) },
    { ...balanceOf(account.balance, { w, said }), isSum: true as const },
    ...(odd === 0 ? [] : [{ label: s.odd, value: s.oddCents(odd) }]),
  ]
}
const balanceOf = (balance: number, { w, said }: Pick<YearRead, 'w' | 'said'>): StatementLine =>
  balance < 0
    ? { label: w.statement.owes, value: said.amount(-balance) }
    : {
        label: balance === 0 ? w.statement.even : w.statement.getsBack,
        value: said.amount(balance),
      }

/** Their own statement, on the page of the year. */
export function ownStatement(of: YearRead, holder: ShareHolder): Html {
  const { w, isClosed } = of
  const lines = statementLines(of, holder).map(
    ({ label, value, isSum }) =>
      html`<dt>${label}</dt><dd>${isSum ? html`<b>${value}</b>` : value}</dd>`,
  )
  return html`
    <section class="part">
      <h2>${w.yours}</h2>
      <dl>${lines}</dl>
      <p class="hint">${isClosed ? w.isClosed : w.soFar}</p>
      <p class="acts no-print">
        <a class="button quiet" href="/imprimer/releve/${holder.key}">${w.printOwn}</a>
      </p>
    </section>
  `
}

/** Who used much less or more than they engaged for, and whether anything is due for it. */
export function rulesSaid(of: YearRead): Html | false {
  const { read, w, year, said, plan } = of
  const out = checksIn(read, year).filter(({ wouldBe }) => wouldBe > 0)
  if (out.length === 0 || plan.counts === 'nothing') return false
  const line = ({
    key,
    is,
    percent,
    apart,
    amount,
    wouldBe,
    revised,
  }: (typeof out)[number]): Html => {
    const holder = year.holders.find(one => one.key === key)
    const name = holder ? nameIn(read, holder.row, w.gone) : w.gone
    const due =
      amount > 0
        ? w.rule.due(said.amount(amount), plan.article ?? '')
        : w.rule.notDue(said.amount(wouldBe))
    const says = [
      w.rule[is === 'under' ? 'under' : 'over'](name, percent, said.units(apart)),
      due,
      revised === undefined ? '' : w.rule.revised(said.units(revised)),
    ]
    return html`<li>${says.filter(Boolean).join(' ')}</li>`
  }
  return html`
    <section class="part">
      <h2>${w.rule.title}</h2>
      <p class="hint">${w.rule.hint(MEAN_YEARS)}</p>
      <ul>${out.map(line)}</ul>
    </section>
  `
}
