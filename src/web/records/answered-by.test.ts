import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sameNames } from '../../../tests/crawl/same-names.ts'
import { showSent } from '../../../tests/support/show-sent.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'

test('two answers of one person are told apart by what they answer, for the keeper and for them', async () => {
  const box = testBox()
  box.territory()
  const [oven, cafe] = ['Un four à pain', 'Un café'].map(title =>
    box.bring('idea', { title, state: 'open' }),
  )
  const nadia = await box.member('Nadia')
  for (const id of [oven!, cafe!]) {
    box.later(1_000)
    const sent = { answer: 'in', firstName: 'Nadia', reach: 'au four' }
    assert.equal((await box.visitor().post(`/repondre/${id}`, sent)).status, 303)
    assert.equal((await nadia.post(`/repondre/${id}`, { answer: 'in' })).status, 303)
  }
  for (const [who, path] of [
    [box.keeper, '/a-montrer'],
    [nadia, '/moi/ecrits'],
  ] as const) {
    const { body, text } = await who.get(path)
    assert.match(text, /Un four à pain.*Un café|Un café.*Un four à pain/)
    if (path === '/a-montrer') assert.match(text, /réponse · reçu le 5 décembre/)
    assert.deepEqual(sameNames(body, path), [], path)
  }
})

test('the corrections of two answers of one person are told apart by what each answers', async () => {
  const box = testBox()
  box.territory()
  const visitor = box.visitor()
  const tickets: string[] = []
  for (const title of ['Un four à pain', 'Un café']) {
    const id = box.bring('idea', { title, state: 'open' })
    box.later(1_000)
    const sent = { answer: 'help', saying: 'le bois', firstName: 'Nadia', reach: 'au four' }
    const { location } = await visitor.post(`/repondre/${id}`, sent)
    tickets.push(location.replace(/\?.*/, ''))
    await showSent(box.keeper, waiting(box))
  }
  for (const ticket of tickets) {
    box.later(1_000)
    const { status } = await visitor.post(`${ticket}/corriger`, { saying: 'les planches' })
    assert.equal(status, 303)
  }
  const { body, text } = await box.keeper.get('/a-montrer')
  assert.equal(text.match(/les planches/g)?.length, 2)
  assert.deepEqual(sameNames(body, '/a-montrer'), [])
})
const waiting = (box: TestBox): string =>
  String(box.read.all("SELECT id FROM proposal_home WHERE state = 'waiting'")[0]?.['id'])
