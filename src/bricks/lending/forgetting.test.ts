import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

const SAID = 'rayée, dit à Rosa'
const SAW = { title: 'Scie', kind: 'tool', unit: 'day' }

/** Rosa is in charge of a saw that Paul booked, and lends a ladder of her own. */
async function opened() {
  const box = testBox()
  const [rosa, paul] = [await box.member('Rosa'), await box.member('Paul')]
  const saw = box.bring('thing', SAW)
  box.bring('charge', { person: rosa.id, over: saw, since: '2026-01-01' }, 'home')
  const { location } = await rosa.post(`${PATH}/nouveau`, { title: 'Échelle', kind: 'tool' })
  const booked = async (thing: string): Promise<string> => {
    await paul.post(`${thing}/reserver`, { startsOn: '2026-12-12', use: 'pour le toit' })
    const [row] = box.read.all('SELECT max(id) AS id FROM booking')
    return String(row?.['id'])
  }
  const on = (table: string) =>
    box.read.all(`SELECT * FROM ${table} WHERE removed IS NOT 1 ORDER BY id`)
  return { box, rosa, paul, saw, ladder: location, booked, on }
}

test('what somebody noted of another’s booking goes with them, and the booking stays', async () => {
  const { box, rosa, saw, booked, on } = await opened()
  const id = await booked(`${PATH}/${saw}`)
  await rosa.post(`${PATH}/reservations/${id}/remettre`, { stateOut: SAID })
  await rosa.post(`${PATH}/reservations/${id}/rendre`, { stateBack: SAID })
  assert.equal(on('booking_home')[0]?.['stateBack'], SAID)
  await rosa.post('/moi/oublier', {})
  const [shown, home] = [on('booking')[0], on('booking_home')[0]]
  assert.equal(shown?.['state'], 'back')
  assert.deepEqual(
    [home?.['name'], home?.['use'], home?.['stateOut'], home?.['stateBack'], home?.['notedBy']],
    ['Paul', 'pour le toit', null, null, null],
  )
  assert.deepEqual(box.faults, [])
})

test('an answer to a request goes with who gave it, and the request stays', async () => {
  const { rosa, paul, saw, on } = await opened()
  await rosa.post(`${PATH}/${saw}/regler`, { ...SAW, forWhom: 'asked' })
  await paul.post(`${PATH}/${saw}/reserver`, { startsOn: '2026-12-12', use: 'pour le toit' })
  const [asked] = on('booking_request_home')
  await rosa.post(`${PATH}/demandes/${asked?.['id']}/refuser`, { answer: SAID })
  await rosa.post('/moi/oublier', {})
  const [row] = on('booking_request_home')
  assert.deepEqual(
    [row?.['state'], row?.['use'], row?.['answer'], row?.['notedBy']],
    ['refused', 'pour le toit', null, null],
  )
})

test('what leads to a thing goes with it, once its owner is forgotten', async () => {
  const { rosa, ladder, booked, on } = await opened()
  const id = await booked(ladder)
  await rosa.post(`${ladder}/entretien`, { on: '2026-12-01', what: 'un barreau' })
  assert.deepEqual([on('upkeep_home').length, on('booking')[0]?.['id']], [1, id])
  await rosa.post('/moi/oublier', {})
  assert.deepEqual([on('booking'), on('upkeep_home')], [[], []])
  assert.deepEqual(
    on('booking_home').map(row => [row['name'], row['use'], row['phone']]),
    [[null, null, null]],
  )
})

test('whom the one in charge knows stays known, once another of them is forgotten', async () => {
  const { box, rosa, paul, saw, on } = await opened()
  const nadia = await box.member('Nadia')
  await rosa.post(`${PATH}/${saw}/regler`, { ...SAW, forWhom: 'group' })
  for (const who of [paul, nadia]) {
    await who.post(`${PATH}/${saw}/reserver`, { startsOn: '2026-12-12' })
    const [asked] = on('booking_request_home').filter(({ state }) => state === 'asked')
    await rosa.post(`${PATH}/demandes/${asked?.['id']}/accorder`, { toujours: '1' })
    box.later(1_000)
    const [given] = on('booking')
    await rosa.post(`${PATH}/reservations/${given?.['id']}/annuler`, { calledOff: 'pluie' })
  }
  const group = (): unknown => JSON.parse(String(on('thing_home')[0]?.['group']))
  assert.deepEqual(group(), [paul.id, nadia.id])
  await paul.post('/moi/oublier', {})
  assert.deepEqual(group(), [nadia.id])
  assert.ok(!JSON.stringify(box.log.sql.all('SELECT value FROM piece')).includes(paul.id))
})
