import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressesSaid, changesIn, comeAndGone, groupedDiff } from './grouped.ts'

const page = (name: string, ...hunks: readonly string[]): string =>
  [
    `diff --git was/${name} is/${name}`,
    'index 1..2 100644',
    `--- was/${name}`,
    `+++ is/${name}`,
    ...hunks.flatMap((hunk, n) => [`@@ -${n},0 +${n} @@ <li>`, hunk]),
  ].join('\n')

const MENU = '+<a href="/graines">graines</a>'
const diff = `${[
  page('demo/a.txt', MENU),
  page('demo/b.txt', MENU, '--- was/a line that is text\n+<p>nine</p>'),
  ...['c', 'd', 'e'].map(name => page(`demo/${name}.txt`, MENU)),
].join('\n')}\n`

test('a change that stands on many pages is one change', () => {
  assert.deepEqual(changesIn(diff), [
    { lines: `${MENU}\n`, pages: ['a', 'b', 'c', 'd', 'e'].map(name => `demo/${name}.txt`) },
    { lines: '--- was/a line that is text\n+<p>nine</p>\n', pages: ['demo/b.txt'] },
  ])
  assert.deepEqual(changesIn(''), [])
})

test('it is said once, with some of its pages, after those of fewer pages', () => {
  assert.equal(
    groupedDiff(diff),
    'on 1 page:\n  demo/b.txt\n--- was/a line that is text\n+<p>nine</p>\n' +
      '\non 5 pages:\n  demo/a.txt\n  demo/b.txt\n  demo/c.txt\n  and 2 more\n' +
      `${MENU}\n`,
  )
})

test('a new page is one line an address, though a 404 stood there before', () => {
  const page = 'demo/visitor.wifi.fr/!graines%3Fpage%3D2.txt'
  const same = 'demo/visitor.wifi.fr/!.txt'
  const was = new Map([[page, '404'], ...[[same, '200'] as const]])
  const is = new Map([[page, '200'], ...[[same, '200'] as const], ['demo/a/!new.txt', '303']])
  const [come, gone, unasked] = [['demo/a/!new.txt', page], [], []]
  assert.deepEqual(comeAndGone(was, is), { come, gone, unasked })
  assert.deepEqual(comeAndGone(is, was), { come: gone, gone: come, unasked })
  const lost = new Map([...was, ['demo/a/!lost.txt', '404']])
  assert.deepEqual(comeAndGone(lost, was), { come: [], gone: [], unasked: ['demo/a/!lost.txt'] })
  const readers = ['a', 'b', 'c', 'd'].map(reader => page.replace('visitor.wifi.fr', reader))
  assert.deepEqual(addressesSaid('new', readers), ['new demo /graines?page=2: a, b, c and 1 more'])
  assert.deepEqual(addressesSaid('new', ['demo/a/!x%C3.txt']), ['new demo /x%C3: a'])
})
