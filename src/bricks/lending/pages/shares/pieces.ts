import { type Html, type HtmlPiece, html } from '../../../../contract/html.ts'
import type { Kit } from '../../../../contract/kit.ts'
import type { Leaf, PageContext } from '../../../../contract/page.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { asSent } from '../../../../core/form/input.ts'
import { fold } from '../../../../core/letters/words.ts'
import { readElsewhere } from '../../../../ui/elsewhere.ts'
import { formField } from '../../../../ui/field.ts'
import { fieldId, mistakeIn, mistakeOn, said } from '../../../../ui/say.ts'
import { crumbs } from '../../../../ui/sheet.ts'
import { TONGUE } from '../../../../ui/tongue.ts'
import { PATH, thing } from '../../model/records-thing.ts'
import { sharesPath, yearPath } from '../../model/shares/commands-year.ts'
import { sum } from '../../model/shares/exact.ts'
import type { NotebookRow } from '../../model/shares/loan-lines.ts'
import { nameIn, type PlanRow, planAfter, planOf } from '../../model/shares/read.ts'
import { isOwnPart, readsAccounts } from '../../model/shares/rights.ts'
import {
  type DepartedPart,
  type PlanYear,
  type ShareHolder,
  yearOf,
} from '../../model/shares/year.ts'
import type { fr } from '../../words/fr.ts'
import { wordsOfPlan } from './plan-words.ts'
import { type SharesSaid, type SharesWords, saidOf } from './said.ts'

/** What the pages and prints of a year have in common. */

export type Words = typeof fr
/**
 * A year for its reader.
 *
 * Shape   `keeps`: they keep its accounts. `own`: their own parts. `isClosed`: nothing is written
 *         any more. `after`: the year to which its balances are carried.
 */
export type YearRead = Readonly<{
  kit: Kit
  read: Reader
  w: SharesWords
  thing: string
  title: string
  plan: PlanRow
  year: PlanYear
  said: SharesSaid
  keeps: boolean
  own: readonly ShareHolder[]
  isClosed: boolean
  after: PlanRow | undefined
}>

/** The year of this address, when its reader may read it; undefined for others. */
export function yearRead(context: PageContext<Words>): YearRead | undefined {
  const { kit, read, words } = context
  const { request } = kit
  const { id = '', plan: planId = '' } = request.params
  const [row, plan] = [read.one(thing, id), planOf(read, planId, id)]
  return row && plan && yearFor(plan, row.title ?? '', { kit, read, w: words.shares })
}
/** The same of a plan that is read already. */
export function yearFor(
  plan: PlanRow,
  title: string,
  { kit, read, w: words }: Readonly<{ kit: Kit; read: Reader; w: SharesWords }>,
): YearRead | undefined {
  const { request } = kit
  const w = wordsOfPlan(words, plan.counts)
  const found = yearOf(read, plan)
  type Named = Pick<ShareHolder, 'key' | 'row'>
  const lettersOf = ({ row }: Named): string => fold(nameIn(read, row, w.gone))
  // Every page, print and table of a year reads its people here, in the order of `inAlphabet`.
  const byName = (a: Named, b: Named): number => {
    const [one, other] = [lettersOf(a), lettersOf(b)]
    return one < other ? -1 : one > other ? 1 : a.key < b.key ? -1 : 1
  }
  const holders = found.holders.toSorted(byName)
  const departed = found.departed.toSorted(byName)
  const year = { ...found, holders, departed }
  const keeps = readsAccounts(request, read, plan.thing ?? '')
  const own = year.holders.filter(({ row }) => isOwnPart(request, row))
  if (!keeps && own.length === 0) return undefined
  return {
    ...{ kit, read, w, title, plan, year, keeps, own },
    thing: plan.thing ?? '',
    said: saidOf(plan, w, request.lang),
    isClosed: plan.closedOn !== null,
    after: planAfter(read, plan),
  }
}

/** Where the balances of a closed year are now, and who pays is noted. Empty of the last year. */
export const carriedSaid = ({ w, after }: YearRead): string =>
  after === undefined
    ? ''
    : w[after.closedOn === null ? 'carriedOn' : 'paidThere'](after.name ?? '')
/** Whether nothing is noted in this year any more, not even who pays. */
export const isLocked = ({ after }: YearRead): boolean =>
  after !== undefined && after.closedOn !== null

/** Whether anything was brought from the year before. */
export const isBrought = ({ plan, year }: YearRead): boolean =>
  plan.counts !== 'nothing' &&
  (year.departed.length > 0 || year.holders.some(({ brought }) => brought !== 0))
