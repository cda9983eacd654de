import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '../../src/contract/html.ts'
import { frame } from '../../src/ui/frame.ts'
import type { Page } from './crawl.ts'
import { parted, together } from './framed.ts'
import { manifestOf } from './manifest.ts'
import { inLines } from './mask.ts'

const MENU = [
  { order: 1, href: '/annonces', words: 'Annonces' },
  { order: 2, href: '/agenda', words: 'Agenda' },
]
const ENTRY = { order: 3, href: '/graines', words: 'Graines' }

function page(path: string, { menu = MENU, n = 0, reader = 'keeper.https.fr' } = {}): Page {
  const body = html`<h1>${path}</h1><p>du pain</p>`
  const of = { lang: 'fr', title: path, name: 'Sail', body, path, menu, keeper: true } as const
  const text = inLines(frame({ ...of, asked: path, waits: [{ href: '/mur', words: 'Mur', n }] }))
  const type = 'text/html'
  return { address: path, reader, status: 200, type, text: `200\nvary: cookie\n\n${text}` }
}
const BARE: Page = { ...page('/vu'), address: '/x.csv', type: 'text/csv', text: '200\n\na;b' }
const PATHS = ['/', '/agenda', '/annonces', '/annonces/proposer']
const manifest = (...pages: readonly Page[]): string => manifestOf({ pages, unread: [] })

test('a page is put together again from its frame and the rest; what has no frame is whole', () => {
  for (const { text } of PATHS.map(path => page(path))) {
    const parts = parted(text)
    assert.ok(parts)
    assert.equal(together(parts), text)
    assert.equal(parts.frame, parted(page('/').text)?.frame)
  }
  assert.equal(parted(BARE.text), undefined)
})

test('an entry of the menu changes one line for each frame, and no line of a page', () => {
  const all = (menu: typeof MENU) => [
    ...PATHS.map(path => page(path, { menu })),
    ...PATHS.map(path => page(path, { menu, reader: 'member.https.fr', n: 4 })),
    page('/mur', { menu, n: 2 }),
  ]
  const [was, is] = [all(MENU), all([...MENU, ENTRY])].map(pages => manifest(...pages).split('\n'))
  const fresh = is!.filter(line => !was!.includes(line))
  assert.deepEqual(
    fresh.map(line => line.replace(/ {2}\d+ \w+$/, '')),
    ['frame /  keeper.https.fr', 'frame /  member.https.fr', 'frame /mur  keeper.https.fr'],
  )
  assert.equal(is!.length, was!.length)
})

test('each character of each page still counts, those of its frame too', () => {
  const pages = [...PATHS.map(path => page(path)), page('/mur', { n: 2 }), BARE]
  const kept = manifest(...pages)
  let tried = 0
  for (const [at, one] of pages.entries())
    for (let n = 0; n < one.text.length; n++) {
      const text = `${one.text.slice(0, n)}¤${one.text.slice(n + 1)}`
      assert.notEqual(manifest(...pages.with(at, { ...one, text })), kept, text.slice(0, n + 1))
      tried++
    }
  assert.ok(tried > 5_000)
  const lit = { ...pages[1]!, text: pages[1]!.text.replace(' aria-current="page"', '') }
  assert.notEqual(manifest(...pages.with(1, lit)), kept)
})

test('one frame that two pages exchange is seen', () => {
  const pages = [page('/'), page('/mur', { n: 2 }), page('/moi')]
  const exchanged = [page('/'), page('/mur'), page('/moi', { n: 2 })]
  assert.notEqual(manifest(...pages), manifest(...exchanged))
})
