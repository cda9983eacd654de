import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../tests/support/test-box.ts'

/** Enough people are in for a date: the keeper and those who are in are told; nobody else is. */

const DAY = 86_400_000

test('the fifth who is in, a visitor’s: the keeper is told to tell them, and each of them once', async () => {
  const box = testBox()
  const day = '2026-12-19'
  const id = box.bring('event', { title: 'Café de réparation', startsOn: day, minimum: 5 })
  for (const firstName of ['Lucie', 'Malo', 'Hugo'])
    box.bring('response', { to: id, answer: 'in', firstName })
  const karim = await box.member('Karim')
  const zoe = await box.member('Zoé')
  await karim.post(`/repondre/${id}`, { answer: 'in', firstName: 'Karim' })
  const told = /le compte y est pour « Café de réparation »/
  const home = async (who: Readonly<{ get: typeof karim.get }>) =>
    (await who.get('/')).text.replaceAll(/[\u00a0\u202f]/g, ' ')
  assert.doesNotMatch(await home(karim), told)
  assert.doesNotMatch(await home(box.keeper), told)
  const visitor = box.visitor()
  const answer = { answer: 'in', firstName: 'Léa', reach: 'au bar' }
  assert.equal((await visitor.post(`/repondre/${id}`, answer)).status, 303)
  assert.doesNotMatch(await home(karim), told, 'what is not shown yet tells nobody anything')
  const waits = await box.keeper.get('/a-montrer')
  await box.keeper.fill(waits, '/a-montrer/afficher')
  assert.match(await home(box.keeper), /le compte y est pour « Café de réparation » : prévenez-les/)
  assert.match(await home(karim), told)
  for (const other of [zoe, visitor]) assert.doesNotMatch(await home(other), told)
  await karim.fill(await karim.get('/'), '/moi/nouvelles/vues')
  assert.doesNotMatch(await home(karim), told)
  box.later(9 * DAY)
  const keeper = await box.keeperAt('here')
  assert.doesNotMatch(await home(keeper), told, 'people were told within a week')
})

test('a date that is over, or that asks no number, tells nobody', async () => {
  const box = testBox()
  const karim = await box.member('Karim')
  for (const more of [{ startsOn: '2026-11-02', minimum: 1 }, { startsOn: '2026-12-19' }]) {
    const id = box.bring('event', { title: 'Café', ...more })
    await karim.post(`/repondre/${id}`, { answer: 'in', firstName: 'Karim' })
    box.bring('response', { to: id, answer: 'in', firstName: 'Léa' })
  }
  assert.doesNotMatch((await karim.get('/')).text, /le compte y est/)
  assert.doesNotMatch((await box.keeper.get('/')).text, /le compte y est/)
})

test('an idea that a visitor’s answer brings to its number is told to its keeper and its people', async () => {
  const box = testBox()
  const id = box.bring('idea', { title: 'L’ordinateur du bar', state: 'open', threshold: 3 })
  const karim = await box.member('Karim')
  await karim.post(`/repondre/${id}`, { answer: 'in', firstName: 'Karim' })
  for (const firstName of ['Léa', 'Malo']) {
    const answer = { answer: 'in', firstName, reach: 'au bar' }
    assert.equal((await box.visitor().post(`/repondre/${id}`, answer)).status, 303)
    await box.keeper.fill(await box.keeper.get('/a-montrer'), '/a-montrer/afficher')
  }
  for (const who of [karim, box.keeper])
    assert.match((await who.get('/')).text, /le compte y est pour « ?L’ordinateur du bar/)
})
