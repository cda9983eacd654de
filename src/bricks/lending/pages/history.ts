import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page, PageContext } from '../../../contract/page.ts'
import { tickField } from '../../../ui/field.ts'
import { mainButton, post } from '../../../ui/post.ts'
import { fieldId, mistakeIn, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { MENDED } from '../model/commands-thing.ts'
import type { ThingRow } from '../model/read.ts'
import { upkeep } from '../model/records-booking.ts'
import { PATH, thing } from '../model/records-thing.ts'
import type { fr } from '../words/fr.ts'
import { historyLines, historyPath, turnsTold, upkeepsTold } from './history-told.ts'
import { sees } from './reading.ts'

type Words = typeof fr
type Context = PageContext<Words>

/**
 * All that was done to a thing, for who is in charge of it. Who had it is told as they agreed, or
 * while it is with them; each turn leads to its booking.
 */
export const historyPage: Page<Words> = {
  path: `${PATH}/:id/histoire`,
  who: 'neighbour',
  show: (kit, read, words): Leaf | undefined => {
    const row = read.one(thing, kit.request.params['id'] ?? '')
    if (!row || !sees(kit, read, row)) return undefined
    const context = { kit, read, words }
    const title = words.tending.historyOf(row.title ?? '')
    const lines = historyLines(context, row)
    return {
      title,
      current: PATH,
      body: html`
        ${said(kit.request.said)}
        <div class="one">
          <article class="sheet thing-side">
            ${crumbs(
              [
                { href: PATH, words: words.menu },
                { href: `${PATH}/${row.id}`, words: row.title ?? '' },
              ],
              kit.request.lang,
            )}
            <h1>${title}</h1>
            ${lines.map(line => html`<p><b>${line}</b></p>`)}
            <p class="acts no-print">
              <a class="button quiet" href="${historyPath(row.id)}">${words.tending.printIt}</a>
            </p>
            ${upkeeps(context, row)}
            ${row.gone !== true && kit.hostOf(row.id) === undefined && upkeepForm(context, row)}
            ${turns(context, row)}
          </article>
        </div>
      `,
    }
  },
}

function upkeeps(context: Context, row: ThingRow): Html {
  const w = context.words.tending
  const { heads, rows } = upkeepsTold(context, row)
  return html`
    <h2>${w.upkeepDone}</h2>
    ${rows.length === 0 ? html`<p>${w.noUpkeep}</p>` : table(heads, rows)}
  `
}

function turns(context: Context, row: ThingRow): Html {
  const w = context.words.tending
  const { heads, rows, count } = turnsTold(context, row)
  if (rows.length === 0) return html`<h2>${w.turns}</h2><p>${w.noTurn}</p>`
  const linked = rows.map(({ id, cells: [when = '', ...cells] }) => [
    html`<a href="${PATH}/reservations/${id}">${when}</a>`,
    ...cells,
  ])
  return html`
    <h2>${w.turns}</h2>
    <p>${count}</p>
    ${table(heads, linked)}
  `
}

const table = (
  heads: readonly string[],
  rows: readonly (readonly (Html | string)[])[],
): Html => html`
  <div class="table">
    <table>
      <thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>
        ${rows.map(
          ([first, ...cells]) =>
            html`
              <tr>
                <th scope="row">${first}</th>
                ${cells.map(cell => html`<td>${cell}</td>`)}
              </tr>
            `,
        )}
      </tbody>
    </table>
  </div>
`

function upkeepForm({ kit, words }: Context, row: ThingRow): Html {
  const w = words.tending
  const { request } = kit
  const fields = ['on', 'what', 'by', ...(row.meter === null ? [] : ['meter'])]
  const given = { on: request.today, by: request.called ?? null }
  return html`
    <details class="no-print" id="entretien"${request.again !== undefined && html` open`}>
      <summary>${w.noteUpkeep}</summary>
      ${mistakeIn(request)}
      ${post(kit.form(), `${PATH}/${row.id}/entretien`, {
        unchecked: true,
        fields: html`
          ${kit.fields(upkeep, given, fields)}
          ${
            row.condition === 'repair' &&
            tickField({ id: fieldId(MENDED), name: MENDED, words: w.mendedTick })
          }
        `,
        button: mainButton(w.noteUpkeep),
      })}
    </details>
  `
}
