import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { deal } from '../../src/bricks/deals/model/records.ts'
import { givenBy } from '../support/part-sides.ts'
import { showWaiting } from '../support/show-sent.ts'
import type { Member, TestBox } from '../support/test-box.ts'
import { does, meet, type TwoVillages, twoVillages } from './web-villages.ts'

/** Who takes some of a notice of another box says so to its person there, by the courier. */

let here: TwoVillages
let nadia: Member
let rosa: Member
let notice = ''
const only = ({ engine }: TestBox) => engine.read.list(deal, {}, 'home')
const home = async (who: Member): Promise<string> => (await who.get('/')).text

beforeEach(async () => {
  here = twoVillages()
  const { sail, boen } = here
  ;[nadia, rosa] = [await sail.member('Nadia'), await boen.member('Rosa')]
  notice = await givenBy(boen, rosa)
  await meet(boen, sail)
})

test('a part of a notice of another box is told there once, in a thread where both go on', async () => {
  const { sail, boen } = here
  const at = `/repondre/${notice}`
  await does(sail, nadia, at, { combien: '20 kg' })
  await meet(sail, boen)
  assert.equal(only(boen).length, 1)
  const told = await home(rosa)
  assert.match(told, /Nadia, de Sail,? vous écrit/)
  assert.doesNotMatch(told, /Nadia : 20 kg, pour/, 'one act, one line')
  const [{ id } = { id: '' }] = only(boen)
  const page = await rosa.get(`/annonces/${notice}`)
  assert.match(page.text, /Pris : 20 kg sur 400 kg.*Nadia : 20 kg/)
  assert.ok(page.body.includes(`href="/arrangements/${id}"`), 'the author’s line leads there')
  assert.match((await rosa.get(`/arrangements/${id}`)).text, /J’en prendrais 20 kg\./)

  await does(boen, rosa, `/arrangements/${id}/proposer`, { when: 'samedi 10 h' })
  await does(sail, nadia, at, { combien: '30 kg' })
  await meet(boen, sail)
  const mine = `/arrangements/${only(sail)[0]!.id}`
  assert.match((await nadia.get(mine)).text, /samedi 12 décembre, 10 h/)
  await meet(sail, boen)
  assert.match((await rosa.get(`/arrangements/${id}`)).text, /plutôt 30 kg/)
  await does(sail, nadia, `${at}/reprendre`)
  await meet(sail, boen)
  assert.match((await rosa.get(`/arrangements/${id}`)).text, /je n’en prends pas/)
  assert.deepEqual([only(sail).length, only(boen).length], [1, 1])
})

test('law 11: without their first name it goes under none; what a visitor takes goes by the list', async () => {
  const { sail, boen } = here
  const at = `/repondre/${notice}`
  await does(sail, nadia, at, { combien: '20 kg', sansnom: '1' })
  const by = sail.visitor()
  await by.post(at, { combien: '5 kg', firstName: 'Zoé', reach: 'au four', from: at })
  assert.equal(only(sail).length, 1)
  await meet(sail, boen)
  const flesh = JSON.stringify(boen.log.sql.all('SELECT value FROM piece'))
  assert.ok(!flesh.includes('Nadia') && !flesh.includes('Zoé') && !flesh.includes('au four'))
  assert.match(await home(rosa), /de Sail,? vous écrit/)
})

test('law 11: another person of that first name gets no thread of hers, and is news of their own', async () => {
  const { sail, boen } = here
  const mine = { annonce: notice, named: '1', said: 'zqsecret' }
  await does(sail, nadia, '/arrangements/interet', mine)
  const by = sail.visitor()
  const at = `/repondre/${notice}`
  await by.post(at, { combien: '20 kg', firstName: 'Nadia', reach: 'au four', from: at })
  await showWaiting(sail)
  await meet(sail, boen)
  const [{ id } = { id: '' }] = only(boen)
  assert.match(await home(rosa), /Nadia : 20 kg, pour/)
  const { body } = await rosa.get(`/annonces/${notice}`)
  assert.ok(!body.includes(`href="/arrangements/${id}"`), 'her thread is hers')
})

test('a part that the notice’s person declines counts on neither box, and is told on the other', async () => {
  const { sail, boen } = here
  await does(sail, nadia, `/repondre/${notice}`, { combien: '20 kg' })
  await meet(sail, boen)
  const part = String(boen.read.all('SELECT id FROM response')[0]?.['id'])
  await does(boen, rosa, '/arrangements/part/pas-cette-fois', { annonce: notice, part })
  await meet(boen, sail)
  for (const box of [boen, sail]) {
    const text = (await box.visitor().get(`/annonces/${notice}`)).text
    assert.match(text, /Pris : 0 kg sur 400 kg\. Il en reste 400 kg\./)
    assert.doesNotMatch(text, /Nadia/)
  }
  assert.match(await home(nadia), /Rosa, de Boën,? vous écrit.*Pas cette fois, pour 20 kg\./)
  await does(sail, nadia, `/repondre/${notice}`, { combien: '5 kg' })
  await meet(sail, boen)
  assert.match((await rosa.get(`/annonces/${notice}`)).text, /Pris : 5 kg.*Nadia : 5 kg/)
})

test('a visitor of the other village whose part is declined reads so on their ticket', async () => {
  const { sail, boen } = here
  const by = sail.visitor()
  const at = `/repondre/${notice}`
  const sent = await by.post(at, { combien: '5 kg', firstName: 'Zoé', reach: 'au four', from: at })
  await showWaiting(sail)
  await meet(sail, boen)
  const part = String(boen.read.all('SELECT id FROM response')[0]?.['id'])
  await does(boen, rosa, '/arrangements/part/pas-cette-fois', { annonce: notice, part })
  const ticket = sent.location.split('?')[0]!
  assert.doesNotMatch((await by.get(ticket)).text, /Pas cette fois/)
  await meet(boen, sail)
  assert.match((await by.get(ticket)).text, /Pas cette fois : votre part n’est pas comptée/)
})
