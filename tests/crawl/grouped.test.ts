import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesIn, groupedDiff } from './grouped.ts'

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
