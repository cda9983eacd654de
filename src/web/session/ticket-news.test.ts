import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { lacking } from '../../../tests/support/folders.ts'
import { showWaiting } from '../../../tests/support/show-sent.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** What is new for whoever holds a ticket, and what its code tells to anybody. */

let box: TestBox
let visitor: Browser
beforeEach(() => {
  box = testBox()
  visitor = box.visitor('wifi')
})
const NUMBER = '06 71 22 33 44'
const notice = { title: 'je donne des bocaux', who: 'Colette', reachBy: 'phone', phone: NUMBER }
async function sent(
  who: Browser,
  input: Readonly<Record<string, string>>,
  path = '/annonces/proposer',
) {
  const { location } = await who.post(path, input)
  assert.match(location, /^\/billet\/[0-9a-z]{26}/)
  const page = await who.get(location)
  const code = /ticket-code"><b>([^<]+)</.exec(page.body)?.[1]?.replaceAll('\u00a0', ' ') ?? ''
  return { at: location.split('?')[0]!, code }
}

test('a code leads to what everybody reads of it, says that a number in it is hidden, and no word of it', async () => {
  const { at, code } = await sent(visitor, { ...notice, accord: 'voisins' })
  const byCode = async () => visitor.get(`/billet?code=${encodeURIComponent(code)}`)
  assert.doesNotMatch((await byCode()).body, /href="\/annonces\/[0-9a-z]{26}"/)
  await showWaiting(box)
  const page = await byCode()
  const href = /href="(\/annonces\/[0-9a-z]{26})">Le voir/.exec(page.body)?.[1] ?? ''
  assert.equal((await box.visitor().get(href)).status, 200)
  assert.match(page.text, /Pour le corriger ou le retirer : ouvrez l’adresse de votre billet/)
  assert.ok(!page.text.includes(notice.title))
  box.bring('hidden-number', { number: NUMBER, state: 'hidden', by: 'visitor' }, 'home')
  for (const where of [await byCode(), await visitor.get(at)])
    assert.match(where.text, /Affiché sur la page\. Mais un numéro y est caché/)
})

test('a ticket tells a notice that surely answers it, where its holder reads; a code does not', {
  skip: lacking('offer', 'need'),
}, async () => {
  const wants = { title: 'je cherche une débroussailleuse', who: 'Anna', phone: NUMBER }
  const { at, code } = await sent(
    visitor,
    { ...wants, reachBy: 'phone', accord: 'voisins' },
    '/annonces/chercher',
  )
  await showWaiting(box)
  assert.doesNotMatch((await visitor.get(at)).text, /Du nouveau/)
  box.bring('offer', { title: 'Gégé prête sa débroussailleuse', who: 'Gégé', mode: 'lend' })
  const held = await visitor.get(at)
  assert.match(held.text, /Du nouveau Gégé prête sa débroussailleuse · cela répond à votre annonce/)
  assert.match(held.body, /<h2 class="no-print">Du nouveau/, 'a title prints with its lines')
  assert.doesNotMatch((await visitor.get(`/billet?code=${encodeURIComponent(code)}`)).text, /Gégé/)
  box.bring('offer', { title: 'Paul prête une échelle', who: 'Paul', mode: 'lend' })
  assert.doesNotMatch((await visitor.get(at)).text, /échelle/)
})
