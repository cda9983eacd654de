import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'

/** On Saturday 5 December: what is agreed for a day is done on it, and one is late on it. */
let box: TestBox
let elodie: Member
let mathieu: Member
const act = (...of: Parameters<TestBox['leadsTo']>) => box.leadsTo(...of)
beforeEach(async () => {
  box = testBox()
  box.territory()
  elodie = await box.member('Élodie')
  mathieu = await box.member('Mathieu')
})
async function agreed(when: string): Promise<string> {
  const sent = { title: 'je donne des bocaux', reachBy: 'word', accord: 'ici' }
  const { location } = await mathieu.post('/annonces/proposer', sent)
  const annonce = /[0-9a-z]{26}/.exec(location)![0]
  const at = await act(elodie, '/arrangements/interet', { annonce })
  await act(elodie, `${at}/proposer`, { when })
  await act(mathieu, `${at}/repondre`, { says: 'yes' })
  return at
}
const DAY_MS = 86_400_000
const DONE = /<button[^>]*value="done"/
const LATE = /Je suis en retard/

test('before its day nothing is offered as done, and nobody is late', async () => {
  const at = await agreed('jeudi 10 décembre, 9 h')
  for (const who of [elodie, mathieu]) {
    const { body } = await who.get(at)
    assert.doesNotMatch(body, DONE)
    assert.doesNotMatch(body, LATE)
    assert.match(body, /Plutôt un autre moment/)
  }
  assert.deepEqual(box.faults, [])
})

test('on its day both are offered, to the holder of a ticket too; after it, that it is done', async () => {
  const sent = { title: 'je donne des bocaux', reachBy: 'word', accord: 'ici' }
  const { location } = await mathieu.post('/annonces/proposer', sent)
  const annonce = /[0-9a-z]{26}/.exec(location)![0]
  const typed = { annonce, firstName: 'Ginette', reach: '04 77 24 11 22' }
  const ticket = await act(box.visitor(), '/arrangements/interet', typed)
  const at = /\/arrangements\/[0-9a-z]{26}/.exec((await mathieu.get('/arrangements')).body)![0]
  await act(mathieu, `${at}/proposer`, { when: 'jeudi 10 décembre' })
  await act(box.visitor(), `${ticket}/repondre`, { says: 'yes', from: ticket })
  assert.match((await box.visitor().get(ticket)).text, /Convenu/)
  assert.doesNotMatch((await box.visitor().get(ticket)).body, LATE)
  box.later(5 * DAY_MS)
  const then = await box.visitor().get(ticket)
  assert.match(then.body, LATE)
  assert.match(then.body, DONE)
  box.later(DAY_MS)
  const after = await box.visitor().get(ticket)
  assert.doesNotMatch(after.body, LATE)
  assert.match(after.body, DONE)
})

test('words that name no day for sure withhold nothing', async () => {
  for (const when of ['la semaine prochaine', 'samedi ou dimanche', 'quand tu veux']) {
    const { body } = await elodie.get(await agreed(when))
    assert.match(body, DONE, when)
    assert.match(body, LATE, when)
  }
})
