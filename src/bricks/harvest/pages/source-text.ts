import { type Html, html } from '../../../contract/html.ts'
import { pattern } from '../../../core/pattern.ts'

/** A piece found in the text, by UTF-16 units. */
type Found = Readonly<{ id: string; from: number; till: number }>

/**
 * Controls, marks of direction, invisible joints: what could turn a page around, or hide a word.
 * Ends of lines and tabs are none.
 */
const STRAY = pattern('g')`
  [\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f
  \u2028-\u202e\u2060-\u206f\ufeff]
`

/**
 * The page's text, each piece marked where it was found; overlapping pieces share a mark. Unseen
 * characters are shown by their number, and each stretch stands apart from its neighbours, so that
 * no writing turns the rest of the page around.
 */
export function sourceText(text: string, pieces: readonly Found[]): Html {
  const cuts = [...new Set([0, text.length, ...pieces.flatMap(piece => [piece.from, piece.till])])]
    .filter(at => at >= 0 && at <= text.length)
    .sort((a, b) => a - b)
  const starts = Map.groupBy(pieces, piece => piece.from)
  const spans = cuts.slice(0, -1).map((from, i) => {
    const till = cuts[i + 1]!
    const anchors = (starts.get(from) ?? []).map(({ id }) => html`<a id="t-${id}"></a>`)
    const inside = pieces.some(piece => piece.from <= from && piece.till >= till)
    const words = seenText(text.slice(from, till))
    return html`${anchors}${inside ? html`<mark>${words}</mark>` : words}`
  })
  return html`${spans}`
}

/** A text in which nothing is unseen, apart from what stands around it. */
export function seenText(text: string): Html {
  const parts: Html[] = []
  let at = 0
  for (const found of text.matchAll(STRAY)) {
    if (found.index > at) parts.push(html`<bdi>${text.slice(at, found.index)}</bdi>`)
    parts.push(
      html`
        <span class="stray">
          ${`U+${found[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`}
        </span>
      `,
    )
    at = found.index + found[0].length
  }
  if (at < text.length) parts.push(html`<bdi>${text.slice(at)}</bdi>`)
  return html`${parts}`
}
