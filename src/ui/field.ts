import { type Html, type HtmlPiece, html, raw } from '../contract/html.ts'

/** Attributes of an element, in this order; `true` writes the name alone. */
type Attributes = Readonly<Record<string, string | number | true>>

/**
 * A control with its label, and what stands between them.
 *
 * Shape   `id`: the control's own. `hint` stands under `ID-h` and `error` under `ID-e`.
 *         `isWrong`: the field is marked without a sentence of its own.
 *         `input`: the attributes of an input. `control`: another control, given the attributes
 *         that say its hint, its error and whether it is wrong; or written whole.
 */
export type FieldParts = Readonly<{
  id: string
  label: HtmlPiece
  hint?: HtmlPiece
  error?: HtmlPiece
  isWrong?: boolean | undefined
}> &
  (Readonly<{ input: Attributes }> | Readonly<{ control: Html | ((about: Html) => Html) }>)

const isSaid = (piece: HtmlPiece): boolean => !!piece

const attribute = ([name, value]: readonly [string, Attributes[string]]): Html =>
  html` ${raw(name)}${value !== true && html`="${value}"`}`

const attributesOf = (attributes: Attributes): Html =>
  html`${Object.entries(attributes).map(attribute)}`

function aboutOf({ id, hint, error, isWrong }: FieldParts): Html {
  const by = [isSaid(hint) && `${id}-h`, isSaid(error) && `${id}-e`].filter(Boolean).join(' ')
  return html`
    ${by !== '' && html` aria-describedby="${by}"`}
    ${(isWrong || isSaid(error)) && html` aria-invalid="true"`}
  `
}

function controlOf(field: FieldParts): Html {
  if (!('control' in field))
    return html`<input id="${field.id}"${attributesOf(field.input)}${aboutOf(field)}>`
  return typeof field.control === 'function' ? field.control(aboutOf(field)) : field.control
}

/** A field of a form: its label, its hint, its error, its control. */
export function formField(field: FieldParts): Html {
  const { id, label, hint, error, isWrong } = field
  return html`
    <div class="field${(isWrong || isSaid(error)) && ' wrong'}">
      <label for="${id}">${label}</label>
      ${isSaid(hint) && html`<p class="hint" id="${id}-h">${hint}</p>`}
      ${isSaid(error) && html`<p class="error" id="${id}-e">${error}</p>`}
      ${controlOf(field)}
    </div>
  `
}

/**
 * A control of several lines. HTML drops a line break that stands first: one is written before the
 * value, so that the value keeps its own.
 */
export const textArea = (attributes: Attributes, value: string, about: HtmlPiece = false): Html =>
  html`<textarea${attributesOf(attributes)}${about}>${'\n'}${value}</textarea>`

/** Several controls under one legend, which say their mistake to who listens too. */
export function groupField({
  id,
  legend,
  error,
  look = '',
  body,
}: Readonly<{
  id: string
  legend: HtmlPiece
  error?: string | undefined
  look?: string
  body: Html
}>): Html {
  const wrong = error !== undefined
  return html`
    <fieldset class="group-field${(wrong || look !== '') && ' wrong'}"
      id="${id}"${wrong && html` aria-describedby="${id}-e"`}>
      <legend>${legend}</legend>
      ${wrong && html`<p class="error" id="${id}-e">${error}</p>`}
      ${body}
    </fieldset>
  `
}

/** `look`: *choice* is larger, for a finger. `value` is 1 when absent. */
export type TickParts = Readonly<{
  id?: string
  look?: 'tick' | 'choice'
  kind?: 'checkbox' | 'radio'
  name: string
  value?: string
  isOn?: boolean | undefined
  words: HtmlPiece
}>

/** A box to tick, or one of several to choose from. */
export function tick({ id, look = 'tick', kind, name, value, isOn, words }: TickParts): Html {
  const to = id !== undefined && html` for="${id}"`
  const named = id !== undefined && html` id="${id}"`
  const box = html`
    <input type="${kind ?? 'checkbox'}"${named} name="${name}"
      value="${value ?? '1'}"${isOn && html` checked`}>
  `
  return html`<label class="${look}"${to}>${box}${look === 'tick' && ' '}${words}</label>`
}

/** A box to tick that is a field of its own. */
export const tickField = ({
  isWrong,
  ...o
}: TickParts & Readonly<{ isWrong?: boolean | undefined }>): Html =>
  html`<div class="field${isWrong && ' wrong'}">${tick(o)}</div>`

/** What people read where a drive is chosen (`machine/words`). */
type DriveWords = Readonly<{
  which: string
  drive: (name: string, path: string) => string
  noKey: string
  other: string
  otherHint: string
}>

/**
 * The drives that are plugged in, and any folder of this machine, typed: one of them.
 *
 * Shape   `name`: what a chosen drive is sent as; a typed folder is `autre`. `chosen`: when it is
 *         empty, the only drive is chosen.
 */
export type DriveChoice = Readonly<{
  name: string
  drives: readonly string[]
  chosen: string
  typed: string
  isWrong: boolean
}>

export function driveFields(o: DriveChoice, w: DriveWords): Html {
  const only = o.drives.length === 1 ? o.drives[0] : undefined
  const drive = (path: string): Html =>
    tick({
      look: 'choice',
      kind: 'radio',
      name: o.name,
      value: path,
      isOn: o.typed === '' && path === (o.chosen || only),
      words: w.drive(path.replace(/^.*\//, ''), path),
    })
  const list =
    o.drives.length > 0
      ? html`<fieldset class="field"><legend>${w.which}</legend>${o.drives.map(drive)}</fieldset>`
      : (o.typed === '' || o.isWrong) && html`<p>${w.noKey}</p>`
  const typed = { name: 'autre', value: o.typed, autocomplete: 'off' }
  return html`
    ${list}
    ${formField({
      id: 'f-autre',
      label: w.other,
      hint: w.otherHint,
      isWrong: o.isWrong,
      input: typed,
    })}
  `
}
