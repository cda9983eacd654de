import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { bricks } from '../../app/bricks.ts'

/** Two people of one first name, where the keeper carries what is said to one of them. */

let box: TestBox
let denis: Member
beforeEach(async () => {
  box = testBox()
  box.territory()
  denis = await box.member('Denis')
})
const bring = (title: string, more: Readonly<Record<string, string>>): string =>
  box.bring('need', { title, state: 'open', ...more })
/** Denis answers this notice, and proposes a moment. */
async function proposes(notice: string): Promise<void> {
  const at = await box.leadsTo(denis, '/arrangements/interet', { annonce: notice })
  await box.doneBy(denis, `${at}/proposer`, { when: 'jeudi 8 h' })
}
const keeperReads = async (): Promise<string> => (await box.keeper.get('/')).text

test('of two people without a card who are called Ginette, the keeper reads which one to ask', async () => {
  const first = bring('Ginette cherche le docteur', { who: 'Ginette', reach: '04 77 24 11 45' })
  await proposes(first)
  const call = /appelez Ginette, 04 77 24 11 45 : « jeudi .*8 h » avec Denis, d’accord \?/i
  assert.match(await keeperReads(), call)
  const second = bring('Ginette cherche du foin', { who: 'Ginette', reach: 'au lavoir' })
  await proposes(second)
  const both = await keeperReads()
  assert.match(both, call)
  assert.match(both, /à Ginette \(« Ginette cherche du foin »\) sa réponse/)
})

test('a card of the same first name tells them apart; another notice of one number does not', async () => {
  const ways = { who: 'Ginette', reach: '04 77 24 11 45' }
  await proposes(bring('Ginette cherche le docteur', ways))
  bring('Ginette cherche du foin', { who: 'ginette', reach: '04.77.24.11.45' })
  const call = /appelez Ginette, 04 77 24 11 45 : « jeudi .*8 h » avec Denis/i
  assert.match(await keeperReads(), call)
  box.welcome({ name: 'Ginette' })
  assert.match(await keeperReads(), call)
})

test('where the notices are taken out, the keeper reads to whom to go by their name', async () => {
  const without = testBox({ bricks: bricks.filter(({ name }) => name !== 'offers') })
  without.territory()
  const jeanne = await without.member('Jeanne')
  const fields = { what: 'des poires', when: 'jeudi 8 h', withName: 'Ginette' }
  await without.doneBy(jeanne, '/arrangements/nouveau', fields)
  assert.match((await without.keeper.get('/')).text, /Demandez à Ginette sa réponse à Jeanne/i)
  assert.deepEqual(without.faults, [])
})
