import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** What moves an arrangement is a slip too for who has no screen, for as long as it stands. */

let box: TestBox
let odile: Member
let ride: string
let at: string
let germaine: string
const slips = () =>
  box.engine.read
    .all('SELECT said FROM word_home WHERE removed IS NOT 1 AND handedOn IS NULL ORDER BY id')
    .map(row => String(row['said']).replaceAll('\u00a0', ' '))
const then = async (who: Browser, does: string, fields: Readonly<Record<string, string>> = {}) => {
  box.later(1_000)
  const { status, text } = await who.post(`${at}/${does}`, { from: at, ...fields })
  assert.equal(status, 303, text)
}
const handed = async () => {
  for (const { id } of box.engine.read.all('SELECT id FROM word_home WHERE handedOn IS NULL'))
    await box.keeper.post(`/mes-mots/${String(id)}/remis`, {})
}

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
  assert.deepEqual(slips(), ['On pourrait s’arranger : jeudi 17 à 8 h.'])
  await then(odile, 'repondre', { says: 'no', said: 'Le pneu est crevé.' })
  assert.deepEqual(slips(), ['Je ne peux pas, cette fois : jeudi 17 à 8 h. Le pneu est crevé.'])
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
  await then(odile, 'repondre', { says: 'other', when: 'lundi', where: 'au lavoir' })
  assert.deepEqual(slips(), ['Plutôt un autre moment : lundi, au lavoir.'])
  await then(box.keeper, 'repondre', { says: 'other', when: 'mardi', party: '1' })
  await then(odile, 'repondre', { says: 'yes' })
  assert.deepEqual(slips(), ['D’accord : mardi.'])
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
