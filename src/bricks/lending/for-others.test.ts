import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** Who asks for somebody else, who only says a name, and whose number is read. */

type Held = TestBox & Readonly<{ marc: Member; simone: Member; rosa: Member; id: string }>
async function opened(fields: object = {}): Promise<Held> {
  const box = testBox()
  box.territory()
  const id = box.bring('thing', { title: 'Motoculteur', kind: 'machine', unit: 'day', ...fields })
  const [marc, simone, rosa] = await Promise.all([
    box.member({ name: 'Marc', how: 'phone', phone: '06 11 22 33 44' }),
    box.member('Simone'),
    box.member('Rosa'),
  ])
  box.bring('charge', { person: rosa.id, over: id, since: '2026-01-01' }, 'home')
  return { ...box, marc, simone, rosa, id }
}
type Fields = Readonly<Record<string, string>>
const act = (box: Held, who: TestBox['keeper'], path: string, fields: Fields = {}) => {
  box.later(1_000)
  return box.doneBy(who, `${PATH}/${path}`, fields)
}
const last = (box: Held, table: string): string =>
  String(box.read.all(`SELECT id FROM ${table} ORDER BY id DESC LIMIT 1`)[0]?.['id'])

test('a booking for somebody else says who typed it, and is theirs to follow and cancel', async () => {
  using box = await opened()
  const { marc, rosa, simone, id } = box
  const asks = { startsOn: '2026-12-20', pour: 'Simone', use: 'pour elle' }
  await act(box, marc, `${id}/reserver`, asks)
  assert.match((await box.keeper.get('/')).text, /Simone \(dit par Marc\) demande/)
  assert.match((await rosa.get(`${PATH}/${id}`)).text, /Simone le demande.*\(dit par Marc\)/)
  assert.match((await marc.get(`${PATH}/mien`)).text, /dimanche 20 décembre \(Simone\), demandé/)
  await act(box, rosa, `demandes/${last(box, 'booking_request_home')}/accorder`)
  assert.match((await marc.get('/')).text, /Motoculteur, pour Simone : c’est accordé/)
  assert.match((await marc.get(`${PATH}/mien`)).text, /dimanche 20 décembre \(Simone\), réservé/)
  const page = `${PATH}/reservations/${last(box, 'booking')}`
  const told = (await marc.get(`${PATH}/${id}`)).text
  assert.match(told, /dimanche 20 décembre \(Simone\) : réservé Votre mot/)
  assert.match(
    (await rosa.get(`${PATH}/${id}`)).text,
    /Simone : dimanche 20 décembre \(dit par Marc\)/,
  )
  // A name that is typed is no card: Simone’s own page says nothing, and she reads nothing of it.
  assert.doesNotMatch((await simone.get(`${PATH}/mien`)).text, /Motoculteur/)
  assert.equal((await simone.get(page)).status, 404)
  assert.doesNotMatch((await rosa.get(`${PATH}/mien`)).text, /Simone/)
  await act(box, marc, `reservations/${last(box, 'booking')}/annuler`)
  assert.deepEqual(
    box.read.all('SELECT state FROM booking').map(row => row['state']),
    ['cancelled'],
  )
})

test('who says the name of a member, and has no card, is said to have none', async () => {
  using box = await opened()
  const asks = { startsOn: '2026-12-20', name: 'Simone', phone: '06 66 66 66 66' }
  await act(box, box.visitor(), `${box.id}/reserver`, asks)
  assert.match((await box.keeper.get('/')).text, /Simone \(sans carte\) demande/)
  const page = (await box.rosa.get(`${PATH}/${box.id}`)).text
  assert.match(page, /Simone le demande.*\(sans carte\)/)
  await act(box, box.rosa, `demandes/${last(box, 'booking_request_home')}/accorder`)
  const given = (await box.rosa.get(`${PATH}/${box.id}`)).text
  assert.match(given, /Simone : dimanche 20 décembre \(sans carte\)/)
  assert.doesNotMatch((await box.simone.get('/')).text, /Motoculteur.*c’est/)
})

test('a member’s number is read by who is in charge once they tick it, and by nobody else', async () => {
  using box = await opened({ forWhom: 'asked' })
  const { marc, rosa, simone, id } = box
  const at = `${PATH}/${id}`
  assert.match((await marc.get(at)).text, /Montrer mon numéro à qui prête/)
  assert.doesNotMatch((await simone.get(at)).text, /Montrer mon numéro/, 'no number is known')
  await act(box, marc, `${id}/reserver`, { startsOn: '2026-12-20' })
  assert.doesNotMatch((await rosa.get(at)).text, /06 11/)
  await act(box, marc, `${id}/reserver`, { startsOn: '2026-12-22', numero: '1' })
  const seen = (await rosa.get(at)).text
  assert.equal(seen.split(/06.?11.?22.?33.?44/).length, 2)
  for (const who of [simone, box.visitor()])
    for (const path of [at, `${at}?startsOn=2026-12-22`, `${at}/semaine`])
      assert.doesNotMatch((await who.get(path)).text, /06.?11/)
})
