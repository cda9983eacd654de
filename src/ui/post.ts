import { type Html, type HtmlPiece, html } from '../contract/html.ts'
import type { HiddenFields, Kit } from '../contract/kit.ts'
import { formField, tick } from './field.ts'
import { fieldId, refused } from './say.ts'
import { which } from './which.ts'
import { uiWords } from './words.ts'

/**
 * Values that a form carries unseen, by their names, in this order.
 *
 * Shape   several values of one name are a list; `false` and `undefined` leave the name out.
 *         `from`: the page where the person comes back after a refusal, when it is not that of the
 *         form. `false`: a refusal stands on a page of its own.
 */
export type Hidden = Readonly<
  Record<string, string | number | false | undefined | readonly string[]>
>

/** The hidden inputs of a form. */
export const hidden = (values: Hidden): Html =>
  html`${Object.entries(values).map(([name, value]) =>
    [value]
      .flat()
      .filter(one => one !== undefined && one !== false)
      .map(one => html`<input type="hidden" name="${name}" value="${one}">`),
  )}`

/**
 * The parts of a form that posts, in the order in which they stand.
 *
 * Shape   `look`: its classes; `form` when absent.
 *         `files`: it sends files.
 *         `unchecked`: the server alone checks it, so that its refusals stand in plain words.
 *         `newPage`: the answer opens beside the page.
 */
export type PostForm = Readonly<{
  look?: string
  id?: string
  files?: boolean
  unchecked?: boolean
  newPage?: boolean
  hidden?: Hidden
  /** What the person reads and fills. */
  fields?: HtmlPiece
  /** The words of its one plain button, or its acts. A form without it has its acts in `fields`. */
  button?: string | Html
}>

function element(path: string, look: string, o: PostForm, content: Html): Html {
  const classes = look !== '' && html` class="${look}"`
  const id = o.id !== undefined && html` id="${o.id}"`
  const files = o.files && html` enctype="multipart/form-data"`
  const unchecked = o.unchecked && html` novalidate`
  const page = o.newPage && html` target="_blank"`
  return html`
    <form${classes}${id} method="post" action="${path}"${files}${unchecked}${page}>${content}</form>
  `
}

/** The token, the hidden values, and the page to come back to where they do not name another. */
const carried = (token: HiddenFields, { hidden: own = {} }: PostForm): Html =>
  html`${token}${hidden('from' in own ? own : { ...own, from: token.from })}`

const plain = (button: string | Html): Html =>
  typeof button === 'string' ? html`<button>${button}</button>` : button

/**
 * A button or a link of one record of a list: heard with the title of that record, which stands
 * under the id `by`.
 */
export const namedBy = (id: string, by: string): Html =>
  html` id="${id}" aria-labelledby="${id} ${by}"`

/** The button of the act that most people came for. `side`: it bears the colour of that side. */
export const mainButton = (words: string, side?: string): Html =>
  html`<button class="button${side && ` ${side}-side`}">${words}</button>`

/**
 * A form that posts to `path`. `token` is what every form carries: `kit.form()` in a page of a
 * brick, `ourToken(server, visit)` in a route.
 */
export const post = (token: HiddenFields, path: string, o: PostForm): Html =>
  element(
    path,
    o.look ?? 'form',
    o,
    html`
      ${carried(token, o)}
      ${o.fields}
      ${o.button !== undefined && html`<p class="acts">${plain(o.button)}</p>`}
    `,
  )

/** A form that is one button, in a line of text or of acts. Its `look` is `inline` when absent. */
export const actButton = (
  token: HiddenFields,
  path: string,
  o: PostForm & Required<Pick<PostForm, 'button'>>,
): Html =>
  element(path, o.look ?? 'inline', o, html`${carried(token, o)}${o.fields}${plain(o.button)}`)

/** `type`: where the command takes a record of any type. `more`: a field before the code. */
type Erasing = Readonly<{
  action: string
  id: string
  lead: string
  type?: string
  more?: Html | false
  /** What goes, where a page has several of these. */
  title?: string
}>

/**
 * *Effacer pour de bon*: what goes, and one of the printed codes. Folded, so that no finger falls
 * on it; open again after a mistake.
 */
export function eraseForm(kit: Kit, { action, id, lead, type, more, title = '' }: Erasing): Html {
  const w = uiWords(kit.request.lang)
  const code = `code-${id}`
  const wrong =
    kit.request.again?.field === 'code' && kit.request.again.input['id'] === id
      ? kit.request.again.refused
      : undefined
  const why = wrong !== undefined && refused([{ sentence: wrong, field: code }], kit.request.lang)
  return html`
    <details class="no-print"${wrong !== undefined && html` open`}>
      <summary>${w.erase}</summary>
      ${post(kit.form(), action, {
        look: 'form stack',
        hidden: { id, from: kit.request.path, type },
        fields: html`
          ${why}
          <p>${lead}</p>
          ${more}
          ${formField({
            id: fieldId(code),
            label: w.eraseCode,
            input: { name: 'code', autocomplete: 'off', required: true },
          })}
        `,
        button: html`<button${which(w.erase, title, kit.request.lang)}>${w.erase}</button>`,
      })}
    </details>
  `
}

/**
 * One act on much that came from one same hand: folded, each with its tick, all of them ticked, so
 * that whoever presses saw what goes.
 */
export type PutAside = Readonly<{
  action: string
  token: HiddenFields
  title: string
  lead: string
  /** `isOn`: whether it is ticked beforehand. Default: it is. */
  each: readonly Readonly<{ id: string; title: string; isOn?: boolean }>[]
  /** A field beside the button. */
  more?: Html
  button: string
}>

export function putAside({ action, token, title, lead, each, more, button }: PutAside): Html {
  const box = ({ id, title: said, isOn = true }: PutAside['each'][number]) =>
    tick({ look: 'choice', name: 'ids', value: id, isOn, words: html`<bdi>${said}</bdi>` })
  return html`
    <details class="note no-print">
      <summary><b>${title}</b></summary>
      ${post(token, action, {
        fields: html`<p>${lead}</p><div class="choices">${each.map(box)}</div>${more}`,
        button,
      })}
    </details>
  `
}
