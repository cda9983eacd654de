import { type Html, html } from '../../../contract/html.ts'
import type { Leaf, Page, PageContext, Print } from '../../../contract/page.ts'
import type { PrintBlock } from '../../../contract/paper.ts'
import { one } from '../../../core/form/input.ts'
import { dayPlain, figure } from '../../../text/days.ts'
import { dotted } from '../../../ui/board.ts'
import { table } from '../../../ui/chart.ts'
import { note } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { within } from '../../../ui/tongue.ts'
import { PATH } from '../model/records-thing.ts'
import {
  daysOfYear,
  FEWEST,
  isNeverFree,
  isWithoutCharge,
  lentInAll,
  type ThingYear,
  yearLent,
} from '../model/year-lent.ts'
import type { fr } from '../words/fr.ts'
import { IN_CHARGE, inChargeSaid } from './prints-in-charge.ts'

type Words = typeof fr
type Context = PageContext<Words>

/** The page of a year of loans, and its print. */
export const YEAR = `${PATH}/annee`
const PRINT = 'pret-annee'
/** The year that is asked for, in an address. */
const ASKED = 'an'
/** The first year that an address may ask for. */
const FIRST = '2000'

/** A year that is asked for and has come, else this one. */
function yearOf({ kit: { request } }: Context): string {
  const [now, asked] = [request.today.slice(0, 4), one(request.query, ASKED)]
  return /^\d{4}$/.test(asked) && asked >= FIRST && asked <= now ? asked : now
}

/** *Le prêt, cette année*: each thing in numbers, then what they say. It names no borrower. */
export const yearPage: Page<Words> = {
  path: YEAR,
  who: 'keeper',
  show: (kit, read, words): Leaf => {
    const context = { kit, read, words }
    const { lang, today } = kit.request
    const year = yearOf(context)
    const w = words.year
    const before = String(Number(year) - 1)
    const ways = [
      html`<a href="/imprimer/${PRINT}?${ASKED}=${year}">${w.print}</a>`,
      html`<a href="/imprimer/${IN_CHARGE}">${w.sheet}</a>`,
      before >= FIRST && html`<a href="${YEAR}?${ASKED}=${before}">${w.of(before)}</a>`,
      year !== today.slice(0, 4) && html`<a href="${YEAR}">${w.thisYear}</a>`,
    ]
    const title = titleOf(context)
    const body = html`
      <div class="one">
        <article class="sheet thing-side">
          ${crumbs([{ href: PATH, words: words.menu }], lang)}
          <h1>${title}</h1>
          ${kit.request.private ? ofYear(context, dotted(ways)) : note(words.handing.onlyHere)}
        </article>
      </div>
    `
    return { title, body, current: PATH }
  },
}

function ofYear(context: Context, ways: Html): Html {
  const { words } = context
  const w = words.year
  const all = readYear(context)
  return html`
    <p class="lead">${leadOf(context)}</p>
    <p class="no-print">${ways}</p>
    ${
      all.length === 0
        ? html`<p>${w.nothing}</p>`
        : html`
            ${sentencesOf(all, context).map(
              said => html`<p>${within(said, namesIn(all), context.kit.request.lang)}</p>`,
            )}
            ${table({
              caption: w.caption,
              columns: columnsOf(words).map(({ head, right }) => ({ head, right })),
              rows: rowsOf(
                all,
                context,
                (row, title) => html`<a href="${PATH}/${row.id}">${title}</a>`,
              ),
            })}
            ${methodOf(words).map(said => html`<p class="where">${said}</p>`)}
          `
    }
  `
}

/** The same on paper, on one sheet where it holds on one. */
export const yearPrint: Print<Words> = {
  kind: PRINT,
  who: 'keeper',
  make: (kit, read, words) => {
    if (!kit.request.private) return undefined
    const context = { kit, read, words }
    const { lang, today } = kit.request
    const w = words.year
    const all = readYear(context)
    return {
      title: titleOf(context),
      ...{ lang, size: 'a4', layout: 'flow', turned: true, points: 10.5, fits: 1, least: 7.5 },
      blocks: [
        { is: 'title', words: titleOf(context), size: 'sheet' },
        {
          is: 'small',
          words: [kit.territory?.name ?? '', leadOf(context)].filter(Boolean).join(' · '),
        },
        ...sentencesOf(all, context).map((said): PrintBlock => ({ is: 'words', words: said })),
        {
          is: 'table',
          columns: columnsOf(words).map(({ head, wide, right }) => ({ head, wide, right })),
          rows: rowsOf(all, context, (_row, title) => title),
          tight: all.length > TIGHT,
        },
        ...methodOf(words).map((said): PrintBlock => ({ is: 'small', words: said })),
      ],
      foot: [kit.territory?.name ?? '', w.printedOn(dayPlain(today, lang))],
    }
  },
  lacks: (kit, _read, words) => (kit.request.private ? undefined : words.handing.onlyHere),
}
/** More things than that stand closer on paper. */
const TIGHT = 15

