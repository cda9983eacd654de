import { type Html, html } from '../contract/html.ts'
import type { HomeLink, HomeSection, TodayPiece } from '../contract/slots.ts'
import type { Lang } from '../core/lang.ts'
import { dayLeaf, weekday } from '../text/days.ts'
import { TONGUE } from './tongue.ts'
import { unbroken } from './value.ts'
import { uiWords } from './words.ts'

/**
 * The class that gives a piece its colour: `offer` → `offer-side`. Anything but a plain word has
 * none.
 */
export const side = (name: string | undefined): string =>
  name && /^[a-z][a-z-]*$/.test(name) ? `${name}-side` : ''

/** Between soft pieces of a line; held to the piece before it, so that no line begins with it. */
export const POINT = '\u00a0· '
/** Soft pieces on one line, those that are there. */
export const dotted = (pieces: readonly (Html | string | false | null | undefined)[]): Html => {
  const there = pieces.filter(piece => piece && (typeof piece === 'string' || piece.html !== ''))
  return html`${there.map((piece, i) => html`${i > 0 && POINT}${piece}`)}`
}

/**
 * A line under the title: *mercredi*, then who is there; absent pieces leave no trace. What is of
 * another day has a line of its own, so that the day's tag never contradicts it.
 */
export function todayLine(today: string, lang: Lang, pieces: readonly TodayPiece[]): Html {
  const [now, later] = [
    pieces.flatMap(piece => ('later' in piece ? [] : [piece])),
    pieces.flatMap(piece => ('later' in piece ? [piece.later] : [])),
  ]
  const day = uiWords(lang).today(weekday(today, lang))
  return html`
    ${now.length > 0 && html`<p class="today"><b>${day}</b> ${dotted(now)}</p>`}
    ${later.length > 0 && html`<p class="today">${dotted(later)}</p>`}
  `
}

export const homeLinks = (all: readonly HomeLink[]): Html | false =>
  all.length > 0 &&
  html`<div class="doors">${[...all]
    .sort((a, b) => a.order - b.order)
    .map(
      door => html`<a class="button ${side(door.side)}" href="${door.href}">${door.words}</a>`,
    )}</div>`

export const opening = (
  o: Readonly<{
    heading: Html | string
    waits?: Html | false
    today: Html | false
    doors: Html | false
  }>,
): Html =>
  html`<div class="open"><div>${o.waits}<h1>${o.heading}</h1>${o.today}</div>${o.doors}</div>`

/** A title that is text is a record's own words; that of a page of ours is HTML. */
export type NoticeOf = Readonly<{
  title: string | Html
  href?: string
  /** Where, how far, since when: as large as the rest, only softer. */
  where?: Html | string
  /** A reason to look, in a sentence. */
  meets?: Html | string
  /** What it says of what was looked for. */
  excerpt?: Html | string
  /** What it is, in a word, where a list mixes kinds. */
  what?: string
  side?: string
  /** Small, beside the sentence. */
  picture?: Html | false
  /** It is read on a screen alone: no paper that is printed from the browser has it. */
  isOnScreen?: boolean
}>
const headline = (
  o: Readonly<{ title: string | Html; href?: string | undefined; isStruck?: boolean | undefined }>,
): Html => {
  const isSaid = typeof o.title === 'string'
  const said = typeof o.title === 'string' ? unbroken(o.title) : o.title
  const title = o.isStruck ? html`<s>${said}</s>` : said
  const link = o.href ? html`<a href="${o.href}">${title}</a>` : title
  return html`<h3${isSaid && TONGUE}>${link}</h3>`
}
const under = (
  o: Readonly<{
    where?: Html | string | undefined
    excerpt?: Html | string | undefined
    meets?: Html | string | undefined
  }>,
): Html =>
  html`
    ${isSaid(o.where) && html`<p class="where">${o.where}</p>`}
    ${isSaid(o.excerpt) && html`<p class="where">${o.excerpt}</p>`}
    ${o.meets && html`<p class="meets">${o.meets}</p>`}
  `

const isSaid = (piece: Html | string = ''): boolean =>
  (typeof piece === 'string' ? piece : piece.html) !== ''

/** One notice of a board or a list. */
export const notice = (o: NoticeOf): Html =>
  html`
    <li class="${[side(o.side), o.isOnScreen && 'no-print'].filter(Boolean).join(' ')}">
      ${o.picture}
      ${headline(o)}
      ${o.what && html`<p class="side-word">${o.what}</p>`}
      ${under(o)}
    </li>
  `

export type DayOf = Readonly<{
  day: string
  title: string | Html
  href?: string
  where?: Html | string
  meets?: Html | string
  /** It does not take place: its title is struck. */
  isStruck?: boolean
}>
/** One line of an agenda, with its little sheet of calendar. */
export function dayItem(o: DayOf, lang: Lang): Html {
  const [weekdayShort, day, month] = dayLeaf(o.day, lang)
  return html`
    <li class="day">
      <time datetime="${o.day}">
        <span>${weekdayShort}</span>
        <b>${day}</b>
        <span>${month}</span>
      </time>
      <div>${headline(o)}${under(o)}</div>
    </li>
  `
}

export const notices = (items: readonly Html[]): Html => html`<ul class="notices">${items}</ul>`

/** A section with its coloured head. */
export function section(
  o: Readonly<{
    side: string
    title: string
    more?: Readonly<{ href: string; words: string }>
    body: Html
  }>,
): Html {
  const more = o.more && html`<a href="${o.more.href}">${o.more.words}</a>`
  return html`
    <section class="${side(o.side)}"><header><h2>${o.title}</h2>${more}</header>${o.body}</section>
  `
}

/** The board in its two rows, each in order; an empty row leaves no rule on the page. */
export function board(sections: readonly HomeSection[]): Html {
  const row = (which: 'board' | 'low'): Html | false => {
    const here = sections.filter(s => s.row === which).sort((a, b) => a.order - b.order)
    return (
      here.length > 0 &&
      html`<div class="board${which === 'low' && ' low'}">${here.map(section)}</div>`
    )
  }
  return html`${row('board')}${row('low')}`
}
