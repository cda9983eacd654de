import { type Html, html } from '../../../../contract/html.ts'
import type { Leaf, Page } from '../../../../contract/page.ts'
import { asSent } from '../../../../core/form/input.ts'
import { dayPlain, dayShort } from '../../../../text/days.ts'
import { tick } from '../../../../ui/field.ts'
import { actButton, mainButton, post } from '../../../../ui/post.ts'
import { fieldId, mistakeOn } from '../../../../ui/say.ts'
import { TONGUE } from '../../../../ui/tongue.ts'
import { aboutButton } from '../../../../ui/which.ts'
import { PATH } from '../../model/records-thing.ts'
import {
  AS_NOTED,
  cellName,
  notebookPath,
  OWN_LINES,
  PAGE_LINES,
  sumsApart,
  typedPage,
} from '../../model/shares/commands-notebook.ts'
import { sum } from '../../model/shares/exact.ts'
import type { NotebookRow } from '../../model/shares/loan-lines.ts'
import type { MeterFault } from '../../model/shares/meter.ts'
import { meterIn, meterNow } from '../../model/shares/meter-in.ts'
import { CELLS, type Cell } from '../../model/shares/notebook.ts'
import { linesOf, nameIn, type UnitLineRow } from '../../model/shares/read.ts'
import {
  elsewhereLeaf,
  holderSaid,
  sharesLeaf,
  table,
  type Words,
  type YearRead,
  yearRead,
} from './pieces.ts'

/** `all`: every line of the notebook. */
export type NotebookRead = YearRead & Readonly<{ all: readonly NotebookRow[] }>
/** The notebook of a year: its lines, what they leave out, and the form of a page. */
export const notebookPage: Page<Words> = {
  path: `${PATH}/:id/frais/:plan/carnet`,
  who: 'neighbour',
  show: (kit, read, words): Leaf | undefined => {
    if (!kit.request.private) return elsewhereLeaf(kit, words.shares)
    const found = yearRead({ kit, read, words })
    if (!found) return undefined
    const of = { ...found, all: linesOf(read, found.plan) }
    const { w, title, plan, keeps, isClosed, year } = of
    const body = html`
      ${isClosed ? html`<p class="note">${w.isClosed}</p>` : year.holders.length > 0 && form(of)}
      ${year.holders.length === 0 && html`<p>${w.nobodyEngaged}</p>`}
      ${keeps && faults(of)}
      ${lines(of)}
      ${
        keeps &&
        html`
          <p class="acts no-print">
            <a class="button quiet" href="/imprimer/carnet/${plan.id}">${w.notebook.print}</a>
            <a class="button quiet" href="/imprimer/carnet/${plan.id}?format=csv">${w.asTable}</a>
          </p>
        `
      }
    `
    return sharesLeaf(kit, w, {
      title: w.notebook.of(title, plan.name ?? ''),
      ...{ thing: of.thing, name: title, plan, body },
    })
  },
}

function form(of: NotebookRead): Html {
  const { kit, read, w, plan, thing, said, keeps } = of
  const meter = meterNow(meterIn(read, plan, of.all))
  const n = w.notebook
  const cells = keeps ? CELLS : CELLS.filter(cell => cell !== 'who')
  const rows = Array.from(
    { length: keeps ? PAGE_LINES : OWN_LINES },
    (_, line) => html`
      <tr>
        <th scope="row">${line + 1}</th>
        ${cells.map(cell => html`<td>${control(of, cell, line)}</td>`)}
      </tr>
    `,
  )
  return post(kit.form(), notebookPath(thing, plan.id), {
    look: 'form wide no-print',
    unchecked: true,
    fields: html`
      <h2>${keeps ? n.key : n.keyOwn}</h2>
      <p class="hint">${n.hint}</p>
      ${meter !== null && html`<p>${n.meterNow(said.units(meter))}</p>`}
      ${asked(of)}
      <div class="table">
        <table class="shares notebook">
          <thead>
            <tr>
              <th scope="col">${n.number}</th>
              ${cells.map(cell => html`<th scope="col">${n.cells[cell]}</th>`)}
            </tr>
          </thead>
          <tbody>${rows}</tbody>
        </table>
      </div>
    `,
    button: mainButton(n.keep),
  })
}

const TICK = { id: `f-${AS_NOTED}`, name: AS_NOTED, look: 'choice', isOn: false } as const
/** Which lines say another use than their meter, and the tick by which they are kept so. */
function asked({ kit, read, w, year, said, own, keeps }: NotebookRead): Html | false {
  const { again, today } = kit.request
  if (again?.asks !== 'more') return false
  const people = new Set((keeps ? year.holders : own).map(({ key }) => key))
  const page = typedPage(again.input, read, { year, people, today })
  const n = w.notebook
  const lines = sumsApart(page).map(({ key, parts }) => {
    const line = 'lines' in page ? page.lines[Number(key)] : undefined
    const noted = line?.parts ?? 0
    const day = dayPlain(line?.day ?? '', kit.request.lang, today)
    return html`<li>${n.apart(day, said.units(noted - parts), said.units(noted))}</li>`
  })
  return html`
    <div class="note" role="status">
      <p>${n.asksApart}</p>
      <ul>${lines}</ul>
      ${tick({ ...TICK, words: n.asNoted })}
    </div>
  `
}

