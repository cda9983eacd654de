import { type Html, html } from '../../../contract/html.ts'
import { keeperFor } from '../../../contract/keeper.ts'
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
import { mistakeIn, said } from '../../../ui/say.ts'
import { crumbs } from '../../../ui/sheet.ts'
import { within } from '../../../ui/tongue.ts'
import { which } from '../../../ui/which.ts'
import {
  type EventRow,
  eventOf,
  type PartRow,
  partsOf,
  type TakenPart,
  takenParts,
} from '../model/read.ts'
import { eventPart } from '../model/records.ts'
import { comingOf, dateNamed, nextOf } from '../model/rules.ts'
import type { fr } from '../words/fr.ts'
import { placeOf } from './line.ts'

type Words = typeof fr
const PATH = '/agenda'
const MOST_DAYS = 8
/** A part with the date that it is for, where that date stands now. */
type PlacedPart = TakenPart & Readonly<{ day: string | null; isOff: boolean }>
/** The parts of a series are for one date each. Those of past dates are not told. */
function placedParts(read: Reader, row: EventRow, today: string): readonly PlacedPart[] {
  const coming = partsOf(read, row.id).flatMap(part => {
    const date = part.day === null ? undefined : dateNamed(row, part.day)
    const day = date?.day ?? part.day
    return day !== null && day < today ? [] : [{ part, day, isOff: date?.cancelled === true }]
  })
  const taken = takenParts(
    read,
    coming.map(one => one.part),
  )
  return coming.map((one, i) => ({ ...taken[i]!, ...one }))
}

