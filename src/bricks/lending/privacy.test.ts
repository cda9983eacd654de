import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** What nobody reads of somebody else, and what goes with who wrote it. */

type Fields = Readonly<Record<string, string | readonly string[]>>
const act = (box: TestBox, who: TestBox['keeper'], path: string, fields: Fields = {}) => {
  box.later(1000)
  return who.post(`${PATH}/${path}`, fields)
}
const thingOf = (box: TestBox, fields: object = {}): string =>
  box.bring('thing', { title: 'Scie à ruban', kind: 'tool', unit: 'day', ...fields })
/** The bookings of a thing, with what stays here. */
const bookings = (box: TestBox, thing: string) =>
  box.read.all(
    'SELECT home.* FROM booking JOIN booking_home AS home ON home.id = booking.id ' +
      'WHERE booking.thing = ? ORDER BY booking.id',
    thing,
  )
const last = (box: TestBox, thing: string): string => String(bookings(box, thing).at(-1)?.['id'])
const given = (box: TestBox, who: Member, over: string, until?: string) =>
  box.bring(
    'charge',
    { person: who.id, over, since: '2026-01-01', ...(until && { until }) },
    'home',
  )

test('a visitor who types a telephone reads neither what its owner has, nor how often', async () => {
  using box = testBox()
  box.territory()
  const paul = await box.member({ name: 'Paul', how: 'phone', phone: '06 11 22 33 44' })
  const saw = thingOf(box)
  const other = thingOf(box, { title: 'Échelle', mostOfKind: 1 })
  await act(box, paul, `${saw}/reserver`, { startsOn: '2026-12-05' })
  await act(box, box.keeper, `reservations/${last(box, saw)}/remettre`, { tout: '1' })
  const asks = { startsOn: '2026-12-12', name: 'Zoé', phone: '06 11 22 33 44' }
  const early = await act(box, box.visitor(), `${other}/reserver`, asks)
  assert.match(early.text, /par personne\./)
  assert.doesNotMatch(early.text, /vous en avez déjà/)
  box.later(48 * 3_600_000)
  const visitor = box.visitor()
  const answer = await act(box, visitor, `${other}/reserver`, asks)
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Rendez d’abord ce qui devait revenir/)
  assert.doesNotMatch(answer.text, /vous en avez déjà|ce que vous avez/)
  const own = await box.memberOf(paul.id)
  assert.match(
    (await act(box, own, `${other}/reserver`, { startsOn: '2026-12-12' })).text,
    /Rendez d’abord ce que vous avez.{1,2}: Scie à ruban/,
  )
})

test('who keyed a booking in a charge reads it no more once the charge is over', async () => {
  using box = testBox()
  box.territory()
  const rosa = await box.member('Rosa')
  const saw = thingOf(box)
  given(box, rosa, saw, '2026-12-10')
  await act(box, rosa, `${saw}/reserver`, { startsOn: '2026-12-28', name: 'Zoé', use: 'la noce' })
  const page = `${PATH}/reservations/${last(box, saw)}`
  assert.match((await rosa.get(page)).text, /Zoé.*la noce/s)
  box.later(14 * 24 * 3_600_000)
  const later = await box.memberOf(rosa.id)
  assert.equal((await later.get(page)).status, 404)
})

test('who granted a request in a charge reads nothing of it once the charge is taken back', async () => {
  using box = testBox()
  box.territory()
  const rosa = await box.member('Rosa')
  const saw = thingOf(box, { forWhom: 'asked' })
  const charge = given(box, rosa, saw)
  const asks = { startsOn: '2026-12-12', name: 'Simone', phone: '06 11 22 33 44', use: 'la noce' }
  await act(box, box.visitor(), `${saw}/reserver`, asks)
  const [request] = box.read.all('SELECT id FROM booking_request_home WHERE thing = ?', saw)
  assert.equal((await act(box, rosa, `demandes/${request?.['id']}/accorder`)).status, 303)
  const page = `${PATH}/reservations/${last(box, saw)}`
  assert.match((await rosa.get(page)).text, /Simone.*la noce/s)
  assert.equal((await box.keeper.post(`/charges/${charge}/rendre`, {})).status, 303)
  assert.equal((await rosa.get(page)).status, 404)
  for (const path of [`${PATH}/mien`, `${PATH}/${saw}`, '/', '/moi'])
    assert.doesNotMatch((await rosa.get(path)).text, /Simone|la noce/, path)
})

