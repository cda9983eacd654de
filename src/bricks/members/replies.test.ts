import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { relayIn } from '../../../tests/exchange/web-villages.ts'
import type { Browser } from '../../../tests/support/browser.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** What somebody answers to a word that is in no thread comes back to who left that word. */

let box: TestBox
let relay: Member
let through = ''
beforeEach(async () => {
  box = testBox()
  box.territory()
  ;({ who: relay, id: through } = await relayIn(box, 'Marius'))
})
const leave = async (who: Browser, more: Readonly<Record<string, string>> = {}) => {
  const word = { forWhom: 'Ninon', sender: 'Yvette', said: 'Vous venez lundi ?', ...more }
  box.later(1_000)
  const { location, status, text } = await who.post('/mot', word)
  assert.equal(status, 303, text)
  return location.split('?')[0]!
}
const pathOf = (): string =>
  `/mes-mots/${String(box.read.all('SELECT max(id) AS id FROM word_home')[0]!['id'])}/reponse`
const note = async (who: Browser, answer: string) => {
  box.later(1_000)
  return who.fill(await who.get('/mes-mots'), pathOf(), { answer })
}

test('the relay notes the answer to a word, and a visitor reads it by their ticket', async () => {
  const yvette = box.visitor()
  const ticket = await leave(yvette, { relay: through })
  const list = (await relay.get('/mes-mots')).text
  assert.match(list, /Vous venez lundi \?.*Noter la réponse de Ninon/)
  assert.doesNotMatch(list, /dites-le à Marius/, 'who reads is Marius')
  assert.match((await box.keeper.get('/mes-mots')).text, /dites-le à Marius/)
  assert.equal((await note(relay, 'Oui, à dix heures.')).location.split('?')[0], '/mes-mots')
  assert.match((await yvette.get(ticket)).text, /Remis\..*Du nouveau.*Répondu.*Oui, à dix heures\./)
  assert.doesNotMatch((await box.visitor('wifi').get(ticket)).text, /dix heures/)
  assert.match((await relay.get('/mes-mots')).text, /Déjà remis.*Oui, à dix heures\./)
  await note(relay, 'Non, mardi.')
  assert.match((await yvette.get(ticket)).text, /Non, mardi\./)
  for (const who of [box.visitor(), box.keeper, await box.member('Paul')])
    assert.doesNotMatch((await who.get('/')).text, /mardi/)
  assert.deepEqual(box.faults, [])
})

test('a member who left a word reads the answer at home, once, where nobody listens', async () => {
  const nadia = await box.member('Nadia')
  await leave(nadia, { relay: through, sender: 'Nadia' })
  await note(relay, 'Oui, à dix heures.')
  const home = await nadia.get('/')
  assert.match(home.text, /Ninon a répondu à votre mot : « Oui, à dix heures\. »/i)
  assert.doesNotMatch(home.text, /est remis/)
  assert.match((await nadia.get('/moi')).text, /Mots que j’ai laissés.*Oui, à dix heures\./)
  const near = await box.memberOf(nadia.id, 'wifi')
  assert.match((await near.get('/')).text, /on a répondu à un mot/i)
  for (const path of ['/', '/moi'])
    assert.doesNotMatch((await near.get(path)).text, /dix heures|Ninon/)
  await nadia.fill(home, '/moi/nouvelles/vues')
  assert.doesNotMatch((await nadia.get('/')).text, /a répondu/)
})

test('the keeper notes the answer to a word that no relay carries; an insult is folded', async () => {
  const nadia = await box.member('Nadia')
  await leave(nadia, { sender: 'Nadia' })
  const by = pathOf()
  for (const who of [relay, box.visitor(), await box.member('Paul'), await near()])
    assert.ok((await who.post(by, { answer: 'zwyntro' })).status >= 400)
  await note(box.keeper, 'espèce de cruchonne, connard')
  assert.match((await nadia.get('/')).text, /Ninon a répondu à votre mot/i)
  assert.doesNotMatch((await nadia.get('/')).text, /connard/)
  await leave(nadia, { relay: through })
  assert.notEqual((await box.keeper.post(pathOf(), { answer: 'oui' })).status, 303)
  assert.equal(box.read.all('SELECT id FROM word_home WHERE answer IS NOT NULL').length, 1)
})
const near = (): Promise<Browser> => box.memberOf(relay.id, 'wifi')

test('whom a word is for answers it on a screen, where it was left without a card', async () => {
  const ninon = await box.member('Ninon')
  const yvette = box.visitor()
  const ticket = await leave(yvette)
  const path = pathOf().replace('/mes-mots/', '/moi/mots/')
  await ninon.fill(await ninon.get('/moi'), path, { answer: 'J’arrive.' })
  assert.match((await yvette.get(ticket)).text, /J’arrive\./)
  const nadia = await box.member('Nadia')
  assert.notEqual((await nadia.post(path, { answer: 'Moi.' })).status, 303)
  await leave(nadia)
  const other = pathOf().replace('/mes-mots/', '/moi/mots/')
  assert.notEqual((await ninon.post(other, { answer: 'Oui.' })).status, 303)
})

test('an empty answer is asked again, and changes nothing', async () => {
  await leave(box.visitor(), { relay: through })
  const { status, text } = await note(relay, '')
  assert.equal(status, 422)
  assert.match(text, /Écrivez la réponse/)
  assert.equal(box.read.all('SELECT id FROM word_home WHERE handedOn IS NULL').length, 1)
})

test('what somebody answered is forgotten with them, on the page of who asked too', async () => {
  const ninon = await box.member('Ninon')
  const nadia = await box.member('Nadia')
  await leave(nadia, { relay: through })
  await note(relay, 'zwyntrolubak')
  assert.match((await nadia.get('/moi')).text, /zwyntrolubak/)
  assert.ok(box.read.all('SELECT id FROM word_home WHERE member = ?', ninon.id).length === 1)
  const asked = { sure: '1', from: '/moi/oublier' }
  assert.equal(
    (await ninon.fill(await ninon.get('/moi/oublier'), '/moi/oublier', asked)).status,
    303,
  )
  for (const path of ['/', '/moi'])
    assert.doesNotMatch((await nadia.get(path)).text, /zwyntrolubak/)
  assert.doesNotMatch((await relay.get('/mes-mots')).text, /zwyntrolubak/)
})
