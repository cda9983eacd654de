import { type Html, html, rewritten } from '../../contract/html.ts'
import type { Input } from '../../core/form/input.ts'
import { hidden } from '../../ui/post.ts'
import { fieldId } from '../../ui/say.ts'

/**
 * The same page with the tick at the head of the form that was posted; undefined where it holds no
 * such form. Of several forms of one address, the one whose hidden fields say what was posted and
 * that asks most of it. What the page says already above is not said again.
 */
export function withTick(body: Html, action: string, tick: Tick, input: Input): Html | undefined {
  const forms = [
    ...body.html.matchAll(
      new RegExp(`<form\\b[^>]*\\baction="${RegExp.escape(action)}"[^>]*>`, 'g'),
    ),
  ].map(found => {
    const from = found.index + found[0].length
    const end = body.html.indexOf('</form>', from)
    return { from, likeness: likeness(body.html.slice(from, end < 0 ? undefined : end), input) }
  })
  const at = forms.toSorted((a, b) => b.likeness - a.likeness)[0]?.from
  if (at === undefined) return undefined
  const isSaid = body.html.includes(html`${tick.refused}`.html)
  return rewritten(body, body.html.slice(0, at) + tickOf(tick, isSaid).html + body.html.slice(at))
}

/**
 * How many of the names that were posted a form asks; none of it counts where a hidden field says
 * something else.
 */
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
 * answers.
 */
export type Tick = Readonly<{
  name: string
  value: string
  label: string
  refused: string
  more?: Html
}>
export function tickOf({ name, value, label, refused, more }: Tick, isSaid = false): Html {
  const id = fieldId(name)
  const why = !isSaid && html`<p class="error" id="${id}-e">${refused}</p>`
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

/** The post once more, as it was, behind the tick: for a form that stands on no page of its own. */
export const postedAgain = (input: Input, tick: string): Html =>
  hidden(Object.fromEntries(Object.entries(input).filter(([name]) => name !== tick)))
