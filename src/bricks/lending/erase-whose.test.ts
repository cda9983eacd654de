import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** Somebody without a card or a ticket is forgotten by the keeper. */

const NAME = 'Odette Marchand'
const PHONE = '06 12 34 56 78'
const TILLER = { title: 'Motoculteur', kind: 'machine', unit: 'day' }

/** Odette has a tiller that is out, a saw that came back, and booked the tiller again. */
async function opened() {
  const box = testBox()
  box.territory()
  const tiller = box.bring('thing', TILLER)
  const saw = box.bring('thing', { ...TILLER, title: 'Scie' })
  const lends = async (thing: string, name = NAME, phone = PHONE): Promise<string> => {
    const sent = { name, phone, endsOn: '2026-12-06', use: 'chez Odette', deja: '1' }
    await box.doneBy(box.keeper, `${PATH}/${thing}/preter`, sent)
    return lastOf(box)
  }
  const back = await lends(saw)
  await box.doneBy(box.keeper, `${PATH}/reservations/${back}/rendre`, { stateBack: 'dit Odette' })
  const out = await lends(tiller)
  const books = { startsOn: '2026-12-20', name: NAME, phone: PHONE, use: 'le potager' }
  await box.doneBy(box.keeper, `${PATH}/${tiller}/reserver`, books)
  return { box, tiller, saw, back, out, ahead: lastOf(box), lends }
}
const lastOf = (box: TestBox): string =>
  String(box.read.all('SELECT max(id) AS id FROM booking')[0]?.['id'])
const at = (id: string): string => `${PATH}/reservations/${id}`
const erase = (id: string): string => `${PATH}/nom-a-effacer/${id}`

test('the keeper erases the name of one booking, and of the others at its telephone', async () => {
  const { box, tiller, saw, back, out, ahead } = await opened()
  using _ = box
  assert.match((await box.keeper.get(at(out))).body, new RegExp(`href="${erase(out)}"`))
  const { text, body } = await box.keeper.get(erase(out))
  assert.match(text, /Effacer ce nom et ce numéro.*Aussi, au même numéro ou au même nom/)
  const ticked = [...body.matchAll(/name="aussi"\s+value="([^"]+)" checked/g)].map(([, id]) => id)
  assert.deepEqual(ticked.toSorted(), [back, ahead].toSorted())

  await box.doneBy(box.keeper, erase(out), { aussi: ticked as string[] })
  const read = [`${PATH}/${tiller}`, `${PATH}/${saw}`, `${PATH}/${saw}/histoire`, `${PATH}/semaine`]
  for (const path of [...read, at(out), at(back), '/', `${PATH}/${tiller}/histoire`]) {
    const page = (await box.keeper.get(path)).text
    assert.doesNotMatch(page, /Odette|Marchand|06 12|potager/, path)
  }
  assert.match((await box.keeper.get(`${PATH}/${tiller}`)).text, /on ne sait plus chez qui/)
  const rows = box.read.all('SELECT name, phone, "use", stateBack FROM booking_home')
  for (const row of rows) assert.deepEqual(Object.values(row), [null, null, null, null])
  const [gone] = box.read.all('SELECT removed FROM booking WHERE id = ?', ahead)
  assert.ok(gone === undefined || gone['removed'] === 1, 'the days to come are free')
  const [still] = box.read.all('SELECT state FROM booking WHERE id = ?', out)
  assert.equal(still?.['state'], 'out')
  assert.deepEqual(box.faults, [])
})

test('the others stay where they are not ticked, and a namesake is not ticked beforehand', async () => {
  const { box, saw, back, out, lends } = await opened()
  using _ = box
  const namesake = await lends(saw, NAME, '')
  const other = await lends(box.bring('thing', TILLER), NAME, '06 98 76 54 32')
  const { body } = await box.keeper.get(erase(out))
  assert.match(body, new RegExp(`value="${namesake}">`))
  assert.doesNotMatch(body, new RegExp(`value="${other}"`), 'another telephone is somebody else')
  await box.doneBy(box.keeper, erase(out), {})
  assert.match((await box.keeper.get(at(back))).text, /Odette Marchand/)
})

test('a request goes whole, with the act on its line; nobody but the keeper may', async () => {
  using box = testBox()
  box.territory()
  const id = box.bring('thing', TILLER)
  const rosa = await box.member('Rosa')
  box.bring('charge', { person: rosa.id, over: id, since: '2026-01-01' }, 'home')
  const asks = { startsOn: '2026-12-20', name: NAME, phone: PHONE }
  await box.doneBy(box.visitor(), `${PATH}/${id}/reserver`, asks)
  const request = String(box.read.all('SELECT id FROM booking_request_home')[0]?.['id'])
  assert.doesNotMatch((await rosa.get(`${PATH}/${id}`)).text, /Effacer ce nom/)
  assert.notEqual((await rosa.get(erase(request))).status, 200)
  assert.notEqual((await rosa.post(erase(request), {})).status, 303)
  assert.match((await box.keeper.get(`${PATH}/${id}`)).text, /Effacer ce nom et ce numéro/)
  await box.doneBy(box.keeper, erase(request), {})
  assert.doesNotMatch((await box.keeper.get(`${PATH}/${id}`)).text, /Odette/)
  assert.notEqual((await box.keeper.post(erase(request), {})).status, 303, 'there is none')
})

test('the name of a member is theirs: it goes with them', async () => {
  using box = testBox()
  box.territory()
  const id = box.bring('thing', TILLER)
  const paul = await box.member('Paul')
  await box.doneBy(paul, `${PATH}/${id}/reserver`, { startsOn: '2026-12-20' })
  assert.doesNotMatch((await box.keeper.get(at(lastOf(box)))).text, /Effacer ce nom/)
})
