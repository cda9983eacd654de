import { type Html, type HtmlPiece, html, raw } from '../contract/html.ts'

/** Attributes of an element, in this order; `true` writes the name alone. */
type Attributes = Readonly<Record<string, string | number | true>>

/**
 * A control with its label, and what stands between them.
 *
 * Shape   `id`: the control's own. `hint` stands under `ID-h` and `error` under `ID-e`, where the
 *         control's `aria-describedby` finds them.
 *         `isWrong`: the field is marked without a sentence of its own.
 *         `input`: the attributes of an input, which is described by its hint. `control`: another
 *         control, written whole.
 */
export type FieldParts = Readonly<{
  id: string
  label: HtmlPiece
  hint?: HtmlPiece
  error?: HtmlPiece
  isWrong?: boolean | undefined
}> &
  (Readonly<{ input: Attributes }> | Readonly<{ control: Html }>)

const isSaid = (piece: HtmlPiece): boolean => !!piece

const attribute = ([name, value]: readonly [string, Attributes[string]]): Html =>
  html` ${raw(name)}${value !== true && html`="${value}"`}`

function inputOf(id: string, hint: HtmlPiece, attributes: Attributes): Html {
  const about = isSaid(hint) && html` aria-describedby="${id}-h"`
  return html`<input id="${id}"${Object.entries(attributes).map(attribute)}${about}>`
}

/** A field of a form: its label, its hint, its error, its control. */
export const formField = ({ id, label, hint, error, isWrong, ...o }: FieldParts): Html =>
  html`
    <div class="field${(isWrong || isSaid(error)) && ' wrong'}">
      <label for="${id}">${label}</label>
      ${isSaid(hint) && html`<p class="hint" id="${id}-h">${hint}</p>`}
      ${isSaid(error) && html`<p class="error" id="${id}-e">${error}</p>`}
      ${'control' in o ? o.control : inputOf(id, hint, o.input)}
    </div>
  `

/** A box to tick, or one of several to choose from. `value` is 1 when absent. */
export const tick = ({
  id,
  kind = 'checkbox',
  name,
  value = '1',
  isOn,
  words,
}: Readonly<{
  id?: string
  kind?: 'checkbox' | 'radio'
  name: string
  value?: string
  isOn?: boolean | undefined
  words: HtmlPiece
}>): Html => {
  const named = id !== undefined && html` id="${id}"`
  const checked = isOn && html` checked`
  return html`
    <label class="tick">
      <input type="${kind}"${named} name="${name}" value="${value}"${checked}> ${words}
    </label>
  `
}
