import { type Html, html } from '../../../../contract/html.ts'
import { dayShort } from '../../../../text/days.ts'
import { actButton, mainButton, post } from '../../../../ui/post.ts'
import { TONGUE } from '../../../../ui/tongue.ts'
import { aboutButton } from '../../../../ui/which.ts'
import { yearPath } from '../../model/shares/commands-year.ts'
import { nameIn } from '../../model/shares/read.ts'
import { type PaidPart, paymentsOf } from '../../model/shares/year.ts'
import { chosen, departedName, isLocked, table, typed, type YearRead } from './pieces.ts'

/** What was paid otherwise than by a call, each payment with its day. */
export function payments(of: YearRead): Html | false {
  const { kit, w, year, said, thing, plan } = of
  const { lang, today } = kit.request
  const a = w.accounts
  const path = `${yearPath(thing, plan.id)}/versement`
  const all = people(of).flatMap(({ part, name }) =>
    paymentsOf(year, part).map(paid => ({ ...paid, name })),
  )
  const rows = all
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
    .map(one => [
      dayShort(one.day, lang, today),
      html`<span${TONGUE}>${one.name}</span>`,
      said.signed(one.amount),
      !isLocked(of) && strike(one),
    ])
  if (isLocked(of) && rows.length === 0) return false
  return html`
    <section class="part">
      <h2>${a.payments}</h2>
      ${
        rows.length > 0 &&
        table(
          a.payments,
          [{ head: a.day }, { head: w.heads.who }, { head: a.amount, right: true }, { head: '' }],
          rows,
        )
      }
      ${!isLocked(of) && people(of).length > 0 && form(of, path)}
    </section>
  `
  // A sum of before payments had records is turned by its tick below.
  function strike({ id, day, name }: PaidPart & Readonly<{ name: string }>): Html | false {
    if (id === undefined) return false
    return actButton(kit.form(), `${path}/rayer`, {
      look: 'inline no-print',
      hidden: { payment: id },
      button: aboutButton(w.strike, `${name}, ${dayShort(day, lang, today)}`, lang),
    })
  }
}

const people = (of: YearRead) => [
  ...of.year.holders.map(part => ({ part, name: nameIn(of.read, part.row, of.w.gone) })),
  ...of.year.departed.map(part => ({ part, name: departedName(of, part) })),
]

function form(of: YearRead, path: string): Html {
  const { kit, w } = of
  const a = w.accounts
  return html`
    <details class="no-print"${
      kit.request.again !== undefined && 'payer' in kit.request.again.input && html` open`
    }>
      <summary><b>${a.otherPayment}</b></summary>
      ${post(kit.form(), path, {
        unchecked: true,
        fields: html`
          <p class="hint">${a.paymentHint}</p>
          ${chosen(kit, 'payer', {
            ...{ label: w.heads.who, none: a.payerNone },
            choices: people(of).map(({ part, name }) => [part.key, name]),
          })}
          ${typed(kit, 'sum', {
            ...{ label: a.sum, hint: a.sumHint },
          })}
          ${typed(kit, 'paidOn', { label: a.payday, value: kit.request.today, type: 'date' })}
        `,
        button: mainButton(a.notePayment),
      })}
    </details>
  `
}
