import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { givenBy } from '../../../tests/support/part-sides.ts'
import { waitingIn } from '../../../tests/support/show-sent.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { deal } from './model/records.ts'

/** A part that the keeper does not keep: nothing goes on about it, and both sides are told. */

let box: TestBox
let rosa: Member
let zoe: Browser
let notice = ''
let at = ''
beforeEach(async () => {
  box = testBox()
  box.territory()
  rosa = await box.member('Rosa')
  notice = await givenBy(box, rosa)
  zoe = box.visitor()
  at = await take(zoe, { firstName: 'Zoé', combien: '20 kg' })
})
const take = async (who: Browser, fields: Readonly<Record<string, string>>): Promise<string> => {
  box.later(1_000)
  const sent = await who.post(`/repondre/${notice}`, { reach: 'au four', ...fields })
  assert.equal(sent.status, 303, sent.text)
  return sent.location.split('?')[0]!
}
const thread = (): string => `/arrangements/${box.read.list(deal, {}, 'home')[0]!.id}`
const home = async (): Promise<string> => (await rosa.get('/')).text

test('the author is told in one line, the ticket too; the moment that was agreed goes with it', async () => {
  await rosa.post(`${thread()}/proposer`, { when: 'samedi 22 h', where: 'à la grange' })
  const { id } = box.read.list(deal, {}, 'home')[0]!
  await zoe.post(`${at}/repondre`, { id, says: 'yes', from: at })
  assert.match((await rosa.get(thread())).text, /Convenu/)
  const sent = waitingIn(box)
  await box.keeper.post('/a-montrer/laisser', { id: sent, why: 'Écrit deux fois.' })
  const told = /la part de Zoé \(sans carte\) n’a pas été retenue \(« samedi 22 h, à la grange »\)/i
  assert.match(await home(), told)
  for (const page of [await rosa.get(thread()), await zoe.get(at)]) {
    assert.match(page.text, /Cette part n’a pas été retenue : elle n’est pas comptée/)
    assert.doesNotMatch(page.text, /Convenu|Envoyer ce mot|C’est fait|en retard/)
  }
  assert.match((await zoe.get(at)).text, /Écrit deux fois\./)
  for (const [who, path] of [
    [rosa, thread()],
    [zoe, at],
  ] as const) {
    const late = await who.post(`${path}/mot`, { id, said: 'Et donc ?', from: path })
    assert.match(late.text, /on ne peut plus y écrire/, path)
  }
  await rosa.post(`${thread()}/vu`, { from: thread() })
  assert.doesNotMatch(await home(), /n’a pas été retenue/)

  await box.keeper.post('/a-montrer/relire', { id: sent })
  assert.match((await rosa.get(thread())).text, /Convenu/, 'read again, it stands as it stood')
  assert.match((await zoe.get(at)).text, /Convenu.*samedi 22 h/)
})

test('what the author writes to all does not go to who was refused', async () => {
  for (const name of ['Paul', 'Nadia'])
    await (await box.member(name)).post(`/repondre/${notice}`, { combien: '30 kg' })
  await box.keeper.post('/a-montrer/laisser', { id: waitingIn(box), why: '' })
  const from = `/annonces/${notice}`
  assert.match((await rosa.get(from)).text, /Écrire aux 2 personnes à la fois/)
  await rosa.post('/arrangements/mot-a-tous', { annonce: notice, said: 'Prenez des sacs.', from })
  assert.doesNotMatch((await zoe.get(at)).text, /Prenez des sacs/)
})

test('corrected by who sent it, it waits again, and the thread goes on', async () => {
  await box.keeper.post('/a-montrer/laisser', { id: waitingIn(box), why: 'Combien, au juste ?' })
  box.later(1_000)
  await zoe.fill(await zoe.get(`${at}/corriger`), `${at}/corriger`, { saying: '30 kg' })
  assert.match(await home(), /Zoé \(sans carte\) vous écrit.*J’en prendrais plutôt 30 kg/)
  assert.match((await zoe.get(at)).text, /Envoyer ce mot/)
})

test('a slip of what is not kept is handed over no more; kept after all, it is', async () => {
  notice = box.bring('offer', {
    ...{ title: 'Simone donne du foin', who: 'Simone', reach: 'au bar', state: 'firm' },
    ...{ mode: 'give', amount: '400 kg' },
  })
  await take(box.visitor(), { firstName: 'Léa', combien: '50 kg' })
  const slips = async () => (await box.keeper.get('/mes-mots')).text
  assert.match(await slips(), /Léa.*J’en prendrais 50 kg/)
  const [, id] = box.read.all("SELECT id FROM proposal_home WHERE state = 'waiting' ORDER BY id")
  await box.keeper.post('/a-montrer/laisser', { id: String(id?.['id']), why: '' })
  assert.doesNotMatch(await slips(), /50 kg/)
  await box.keeper.post('/a-montrer/relire', { id: String(id?.['id']) })
  assert.match(await slips(), /Léa.*J’en prendrais 50 kg/)
})

test('over http the line says it of nobody', async () => {
  await box.keeper.post('/a-montrer/laisser', { id: waitingIn(box), why: '' })
  const heard = await box.memberOf(rosa.id, 'wifi')
  const page = await heard.get('/')
  assert.match(page.text, /une part n’a pas été retenue/i)
  assert.doesNotMatch(page.text, /Zoé/)
})
