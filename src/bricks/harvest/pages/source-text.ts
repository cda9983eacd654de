import { type Html, html } from '../../../contract/html.ts'
import { pattern } from '../../../core/pattern.ts'

/**
 * Controls, marks of direction, invisible joints: what could turn a page around, or hide a word.
 * Ends of lines and tabs are none.
 */
const STRAY = pattern('g')`
  [\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f
  \u2028-\u202e\u2060-\u206f\ufeff]
`

/**
 * A text in which nothing is unseen, apart from what stands around it: unseen characters are shown
 * by their number, so that no writing turns the rest of the page around.
 */
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
