import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { handAll, saidToHand } from '../../../tests/support/slips.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** What moves an arrangement is a slip too for who has no screen, for as long as it stands. */

let box: TestBox
let odile: Member
let ride: string
let at: string
let germaine: string
const slips = () => saidToHand(box)
const then = (who: Browser, does: string, fields: Readonly<Record<string, string>> = {}) =>
  box.doneBy(who, `${at}/${does}`, { from: at, ...fields })
const handed = () => handAll(box)

beforeEach(async () => {
  box = testBox()
  box.territory()
  odile = await box.member('Odile')
  const sent = { title: 'je prête ma remorque', reachBy: 'word', accord: 'voisins' }
  ride = /[0-9a-z]{26}/.exec((await odile.post('/annonces/proposer', sent)).location)![0]
  const visitor = box.visitor()
  const typed = { firstName: 'Germaine', reach: 'chez elle, rue du four' }
  germaine = (
    await visitor.post('/arrangements/interet', { annonce: ride, ...typed })
  ).location.split('?')[0]!
  const [row] = box.engine.read.all('SELECT max(id) AS id FROM deal_home')
  at = `/arrangements/${String(row!['id'])}`
})
const WHEN = { when: 'jeudi 17 à 8 h' }

test('a meeting that is called off is carried, with its reason; the proposal is carried no more', async () => {
  await then(odile, 'proposer', WHEN)
  assert.deepEqual(slips(), ['Je propose : jeudi 17 à 8 h.'])
  await then(odile, 'repondre', { says: 'no', said: 'Le pneu est crevé.' })
  assert.deepEqual(slips(), ['Je ne peux pas, cette fois : jeudi 17 à 8 h.', 'Le pneu est crevé.'])
  await handed()
  await then(odile, 'proposer', WHEN)
  await handed()
  const visitor = box.visitor()
  await visitor.post(`${germaine}/repondre`, { says: 'yes', from: germaine })
  await then(odile, 'repondre', { says: 'not' })
  assert.deepEqual(slips(), ['Finalement, ça ne se fait pas : jeudi 17 à 8 h.'])
  assert.match((await box.keeper.get('/mes-mots')).text, /Germaine.*ça ne se fait pas/)
  await then(odile, 'revenir')
  assert.deepEqual(slips(), [], 'what was called off by mistake is carried to nobody')
  await then(odile, 'repondre', { says: 'not' })
  await handed()
  await then(odile, 'revenir')
  assert.deepEqual(slips(), ['J’annule ma dernière réponse : jeudi 17 à 8 h.'])
  await then(odile, 'finir')
  assert.deepEqual(slips(), ['J’arrête là : jeudi 17 à 8 h n’a plus lieu.'])
  assert.match((await odile.get(at)).text, /Remis à Germaine/)
  assert.deepEqual(box.faults, [])
})

test('a yes and another time are carried too, and nothing to who reads it on a screen', async () => {
  const own = box.bring('need', { title: 'Rosa cherche un bras', who: 'Rosa' })
  at = (await odile.post('/arrangements/interet', { annonce: own })).location
  await handed()
  await then(box.keeper, 'proposer', { ...WHEN, party: '1' })
  await then(odile, 'repondre', { says: 'other', when: 'lundi 7 décembre', where: 'au lavoir' })
  assert.deepEqual(slips(), ['Plutôt un autre moment : lundi 7 décembre, au lavoir.'])
  await then(box.keeper, 'repondre', { says: 'other', when: 'mardi 8 décembre', party: '1' })
  await then(odile, 'repondre', { says: 'yes' })
  assert.deepEqual(slips(), ['D’accord : mardi 8 décembre, au lavoir.'])
  await then(odile, 'repondre', { says: 'done' })
  assert.deepEqual(slips(), [], 'what was done is nobody’s errand')
  const karim = await box.member('Karim')
  at = (await karim.post('/arrangements/interet', { annonce: ride })).location
  await handed()
  await then(karim, 'proposer', WHEN)
  await then(odile, 'repondre', { says: 'no' })
  assert.deepEqual(slips(), [])
  assert.deepEqual(box.faults, [])
})

test('who counts on a meeting hears that it is off and why, whatever is proposed or ended since', async () => {
  await then(odile, 'proposer', WHEN)
  await handed()
  await box.visitor().post(`${germaine}/repondre`, { says: 'yes', from: germaine })
  await then(odile, 'repondre', { says: 'not', said: 'Le pneu est crevé.' })
  const off = ['Finalement, ça ne se fait pas : jeudi 17 à 8 h.', 'Le pneu est crevé.']
  assert.deepEqual(slips(), off)
  await then(odile, 'proposer', { when: 'samedi' })
  assert.deepEqual(slips(), [...off, 'Je propose : samedi.'])
  await then(odile, 'repondre', { says: 'no' })
  await then(odile, 'finir')
  assert.deepEqual(slips(), [...off, 'Je ne peux pas, cette fois : samedi.'])
  assert.deepEqual(box.faults, [])
})

test('that it is not done yet is carried as what it is', async () => {
  const own = box.bring('need', { title: 'Rosa cherche un bras', who: 'Rosa' })
  at = (await odile.post('/arrangements/interet', { annonce: own })).location
  await handed()
  await then(odile, 'proposer', WHEN)
  await handed()
  for (const says of ['yes', 'done']) await then(box.keeper, 'repondre', { says, party: '1' })
  await then(odile, 'repondre', { says: 'not' })
  assert.deepEqual(slips(), ['Ce n’est pas encore fait : jeudi 17 à 8 h.'])
})

test('what the holder of a ticket reads by it is carried to them no more', async () => {
  await then(odile, 'mot', { said: 'Venez jeudi 10 décembre.' })
  assert.deepEqual(slips(), ['Venez jeudi 10 décembre.'])
  await box.visitor().post(`${germaine}/vu`, { from: germaine })
  assert.deepEqual(slips(), [])
  assert.match((await odile.get(at)).text, /Lu, le 5 décembre/)
  assert.deepEqual(box.faults, [])
})

test('once the keeper noted an answer, what was asked is carried no more, and what follows is', async () => {
  const own = box.bring('need', { title: 'Rosa cherche un bras', who: 'Rosa' })
  at = (await odile.post('/arrangements/interet', { annonce: own, said: 'Je viens.' })).location
  await then(odile, 'proposer', WHEN)
  await then(odile, 'mot', { said: 'J’apporte la scie.' })
  assert.equal(slips().length, 3)
  await then(box.keeper, 'repondre', { says: 'yes', party: '1' })
  assert.deepEqual(slips(), ['J’apporte la scie.'])
  await handed()
  await then(odile, 'mot', { said: 'À jeudi.' })
  assert.deepEqual(slips(), ['À jeudi.'])
})

test('each of those whom the keeper asks has a line that leads to their own thread', async () => {
  const paths: string[] = []
  for (const who of ['Ginette', 'Rosa']) {
    const own = box.bring('need', { title: `${who} cherche un bras`, who })
    at = (await odile.post('/arrangements/interet', { annonce: own })).location
    await then(odile, 'proposer', WHEN)
    paths.push(at)
  }
  const home = await box.keeper.get('/tenir')
  for (const [n, who] of ['Ginette', 'Rosa'].entries())
    assert.match(home.body, new RegExp(`href="${paths[n]}"[^>]*>[^<]*${who}`, 'i'))
})
