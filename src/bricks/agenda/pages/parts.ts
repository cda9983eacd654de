import { type Html, html } from '../../../contract/html.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Leaf, Page, PageContext, Print } from '../../../contract/page.ts'
import type { PrintBlock } from '../../../contract/paper.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Request } from '../../../contract/request.ts'
import { hasTable } from '../../../contract/tables.ts'
import { isSeries } from '../../../core/calendar/event-dates.ts'
import { dayLong, dayPlain, sayTimes } from '../../../text/days.ts'
import { POINT } from '../../../ui/board.ts'
import { formField } from '../../../ui/field.ts'
import { actButton, mainButton, post } from '../../../ui/post.ts'
import { mistakesIn, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import {
  type EventRow,
  eventOf,
  type PartRow,
  partsOf,
  type TakenPart,
  takenParts,
} from '../model/read.ts'
import { eventPart } from '../model/records.ts'
import { comingOf } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'

type Words = typeof fr
const PATH = '/agenda'
const MOST_DAYS = 8
/** A series has many dates: parts of past ones are not told. */
const isComing = ({ day }: PartRow, today: string): boolean => day === null || day >= today

const titleOf = (part: PartRow, { lang, today }: Request): string =>
  [
    part.title ?? '',
    part.day && dayLong(part.day, lang, today),
    part.startsAt && sayTimes(part.startsAt, part.endsAt, lang),
  ]
    .filter(Boolean)
    .join(', ')

const missingOf = ({ part, missing }: TakenPart, words: Words): string | undefined =>
  missing === null
    ? undefined
    : missing === 0
      ? words.isIn
      : words.stillWanted(missing, part.kind === 'thing')

/** *Qui tient quoi*, *Qui apporte quoi*: who takes each, what is missing, the way to take it. */
export function partsPart(row: EventRow, { kit, read, words }: PageContext<Words>): Html | false {
  const parts = partsOf(read, row.id).filter(part => isComing(part, kit.request.today))
  const isKeeper = kit.request.by === 'keeper'
  if (parts.length === 0 && !isKeeper) return false
  const taken = takenParts(read, parts)
  const acts =
    isKeeper &&
    html`
      <p class="acts no-print">
        <a href="${PATH}/${row.id}/postes">${words.changeParts}</a>
        ${parts.length > 0 && html`<a href="/imprimer/postes/${row.id}">${words.printParts}</a>`}
      </p>
    `
  const of = (kind: string, title: string): Html | false => {
    const some = taken.filter(({ part }) => part.kind === kind)
    return (
      some.length > 0 &&
      html`
        <h2>${title}</h2>
        <ul class="history">
          ${some.map(one => html`<li>${partLine(one, kit, read, words)}</li>`)}
        </ul>
      `
    )
  }
  return html`
    <div class="part stack">
      ${of('post', words.whoHolds)}
      ${of('thing', words.whoBrings)}
      ${acts}
    </div>
  `
}

function partLine(one: TakenPart, kit: Kit, read: Reader, words: Words): Html {
  const said = [one.by.join(', '), missingOf(one, words)].filter(Boolean).join(POINT)
  const take =
    hasTable(read, 'response') &&
    html`${POINT}<a class="no-print" href="/repondre/${one.part.id}">${
      one.part.kind === 'thing' ? words.bring : words.join
    }</a>`
  return html`
    <b>${titleOf(one.part, kit.request)}</b>${said !== '' && html`${POINT}${said}`}${take}
  `
}

/** The keeper's page of the parts of an event: what there is, and two short forms. */
export const partsPage: Page<Words> = {
  path: `${PATH}/:id/postes`,
  who: 'keeper',
  show: (kit, read, words): Leaf | undefined => {
    const row = eventOf(read, kit.request.params['id'] ?? '')
    if (!row) return undefined
    const parts = partsOf(read, row.id)
    const kind = kit.request.query['sorte'] === 'chose' ? 'thing' : 'post'
    const remove = (part: PartRow): Html =>
      actButton(kit.form(), `${PATH}/${row.id}/postes/retirer`, {
        hidden: { part: part.id, from: kit.request.path },
        button: words.removePart,
      })
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet agenda-side">
          ${crumbs([{ href: `${PATH}/${row.id}`, words: row.title ?? '' }], kit.request.lang)}
          <h1>${words.changeParts}</h1>
          ${mistakesIn(kit.request)}
          <ul class="history">
            ${parts.map(part => html`<li>${titleOf(part, kit.request)} ${remove(part)}</li>`)}
          </ul>
          <h2>${kind === 'thing' ? words.addThing : words.addPost}</h2>
          ${partForm(row, kind, kit, words)}
          <p>
            ${
              kind === 'thing'
                ? html`<a href="${PATH}/${row.id}/postes">${words.addPost}</a>`
                : html`<a href="${PATH}/${row.id}/postes?sorte=chose">${words.addThing}</a>`
            }
          </p>
        </article>
      </div>
    `
    return { title: words.changeParts, body, current: PATH }
  },
}

function partForm(row: EventRow, kind: 'post' | 'thing', kit: Kit, words: Words): Html {
  const hours = kind === 'post' ? ['startsAt', 'endsAt'] : []
  const { lang, today } = kit.request
  const days = isSeries(row) ? comingOf(row, today, MOST_DAYS).filter(one => !one.cancelled) : []
  const choose =
    days.length > 0 &&
    formField({
      id: 'f-day',
      label: words.whichDate,
      control: html`
        <select id="f-day" name="day">
          ${days.map(
            one => html`<option value="${one.of}">${dayLong(one.day, lang, today)}</option>`,
          )}
        </select>
      `,
    })
  const from = `${PATH}/${row.id}/postes${kind === 'thing' ? '?sorte=chose' : ''}`
  return post(kit.form(), `${PATH}/${row.id}/postes`, {
    hidden: { kind, from },
    fields: html`${kit.fields(eventPart, undefined, ['title', ...hours, 'wanted'])}${choose}`,
    button: mainButton(kind === 'thing' ? words.addThing : words.addPost),
  })
}

const FEWEST_LINES = 2
const MOST_LINES = 12
/**
 * The sheet of posts for the wall: a line to sign by hand for each place that is free. Names that
 * the page shows stay on the page.
 */
export const partsPrint: Print<Words> = {
  kind: 'postes',
  ofOne: true,
  make: (kit, read, words) => {
    const row = eventOf(read, kit.request.params['id'] ?? '')
    const parts = row && partsOf(read, row.id).filter(part => isComing(part, kit.request.today))
    if (!row || !parts || parts.length === 0) return undefined
    const { lang, today } = kit.request
    const blockOf = (one: TakenPart): PrintBlock => {
      const lines = Math.min(MOST_LINES, one.missing ?? FEWEST_LINES)
      const taken = one.by.length > 0 ? words.takenOnPage(one.by.length) : ''
      const blank = { label: titleOf(one.part, kit.request), lines: Math.max(1, lines) }
      return {
        is: 'kept',
        blocks: [
          { is: 'blanks', blanks: [blank] },
          { is: 'small', words: [taken, missingOf(one, words)].filter(Boolean).join(' · ') },
        ],
      }
    }
    return {
      title: words.sheetOfParts(row.title ?? ''),
      lang,
      size: 'a4',
      layout: 'flow',
      foot: [words.partsBack, words.printedOn(dayPlain(today, lang))],
      blocks: [
        { is: 'title', words: row.title ?? '' },
        { is: 'lead', words: words.signHere },
        ...takenParts(read, parts).map(blockOf),
      ],
    }
  },
}