const readYear = (context: Context): readonly ThingYear[] =>
  yearLent(
    context.read,
    daysOfYear(yearOf(context), context.kit.request.today),
    context.kit.request.today,
  )

function titleOf(context: Context): string {
  const year = yearOf(context)
  const w = context.words.year
  return year === context.kit.request.today.slice(0, 4) ? w.title : w.titleOf(year)
}
function leadOf(context: Context): string {
  const { lang, today } = context.kit.request
  const { from, to } = daysOfYear(yearOf(context), today)
  return context.words.year.lead(dayPlain(from, lang), dayPlain(to, lang))
}
const methodOf = ({ year: w }: Words): readonly string[] => [w.method, w.methodTaken, w.methodNow]

type Column = Readonly<{ head: string; wide: number; right: boolean }>
function columnsOf({ year: { heads } }: Words): readonly Column[] {
  const words = (head: string, wide: number): Column => ({ head, wide, right: false })
  const number = (head: string): Column => ({ head, wide: 1.6, right: true })
  return [
    words(heads.thing, 5),
    ...[heads.loans, heads.days, heads.people, heads.taken, heads.waited].map(number),
    ...[words(heads.missing, 3), words(heads.due, 1.8), words(heads.inCharge, 3)],
  ]
}

function rowsOf<T>(
  things: readonly ThingYear[],
  { kit, words }: Context,
  titled: (row: ThingYear['row'], title: string) => T,
): readonly (readonly (T | string)[])[] {
  const w = words.year
  const { lang } = kit.request
  const people = (n: number): string => (n < FEWEST ? w.few : figure(n, lang))
  // That nobody asked tells of nobody.
  const asked = (n: number): string => (n === 0 ? figure(0, lang) : people(n))
  return things.map(({ row, ...one }) => [
    titled(row, row.title ?? ''),
    figure(one.loans, lang),
    figure(one.days, lang),
    one.loans === 0 ? figure(0, lang) : people(one.people),
    ...[asked(one.taken), asked(one.waited)],
    one.missing.join(', '),
    one.isDue ? w.yes : '',
    inChargeSaid(one.inCharge, words),
  ])
}

/** So many things stand in one sentence. */
const MOST = 12
const FIRST_OF = 3

function sentencesOf(things: readonly ThingYear[], context: Context): readonly string[] {
  const { kit, read, words } = context
  const w = words.year
  const { people } = lentInAll(read, daysOfYear(yearOf(context), kit.request.today))
  const loans = things.reduce((sum, one) => sum + one.loans, 0)
  const by = people < FEWEST ? w.byOne : w.by(figure(people, kit.request.lang))
  const titles = (all: readonly ThingYear[]): readonly string[] =>
    all.map(({ row }) => row.title ?? '')
  const unmet = things
    .filter(isNeverFree)
    .toSorted((a, b) => b.taken + b.waited - (a.taken + a.waited))
  const parts: readonly (readonly [label: string, all: readonly string[]])[] = [
    [w.most, mostLent(things).map(one => w.mostOf(one.row.title ?? '', one.loans, one.days))],
    [w.neverFree, unmet.map(one => w.neverFreeOf(one.row.title ?? '', one.taken + one.waited))],
    [w.neverLent, titles(things.filter(one => one.loans === 0))],
    [
      w.missing,
      things
        .filter(({ missing }) => missing.length > 0)
        .map(one => w.missingOf(one.row.title ?? '', one.missing)),
    ],
    [w.due, titles(things.filter(({ isDue }) => isDue))],
    [w.without, titles(things.filter(({ inCharge }) => isWithoutCharge(inCharge)))],
  ]
  return [
    `${w.total(things.length, loans)}${loans === 0 ? '' : `, ${by}`}.`,
    ...parts.flatMap(([label, all]) =>
      all.length === 0 ? [] : [`${label}${w.colon}${listed(all, words)}.`],
    ),
  ]
}

/** What people called a thing or its pieces. */
const namesIn = (all: readonly ThingYear[]): readonly string[] =>
  all.flatMap(({ row, missing }) => [row.title ?? '', ...missing])

/** The first three by loans, then by days; those that are equal to the third stand with it. */
function mostLent(things: readonly ThingYear[]): readonly ThingYear[] {
  const byUse = (a: ThingYear, b: ThingYear): number => b.loans - a.loans || b.days - a.days
  const lent = things.filter(one => one.loans > 0).toSorted(byUse)
  return lent.filter((one, i) => i < FIRST_OF || byUse(lent[FIRST_OF - 1]!, one) === 0)
}

function listed(all: readonly string[], { year: w }: Words): string {
  const left = all.length - MOST
  return [...all.slice(0, MOST), ...(left > 0 ? [w.more(left)] : [])].join(', ')
}
