import { type Html, rewritten } from '../contract/html.ts'

/**
 * Makes the mistakes above a form heard at its fields, on every page: a page that says a mistake
 * with `refused` (`say.ts`) and marks its field in no way is mended here.
 */

const BOX = /<div class="(?:refused|note)" role="alert"[^>]*>[\s\S]*?<\/div>/g
/** A line of that box: the field that it leads to, and its own id. */
const LINE = /<p id="([^"]+)"><a href="#([^"]+)">/g

/**
 * The page, in which each field of a mistake is said to be wrong, and is described by the mistake
 * unless it has a sentence of its own. A group of fields takes the focus of the link.
 */
export function heard(body: Html): Html {
  const lines = [...body.html.matchAll(BOX)].flatMap(([box]) => [...box.matchAll(LINE)])
  if (lines.length === 0) return body
  return rewritten(
    body,
    lines.reduce((page, [, line = '', field = '']) => marked(page, field, line), body.html),
  )
}

function marked(page: string, field: string, line: string): string {
  const tag = new RegExp(
    `<(input|select|textarea|fieldset)\\b[^>]*\\bid="${RegExp.escape(field)}"[^>]*>`,
  )
  return page.replace(tag, (found, name: string) => {
    const group = name === 'fieldset' ? [['tabindex', '-1']] : [['aria-invalid', 'true']]
    const added = group.filter(([name]) => !found.includes(` ${name}=`))
    const rest = added.map(([name, value]) => ` ${name}="${value}"`).join('')
    return `${described(found, field, line).slice(0, -1)}${rest}>`
  })
}

/** The tag, with the sentence among those that describe it. */
function described(tag: string, field: string, line: string): string {
  const by = / aria-describedby="([^"]*)"/.exec(tag)
  if (!by) return `${tag.slice(0, -1)} aria-describedby="${line}">`
  if (by[1]!.split(' ').includes(`${field}-e`)) return tag
  return tag.replace(by[0], ` aria-describedby="${by[1]} ${line}"`)
}
