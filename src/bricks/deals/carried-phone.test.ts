import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asksForSeat, idIn } from '../../../tests/exchange/web-villages.ts'
import { filledIn, formsIn } from '../../../tests/support/forms.ts'
import { handAll, saidToHand } from '../../../tests/support/slips.ts'
import { testBox } from '../../../tests/support/test-box.ts'
import { linesOn } from '../../../tests/support/waiting-acts.ts'

/**
 * Who gave a landline may open their ticket once, at a computer that is not theirs: what moves is
 * carried too, until they read it or are told.
 */

/** Odette asks for a place, with her number; Bruno proposes, and her ticket says yes once. */
async function agreed() {
  const box = testBox()
  box.territory()
  const bruno = await box.member('Bruno')
  const odette = await asksForSeat(box)
  const act = box.leadsTo
  const ride = { title: 'je descends à Montbrison tous les jeudis', heure: '8 h 30', places: '2' }
  const sent = { ...ride, reachBy: 'word', accord: 'ici' }
  const avec = idIn(await act(bruno, '/annonces/proposer', sent))
  const at = await act(bruno, '/arrangements/interet', { annonce: odette.notice, avec })
  await act(bruno, `${at}/proposer`, { when: 'jeudi 10 décembre, 8 h 30' })
  await act(odette.by, `${odette.at}/repondre`, { id: idIn(at), says: 'yes' })
  const slips = () => saidToHand(box)
  return { box, bruno, odette, at, act, slips, ride: avec }
}
const OFF = 'Finalement, ça ne se fait pas : jeudi 10 décembre, 8 h 30.'
const words = async ({ box }: Awaited<ReturnType<typeof agreed>>) =>
  (await box.keeper.get('/mes-mots')).text

test('a cancellation is carried to who answered once by a ticket and gave a number', async () => {
  const thread = await agreed()
  const { box, bruno, odette, at, act, slips } = thread
  using _ = box
  assert.deepEqual(slips(), [], 'what she answered is carried no more')
  await act(bruno, `${at}/repondre`, { says: 'not' })
  assert.deepEqual(slips(), [OFF])
  assert.match(await words(thread), /Odette, 04 77 24 12 34.*ça ne se fait pas/)
  assert.match((await linesOn(box.keeper)).map(({ text }) => text).join(), /un mot à remettre/)
  assert.match((await linesOn(bruno)).map(({ text }) => text).join(), /appelez Odette/i)
  await act(odette.by, `${odette.at}/vu`, { id: idIn(at) })
  assert.deepEqual(slips(), [])
  assert.deepEqual(box.faults, [])
})

test('for whom words are is said to the keeper, whoever counts on what is off first', async () => {
  const { box, bruno, at, act } = await agreed()
  using _ = box
  await box.visitor().post('/mot', { forWhom: 'Paul', sender: 'Anna', said: 'Le papier est là.' })
  box.later(1_000)
  await act(bruno, `${at}/repondre`, { says: 'not' })
  const [first] = await linesOn(box.keeper)
  assert.match(first!.text, /^2 mots à remettre à Odette et à Paul$/)
  assert.deepEqual(box.faults, [])
})

test('another moment is carried, and the keeper notes her answer once it is handed over', async () => {
  const thread = await agreed()
  const { box, bruno, at, act } = thread
  using _ = box
  await act(bruno, `${at}/repondre`, { says: 'other', when: 'jeudi 10 décembre, 7 h 30' })
  assert.match(await words(thread), /Odette.*7 h 30/)
  await handAll(box)
  await act(box.keeper, `${at}/repondre`, { party: '1', says: 'yes' })
  const page = (await bruno.get(at)).text
  assert.match(page, /Odette a dit d’accord.*noté par la personne qui tient/)
})

test('another hour of the ride is carried too', async () => {
  const thread = await agreed()
  const { box, bruno, act, ride } = thread
  using _ = box
  const page = await bruno.get(`/annonces/${ride}/modifier`)
  const { action } = formsIn(page).find(one => one.fields['rideAt'] !== undefined)!
  const fields = { ...filledIn(page, action), rideAt: '09:00' } as Record<string, string>
  await act(bruno, action, fields)
  assert.match(await words(thread), /Odette.*9 h/)
})

test('what was told by telephone is carried no more, and is not said to be handed over', async () => {
  const { box, bruno, at, act, slips } = await agreed()
  using _ = box
  await act(bruno, `${at}/repondre`, { says: 'not', said: 'La voiture est en panne.' })
  assert.deepEqual(slips(), [OFF, 'La voiture est en panne.'])
  await act(bruno, `${at}/dit`)
  assert.deepEqual(slips(), [])
  const page = (await bruno.get(at)).text
  const told =
    /ne se fait pas, le 5 décembre\. Vous, le 5 décembre La voiture est en panne\. Écrire/
  assert.match(page, told)
  assert.deepEqual(box.faults, [])
})

test('who telephoned notes an answer as heard, never as if it were theirs', async () => {
  const thread = await agreed()
  const { box, bruno, at, act, slips } = thread
  using _ = box
  await act(bruno, `${at}/repondre`, { says: 'other', when: 'jeudi 10 décembre, 7 h 30' })
  await act(bruno, `${at}/dit`)
  assert.deepEqual(slips(), [
    'Plutôt un autre moment : jeudi 10 décembre, 7 h 30. Jusqu’à la réponse, le rendez-vous ' +
      'reste « jeudi 10 décembre, 8 h 30 ».',
  ])
  const said = /Odette vous répond de vive voix \? Notez.* Odette est d’accord Odette ne peut pas/
  assert.match((await bruno.get(at)).text, said)
  for (const says of ['yes', 'no'])
    assert.equal((await bruno.post(`${at}/repondre`, { party: '1', says })).status, 422)
  await handAll(box)
  const list = await box.keeper.get('/mes-mots')
  assert.match(list.body, new RegExp(`href="${at}">Noter la réponse d’Odette`))
  await box.keeper.fill(await box.keeper.get(at), `${at}/repondre`, { says: 'yes' })
  const page = (await bruno.get(at)).text
  assert.match(page, /Odette a dit d’accord.*noté par la personne qui tient/)
  assert.doesNotMatch(page, said)
  assert.doesNotMatch((await box.keeper.get('/mes-mots')).text, /Noter la réponse/)
  assert.deepEqual(box.faults, [])
})
