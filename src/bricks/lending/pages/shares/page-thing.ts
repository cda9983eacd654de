import { type Html, html } from '../../../../contract/html.ts'
import type { Leaf, Page, PageContext } from '../../../../contract/page.ts'
import { dayPlain } from '../../../../text/days.ts'
import { tickField } from '../../../../ui/field.ts'
import { mainButton, post } from '../../../../ui/post.ts'
import { TONGUE } from '../../../../ui/tongue.ts'
import { PATH, thing } from '../../model/records-thing.ts'
import { GO_ON, sharesPath, yearPath } from '../../model/shares/commands-year.ts'
import { engagementsOf, type PlanRow, plansOf } from '../../model/shares/read.ts'
import { isOwnPart, readsAccounts } from '../../model/shares/rights.ts'
import { elsewhereLeaf, sharesLeaf, type Words } from './pieces.ts'
import { planFields } from './plan-form.ts'

/** The years of a thing: those that its reader keeps, or has a part in. */
export const thingPage: Page<Words> = {
  path: `${PATH}/:id/frais`,
  who: 'neighbour',
  show: (kit, read, words): Leaf | undefined => {
    const { request } = kit
    const row = read.one(thing, request.params['id'] ?? '')
    if (!row) return undefined
    if (!request.private) return elsewhereLeaf(kit, words.shares)
    const keeps = readsAccounts(request, read, row.id)
    const plans = plansOf(read, row.id).filter(
      plan => keeps || engagementsOf(read, plan.id).some(part => isOwnPart(request, part)),
    )
    if (!keeps && plans.length === 0) return undefined
    const w = words.shares
    const title = w.titleOf(row.title ?? '')
    return sharesLeaf(kit, w, {
      ...{ title, thing: row.id, name: row.title ?? '' },
      body: html`
        <p class="lead">${w.lead}</p>
        ${plans.length > 0 && years(plans, row.id, { kit, read, words })}
        ${keeps && opening(plans, row.id, { kit, read, words })}
      `,
    })
  },
}

const years = (plans: readonly PlanRow[], of: string, { kit, words }: PageContext<Words>): Html => {
  const { lang, today } = kit.request
  const line = (plan: PlanRow): Html => html`
    <li>
      <a href="${yearPath(of, plan.id)}"${TONGUE}>${plan.name}</a>
      ${plan.closedOn !== null && words.shares.closedOn(dayPlain(plan.closedOn, lang, today))}
    </li>
  `
  return html`
    <section class="part">
      <h2>${words.shares.years}</h2>
      <ul>${plans.map(line)}</ul>
    </section>
  `
}

function opening(plans: readonly PlanRow[], of: string, context: PageContext<Words>): Html {
  const { kit, words } = context
  const w = words.shares
  const [before] = plans
  const form = post(kit.form(), sharesPath(of), {
    unchecked: true,
    fields: html`
      ${planFields(kit, words, begun(before, kit.request.today))}
      ${
        before !== undefined &&
        tickField({
          id: `f-${GO_ON}`,
          name: GO_ON,
          look: 'choice',
          isOn: kit.request.again === undefined || GO_ON in kit.request.again.input,
          words: w.goOn(before.name ?? ''),
        })
      }
    `,
    button: mainButton(w.open),
  })
  return html`
    <section class="part no-print">
      ${
        before === undefined
          ? html`<h2>${w.openFirst}</h2>${form}`
          : html`
            <details${kit.request.again !== undefined && html` open`}>
              <summary><b>${w.openNext}</b></summary>
              ${form}
            </details>
          `
      }
    </section>
  `
}

/** What the form says beforehand: the calendar year, and what the year before cost. */
function begun(before: PlanRow | undefined, today: string): Partial<PlanRow> {
  const year = today.slice(0, 4)
  const days = { name: year, firstOn: `${year}-01-01`, lastOn: `${year}-12-31` }
  if (!before) return { ...days, counts: 'money', unit: 'hour', fixedBy: 'engaged' }
  const next = String(Number((before.lastOn ?? today).slice(0, 4)) + 1)
  const after = (day: string | null): string => `${next}${(day ?? today).slice(4)}`
  return {
    ...before,
    name: next,
    firstOn: after(before.firstOn),
    lastOn: after(before.lastOn),
    agreed: null,
    meterStart: null,
  }
}
