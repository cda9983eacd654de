import { type Html, html } from '../contract/html.ts'
import type { Kit } from '../contract/kit.ts'
import type { Leaf } from '../contract/page.ts'
import type { FileRef } from '../core/schema.ts'
import { dayPlain } from '../text/days.ts'
import { isPicture, printed } from './picture.ts'
import { crumbs, reachBlock } from './sheet.ts'
import { inTongue, TONGUE } from './tongue.ts'
import { uiWords } from './words.ts'

/** Where the sheets for a window are: `/vitrine/ID`. */
export const SHOWCASE = '/vitrine'
const MOST = 4
/** Longer than that is no sentence for a window. */
const LONGEST = 220

export type ShowcaseOf = Readonly<{
  title: string
  /** Under the title, when the title alone does not say it. */
  sentences?: readonly string[]
  /** The record that it is made from. */
  back: Readonly<{ href: string; words: string }>
  photos: readonly FileRef[]
  who?: string | null
  /** How to reach, in words, or already as the block that says it. */
  reach: Html | string
  until?: string | null
  /** Where the same sheet is, set for paper. */
  print?: string | false
}>

/**
 * *La vitrine*: a sheet of paper with four photos and a sentence, for a window or a counter. Its
 * print is the sheet alone; black first, and it ends with how to reach: nobody who reads paper can
 * follow a link.
 */
export function showcase(kit: Kit, of: ShowcaseOf): Leaf {
  const {
    request: { lang, today },
    territory,
  } = kit
  const w = uiWords(lang)
  const photos = of.photos.filter(isPicture).slice(0, MOST)
  const alt = (i: number): string =>
    photos.length === 1
      ? w.photo(of.title)
      : w.photoOf(String(i + 1), String(photos.length), of.title)
  const drawn = html`
    <div class="panes panes-${photos.length}">
      ${photos.map((photo, i) => printed(photo, alt(i)))}
    </div>
  `
  const reach =
    typeof of.reach === 'string'
      ? of.reach !== '' && reachBlock({ who: of.who ?? null, how: of.reach }, lang)
      : of.reach
  const page = territory && html`<span>${inTongue(territory.name, lang)}</span>`
  const day = html`
    <span>
      ${w.printedOn(dayPlain(today, lang))}
      ${of.until && w.takeDown(dayPlain(of.until, lang, today))}
    </span>
  `
  const sentences = (of.sentences ?? []).map(one => html`<p class="sentence"${TONGUE}>${one}</p>`)
  const body = html`
    ${crumbs([of.back], lang)}
    <p class="no-print hint">
      ${of.print ? html`<a href="${of.print}">${w.showcasePrint}</a>` : w.showcaseHint}
    </p>
    <article class="showcase">
      <h1${TONGUE}>${of.title}</h1>
      ${drawn}
      ${sentences}
      ${reach}
      <p class="colophon">${page}${day}</p>
    </article>
  `
  return {
    title: `${w.showcase}${w.colon}${of.title}`,
    body: html`<div class="window">${body}</div>`,
  }
}

/**
 * Units  letters: a sentence that goes on for longer is given in pieces, each ending with a word.
 */
const PIECE = 160

/**
 * A text as its sentences, in one line each.
 *
 * Law     joined with a space, they say the same text, its white space apart.
 */
export const sentencesOf = (text: string | null): readonly string[] =>
  (text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.!?…]) /)
    .flatMap(one =>
      one.length <= PIECE
        ? [one]
        : (one.match(new RegExp(`\\S.{0,${PIECE}}(?=\\s|$)|\\S+`, 'g')) ?? [one]),
    )
    .filter(one => one !== '')

/** The first sentences of a text, as many as a window holds, or as so many letters do. */
export function firstSentences(text: string | null, longest = LONGEST): string {
  const all = (text ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.!?…]) /)
  let said = ''
  for (const one of all) {
    if (said !== '' && said.length + one.length > longest) break
    said = said === '' ? one : `${said} ${one}`
  }
  return said
}
