import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { textOf } from '../../../tests/support/browser.ts'
import { showSent } from '../../../tests/support/show-sent.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** A part that waits for the keeper is nobody else's meanwhile: the sum never passes the whole. */

let box: TestBox
let nadia: Member
let notice = ''
beforeEach(async () => {
  box = testBox()
  box.territory()
  nadia = await box.member('Nadia')
  const given = { mode: 'give', amount: '400 kg', state: 'firm' }
  notice = box.bring('offer', {
    title: 'Rosa donne du foin',
    who: 'Rosa',
    reach: 'au bar',
    ...given,
  })
})
const take = async (combien: string, firstName = 'Zoé', reach = 'au four') => {
  const who = box.visitor()
  const from = `/repondre/${notice}`
  const sent = await who.post(from, { combien, firstName, reach, from })
  return { who, sent }
}
const say = (combien: string) =>
  nadia.post(`/repondre/${notice}`, { combien, from: `/annonces/${notice}` })
const read = async (who: Pick<Member, 'get'> = box.visitor()): Promise<string> =>
  (await who.get(`/annonces/${notice}`)).text
const waiting = (): readonly string[] =>
  box.read
    .all("SELECT id FROM proposal_home WHERE state = 'waiting' AND removed IS NOT 1 ORDER BY id")
    .map(({ id }) => String(id))

test('what waits is left for nobody else, without a name; shown, it is taken, and no more', async () => {
  await take('20 kg')
  assert.match(await read(), /Pris : 0 kg sur 400 kg\. En attente : 20 kg\. Il en reste 380 kg\./)
  assert.doesNotMatch(await read(), /Zoé/)
  const much = await say('400 kg')
  assert.equal(much.status, 422)
  assert.match(much.text, /Il n’en reste que 380 kg\./)
  assert.equal((await say('tout le reste')).status, 303)
  assert.match(await read(), /Pris : 380 kg sur 400 kg\. En attente : 20 kg\. Il n’en reste pas/)
  const { sent } = await take('5 kg', 'Léa')
  assert.match(sent.text, /Il n’en reste pas/)
  await showSent(box.keeper, waiting()[0]!)
  assert.match(await read(), /Pris : 400 kg sur 400 kg\. Tout est pris\./)
})

test('what the keeper refuses, or who sent it takes back, is left for the others again', async () => {
  await take('100 kg')
  const [id] = waiting()
  await box.keeper.post('/a-montrer/laisser', { id: id!, why: '' })
  assert.match(await read(), /Pris : 0 kg sur 400 kg\. Il en reste 400 kg\./)
  const { who, sent } = await take('100 kg', 'Léa')
  const at = sent.location.split('?')[0]!
  assert.match(await read(), /En attente : 100 kg/)
  await who.post(`${at}/reprendre`, { from: at })
  assert.match(await read(), /Pris : 0 kg sur 400 kg\. Il en reste 400 kg\./)
})

test('of a correction that waits, what it asks for beyond the part that shows is kept', async () => {
  const { who, sent } = await take('20 kg')
  const at = sent.location.split('?')[0]!
  await showSent(box.keeper, waiting()[0]!)
  await who.fill(await who.get(`${at}/corriger`), `${at}/corriger`, { saying: '100 kg' })
  assert.match(await read(), /Pris : 20 kg sur 400 kg\. En attente : 80 kg\. Il en reste 300 kg\./)
  const again = await who.fill(await who.get(`${at}/corriger`), `${at}/corriger`, {
    saying: '400 kg',
  })
  assert.equal(again.status, 303, 'what one asked for oneself is no other’s')
  await who.fill(await who.get(`${at}/corriger`), `${at}/corriger`, { saying: '5 kg' })
  assert.match(await read(), /Pris : 20 kg sur 400 kg\. Il en reste 380 kg\./)
})

test('what a member has counts in what is left for them, and the page says so', async () => {
  await say('80 kg')
  await take('30 kg')
  const much = await say('9000')
  assert.match(much.text, /Il n’en reste que 370 kg, vos 80 kg compris/)
  assert.match(much.text, /Pris : 80 kg sur 400 kg\. En attente : 30 kg\. Il en reste 290 kg/)
})

test('too much is said with all that lacks', async () => {
  const { sent } = await take('9000', 'Zoé', '')
  assert.equal(sent.status, 422)
  assert.match(sent.text, /Dites comment vous joindre/)
  assert.match(sent.text, /Il n’en reste que 400 kg/)
})

test('what a neighbour corrects for somebody else waits, and keeps what it asks for beyond', async () => {
  const from = `/annonces/${notice}`
  await nadia.post(`/repondre/${notice}`, { combien: '80 kg', pour: 'Josette', from })
  await showSent(box.keeper, waiting()[0]!)
  const [said] = box.read.all('SELECT id FROM response_home WHERE keyedBy = ?', nadia.id)
  const correct = (saying: string) =>
    nadia.post('/moi/corriger', { type: 'response', id: String(said?.['id']), saying })
  assert.equal((await correct('100 kg')).status, 303)
  assert.match(await read(), /Pris : 80 kg sur 400 kg\. En attente : 20 kg\. Il en reste 300 kg\./)
  assert.equal((await correct('400 kg')).status, 303, 'what they asked for is no other’s')
})

