import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser } from '../../tests/support/browser.ts'
import { testBox } from '../../tests/support/test-box.ts'
import { pattern } from '../core/pattern.ts'
import { typeFor } from '../core/schema.ts'

/** The addresses with a script of ours, all of which work without it. */
const SCRIPTED: Readonly<Record<string, RegExp>> = {
  '/veilleuse': /^<script src="\/veilleuse\.js[^"]*" defer>$/,
  '/borne': /^<script src="[^"]*heure[^"]*" (?:defer|async)>$/,
}

/** Every page to which a person is led from the first one, by links alone. */
async function walked(
  person: Browser,
): Promise<ReadonlyMap<string, Readonly<{ body: string; policy: string }>>> {
  const met = new Map<string, { body: string; policy: string }>()
  const left = ['/', '/veilleuse', '/tenir']
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    if (met.has(path)) continue
    const { body, headers } = await person.get(path)
    if (!/text\/html/.test(headers.get('content-type') ?? '')) continue
    met.set(path, { body, policy: headers.get('content-security-policy') ?? '' })
    for (const [, href = ''] of body.matchAll(/<a\b[^>]*\bhref="(\/[^"#]*)/g))
      if (!href.includes('langue=')) left.push(href.replaceAll('&amp;', '&'))
  }
  return met
}

const refused = (rule: string, policy: string): boolean => policy.split('; ').includes(rule)

/** What a page needs of a script, of another machine, or of a button that is not there. */
function needs(
  path: string,
  { body, policy }: Readonly<{ body: string; policy: string }>,
): readonly string[] {
  const scripts = [...body.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
  const allowed = SCRIPTED[path.split('?')[0]!]
  const handlers = [...body.matchAll(/<[a-z][^>]*?\s(on[a-z]+)="/g)].map(([, name]) => name)
  const asked = [
    ...body.matchAll(
      pattern('g')`
        <(?:link|img|script|source|video|audio|iframe|object|embed)\b[^>]*\b(?:href|src|srcset
        |data)="([^"]*)"
      `,
    ),
  ]
  const forms = [...body.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => form)
  return [
    ...scripts.filter(tag => !allowed?.test(tag)),
    ...handlers.map(name => `runs ${name}`),
    ...asked.filter(([, address = '']) => /^(?:[a-z]+:)?\/\//i.test(address)).map(([tag]) => tag),
    ...forms
      .filter(form => !/<button\b(?![^>]*type="button")|type="(?:submit|image)"/.test(form))
      .map(form => form.slice(0, 80)),
    ...(/\bhref="javascript:/i.test(body) ? ['a link that is a script'] : []),
    ...(refused("default-src 'none'", policy) ? [] : ['may ask anybody for anything']),
    ...(allowed || refused("script-src 'none'", policy) ? [] : ['may run scripts']),
  ]
}

test('law 7: no page needs a script or another machine, whoever walks through all pages', async () => {
  using box = testBox()
  const types = [...box.types.values()].filter(
    type => type.path !== undefined && type !== typeFor(box.types, 'page'),
  )
  for (const type of types) box.bring(type.name, { [type.title]: 'Chez le menuisier' })
  for (const person of [box.visitor('wifi'), box.keeper]) {
    const pages = await walked(person)
    assert.ok(pages.size > 40, `${pages.size} pages`)
    assert.deepEqual(
      [...pages].flatMap(([path, page]) => needs(path, page).map(need => `${path}: ${need}`)),
      [],
    )
  }
})
