import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** An answer that takes some of a notice is corrected as it was written: how much, in one field. */

let box: TestBox
let zoe: Browser
let notice = ''
let at = ''
beforeEach(async () => {
  box = testBox()
  box.territory()
  notice = box.bring('offer', {
    ...{ title: 'Rosa donne du papier', who: 'Rosa', reach: 'au bar', state: 'firm' },
    ...{ mode: 'give', amount: '400 kg' },
  })
  zoe = box.visitor()
  const sent = { combien: 'une ramette', firstName: 'Zoé', reach: 'au four' }
  const { location } = await zoe.post(`/repondre/${notice}`, {
    ...sent,
    from: `/annonces/${notice}`,
  })
  at = location.split('?')[0]!
})
const show = async () => {
  const [sent] = box.read.all("SELECT id FROM proposal_home WHERE state = 'waiting'")
  const { body } = await box.keeper.get('/a-montrer')
  const read = /name="read" value="([^"]+)"/.exec(body)?.[1] ?? ''
  return box.keeper.post('/a-montrer/afficher', { id: String(sent?.['id']), read })
}
const count = async () => (await box.visitor().get(`/annonces/${notice}`)).text

test('a visitor’s ticket says how much, and corrects it in one field, counted once it shows', async () => {
  const page = (await zoe.get(at)).text
  assert.match(page, /Combien une ramette/)
  assert.doesNotMatch(page, /À quoi, ou pourquoi|J’en suis/)
  assert.equal((await show()).status, 303)
  assert.match(await count(), /Pris : 0 kg.*Zoé : une ramette/)

  const form = await zoe.get(`${at}/corriger`)
  assert.match(form.text, /Combien/)
  assert.doesNotMatch(form.text, /J’en suis|Pas pour moi|À quoi, ou pourquoi/)
  assert.match(form.body, /name="saying"[^>]*>\s*une ramette</)
  assert.equal((await zoe.fill(form, `${at}/corriger`, { saying: 'un quart' })).status, 303)
  assert.match((await zoe.get(at)).text, /Combien 100 kg/)
  const waiting = (await box.keeper.get('/a-montrer')).text
  assert.match(
    waiting,
    /À propos de Rosa donne du papier Combien Affiché : une ramette Proposé : 100 kg/,
  )
  assert.equal((await show()).status, 303)
  assert.match(await count(), /Pris : 100 kg sur 400 kg.*Zoé : 100 kg/)

  assert.equal(
    (await zoe.fill(await zoe.get(`${at}/corriger`), `${at}/corriger`, { saying: 'je verrai' }))
      .status,
    303,
  )
  await show()
  assert.match(await count(), /Pris : 0 kg sur 400 kg.*Zoé : je verrai/, 'no older number is left')
})

test('a correction of how much shows it to the keeper once, as it was written', async () => {
  await show()
  await zoe.fill(await zoe.get(`${at}/corriger`), `${at}/corriger`, { saying: '50 kg' })
  await show()
  await zoe.fill(await zoe.get(`${at}/corriger`), `${at}/corriger`, { saying: '120 kg' })
  const { text } = await box.keeper.get('/a-montrer')
  assert.match(
    text,
    /À propos de Rosa donne du papier Combien Affiché : 50 kg Proposé : 120 kg Reste ici/,
  )
  assert.equal(text.match(/Combien/g)?.length, 1)
  // A number that its words do not say is listed still.
  const [sent] = box.read.all("SELECT piece FROM proposal_home WHERE state = 'waiting'")
  const piece = String(sent?.['piece'])
  box.bringAll({ type: 'response', id: piece, fields: { saying: '50\u00a0kg' }, space: 'home' })
  assert.match((await box.keeper.get('/a-montrer')).text, /Combien Affiché : 50 Proposé : 120/)
})

test('a correction takes no more than is left, and loses nothing; an empty one says what is awaited', async () => {
  await show()
  const nadia = await box.member('Nadia')
  await nadia.post(`/repondre/${notice}`, { combien: '380 kg', from: `/annonces/${notice}` })
  const form = await zoe.get(`${at}/corriger`)
  const much = await zoe.fill(form, `${at}/corriger`, { saying: '500 kg' })
  assert.equal(much.status, 422)
  assert.match(much.text, /Il n’en reste que 20 kg/)
  assert.match(much.body, />\s*500 kg<\/textarea>/)
  const none = await zoe.fill(form, `${at}/corriger`, { saying: '' })
  assert.match(none.text, /Dites combien/)
  const id = String(box.read.all('SELECT id FROM response WHERE firstName = ?', 'Nadia')[0]?.['id'])
  const own = await nadia.get(`/moi/corriger/response/${id}`)
  assert.match(own.body, /name="saying"[^>]*>\s*380.kg</)
  assert.equal((await nadia.fill(own, '/moi/corriger', { saying: '390 kg' })).status, 303)
  assert.match(await count(), /Nadia : 390 kg/, 'what one said oneself is no other’s')
})

test('its ticket and the keeper are led to the notice that it is about', async () => {
  await show()
  const page = await zoe.get(at)
  assert.ok(page.body.includes(`href="/annonces/${notice}"`))
  await zoe.fill(await zoe.get(`${at}/corriger`), `${at}/corriger`, { saying: '20 kg' })
  const code = /ticket-code"><b>([^<]+)</.exec(page.body)![1]!
  for (const { body } of [
    page,
    await zoe.get(`/billet?${new URLSearchParams({ code })}`),
    await box.keeper.get('/a-montrer'),
  ]) {
    assert.doesNotMatch(body, /href="(?:undefined|null)/)
    assert.ok(!body.includes('href="/">Zoé'))
  }
  assert.ok((await box.keeper.get('/a-montrer')).body.includes(`href="/annonces/${notice}"`))
})
