import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** A sentence that says how much there is opens the count of who takes how much. */

let box: TestBox
let rosa: Member
beforeEach(async () => {
  box = testBox()
  box.territory()
  rosa = await box.member('Rosa')
})
const write = async (title: string, more: Readonly<Record<string, string>> = {}) => {
  const from = '/annonces/proposer'
  return rosa.post(from, { title, reachBy: 'word', accord: 'voisins', from, ...more })
}
const written = async (title: string, more: Readonly<Record<string, string>> = {}) => {
  const sent = await write(title, more)
  assert.equal(sent.status, 303, sent.text)
  return sent.location.split('?')[0]!
}
const reads = async (who: Pick<Member, 'get'>, at: string) => (await who.get(at)).text

test('a sentence that says it surely opens the count by itself, and asks nothing', async () => {
  const at = await written('je partage une palette de papier, 400 kg en tout')
  assert.match(await reads(box.visitor(), at), /Pris : 0 kg sur 400 kg/)
  assert.doesNotMatch(await reads(rosa, at), /à partager \?/)
})

test('one that says it perhaps asks its author alone; one press opens the count, and closes it', async () => {
  const at = await written('je donne 400 kg papier')
  const id = at.split('/').at(-1)!
  assert.match(await reads(rosa, at), /400 kg : à partager \?/)
  for (const who of [box.visitor(), await box.member('Nadia')]) {
    assert.doesNotMatch(await reads(who, at), /à partager \?|Qui en prend/)
    assert.notEqual((await who.post('/annonces/a-partager', { id })).status, 303)
  }
  const done = await rosa.fill(await rosa.get(at), '/annonces/a-partager', {})
  assert.match(await reads(rosa, done.location), /C’est à partager : chacun peut dire combien/)
  assert.match(await reads(box.visitor(), at), /Pris : 0 kg sur 400 kg/)
  assert.doesNotMatch(await reads(rosa, at), /à partager \?/)
  await rosa.post('/annonces/pas-a-partager', { id })
  assert.doesNotMatch(await reads(box.visitor(), at), /Qui en prend/)
})

test('what was understood says how much, to be corrected; what is not sure is one tick', async () => {
  const sure = await write('je partage une palette de papier, 400 kg en tout', { plus: '1' })
  assert.match(sure.text, /400 kg en tout : chacun dira combien il en prend/)
  assert.match(sure.body, /name="amount"[^>]*value="400.kg"/)
  const mended = { amount: '350 kg', plus: '' }
  const fixed = await rosa.fill(sure, '/annonces/proposer', mended)
  assert.match(await reads(box.visitor(), fixed.location.split('?')[0]!), /sur 350 kg/)

  const perhaps = await write('je vends 30 kg pommes', { plus: '1' })
  assert.match(perhaps.text, /30 kg : à partager \?.*Oui, que chacun dise/)
  const none = await rosa.fill(perhaps, '/annonces/proposer', { plus: '' })
  assert.doesNotMatch(await reads(box.visitor(), none.location.split('?')[0]!), /Qui en prend/)
  const ticked = await written('je vends 30 kg poires', { partage: '1', stage: '2' })
  assert.match(await reads(box.visitor(), ticked), /Pris : 0 kg sur 30 kg/)
})

test('what is lent, driven, or a measure of the thing itself is not asked about', async () => {
  for (const title of [
    'je prête 400 kg lest',
    'je donne une cuve de 200 l',
    'je donne un lit deux places',
  ]) {
    const at = await written(title)
    assert.doesNotMatch(await reads(rosa, at), /à partager \?|Qui en prend/, title)
    const more = await write(`${title} aussi`, { plus: '1' })
    assert.doesNotMatch(more.text, /à partager \?|en tout : chacun/, title)
  }
})

test('who has an amount and asks for a press, or orders with others, is brought nothing', async () => {
  const asked = async (title: string) => {
    const need = { title, reachBy: 'word', accord: 'voisins', from: '/annonces/chercher' }
    const sent = await rosa.post('/annonces/chercher', need)
    assert.equal(sent.status, 303, sent.text)
    return reads(box.visitor(), sent.location.split('?')[0]!)
  }
  assert.doesNotMatch(
    await asked('Il me reste 150 kg de pommes, qui me laisserait son pressoir\u202f?'),
    /Qui en (?:apporte|prend)/,
  )
  assert.match(await asked('Il me faut 150 kg de pommes'), /Promis : 0 kg sur 150 kg/)
  const order = 'Commande groupée de granulés, 150 kg en tout'
  assert.match(await asked(order), /Qui en prend.*Pris : 0 kg sur 150 kg/)
  const mine = 'On groupe une commande de granulés, j’en prends 150 kg'
  assert.doesNotMatch(await asked(mine), /Qui en (?:apporte|prend)/)
})
