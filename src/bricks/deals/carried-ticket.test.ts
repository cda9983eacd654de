import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idIn, sentNotice } from '../../../tests/exchange/web-villages.ts'
import { saidToHand } from '../../../tests/support/slips.ts'
import { testBox } from '../../../tests/support/test-box.ts'
import { twoNeighbours } from '../../../tests/support/two-neighbours.ts'

/** Who left no number may open their ticket once, and never again: what moves is carried. */

/** Ginette asks for a place, and leaves no number; Denis proposes, and her ticket says yes. */
async function agreed() {
  const box = testBox()
  box.territory()
  const denis = await box.member('Denis')
  const title = 'cherche une place pour aller au marché jeudi matin'
  const need = { title, who: 'Ginette', reachBy: 'word', foundAt: 'au lavoir' }
  const { by, at: ticket, notice } = await sentNotice(box, need)
  const act = box.leadsTo
  const at = await act(denis, '/arrangements/interet', { annonce: notice })
  await act(denis, `${at}/proposer`, { when: 'jeudi 10 décembre, 8 h' })
  const id = idIn(at)
  await act(by, `${ticket}/repondre`, { id, says: 'yes' })
  const slips = () => saidToHand(box)
  return { box, denis, by, ticket, at, id, act, slips }
}
const OFF = 'Finalement, ça ne se fait pas : jeudi 10 décembre, 8 h.'

test('a cancellation is carried to who answered by their ticket, until they see it', async () => {
  const { box, denis, by, ticket, at, id, act, slips } = await agreed()
  using _ = box
  assert.deepEqual(slips(), [], 'what she answered is carried no more')
  await act(denis, `${at}/mot`, { said: 'À jeudi.' })
  assert.deepEqual(slips(), [], 'a word alone waits for her')
  await act(denis, `${at}/repondre`, { says: 'not', said: 'La voiture est en panne.' })
  assert.deepEqual(slips(), [OFF, 'La voiture est en panne.'])
  assert.match((await box.keeper.get('/mes-mots')).text, /Ginette.*ça ne se fait pas/)
  assert.doesNotMatch((await box.keeper.get('/mes-mots')).text, /À jeudi/)
  assert.match((await by.get(ticket)).text, /ça ne se fait pas/)
  await act(by, `${ticket}/vu`, { id })
  assert.deepEqual(slips(), [])
  assert.deepEqual(box.faults, [])
})

test('another moment is carried to who answered by their ticket, until they answer it', async () => {
  const { box, denis, by, ticket, at, id, act, slips } = await agreed()
  using _ = box
  await act(denis, `${at}/repondre`, { says: 'other', when: 'jeudi 10 décembre, 9 h' })
  assert.equal(slips().length, 1)
  assert.match(slips()[0]!, /jeudi 10 décembre, 9 h/)
  await act(by, `${ticket}/repondre`, { id, says: 'no' })
  assert.deepEqual(slips(), [])
  await act(denis, `${at}/repondre`, { says: 'not' })
  await act(denis, `${at}/proposer`, { when: 'vendredi 11 décembre, 8 h' })
  assert.deepEqual(slips(), [OFF, 'Je propose : vendredi 11 décembre, 8 h.'])
  assert.deepEqual(box.faults, [])
})

test('what moves is carried to who answered by a ticket, once the number that they gave is hidden', async () => {
  const { box, mathieu, ticketed, does } = await twoNeighbours()
  using _ = box
  const { visitor, at, id } = await ticketed()
  const thread = `/arrangements/${id}`
  await does(mathieu, `${thread}/proposer`, { when: 'samedi 12 décembre, 10 h' })
  await does(visitor, `${at}/repondre`, { says: 'yes', from: at })
  // She shows it on a notice too, from where it is hidden everywhere.
  const phone = '04 77 00 11 22'
  await sentNotice(box, { title: 'vends une commode', who: 'Huguette', phone })
  await does(visitor, '/c-est-mon-numero', { number: phone })
  assert.deepEqual(saidToHand(box), [])
  await does(mathieu, `${thread}/mot`, { said: 'À samedi.' })
  assert.deepEqual(saidToHand(box), [], 'a word alone waits for her')
  await does(mathieu, `${thread}/repondre`, { says: 'not' })
  assert.deepEqual(saidToHand(box), ['Finalement, ça ne se fait pas : samedi 12 décembre, 10 h.'])
  assert.match((await box.keeper.get('/mes-mots')).text, /Huguette.*ça ne se fait pas/)
  await does(visitor, `${at}/vu`, { from: at })
  assert.deepEqual(saidToHand(box), [])
  assert.deepEqual(box.faults, [])
})