/** What was brought from the year before, of all. Units: cents, or minutes. */
export const broughtInAll = ({ holders, departed }: PlanYear): number =>
  sum([...holders, ...departed].map(({ brought }) => brought))
/** Who left, by name: they share no more. */
export const departedName = ({ read, w }: YearRead, { row }: DepartedPart): string => {
  const name = nameIn(read, row, w.gone)
  return name === w.gone ? name : w.departed(name)
}

type Frame = Readonly<{ title: string; thing: string; name: string; plan?: PlanRow; body: Html }>
/** A page under a thing. */
export function sharesLeaf(kit: Kit, w: SharesWords, o: Frame): Leaf {
  const { request } = kit
  const steps = [
    { href: `${PATH}/${o.thing}`, words: o.name, isSaid: true },
    ...(o.plan ? [{ href: sharesPath(o.thing), words: w.title }] : []),
    ...(o.plan && request.path !== yearPath(o.thing, o.plan.id)
      ? [{ href: yearPath(o.thing, o.plan.id), words: o.plan.name ?? '', isSaid: true }]
      : []),
  ]
  const body = html`
    ${said(request.said)}
    ${mistakeIn(request)}
    ${crumbs(steps, request.lang)}
    <div class="head"><h1${TONGUE}>${o.title}</h1></div>
    ${o.body}
  `
  return { title: o.title, body, current: PATH, cache: 'none' }
}

/** The page over http: nothing of it is read there. */
export const elsewhereLeaf = (kit: Kit, w: SharesWords): Leaf => ({
  title: w.title,
  current: PATH,
  barred: true,
  body: html`
    <div class="head"><h1>${w.title}</h1></div>
    ${readElsewhere(kit.request)}
  `,
})

/** A column of a table. `right`: figures. */
export type Column = Readonly<{ head: string; right?: boolean }>
/** A table with its headings; the first cell of a row heads it. */
export const table = (
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly HtmlPiece[])[],
): Html => html`
  <div class="table" tabindex="0" role="region" aria-label="${caption}">
    <table class="shares">
      <thead><tr>
        ${columns.map(
          ({ head, right }) => html`<th scope="col"${right && html` class="figure"`}>${head}</th>`,
        )}
      </tr></thead>
      <tbody>
        ${rows.map(row => html`<tr>${row.map((cell, at) => cellOf(cell, at, columns))}</tr>`)}
      </tbody>
    </table>
  </div>
`
const cellOf = (cell: HtmlPiece, at: number, columns: readonly Column[]): Html =>
  at === 0
    ? html`<th scope="row">${cell}</th>`
    : html`<td${columns[at]?.right && html` class="figure"`}>${cell}</td>`

/** A text without the blanks that a keyboard does not have, for a form. */
export const plainSpaces = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')
/** A field of text, with what was typed or what stands. */
export function typed(
  kit: Kit,
  name: string,
  o: Readonly<{ label: string; hint?: string; value?: string; isNumber?: boolean; type?: 'date' }>,
): Html {
  const { again } = kit.request
  return formField({
    id: fieldId(name),
    label: o.label,
    hint: o.hint,
    error: mistakeOn(kit.request, name),
    input: {
      name,
      value: again && name in again.input ? asSent(again.input, name) : (o.value ?? ''),
      maxlength: 120,
      autocomplete: 'off',
      ...(o.isNumber ? { inputmode: 'decimal' } : {}),
      ...(o.type ? { type: o.type } : {}),
    },
  })
}

/** One of some choices, in a list; `none` is the first, of no value. */
export function chosen(
  kit: Kit,
  name: string,
  o: Readonly<{
    label: string
    none?: string
    value?: string
    choices: readonly (readonly [value: string, words: string])[]
  }>,
): Html {
  const { again } = kit.request
  const value = again && name in again.input ? asSent(again.input, name) : (o.value ?? '')
  const id = fieldId(name)
  return formField({
    id,
    label: o.label,
    error: mistakeOn(kit.request, name),
    control: about => html`
      <select id="${id}" name="${name}"${about}>
        ${o.none !== undefined && html`<option value="">${o.none}</option>`}
        ${o.choices.map(
          ([one, words]) =>
            html`<option value="${one}"${one === value && html` selected`}>${words}</option>`,
        )}
      </select>
    `,
  })
}

/** Whose line it is: of a loan, also of somebody who shares nothing of the thing. */
export const holderSaid = (
  { engagement, loan }: Pick<NotebookRow, 'engagement' | 'loan'>,
  names: ReadonlyMap<string, string>,
  { gone, notebook }: Pick<Words['shares'], 'gone' | 'notebook'>,
): string =>
  names.get(engagement ?? '') ?? (loan !== undefined && engagement === null ? notebook.other : gone)
