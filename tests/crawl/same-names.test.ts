import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { testAll } from '../support/pass.ts'
import { pagesHere } from './addresses.ts'
import { openBox } from './box.ts'
import { type ReaderName, readersOf } from './roles.ts'
import { sameNames } from './same-names.ts'
import { walk } from './walk.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SOME = { plain: 4, asked: 1, prints: 0 }
const READERS: readonly ReaderName[] = ['keeper.https.fr', 'visitor.wifi.fr', 'member.https.fr']

test('links and buttons of one name that do several things are found', () => {
  const found = (body: string) => sameNames(`<html><body>${body}</body></html>`, '/page').length
  const button = (id: string, label = '') =>
    `<form action="/retirer"><input type="hidden" name="id" value="${id}">` +
    `<button${label}>Retirer</button></form>`
  assert.equal(found(button('a') + button('b')), 1)
  assert.equal(found(button('a') + button('a')), 0)
  assert.equal(found(button('a') + button('b', ' aria-label="Retirer : le poêle"')), 0)
  const by = ' aria-labelledby="name what"'
  const named = `<i id="name">Retirer</i><i id="what">le foin</i>`
  assert.equal(found(named + button('a') + button('b', by)), 0)
  assert.equal(found('<a href="/a">Voir</a><a href="/b">Voir</a>'), 1)
  assert.equal(found('<a href="/a">Voir</a><a href="/a">Voir</a>'), 0)
  assert.equal(found('<a href="/a"><img alt="Un"></a><a href="/b"><img alt="Deux"></a>'), 0)
})

testAll('no page has two links or buttons of one name that do different things', async t => {
  const faults: string[] = []
  let pages = 0
  const box = await openBox({ root: ROOT, name: 'demo', seed: 'a' })
  const ids = new Map<string, Set<string>>()
  try {
    for (const reader of await readersOf(box, READERS)) {
      await walk(reader, {
        most: SOME,
        also: [],
        patterns: pagesHere(),
        ids,
        hear: async (path, { headers, bytes }) => {
          if (!String(headers['content-type'] ?? '').startsWith('text/html')) return
          pages++
          const same = sameNames(bytes.toString('utf8'), path)
          faults.push(...same.map(fault => `${reader.name} ${path}: ${fault}`))
        },
      })
      reader.person.end()
    }
  } finally {
    await box.end()
  }
  t.diagnostic(`${pages} pages`)
  assert.ok(pages > 500, String(pages))
  assert.deepEqual(faults, [])
})
