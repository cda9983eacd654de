import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { deal } from '../../src/bricks/deals/model/records.ts'
import { showSent } from '../support/show-sent.ts'
import type { Member, TestBox } from '../support/test-box.ts'
import { does, meet, type TwoVillages, twoVillages } from './web-villages.ts'

/** Who takes some of a notice of another box says so to its person there, by the courier. */

let here: TwoVillages
let nadia: Member
let rosa: Member
let notice = ''
const only = ({ engine }: TestBox) => engine.read.list(deal, {}, 'home')
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const home = async (who: Member): Promise<string> => plain((await who.get('/')).text)

beforeEach(async () => {
  here = twoVillages()
  const { sail, boen } = here
  ;[nadia, rosa] = [await sail.member('Nadia'), await boen.member('Rosa')]
  const sent = { title: 'donne du foin', amount: '400 kg', mode: 'give', accord: 'voisins' }
  await does(boen, rosa, '/annonces/proposer', { ...sent, reachBy: 'word' })
  notice = String(boen.read.all("SELECT id FROM offer WHERE title LIKE '%foin%'")[0]?.['id'])
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
  assert.match(plain(page.text), /Pris : 20 kg sur 400 kg.*Nadia : 20 kg/)
  assert.ok(page.body.includes(`href="/arrangements/${id}"`), 'the author’s line leads there')
  assert.match(plain((await rosa.get(`/arrangements/${id}`)).text), /J’en prendrais 20 kg\./)

  await does(boen, rosa, `/arrangements/${id}/proposer`, { when: 'samedi 10 h' })
  await does(sail, nadia, at, { combien: '30 kg' })
  await meet(boen, sail)
  const mine = `/arrangements/${only(sail)[0]!.id}`
  assert.match(plain((await nadia.get(mine)).text), /samedi 10 h/)
  await meet(sail, boen)
  assert.match(plain((await rosa.get(`/arrangements/${id}`)).text), /plutôt 30 kg/)
  await does(sail, nadia, `${at}/reprendre`)
  await meet(sail, boen)
  assert.match(plain((await rosa.get(`/arrangements/${id}`)).text), /je n’en prends pas/)
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
  const flesh = JSON.stringify(boen.log.sql.all('SELECT value FROM flesh'))
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
  const [sent] = sail.read.all("SELECT id FROM proposal_home WHERE state = 'waiting'")
  await showSent(sail.keeper, String(sent!['id']))
  await meet(sail, boen)
  const [{ id } = { id: '' }] = only(boen)
  assert.match(await home(rosa), /Nadia : 20 kg, pour/)
  const { body } = await rosa.get(`/annonces/${notice}`)
  assert.ok(!body.includes(`href="/arrangements/${id}"`), 'her thread is hers')
})
