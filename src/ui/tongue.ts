import { type Html, html, raw, rewritten } from '../contract/html.ts'
import { HERE, type Lang } from '../core/lang.ts'

/**
 * On the element that holds a record's own words: a voice that reads an English page aloud reads
 * them as French. Pieces always say it and `frame` leaves it out of a French page; no text can
 * forge it, since its quotes would be escaped.
 */
export const TONGUE: Html = raw(` lang="${HERE}"`)

/** A record's own words among a page's, where no element holds them alone. */
export const inTongue = (text: Html | string, lang: Lang): Html =>
  lang === HERE ? html`${text}` : html`<span${TONGUE}>${text}</span>`

/** A page's body, without what its own language already says. */
export const withoutTongue = (body: Html, lang: Lang): Html =>
  lang === HERE ? rewritten(body, body.html.replaceAll(TONGUE.html, '')) : body

/** A sentence of the page, with the people's words in it said to be in their own language. */
export function within(sentence: string, said: string | readonly string[], lang: Lang): Html {
  const put = [said].flat().filter(text => text !== '')
  if (lang === HERE || put.length === 0) return html`${sentence}`
  const longest = put.toSorted((a, b) => b.length - a.length).map(RegExp.escape)
  const pieces = sentence.split(new RegExp(`(${longest.join('|')})`))
  return html`${pieces.map((piece, i) => (i % 2 === 0 ? piece : inTongue(piece, lang)))}`
}
