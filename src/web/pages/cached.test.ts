import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { testBox } from '../../../tests/support/test-box.ts'
import { forOne, type Html, html, rewritten } from '../../contract/html.ts'
import type { Leaf } from '../../contract/page.ts'
import { ROLES } from '../../contract/permission.ts'
import { cacheOf } from './cached.ts'

const leaf = (more: Partial<Leaf> = {}): Leaf => ({
  title: '',
  body: html`<p>Bonjour</p>`,
  ...more,
})
const TOKEN = forOne(html`<input name="jeton">`)
const nobody = { by: 'visitor', session: undefined, said: undefined } as const

test('a page that says nothing is shared when nothing in it was made for one person', () => {
  assert.equal(cacheOf(leaf(), nobody), 'shared')
  assert.equal(cacheOf(leaf({ cache: 'none' }), nobody), 'none')
  assert.equal(cacheOf(leaf({ cache: 'private' }), nobody), 'private')
  assert.equal(cacheOf(leaf(), { ...nobody, said: 'C’est noté.' }), 'private')
  assert.equal(cacheOf(leaf({ secret: true, cache: 'shared' }), nobody), 'none')
})

test('a page that says nothing is never shared with a form in it, nor for who is signed in', () => {
  const session = { who: 'm', key: 'k' } as never
  const within = fc.nat({ max: 6 }).map(deep => {
    let body: Html = TOKEN
    for (let i = 0; i < deep; i++)
      body = i % 2 ? rewritten(html`<p>${[false, [body]]}</p>`, '<p></p>') : html`<b>${body}</b>`
    return body
  })
  fc.assert(
    fc.property(within, fc.constantFrom(...ROLES), fc.boolean(), (body, by, isIn) => {
      const visit = { ...nobody, by, session: isIn ? session : undefined }
      assert.equal(cacheOf(leaf({ body }), visit), 'none')
      assert.equal(cacheOf(leaf({ foot: [body] }), visit), 'none')
      assert.equal(cacheOf(leaf(), visit), by === 'visitor' && !isIn ? 'shared' : 'none')
    }),
  )
})

test('no page with a form or of somebody signed in carries a tag, and the others do', async () => {
  using box = testBox()
  box.territory()
  const member = await box.member('Nadia')
  const paths = [
    ...new Set(box.source.bricks.flatMap(({ pages }) => pages.map(({ path }) => path))),
    ...['/', '/chercher', '/entrer', '/tenir', '/historique', '/a-montrer'],
  ].filter(path => !path.includes(':'))
  const seen = { tagged: 0, none: 0 }
  for (const who of [box.visitor(), member, box.keeper])
    for (const path of paths) {
      const page = await who.get(path)
      if (page.status !== 200 || page.body.includes('id="veilleuse"')) continue
      const isForOne = /name="(?:jeton|tour)"|<nav class="keeper"/.test(page.body)
      const { headers } = page
      assert.equal(headers.get('cache-control'), isForOne ? 'no-store' : 'private, no-cache', path)
      assert.equal(headers.get('etag') === null, isForOne, path)
      seen[isForOne ? 'none' : 'tagged']++
    }
  assert.ok(seen.tagged > 10 && seen.none > 40, JSON.stringify(seen))
})