test('what nobody takes is no part: less than nothing, or nothing at all', async () => {
  for (const combien of ['-3', '− 3 kg', '0', '0 kg', '0,0']) {
    const { sent } = await take(combien)
    assert.equal(sent.status, 422, combien)
    assert.match(sent.text, /Dites combien/)
  }
  assert.equal((await take('0,5 kg')).sent.status, 303)
})

test('once nothing is left nobody is asked how much, but who takes some may change it', async () => {
  const paul = await box.member('Paul')
  await say('380 kg')
  await take('20 kg')
  assert.match(await read(), /Il n’en reste pas\. Demandez d’un mot/)
  for (const who of [box.visitor(), paul]) {
    assert.doesNotMatch(await read(who), /J’en prendrais/)
    const page = await who.get(`/repondre/${notice}`)
    assert.match(page.text, /Il n’en reste pas\. Demandez d’un mot/)
    assert.doesNotMatch(page.body, /name="combien"/)
  }
  assert.match((await nadia.get(`/annonces/${notice}`)).body, /name="combien"/)
  for (const path of ['/annonces', '/'])
    assert.match((await paul.get(path)).text, /tout est pris/, path)
  await say('100 kg')
  assert.match((await paul.get(`/annonces/${notice}`)).body, /name="combien"/)
  assert.doesNotMatch((await paul.get('/annonces')).text, /tout est pris/)
})

test('a notice that is closed once parts are taken is complete, not over', async () => {
  await say('20 kg')
  await box.keeper.post('/annonces/fermer', { id: notice })
  assert.match(await read(), /C’est complet : cette annonce n’est plus dans les listes/)
})

test('who takes some is told who reads it: a member, what is public; a visitor, who has it already', async () => {
  const form = await nadia.get(`/annonces/${notice}`)
  assert.match(form.text, /Votre prénom et votre part se lisent avec l’annonce/)
  const first = await take('20 kg')
  assert.match((await first.who.get(first.sent.location)).text, /C’est d’abord lu par Anaïs/)
  const given = { title: 'donne du foin', amount: '40 kg', mode: 'give', accord: 'voisins' }
  const own = await nadia.post('/annonces/proposer', { ...given, reachBy: 'word' })
  notice = own.location.split('?')[0]!.split('/').at(-1)!
  const second = await take('20 kg')
  assert.match(
    (await second.who.get(second.sent.location)).text,
    /qui a écrit l’annonce le lit déjà/,
  )
})

test('who sent it reads that the keeper mended it, and how much it says now', async () => {
  const { who, sent } = await take('20 kg')
  const [id = ''] = waiting()
  const form = await box.keeper.get(`/a-montrer/${id}/corriger`)
  await box.keeper.fill(form, '/a-montrer/corriger', { saying: '10 kg' })
  const ticket = (await who.get(sent.location.split('?')[0]!)).text
  assert.match(ticket, /Le texte a été corrigé par Anaïs\..*Combien 10 kg/)
  assert.match(await read(), /En attente : 10 kg/)
})

test('who noted a part for somebody finds it on the notice, and corrects it there', async () => {
  const from = `/annonces/${notice}`
  await nadia.post(`/repondre/${notice}`, { combien: '80 kg', pour: 'Josette', from })
  const page = await nadia.get(from)
  assert.match(page.text, /Ce que vous avez noté pour quelqu’un Josette : 80 kg · Corriger/)
  const [href = ''] = /\/moi\/corriger\/response\/\w{26}/.exec(page.body) ?? []
  await nadia.fill(await nadia.get(href), '/moi/corriger', { saying: '50 kg' })
  assert.match((await nadia.get(`/repondre/${notice}`)).text, /Josette : 50 kg · Corriger/)
  for (const who of [await box.member('Paul'), box.visitor(), await box.memberOf(nadia.id, 'wifi')])
    assert.doesNotMatch(await read(who), /Josette/)
})

test('of what is shared the main act says how much; of what is all taken, or is not, the other', async () => {
  const mainOf = async (id: string, who: Pick<Member, 'get'>): Promise<readonly string[]> =>
    [
      ...(await who.get(`/annonces/${id}`)).body.matchAll(/class="button"[^>]*>\s*([^<]*?)\s*</g),
    ].map(([, label = '']) => textOf(label))
  const chair = box.bring('offer', {
    ...{ title: 'Rosa donne une chaise', who: 'Rosa', reach: 'au bar', mode: 'give' },
  })
  const paul = await box.member('Paul')
  for (const who of [paul, box.visitor()]) {
    assert.deepEqual(await mainOf(notice, who), ['J’en prendrais'])
    assert.deepEqual(await mainOf(chair, who), ['Ça m’intéresse'])
  }
  await say('400 kg')
  for (const who of [paul, box.visitor()])
    assert.deepEqual(await mainOf(notice, who), ['Ça m’intéresse'])
})

test('what is wrong with a part stands at the top of the page of its form', async () => {
  const page = await nadia.get(`/annonces/${notice}`)
  const much = await nadia.fill(page, `/repondre/${notice}`, { combien: '9000' })
  assert.equal(much.status, 422)
  const { text } = much
  const [wrong, list] = [text.indexOf('Il n’en reste que'), text.indexOf('Pris : ')]
  assert.ok(wrong >= 0 && wrong < list, text)
  assert.match(much.body, /value="9000"/)
  assert.match(much.body, /<title>À corriger/)
})