function control({ kit, read, w, year }: YearRead, cell: Cell, line: number): Html {
  const name = cellName(cell, line)
  const { again } = kit.request
  const value = again ? asSent(again.input, name) : ''
  const label = w.notebook.cells[cell]
  const heard = w.notebook.cellOf(label, line + 1)
  const isMistaken = mistakeOn(kit.request, name) !== undefined
  const named = html`
    id="${fieldId(name)}" name="${name}" aria-label="${heard}"
    ${isMistaken && html` aria-invalid="true"`}
  `
  if (cell !== 'who')
    return html`
      <input ${named} value="${value}" size="8" maxlength="30" placeholder="${label}"
        autocomplete="off"${cell !== 'day' && html` inputmode="decimal"`}>
    `
  return html`
    <select ${named}>
      <option value="">${label}</option>
      ${year.holders.map(
        ({ key, row }) =>
          html`
            <option value="${key}"${TONGUE}${key === value && html` selected`}>
              ${nameIn(read, row, w.gone)}
            </option>
          `,
      )}
    </select>
  `
}

/** *Il manque 3,2 h entre deux lignes*: the holes of the notebook, each between its two lines. */
function faults(of: NotebookRead): Html | false {
  const { w, said } = of
  if (of.all.every(({ meterTo }) => meterTo === null)) return false
  const n = w.notebook
  const { start = 0, end = 0, since, before } = meterIn(of.read, of.plan, of.all)
  const found = faultsSaid(of)
  const noted = sum(of.all.map(({ parts }) => parts ?? 0)) - since - before
  const counted = [
    n.turned(said.units(end - start), [said.bare(start), said.bare(end)], said.units(noted)),
    since + before > 0 ? n.unread(said.units(since + before)) : '',
  ]
  const turned = html`<p>${counted.filter(Boolean).join(' ')}</p>`
  if (found.length === 0) return html`${turned}<p>${n.whole}</p>`
  return html`
    <section class="note">
      <h2>${n.holes}</h2>
      ${turned}
      <ul>${found.map(fault => html`<li>${fault}</li>`)}</ul>
    </section>
  `
}
/** Each fault of a notebook in a sentence: a hole, a line that says other units than its meter. */
export function faultsSaid(of: NotebookRead): readonly string[] {
  const { said } = of
  const n = of.w.notebook
  return meterIn(of.read, of.plan, of.all).faults.map(
    ({ is, key, after, parts }: MeterFault): string => {
      const [line, before] = [lineSaid(key, of), after === undefined ? '' : lineSaid(after, of)]
      const units = said.units(Math.abs(parts))
      if (is === 'gap')
        return before === '' ? n.faults.gapFirst(units, line) : n.faults.gap(units, before, line)
      if (is === 'overlap')
        return before === ''
          ? n.faults.overFirst(units, line)
          : n.faults.overlap(units, before, line)
      return n.faults[is](units, line)
    },
  )
}
function lineSaid(id: string, { kit, read, w, year, all: lines }: NotebookRead): string {
  const line = lines.find(one => one.id === id)
  const holder = year.holders.find(({ key }) => key === line?.engagement)
  const { lang, today } = kit.request
  const names = new Map(holder ? [[holder.key, nameIn(read, holder.row, w.gone)]] : [])
  const name = line ? holderSaid(line, names, w) : w.gone
  return w.notebook.line(name, dayPlain(line?.day ?? '', lang, today))
}

function lines(of: NotebookRead): Html | false {
  const { kit, read, w, year, said, keeps, own } = of
  const theirs = new Set(own.map(({ key }) => key))
  const all = keeps ? of.all : of.all.filter(one => theirs.has(one.engagement ?? ''))
  if (all.length === 0) return false
  const names = new Map(year.holders.map(({ key, row }) => [key, nameIn(read, row, w.gone)]))
  const { lang, today } = kit.request
  const n = w.notebook
  const meter = (parts: number | null): string => (parts === null ? '' : said.bare(parts))
  const row = (line: NotebookRow) => {
    const name = holderSaid(line, names, w)
    return [
      dayShort(line.day ?? '', lang, today),
      html`<span${TONGUE}>${name}</span>`,
      meter(line.meterFrom),
      meter(line.meterTo),
      said.units(line.parts ?? 0),
      line.loan === undefined ? strike(of, line) : loanSaid(of, line.loan, line.day ?? ''),
    ]
  }
  return html`
    <section class="part">
      <h2>${n.lines(all.length)}</h2>
      ${table(
        n.lines(all.length),
        [
          { head: n.cells.day },
          { head: n.cells.who },
          { head: n.cells.from, right: true },
          { head: n.cells.to, right: true },
          { head: n.cells.units, right: true },
          { head: '' },
        ],
        all.map(row),
      )}
    </section>
  `
}

/** *d’après le prêt du 3 décembre*: the loan whose meter it is, where a slip of it is mended. */
function loanSaid({ kit, w, keeps }: YearRead, loan: string, day: string): Html {
  const said = w.notebook.fromLoan(dayPlain(day, kit.request.lang, kit.request.today))
  return keeps ? html`<a href="${PATH}/reservations/${loan}">${said}</a>` : html`${said}`
}

/** Taken out by who keeps the notebook, or who keyed the line. */
function strike(
  { kit, w, thing, plan, keeps, isClosed }: YearRead,
  line: UnitLineRow,
): Html | false {
  const { request } = kit
  if (isClosed || !(keeps || request.isMe(line.keyedBy))) return false
  const day = dayShort(line.day ?? '', request.lang, request.today)
  return actButton(kit.form(), `${notebookPath(thing, plan.id)}/rayer`, {
    look: 'inline no-print',
    hidden: { line: line.id },
    button: aboutButton(w.strike, day, request.lang),
  })
}