const titleOf = (
  { part, day }: Pick<PlacedPart, 'part' | 'day'>,
  { lang, today }: Request,
): string =>
  [
    part.title ?? '',
    day && dayLong(day, lang, today),
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
  const parts = placedParts(read, row, kit.request.today)
  const isKeeper = kit.request.by === 'keeper'
  if (parts.length === 0 && !isKeeper) return false
  const acts =
    isKeeper &&
    html`
      <p class="acts no-print">
        <a href="${PATH}/${row.id}/postes">${words.changeParts}</a>
        ${parts.length > 0 && html`<a href="/imprimer/postes/${row.id}">${words.printParts}</a>`}
      </p>
    `
  const of = (kind: string, title: string): Html | false => {
    const some = parts.filter(({ part }) => part.kind === kind)
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

/** Its title is people's, its hours ours. */
const called = (one: PlacedPart, { request }: Kit): Html =>
  within(titleOf(one, request), one.part.title ?? '', request.lang)

function partLine(one: PlacedPart, kit: Kit, read: Reader, words: Words): Html {
  // Its day stands before it.
  const state = one.isOff ? words.cancelled : missingOf(one, words)
  const waits = one.waiting.length > 0 && words.waitsFor(one.waiting.join(', '))
  const said = [one.by.join(', '), state, waits].filter(Boolean).join(POINT)
  const isFull = one.part.kind === 'post' && one.missing === 0
  const take =
    hasTable(read, 'response') &&
    !one.isOff &&
    html`${POINT}<a class="no-print" href="/repondre/${one.part.id}">${
      one.part.kind === 'thing' ? words.bring : isFull ? words.joinWaiting : words.join
    }</a>`
  return html`
    <b>${called(one, kit)}</b>${said !== '' && html`${POINT}${said}`}${take}
  `
}

/** The keeper's page of the parts of an event: what there is, and two short forms. */
export const partsPage: Page<Words> = {
  path: `${PATH}/:id/postes`,
  who: 'keeper',
  show: (kit, read, words): Leaf | undefined => {
    const row = eventOf(read, kit.request.params['id'] ?? '')
    if (!row) return undefined
    const parts = placedParts(read, row, kit.request.today)
    const asked = kit.request.query['poste'] ?? kit.request.again?.input['part']
    const changed = parts.find(one => one.part.id === asked)?.part
    const isThing = changed ? changed.kind === 'thing' : kit.request.query['sorte'] === 'chose'
    const kind = isThing ? 'thing' : 'post'
    const named = (act: string, part: PartRow): Html =>
      which(act, part.title ?? '', kit.request.lang)
    const listed = (one: PlacedPart): Html => {
      const wanted = one.part.wanted !== null && words.wanted(one.part.wanted)
      const told = [wanted, one.by.join(', '), missingOf(one, words)].filter(Boolean).join(POINT)
      const change = `${PATH}/${row.id}/postes?poste=${one.part.id}`
      return html`
        <b>${called(one, kit)}</b>${told !== '' && html`${POINT}${told}`}${POINT}<a
          href="${change}"${named(words.changePart, one.part)}>${words.changePart}</a>
      `
    }
    const remove = (part: PartRow): Html =>
      actButton(kit.form(), `${PATH}/${row.id}/postes/retirer`, {
        hidden: { part: part.id, from: kit.request.path },
        button: html`<button${named(words.removePart, part)}>${words.removePart}</button>`,
      })
    const body = html`
      ${said(kit.request.said)}
      <div class="one">
        <article class="sheet agenda-side">
          ${crumbs(
            [{ href: `${PATH}/${row.id}`, words: row.title ?? '', isSaid: true }],
            kit.request.lang,
          )}
          <h1>${words.changeParts}</h1>
          ${mistakeIn(kit.request)}
          <ul class="history">
            ${parts.map(one => html`<li>${listed(one)} ${remove(one.part)}</li>`)}
          </ul>
          <h2>${changed ? words.changePart : kind === 'thing' ? words.addThing : words.addPost}</h2>
          ${partForm(row, { kind, part: changed }, kit, words)}
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

/** A new part, or one that is corrected. */
type PartAsked = Readonly<{ kind: 'post' | 'thing'; part: PartRow | undefined }>
function partForm(row: EventRow, { kind, part }: PartAsked, kit: Kit, words: Words): Html {
  const hours = kind === 'post' ? ['startsAt', 'endsAt'] : []
  const { lang, today } = kit.request
  const days = isSeries(row) ? daysFor(row, part, today) : []
  const choose =
    days.length > 0 &&
    formField({
      id: 'f-day',
      label: words.whichDate,
      control: html`
        <select id="f-day" name="day">
          ${days.map(
            one => html`
              <option value="${one.of}"${part && one.of === (part.day ?? '') && html` selected`}>
                ${one.day === '' ? '—' : dayLong(one.day, lang, today)}
              </option>
            `,
          )}
        </select>
      `,
    })
  const query = part ? `?poste=${part.id}` : kind === 'thing' ? '?sorte=chose' : ''
  return post(kit.form(), `${PATH}/${row.id}/postes`, {
    hidden: { kind, from: `${PATH}/${row.id}/postes${query}`, ...(part ? { part: part.id } : {}) },
    fields: html`${kit.fields(eventPart, part, ['title', ...hours, 'wanted'])}${choose}`,
    button: mainButton(part ? words.keepPart : kind === 'thing' ? words.addThing : words.addPost),
  })
}

type PartDay = Readonly<{ of: string; day: string }>
/**
 * The dates that a part may be for. One that is corrected keeps its own: a date that is cancelled
 * or far ahead, or none, of an event that was no series.
 */
function daysFor(row: EventRow, part: PartRow | undefined, today: string): readonly PartDay[] {
  const coming: readonly PartDay[] = comingOf(row, today, MOST_DAYS).filter(one => !one.cancelled)
  const own = part && (part.day ?? '')
  if (own === undefined || coming.some(one => one.of === own)) return coming
  return [{ of: own, day: own && (dateNamed(row, own)?.day ?? own) }, ...coming]
}

const FEWEST_LINES = 2
/** Who brings a thing brings several of it: fewer lines than things. */
const MOST_LINES = { post: 12, thing: 4 } as const
/**
 * The sheet of posts for the wall: a line to sign by hand for each place that is free. Names that
 * the page shows stay on the page.
 */
export const partsPrint: Print<Words> = {
  kind: 'postes',
  ofOne: true,
  make: (kit, read, words) => {
    const row = eventOf(read, kit.request.params['id'] ?? '')
    const all = row ? placedParts(read, row, kit.request.today) : []
    const parts = all.filter(one => !one.isOff)
    if (!row || parts.length === 0) return undefined
    const { lang, today } = kit.request
    const blockOf = (one: PlacedPart): PrintBlock => {
      const most = MOST_LINES[one.part.kind === 'thing' ? 'thing' : 'post']
      const lines = Math.max(1, Math.min(most, one.missing ?? FEWEST_LINES))
      const taken = one.by.length > 0 && words.takenOnPage(one.by.length)
      const label = [titleOf(one, kit.request), missingOf(one, words), taken].filter(Boolean)
      return {
        is: 'kept',
        blocks: [{ is: 'blanks', blanks: [{ label: label.join(POINT), lines }] }],
      }
    }
    const when = whenAndWhere(row, kit, read)
    const group = (kind: string, title: string): readonly PrintBlock[] => {
      const some = parts.filter(one => one.part.kind === kind)
      return some.length === 0 ? [] : [{ is: 'heading', words: title }, ...some.map(blockOf)]
    }
    return {
      title: words.sheetOfParts(row.title ?? ''),
      lang,
      size: 'a4',
      layout: 'flow',
      foot: [
        words.partsBack(keeperFor(kit, read, row.id) ?? words.keeper),
        words.printedOn(dayPlain(today, lang)),
      ],
      blocks: [
        { is: 'title', words: row.title ?? '' },
        ...(when === '' ? [] : [{ is: 'lead' as const, words: when }]),
        { is: 'small', words: words.signHere },
        ...group('post', words.whoHolds),
        ...group('thing', words.whoBrings),
      ],
    }
  },
}

/** *Samedi 19 décembre, de 10 h à 23 h · place du four*; of a series, the place alone. */
function whenAndWhere(row: EventRow, kit: Kit, read: Reader): string {
  const { lang, today } = kit.request
  const next = isSeries(row) ? undefined : nextOf(row, today)
  const { startsAt, endsAt } = next?.event ?? row
  const when = next && [
    dayLong(next.day, lang, today),
    startsAt && sayTimes(startsAt, endsAt, lang),
  ]
  const said = [when?.filter(Boolean).join(', '), placeOf(next?.event ?? row, kit, read)]
  const whole = said.filter(Boolean).join(POINT)
  return whole.charAt(0).toLocaleUpperCase(lang) + whole.slice(1)
}
