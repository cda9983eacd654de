import { type Html, html } from '../../../../contract/html.ts'
import type { Leaf, Page } from '../../../../contract/page.ts'
import { asSent } from '../../../../core/form/input.ts'
import { actButton, mainButton, post } from '../../../../ui/post.ts'
import { TONGUE } from '../../../../ui/tongue.ts'
import { aboutButton, which } from '../../../../ui/which.ts'
import { PATH } from '../../model/records-thing.ts'
import { accountsPath } from '../../model/shares/commands-money.ts'
import { notebookPath } from '../../model/shares/commands-notebook.ts'
import { sharesPath, yearPath } from '../../model/shares/commands-year.ts'
import { sum } from '../../model/shares/exact.ts'
import { nameIn } from '../../model/shares/read.ts'
import { costsIn, isUntouched, type ShareHolder } from '../../model/shares/year.ts'
import {
  broughtInAll,
  carriedSaid,
  departedName,
  elsewhereLeaf,
  isBrought,
  isLocked,
  sharesLeaf,
  table,
  typed,
  type Words,
  type YearRead,
  yearRead,
} from './pieces.ts'
import { planFields } from './plan-form.ts'
import { expectedSaid, formulaRows } from './said.ts'
import { ownStatement } from './statement.ts'
import { whatIf } from './what-if.ts'

/** One year: its price with the formula, who engaged for how much, and what would change it. */
export const yearPage: Page<Words> = {
  path: `${PATH}/:id/frais/:plan`,
  who: 'neighbour',
  show: (kit, read, words): Leaf | undefined => {
    if (!kit.request.private) return elsewhereLeaf(kit, words.shares)
    const of = yearRead({ kit, read, words })
    if (!of) return undefined
    const { w, title, plan, keeps, isClosed } = of
    const body = html`
      ${isClosed && html`<p class="note">${w.isClosed} ${carriedSaid(of)}</p>`}
      ${ways(of)}
      ${of.own.map(holder => ownStatement(of, holder))}
      ${plan.counts !== 'nothing' && price(of)}
      ${keeps && people(of)}
      ${keeps && plan.counts !== 'nothing' && whatIf(of)}
      ${keeps && changing(of, words)}
    `
    return sharesLeaf(kit, w, {
      title: w.yearOf(title, plan.name ?? ''),
      ...{ thing: of.thing, name: title, plan, body },
    })
  },
}

const ways = ({ w, thing, plan, keeps }: YearRead): Html => html`
  <p class="acts no-print">
    <a class="button" href="${notebookPath(thing, plan.id)}">${keeps ? w.toNotebook : w.toOwn}</a>
    ${
      keeps &&
      plan.counts !== 'nothing' &&
      html`<a class="button" href="${accountsPath(thing, plan.id)}">${w.toAccounts}</a>`
    }
  </p>
`

function price(of: YearRead): Html {
  const { w, plan, year, said, isClosed } = of
  const { tariff } = year
  const title = isClosed ? w.statement.expected : w.price[said.counts]
  if (!tariff)
    return html`<section class="part"><h2>${title}</h2><p>${w.nobodyEngaged}</p></section>`
  const rows = formulaRows(tariff, costsIn(plan), { said, w })
  return html`
    <section class="part">
      <h2>${title}</h2>
      ${table(
        title,
        [{ head: w.formula.step }, { head: w.formula.amount, right: true }],
        rows.map(({ label, value, isSum }) =>
          isSum ? [html`<b>${label}</b>`, html`<b>${value}</b>`] : [label, value],
        ),
      )}
      ${(plan.agreed ?? 0) > 0 && html`<p><b>${w.agreedPrice(said.each(plan.agreed ?? 0))}</b></p>`}
      <p class="hint">${w.rounding[said.counts]}</p>
      <p>${expectedSaid(of)}</p>
    </section>
  `
}

