import { type Html, html } from '../contract/html.ts'
import { post } from './post.ts'

/**
 * One act on much that came from one same hand: folded, each with its tick, all of them ticked, so
 * that whoever presses saw what goes.
 */
export type PutAside = Readonly<{
  action: string
  token: Html
  title: string
  lead: string
  each: readonly Readonly<{ id: string; title: string }>[]
  /** A field beside the button. */
  more?: Html
  button: string
}>

export function putAside({ action, token, title, lead, each, more, button }: PutAside): Html {
  const tick = ({ id, title: said }: PutAside['each'][number]) =>
    html`
      <label class="choice">
        <input type="checkbox" name="ids" value="${id}" checked> <bdi>${said}</bdi>
      </label>
    `
  return html`
    <details class="note no-print">
      <summary><b>${title}</b></summary>
      ${post(token, action, {
        fields: html`<p>${lead}</p><div class="choices">${each.map(tick)}</div>${more}`,
        button,
      })}
    </details>
  `
}
