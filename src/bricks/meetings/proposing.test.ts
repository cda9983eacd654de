import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../tests/support/test-box.ts'

/** Anybody proposes an idea, which people then answer. */

const FORM = '/idees/proposer'

test('a visitor’s idea waits, is shown by the keeper, and five people can say that they are in', async () => {
  const box = testBox()
  box.territory()
  const visitor = box.visitor()
  const story = await visitor.get('/idees')
  assert.match(story.body, /href="\/idees\/proposer"[^>]*>Proposer une idée/)
  const page = await visitor.get(FORM)
  assert.match(page.text, /C’est d’abord lu par Anaïs/)
  const empty = await visitor.fill(page, FORM)
  assert.equal(empty.status, 422)
  const idea = { title: 'Un four à pain partagé', threshold: '2' }
  const sent = await visitor.fill(page, FORM, idea)
  assert.equal(sent.status, 303, sent.text)
  assert.match((await visitor.get(sent.location)).text, /En attente d’être lu par/)
  assert.doesNotMatch((await visitor.get('/idees')).text, /four à pain/)
  assert.match((await box.keeper.get('/')).text, /à lire : 1.idée/)
  await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  const [row] = box.read.all('SELECT id FROM idea')
  const at = `/idees/idee/${row!['id']}`
  assert.match((await visitor.get('/idees')).text, /four à pain/)
  for (const name of ['Karim', 'Jeanne']) {
    const member = await box.member(name)
    const form = await member.get(at)
    assert.equal((await member.fill(form, `/repondre/${row!['id']}`)).status, 303)
  }
  assert.match((await visitor.get(at)).text, /Il y a le compte/)
  assert.equal(box.read.all('SELECT id FROM word_home').length, 0, 'it is no word to hand over')
})

test('a sentence that says from how many people one meets is counted so, and said back', async () => {
  const box = testBox()
  using _box = box
  box.territory()
  const karim = await box.member('Karim')
  const page = await karim.get(FORM)
  const title = 'Remettre le four en route, s’il y a cinq personnes'
  const sent = await karim.fill(page, FORM, { title })
  const there = await karim.get(sent.location)
  assert.match(there.text, /La page a compris : on se voit à partir de cinq/)
  assert.match(there.text, /À cinq, on se voit/)
  const other = await karim.fill(await karim.get(FORM), FORM, {
    title: `${title} !`,
    threshold: '3',
  })
  const own = (await karim.get(other.location)).text
  assert.doesNotMatch(own, /La page a compris/, 'what is typed counts')
  assert.match(own, /À trois, on se voit/)
  const zoe = box.visitor()
  const waits = await zoe.fill(await zoe.get(FORM), FORM, { title: 'Une chorale, à partir de six' })
  assert.match((await zoe.get(waits.location)).text, /on se voit à partir de six/i)
})

test('a member’s idea shows at once, is theirs to correct and to take back, and goes with them', async () => {
  const box = testBox()
  const karim = await box.member('Karim')
  const paul = await box.member('Paul')
  const sent = await karim.fill(await karim.get(FORM), FORM, { title: 'Un four partagé' })
  assert.equal(sent.status, 303)
  const id = /[0-9a-z]{26}/.exec(sent.location)![0]
  const page = async () => (await box.visitor().get(`/idees/idee/${id}`)).text
  assert.match(await page(), /Un four partagé/)
  const change = { type: 'idea', id, title: 'Un four et un moulin' }
  assert.equal((await paul.post('/moi/corriger', change)).status, 422)
  assert.equal((await karim.post('/moi/corriger', change)).status, 303)
  assert.match(await page(), /Un four et un moulin/)
  assert.match((await karim.get('/moi/ecrits')).text, /Un four et un moulin/)
  const named = await karim.fill(await karim.get(FORM), FORM, {
    title: 'Un banc pour Firmin Tramoyard',
  })
  assert.equal(named.status, 303)
  assert.doesNotMatch((await box.visitor().get('/idees')).text, /Tramoyard/, 'it is read first')
  assert.match((await box.keeper.get('/a-montrer')).text, /Tramoyard/)
})

test('a new idea stands on the first page with who is missing, for a week, while it is open', async () => {
  const box = testBox()
  const karim = await box.member('Karim')
  const idea = { title: 'Un four partagé', threshold: '3' }
  const { location } = await karim.fill(await karim.get(FORM), FORM, idea)
  const id = /[0-9a-z]{26}/.exec(location)![0]
  const plain = async (path: string, who = box.visitor()) => (await who.get(path)).text
  await karim.post(`/repondre/${id}`, { answer: 'in' })
  assert.match(await plain('/'), /Une idée : Un four partagé, il manque deux personnes/)
  assert.match(await plain('/idees'), /Un four partagé\s*À trois, on se voit\. Il en manque deux\./)
  const aude = await box.member('Aude')
  await aude.post(`/repondre/${id}`, { answer: 'help', saying: 'porter des briques' })
  assert.match(await plain(`/idees/idee/${id}`), /Il en manque deux\. Seuls les « j’en suis »/)
  box.later(8 * 86_400_000)
  assert.doesNotMatch(await plain('/'), /Un four partagé/)
})
