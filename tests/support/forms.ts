import type { Answer } from './browser.ts'

/**
 * The forms of a page as a browser would send them: hidden fields, texts, what is ticked and
 * chosen.
 */
export type Filled = Record<string, string | string[]>
export type FormRead = Readonly<{ action: string; fields: Filled; text: string }>

/** A form whose buttons send it elsewhere is read for each of those addresses too. */
export const formsIn = ({ body }: Pick<Answer, 'body'>): readonly FormRead[] =>
  [...body.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].flatMap(([, tag = '', inside = '']) => {
    const form = {
      fields: fieldsIn(inside),
      text: inside.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '),
    }
    const own = attribute(tag, 'action') ?? ''
    const others = [...inside.matchAll(/<button\b([^>]*)>/g)].flatMap(
      ([, button = '']) => attribute(button, 'formaction') ?? [],
    )
    return [...new Set([own, ...others])].map(action => ({ action, ...form }))
  })

/**
 * What one form of a page sends (the first with that action that `which` takes), with these
 * changes.
 */
export function filledIn(
  page: Answer,
  action: string,
  change: Filled = {},
  which: (form: FormRead) => boolean = () => true,
): Filled {
  const form = formsIn(page).find(one => one.action === action && which(one))
  if (!form) throw new Error(`no form ${action} in ${page.text.slice(0, 500)}`)
  return { ...form.fields, ...change }
}

function fieldsIn(inside: string): Filled {
  const out: Filled = {}
  const put = (name: string | undefined, value: string): void => {
    if (name === undefined) return
    const held = out[name]
    out[name] = held === undefined ? value : [...(typeof held === 'string' ? [held] : held), value]
  }
  for (const [, tag = ''] of inside.matchAll(/<input\b([^>]*)>/g)) {
    const type = attribute(tag, 'type') ?? 'text'
    const isOff = (type === 'checkbox' || type === 'radio') && !/\schecked\b/.test(tag)
    if (!isOff && type !== 'file' && type !== 'submit')
      put(attribute(tag, 'name'), attribute(tag, 'value') ?? '')
  }
  for (const [, tag = '', text = ''] of inside.matchAll(
    /<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g,
  ))
    put(attribute(tag, 'name'), unescaped(text.replace(/^\n/, '')))
  for (const [, tag = '', options = ''] of inside.matchAll(
    /<select\b([^>]*)>([\s\S]*?)<\/select>/g,
  )) {
    const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, option = '']) => option)
    const chosen = all.filter(option => /\sselected\b/.test(option))
    for (const option of chosen.length > 0 ? chosen : all.slice(0, 1))
      put(attribute(tag, 'name'), attribute(option, 'value') ?? '')
  }
  return out
}

const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return found ? unescaped(found[1]!) : undefined
}
const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