function people(of: YearRead): Html {
  const { kit, read, w, year, said, thing, plan, isClosed } = of
  const isCarried = isBrought(of)
  const brought = (n: number): readonly string[] => (isCarried ? [said.signed(n)] : [])
  const row = (holder: ShareHolder) => {
    const name = nameIn(read, holder.row, w.gone)
    return [
      html`<span${TONGUE}>${name}</span>`,
      ...[said.units(holder.engaged), said.units(holder.used), ...brought(holder.brought)],
      ...(isClosed ? [] : [otherwise(of, holder, name)]),
    ]
  }
  const left = year.departed.map(one => [
    html`<span${TONGUE}>${departedName(of, one)}</span>`,
    ...['', '', ...brought(one.brought), ...(isClosed ? [] : [''])],
  ])
  const all = (name: 'engaged' | 'used'): string =>
    said.units(sum(year.holders.map(one => one[name])))
  const total = [w.total, all('engaged'), all('used'), ...brought(broughtInAll(year))]
  const add = post(kit.form(), `${yearPath(thing, plan.id)}/engager`, {
    unchecked: true,
    fields: html`
      ${typed(kit, 'who', w.asks.who)}
      ${typed(kit, 'parts', { label: w.asks.engaged[said.unit], isNumber: true })}
    `,
    button: mainButton(w.engage),
  })
  return html`
    <section class="part">
      <h2>${w.people(year.holders.length)}</h2>
      ${
        (year.holders.length > 0 || isCarried) &&
        table(
          w.people(year.holders.length),
          [
            { head: w.heads.who },
            { head: w.heads.engaged, right: true },
            { head: w.heads.used, right: true },
            ...(isCarried ? [{ head: w.brought(year.before?.name ?? ''), right: true }] : []),
            ...(isClosed ? [] : [{ head: '' }]),
          ],
          [
            ...year.holders.map(row),
            ...(isCarried ? [...left, [...total.map(cell => html`<b>${cell}</b>`), '']] : []),
          ],
        )
      }
      ${!isClosed && html`<div class="no-print">${add}</div>`}
    </section>
  `
}

/** What somebody engaged, to correct; and the way out, for who did nothing yet. */
function otherwise(
  { kit, w, said, thing, plan }: YearRead,
  holder: ShareHolder,
  name: string,
): Html {
  const { again, lang } = kit.request
  const isAgain = again !== undefined && asSent(again.input, 'part') === holder.key
  const path = yearPath(thing, plan.id)
  const value = isAgain ? asSent(again.input, 'parts') : said.bare(holder.engaged)
  return html`
    <details class="no-print"${isAgain && html` open`}>
      <summary${which(w.correct, name, lang)}>${w.correct}</summary>
      ${actButton(kit.form(), `${path}/engagement`, {
        hidden: { part: holder.key },
        fields: html`
          <input name="parts" inputmode="decimal" size="7" autocomplete="off"
            aria-label="${w.engagedOf(name)}" value="${value}">
        `,
        button: aboutButton(w.correct, name, lang),
      })}
      ${
        holder.used === 0 &&
        holder.paid === 0 &&
        actButton(kit.form(), `${path}/retirer`, {
          hidden: { part: holder.key },
          button: aboutButton(w.takeOff, name, lang),
        })
      }
    </details>
  `
}

function changing(of: YearRead, words: Words): Html | false {
  const { kit, w, thing, plan, year, isClosed } = of
  const path = yearPath(thing, plan.id)
  if (isLocked(of)) return false
  if (isClosed)
    return html`
      <section class="part no-print">
        ${actButton(kit.form(), `${path}/rouvrir`, { button: w.reopen })}
      </section>
    `
  const isAgain = kit.request.again !== undefined && 'counts' in kit.request.again.input
  return html`
    <section class="part no-print">
      <details${isAgain && html` open`}>
        <summary><b>${w.change}</b></summary>
        ${post(kit.form({ type: 'share-plan', id: plan.id, space: 'home' }), `${path}/corriger`, {
          unchecked: true,
          fields: planFields(kit, words, plan),
          button: mainButton(w.keep),
        })}
      </details>
      ${
        isUntouched(year) &&
        actButton(kit.form(), `${path}/effacer`, {
          hidden: { from: sharesPath(thing) },
          button: w.drop,
        })
      }
    </section>
  `
}
