import { parseHTML } from 'linkedom'

/** The token that each form carries, and the page to come back to: neither says what it does. */
const CARRIED = new Set(['tour', 'jeton', 'vu', 'from'])

/** The accessible name of a link or a button, as HTML gives it (W3C, *accname* 1.2, in short). */
function nameOf(node: Element, document: Document): string {
  const by = node.getAttribute('aria-labelledby')?.split(' ') ?? []
  const said =
    by.length > 0
      ? by.map(id => document.getElementById(id)?.textContent ?? '').join(' ')
      : (node.getAttribute('aria-label') ?? textOf(node))
  return said.replaceAll(/\s+/g, ' ').trim()
}
function textOf(node: Element): string {
  return [...node.childNodes]
    .map(child => {
      if (child.nodeType === 3) return child.textContent ?? ''
      if (child.nodeType !== 1) return ''
      const element = child as Element
      if (element.getAttribute('aria-hidden') === 'true') return ''
      return element.getAttribute('alt') ?? element.getAttribute('aria-label') ?? textOf(element)
    })
    .join('')
}

/** What a button does: where its form posts, and what it sends that nobody typed. */
function actOf(button: Element, document: Document): string {
  const at = button.getAttribute('form')
  const form = at === null ? button.closest('form') : document.getElementById(at)
  const hidden = [...(form?.querySelectorAll('input[type=hidden]') ?? [])]
    .filter(input => !CARRIED.has(input.getAttribute('name') ?? ''))
    .map(input => `${input.getAttribute('name')}=${input.getAttribute('value')}`)
  const path = button.getAttribute('formaction') ?? form?.getAttribute('action') ?? ''
  const own = `${button.getAttribute('name') ?? ''}=${button.getAttribute('value') ?? ''}`
  return [form?.getAttribute('method') ?? 'get', path, ...hidden, own].join(' ')
}

/** Records of different kinds may bear one title: a market and its square. */
function areOfKinds(acts: readonly string[]): boolean {
  const kinds = acts.map(act => /^(http\S+)\/[0-9a-hjkmnp-tv-z]{26}$/.exec(act)?.[1])
  return kinds.every(Boolean) && new Set(kinds).size === acts.length
}

/**
 * The accessible names that several links or buttons of a page share, though they lead to different
 * pages or do different acts: a list of links, as a voice reads it, does not tell them apart.
 */
export function sameNames(page: string, at: string): readonly string[] {
  const { document } = parseHTML(page)
  const acts = new Map<string, Set<string>>()
  const note = (node: Element, act: string): void => {
    const name = nameOf(node, document)
    acts.set(name, (acts.get(name) ?? new Set()).add(act))
  }
  for (const link of document.querySelectorAll('a[href]'))
    note(link, new URL(link.getAttribute('href') ?? '', `http://box${at}`).href)
  for (const button of document.querySelectorAll('button:not([aria-hidden])'))
    note(button, actOf(button, document))
  return [...acts]
    .filter(([, all]) => all.size > 1 && !areOfKinds([...all]))
    .map(([name, all]) => `${name}: ${[...all].slice(0, 3).join(' · ')}`)
}
