import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { testBox } from '../../../tests/support/test-box.ts'
import { wholeOf } from './model/read.ts'
import { mayBeSaid } from './model/saying.ts'

/** Élodie and Mathieu agreed to *jeudi à 8 h*. */
async function agreed() {
  const box = testBox()
  box.territory()
  const [elodie, mathieu] = [await box.member('Élodie'), await box.member('Mathieu')]
  const act = async (who: Browser, path: string, fields: Readonly<Record<string, string>>) => {
    box.later(1_000)
    const answer = await who.post(path, fields)
    assert.equal(answer.status, 303, answer.text)
    return answer.location
  }
  const sent = { title: 'prête sa remorque', reachBy: 'word', accord: 'ici' }
  const notice = /[0-9a-z]{26}/.exec((await mathieu.post('/annonces/proposer', sent)).location)![0]
  const at = await act(elodie, '/arrangements/interet', { annonce: notice })
  await act(elodie, `${at}/proposer`, { when: 'jeudi à 8 h', where: 'à l’église' })
  await act(mathieu, `${at}/repondre`, { says: 'yes' })
  const whole = () => wholeOf(box.read, at.split('/').at(-1)!)!
  return { box, elodie, mathieu, act, at, whole }
}

test('a moment that both agreed to is moved without cancelling: the other agrees again', async () => {
  const { box, elodie, mathieu, act, at, whole } = await agreed()
  using _ = box
  assert.match((await mathieu.get(at)).text, /Plutôt un autre moment/)
  const moved = { says: 'other', when: 'jeudi à 8 h 15', where: 'au bar' }
  await act(mathieu, `${at}/repondre`, moved)
  assert.equal(whole().state, 'proposed')
  assert.equal(whole().row.when, 'jeudi à 8 h 15')
  assert.match((await elodie.get('/')).text, /Mathieu.*jeudi à 8\sh\s15/)
  assert.ok((await elodie.get(at)).body.includes('value="yes"'))
  assert.ok(!(await mathieu.get(at)).body.includes('value="yes"'), 'who moved it waits')
  await act(elodie, `${at}/repondre`, { says: 'yes' })
  assert.deepEqual([whole().state, whole().row.where], ['agreed', 'au bar'])
  assert.deepEqual(box.faults, [])
})

test('a moment that is refused instead of the agreed one falls, and may be proposed again', async () => {
  const { box, elodie, mathieu, act, at, whole } = await agreed()
  using _ = box
  await act(elodie, `${at}/repondre`, { says: 'other', when: 'vendredi' })
  await act(mathieu, `${at}/repondre`, { says: 'no' })
  assert.equal(whole().state, 'fallen')
  await act(elodie, `${at}/proposer`, { when: 'jeudi à 8 h' })
  assert.equal(whole().state, 'proposed')
})

test('with another box, whose program may be older, an agreed moment is not moved', async () => {
  const { box, elodie, whole } = await agreed()
  using _ = box
  const here = whole()
  const there = { ...here, row: { ...here.row, box: 'another' } }
  assert.ok(mayBeSaid(here, elodie.id).includes('other'))
  assert.ok(!mayBeSaid(there, elodie.id).includes('other'))
})

test('who takes their other moment back leaves the agreed one as it was, place and all', async () => {
  const { box, elodie, mathieu, act, at, whole } = await agreed()
  using _ = box
  for (const when of ['jeudi à 8 h 15', 'vendredi']) {
    await act(mathieu, `${at}/repondre`, { says: 'other', when, where: 'au bar' })
    await act(mathieu, `${at}/repondre`, { says: 'no' })
    const { state, row } = whole()
    assert.deepEqual([state, row.when, row.where], ['agreed', 'jeudi à 8 h', 'à l’église'], when)
  }
  const { text } = await elodie.get('/')
  assert.match(text, /Mathieu ne demande plus d’autre moment : c’est toujours convenu/)
  assert.match(text, /« jeudi à 8 h, à l’église »/)
  assert.match((await elodie.get(at)).text, /Convenu\..*Mathieu a retiré l’autre moment/)
  await act(elodie, `${at}/repondre`, { says: 'other', when: 'samedi' })
  await act(mathieu, `${at}/repondre`, { says: 'no' })
  assert.equal(whole().state, 'fallen', 'the no of the other one refuses')
  assert.deepEqual(box.faults, [])
})

test('the first proposal stands again too, which no act of the thread repeats', async () => {
  const { box, elodie, mathieu, act, at: first } = await agreed()
  using _ = box
  await act(elodie, `${first}/finir`, {})
  const sent = { title: 'donne des bocaux', reachBy: 'word', accord: 'ici' }
  const notice = /[0-9a-z]{26}/.exec((await mathieu.post('/annonces/proposer', sent)).location)![0]
  const asked = { annonce: notice, what: 'les bocaux', when: 'lundi' }
  const at = (await act(elodie, '/arrangements/nouveau', asked)).split('?')[0]!
  await act(mathieu, `${at}/repondre`, { says: 'yes' })
  await act(mathieu, `${at}/repondre`, { says: 'other', when: 'mardi' })
  await act(mathieu, `${at}/repondre`, { says: 'no' })
  const { state, row } = wholeOf(box.read, at.split('/').at(-1)!)!
  assert.deepEqual([state, row.when], ['agreed', 'lundi'])
})
