import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carry, recognise } from '../../../tests/exchange/mail.ts'
import type { Answer } from '../../../tests/support/browser.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { newBox } from '../../log/box.ts'
import { PATH } from './model/records-thing.ts'

/** What each may do of a thing: who is elsewhere, who asks each time, who lends another thing. */

type Fields = Readonly<Record<string, string | readonly string[]>>
const opened = (name = 'Sail'): TestBox => {
  const box = testBox({ key: newBox() })
  box.territory({ name })
  return box
}
/** A second later, so that each act has its moment. */
const act = (box: TestBox, who: TestBox['keeper'], path: string, fields: Fields = {}) => {
  box.later(1000)
  return who.post(`${PATH}/${path}`, fields)
}
const thingOf = (box: TestBox, fields: object = {}): string =>
  box.bring('thing', { title: 'Motoculteur', kind: 'tool', unit: 'day', ...fields })
const says = ({ status, text }: Answer, sentence: RegExp): void => {
  assert.equal(status, 422)
  assert.match(text, sentence)
}
const bookings = (box: TestBox, thing: string) =>
  box.read.all('SELECT * FROM booking WHERE thing = ? ORDER BY id', thing)
const requestOf = (box: TestBox, thing: string): string =>
  String(box.read.all('SELECT id FROM booking_request_home WHERE thing = ?', thing).at(-1)?.['id'])

test('people of the commune book first where they move, and where they are given it', async () => {
  using box = opened()
  const ginette = await box.member({
    name: 'Ginette',
    ...{ how: 'phone', phone: '06 22 22 33 44', commune: '42195' },
  })
  const first = { commune: '42195', localsDays: 7 }
  const id = thingOf(box, first)
  await act(box, ginette, `${id}/reserver`, { startsOn: '2026-12-20' })
  const [row] = bookings(box, id)
  const path = `reservations/${row?.['id']}/deplacer`
  assert.equal((await act(box, ginette, path, { startsOn: '2026-12-21' })).status, 303)
  const asked = thingOf(box, { ...first, forWhom: 'asked' })
  await act(box, ginette, `${asked}/reserver`, { startsOn: '2026-12-20' })
  const given = await act(box, box.keeper, `demandes/${requestOf(box, asked)}/accorder`)
  assert.equal(given.status, 303)
})

test('who must ask each time makes it shorter alone, and asks anew for other days', async () => {
  using box = opened()
  const paul = await box.member('Paul')
  const id = thingOf(box, { forWhom: 'asked' })
  await act(box, paul, `${id}/reserver`, { startsOn: '2026-12-12', endsOn: '2026-12-14' })
  await act(box, box.keeper, `demandes/${requestOf(box, id)}/accorder`)
  const path = `reservations/${bookings(box, id)[0]?.['id']}/deplacer`
  for (const days of [
    { startsOn: '2026-12-20', endsOn: '2026-12-28' },
    { startsOn: '2026-12-12', endsOn: '2026-12-15' },
  ])
    says(await act(box, paul, path, days), /faites une nouvelle demande/)
  const less = { startsOn: '2026-12-12', endsOn: '2026-12-13' }
  assert.equal((await act(box, paul, path, less)).status, 303)
  const later = { startsOn: '2026-12-20', endsOn: '2026-12-20' }
  assert.equal((await act(box, box.keeper, path, later)).status, 303)
})

test('the number in the bar leads to all that waits, whatever the week', async () => {
  using box = opened()
  const lea = await box.member('Léa')
  const saw = thingOf(box, { title: 'Scie', forWhom: 'asked' })
  const other = thingOf(box, { title: 'Fendeuse', forWhom: 'asked' })
  box.bring('charge', { person: lea.id, over: saw, since: '2026-01-01' }, 'home')
  for (const [id, name] of [
    [saw, 'Simone'],
    [saw, 'Hugo'],
    [other, 'Zoé'],
  ] as const)
    await act(box, box.visitor(), `${id}/reserver`, { startsOn: '2027-02-01', name, phone: '' })
  assert.match((await lea.get('/')).body, /href="\/preter\/semaine"/)
  const page = await lea.get(`${PATH}/semaine`)
  for (const name of ['Simone', 'Hugo'])
    assert.match(page.text, new RegExp(`Ce qui vous attend.*${name} [^:]*: Scie`, 's'))
  assert.doesNotMatch(page.text, /Zoé|Fendeuse/)
  assert.match(page.body, new RegExp(`href="/preter/${saw}#tenir"`))
  assert.match((await box.keeper.get(`${PATH}/semaine`)).text, /Zoé [^:]*: Fendeuse/)
  assert.doesNotMatch((await box.visitor().get(`${PATH}/semaine`)).text, /Simone|vous attend/)
})