test('a reason goes with a booking however it is given, and with who gave it', async () => {
  using box = testBox()
  box.territory()
  const rosa = await box.member('Rosa')
  const paul = await box.member('Paul')
  const saw = thingOf(box, { longestDays: 1 })
  given(box, rosa, saw)
  await act(box, paul, `${saw}/reserver`, { startsOn: '2026-12-20' })
  const longer = { startsOn: '2026-12-20', endsOn: '2026-12-22', why: 'le comice' }
  await act(box, rosa, `reservations/${last(box, saw)}/deplacer`, longer)
  const other = thingOf(box, { longestDays: 1 })
  given(box, rosa, other)
  const now = { name: 'Zoé', endsOn: '2026-12-08', why: 'le comice' }
  assert.equal((await act(box, rosa, `${other}/preter`, now)).status, 303)
  const whys = () => [saw, other].map(id => bookings(box, id).at(-1)?.['why'] ?? null)
  for (const id of [saw, other])
    assert.match(String(bookings(box, id).at(-1)?.['past']), /longestDays/)
  assert.deepEqual(whys(), ['le comice', 'le comice'])
  box.later(1000)
  await rosa.post('/moi/oublier', {})
  assert.deepEqual(whys(), [null, null])
})

test('what a relay typed goes with them, whoever said yes to it', async () => {
  using box = testBox()
  box.territory()
  const luc = await box.member('Luc')
  const paul = await box.member('Paul')
  const saw = thingOf(box, { forWhom: 'asked' })
  const asked = { member: paul.id, name: 'Paul', keyedBy: luc.id, use: 'mot de Luc' }
  const times = { startsOn: '2026-12-19', askedAt: '2026-12-01T10:00:00Z' }
  const id = box.bring(
    'booking-request',
    { thing: saw, ...asked, ...times, state: 'asked' },
    'home',
  )
  assert.equal((await act(box, box.keeper, `demandes/${id}/accorder`)).status, 303)
  assert.equal(bookings(box, saw)[0]?.['use'], 'mot de Luc')
  box.later(1000)
  await luc.post('/moi/oublier', {})
  assert.equal(bookings(box, saw)[0]?.['use'], null)
  assert.equal(bookings(box, saw)[0]?.['name'], 'Paul')
})

test('a loan that was cancelled late and then fetched is late no more', async () => {
  using box = testBox()
  box.territory()
  const paul = await box.member('Paul')
  const saw = thingOf(box)
  await act(box, paul, `${saw}/reserver`, { startsOn: '2026-12-05' })
  const path = `reservations/${last(box, saw)}`
  await act(box, paul, `${path}/annuler`)
  assert.equal(bookings(box, saw)[0]?.['late'], 1)
  await act(box, box.keeper, `${path}/remettre`, { tout: '1' })
  assert.equal(bookings(box, saw)[0]?.['late'], null)
})

test('who had a thing stands in its history as they agreed, on the page and on paper', async () => {
  using box = testBox()
  box.territory()
  const rosa = await box.member('Rosa')
  const paul = await box.member('Paul')
  const zoe = await box.member('Zoé')
  const saw = thingOf(box, { meter: 'h', pieces: ['Lame'], upkeepUnits: 20 })
  given(box, rosa, saw)
  await act(box, rosa, `${saw}/entretien`, { on: '2026-11-20', what: 'affûtée', meter: '120' })
  const turn = async (who: Member, fields: Fields, back: Fields) => {
    await act(box, who, `${saw}/reserver`, { startsOn: '2026-12-05', ...fields })
    const path = `reservations/${last(box, saw)}`
    await act(box, rosa, `${path}/remettre`, { tout: '1', meterOut: String(back['from'] ?? '') })
    box.later(60_000)
    await act(box, rosa, `${path}/rendre`, back)
  }
  await turn(paul, {}, { from: '120', meterBack: '125,5', piecesBack: 'Lame' })
  await turn(zoe, { dire: '1' }, { from: '125,5', meterBack: '134' })
  const page = (await rosa.get(`${PATH}/${saw}/histoire`)).text
  const paper = JSON.stringify(
    box.paper('histoire-a-preter', saw, { by: 'neighbour', me: rosa.id, private: true }),
  )
  assert.match(page, /Imprimer/)
  for (const said of [page, paper]) {
    assert.match(said, /120.h → 125,5.h.: 5,5.h/)
    for (const part of ['affûtée', 'Lame', 'Zoé']) assert.ok(said.includes(part), part)
    assert.ok(!said.includes('Paul'))
  }
  for (const who of [paul, box.visitor()])
    assert.notEqual((await who.get(`/imprimer/histoire-a-preter/${saw}`)).status, 200)
})
