import { type Html, html, rewritten } from '../../contract/html.ts'
import type { Input } from '../../core/form/input.ts'
import type { Lang } from '../../core/lang.ts'
import { hidden } from '../../ui/post.ts'
import { fieldId } from '../../ui/say.ts'
import { plainWords } from '../records/words.ts'

/**
 * The page with the tick at the head of the posted form. Undefined when it has no such form. Among
 * forms of one address, the one whose hidden fields match and that asks most of the posted values.
 * Text that the page already shows is left out.
 */
export function withTick(
  body: Html,
  action: string,
  tick: Tick,
  { input, lang }: Readonly<{ input: Input; lang: Lang }>,
): Html | undefined {
  const isSaid = body.html.includes(html`${tick.refused}`.html)
  const asked = html`${tick.isButton && firstButton(lang)}${tickOf(tick, isSaid)}`
  return atHead(body, { action, input }, tick.name, asked)
}
/**
 * A browser presses the first button of a form when somebody types *Entrée* in a field: one that
 * saves stands before the button that answers.
 */
const firstButton = (lang: Lang): Html => html`
  <button class="apart" tabindex="-1" aria-hidden="true">${plainWords(lang).save}</button>
`
/** The page, whose posted form keeps this value of what was sent. */
export const withKept = (body: Html, action: string, name: string, input: Input): Html =>
  atHead(body, { action, input }, name, hidden({ [name]: input[name] })) ?? body

function atHead(
  body: Html,
  { action, input }: Readonly<{ action: string; input: Input }>,
  name: string,
  added: Html,
): Html | undefined {
  const forms = [
    ...body.html.matchAll(
      new RegExp(`<form\\b[^>]*\\baction="${RegExp.escape(action)}"[^>]*>`, 'g'),
    ),
  ].map(found => {
    const from = found.index + found[0].length
    const end = body.html.indexOf('</form>', from)
    const text = body.html.slice(from, end < 0 ? undefined : end)
    return { from, text, likeness: likeness(text, input) }
  })
  const form = forms.toSorted((a, b) => b.likeness - a.likeness)[0]
  if (form === undefined) return undefined
  const at = form.from
  // A form that has the tick from the beginning says by itself why it is asked.
  if (form.text.includes(` name="${name}"`)) return body
  return rewritten(body, body.html.slice(0, at) + added.html + body.html.slice(at))
}

/** How many of the posted names a form asks. None when a hidden field differs. */
function likeness(form: string, input: Input): number {
  const inputs = [...form.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)].map(([tag]) => ({
    name: attribute(tag, 'name'),
    value: attribute(tag, 'value'),
    isHidden: tag.includes('type="hidden"'),
  }))
  const posted = (name: string): readonly string[] => [input[name] ?? []].flat()
  const isOther = inputs.some(
    ({ name, value, isHidden }) => isHidden && name in input && !posted(name).includes(value),
  )
  return isOther
    ? -1
    : new Set(inputs.filter(({ name }) => name in input).map(({ name }) => name)).size
}
const MARKS: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#39;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
}
const attribute = (tag: string, name: string): string =>
  (new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replace(
    /&(?:quot|#39|lt|gt|amp);/g,
    mark => MARKS[mark]!,
  )

/**
 * One more tick of a form that comes back: why it is asked, where to read more, and what it
 * answers. `isButton`: one press answers it and sends the form.
 */
export type Tick = Readonly<{
  name: string
  value: string
  label: string
  refused: string
  more?: Html
  isButton?: true
}>
export function tickOf(tick: Tick, isSaid = false): Html {
  const { name, value, label, refused, more } = tick
  const id = fieldId(name)
  const why = !isSaid && html`<p class="error" id="${id}-e">${refused}</p>`
  if (tick.isButton)
    return html`
      ${why}
      <div class="field">
        <button class="button" id="${id}" name="${name}" value="${value}">${label}</button>
      </div>
    `
  return html`
    <div class="field wrong">
      ${why}
      ${more && html`<p>${more}</p>`}
      <label class="tick">
        <input type="checkbox" id="${id}" name="${name}"
          value="${value}"${why && html` aria-describedby="${id}-e"`}> ${label}
      </label>
    </div>
  `
}

/** The posted values behind a tick, for a form without a page of its own. */
export const postedAgain = (input: Input, tick: string): Html =>
  hidden(Object.fromEntries(Object.entries(input).filter(([name]) => name !== tick)))