test('a thing goes into a kit by who is in charge of the kit', async () => {
  using box = opened()
  const nadia = await box.member('Nadia')
  const kit = thingOf(box, { kind: 'kit' })
  const tool = { title: 'Bidule', kind: 'tool' }
  says(await act(box, nadia, 'nouveau', { ...tool, partOf: kit }), /s’occupe de cette malle/)
  const { location } = await act(box, nadia, 'nouveau', tool)
  const id = location.split('/').at(-1)?.split('?')[0] ?? ''
  const set = `${id}/regler`
  says(await act(box, nadia, set, { ...tool, partOf: kit }), /s’occupe de cette malle/)
  assert.equal((await act(box, box.keeper, set, { ...tool, partOf: kit })).status, 303)
  assert.equal((await act(box, nadia, set, { ...tool, partOf: kit })).status, 303, 'it stays')
})

test('a request for a thing that is lent no more is answered with the reason', async () => {
  using box = opened()
  const paul = await box.member('Paul')
  const id = thingOf(box, { forWhom: 'asked' })
  await act(box, paul, `${id}/reserver`, { startsOn: '2026-12-12' })
  const asked = requestOf(box, id)
  says(await act(box, box.keeper, `${id}/remplacer`, { par: '' }), /Une demande attend une réponse/)
  const why = { par: '', calledOff: 'lame cassée' }
  assert.equal((await act(box, box.keeper, `${id}/remplacer`, why)).status, 303)
  says(await act(box, box.keeper, `demandes/${asked}/accorder`), /déjà répondu/)
  assert.deepEqual(bookings(box, id), [])
  for (const path of [`${PATH}/mien`, `${PATH}/${id}`])
    assert.match((await paul.get(path)).text, /lame cassée/, path)
  assert.match((await paul.get('/')).text, /Motoculteur : c’est non, pour samedi 12 décembre/)
})

test('requests and those who wait go over to what stands in where it is free', async () => {
  using box = opened()
  const people = ['Paul', 'Nadia', 'Hugo', 'Léa'].map(name => box.member(name))
  const [paul, nadia, hugo, lea] = await Promise.all(people)
  const id = thingOf(box, { forWhom: 'asked' })
  const par = thingOf(box, { title: 'Bineuse', forWhom: 'asked' })
  box.bring('charge', { person: lea!.id, over: id, since: '2026-01-01' }, 'home')
  const book = (who: typeof paul, of: string, fields: Fields) =>
    act(box, who!, `${of}/reserver`, fields)
  await book(paul, id, { startsOn: '2026-12-12' })
  await act(box, box.keeper, `demandes/${requestOf(box, id)}/accorder`)
  await book(hugo, id, { startsOn: '2026-12-12', attendre: '1' })
  await book(nadia, id, { startsOn: '2026-12-14' })
  await book(hugo, id, { startsOn: '2026-12-16' })
  const zoe = box.visitor()
  const sent = await act(box, zoe, `${id}/reserver`, { startsOn: '2026-12-18', name: 'Zoé' })
  await act(box, box.keeper, `${par}/reserver`, { startsOn: '2026-12-16', name: 'Ali' })
  says(await act(box, box.keeper, `${id}/remplacer`, { par }), /Bineuse n’est pas libre/)
  const why = { par, calledOff: 'moteur mort' }
  assert.equal((await act(box, box.keeper, `${id}/remplacer`, why)).status, 303)
  const open =
    "SELECT id FROM booking_request_home WHERE thing = ? AND state IN ('asked', 'waiting')"
  assert.deepEqual(box.read.all(open, id), [])
  assert.equal(box.read.all(open, par).length, 3)
  assert.match((await nadia!.get('/')).text, /Bineuse remplace Motoculteur, lundi 14 décembre/)
  assert.match((await nadia!.get(`${PATH}/mien`)).text, /Bineuse remplace Motoculteur\./)
  assert.match((await hugo!.get(`${PATH}/mien`)).text, /moteur mort/)
  const ticket = (await zoe.get(sent.location.split('?')[0]!)).text
  assert.match(ticket, /Bineuse.*Bineuse remplace Motoculteur/s)
  const home = (await lea!.get('/')).text
  assert.match(home, /Bineuse remplace Motoculteur : vous vous en occupez/)
  assert.match((await lea!.get(`${PATH}/${par}`)).text, /Nadia.*le demande/s)
  assert.equal((await act(box, lea!, `demandes/${requestOf(box, par)}/accorder`)).status, 303)
})

test('a letter for a thing that is lent no more makes no request', async () => {
  using sail = opened()
  using boen = opened('Boën')
  boen.later(sail.now() - boen.now())
  recognise(sail.engine, boen.engine, ['Sail', 'Boën'])
  const id = thingOf(sail)
  await carry(sail.engine, boen.engine, sail)
  const josette = await boen.member('Josette')
  await act(sail, sail.keeper, `${id}/remplacer`, { par: '' })
  assert.equal((await act(boen, josette, `${id}/reserver`, { startsOn: '2026-12-16' })).status, 303)
  await carry(boen.engine, sail.engine, boen)
  assert.equal(requestOf(sail, id), 'undefined')
})
