import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carry, recognise } from '../../../tests/exchange/mail.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { newBox } from '../../log/box.ts'
import { PATH } from './model/records-thing.ts'

/** What is left of a booking whose person is forgotten, or takes all of it back. */

const DAY = { startsOn: '2026-12-12' }
const SAW = { title: 'Scie', kind: 'tool', unit: 'day' }

async function opened(fields: object = {}) {
  const box = testBox({ key: newBox() })
  box.territory()
  const [paul, nadia, hugo] = [
    await box.member({ name: 'Paul', how: 'phone', phone: '06 11 22 33 44' }),
    await box.member('Nadia'),
    await box.member('Hugo'),
  ]
  const id = box.bring('thing', { ...SAW, ...fields })
  const book = (who: TestBox['keeper'], asked: Readonly<Record<string, string>>) => {
    box.later(1_000)
    return who.post(`${PATH}/${id}/reserver`, asked)
  }
  const act = (who: TestBox['keeper'], booking: string, what: string, fields = {}) =>
    box.doneBy(who, `${PATH}/reservations/${booking}/${what}`, fields)
  const bookings = () => box.read.all('SELECT * FROM booking WHERE removed IS NOT 1 ORDER BY id')
  const last = (): string => String(bookings().at(-1)?.['id'])
  return { box, paul, nadia, hugo, id, book, act, bookings, last }
}
/** All values that the log of a box still holds. */
const valuesIn = ({ log }: TestBox): string =>
  JSON.stringify(log.sql.all('SELECT value FROM piece'))
const asked = (box: TestBox): string =>
  String(box.read.all('SELECT max(id) AS id FROM booking_request_home')[0]?.['id'])

test('the days of who is forgotten are kept for who waits, as of one cancelled', async () => {
  const { box, paul, nadia, hugo, book } = await opened()
  await book(paul, DAY)
  await book(nadia, { ...DAY, attendre: '1' })
  await paul.post('/moi/oublier', {})
  const { status, text } = await book(hugo, DAY)
  assert.equal(status, 422)
  assert.match(text, /Quelqu’un l’attendait.*gardé pour cette personne/s)
  assert.equal((await book(nadia, DAY)).status, 303)
  assert.deepEqual(box.faults, [])
})

test('who is in charge reads that days are free again, and nothing of who is forgotten', async () => {
  const { box, paul, nadia, hugo, id, book } = await opened()
  box.bring('charge', { person: hugo.id, over: id, since: '2026-01-01' }, 'home')
  const told = async (): Promise<string> => (await hugo.get('/')).text
  await book(paul, { ...DAY, use: 'pour le toit' })
  await book(paul, { startsOn: '2026-12-14' })
  await book(nadia, { ...DAY, attendre: '1' })
  await paul.post('/moi/oublier', {})
  assert.match(
    await told(),
    /C’est annulé : Scie, samedi 12 décembre et lundi 14 décembre ; Nadia l’attend/,
  )
  assert.doesNotMatch(await told(), /Paul/)
  assert.doesNotMatch(valuesIn(box), /Paul|toit/)
  assert.ok(!valuesIn(box).includes(paul.id))
  assert.equal((await book(nadia, DAY)).status, 303)
  assert.doesNotMatch((await hugo.get(`${PATH}/${id}`)).text, /Paul/)
  await hugo.fill(await hugo.get('/'), '/moi/nouvelles/vues')
  assert.doesNotMatch(await told(), /C’est annulé/)
  assert.deepEqual(box.faults, [])
})

test('what somebody gave back is told no more, once they are forgotten', async () => {
  const { box, paul, hugo, id, book, act, last } = await opened()
  box.bring('charge', { person: hugo.id, over: id, since: '2026-01-01' }, 'home')
  await book(paul, DAY)
  await act(paul, last(), 'annuler')
  assert.match((await hugo.get('/')).text, /Paul a annulé/)
  await paul.post('/moi/oublier', {})
  assert.doesNotMatch((await hugo.get('/')).text, /Paul|annulé/)
  assert.deepEqual(box.faults, [])
})

test('so are those of who gives back or erases by a ticket', async () => {
  for (const way of ['rendre', 'reprendre']) {
    const { box, nadia, hugo, id, book } = await opened()
    const rosa = await box.member('Rosa')
    box.bring('charge', { person: rosa.id, over: id, since: '2026-01-01' }, 'home')
    const zoe = box.visitor()
    const sent = await book(zoe, { ...DAY, name: 'Zoé' })
    await box.doneBy(box.keeper, `${PATH}/demandes/${asked(box)}/accorder`)
    await book(nadia, { ...DAY, attendre: '1' })
    box.later(1_000)
    const ticket = `${sent.location.split('?')[0]}/${way}`
    await (way === 'rendre' ? zoe.post(ticket, {}) : zoe.send(ticket))
    const told = (await rosa.get('/')).text.match(/(Zoé a|C’est) annulé/g)
    assert.deepEqual(told, [way === 'rendre' ? 'Zoé a annulé' : 'C’est annulé'])
    assert.equal((await book(hugo, DAY)).status, 422, way)
    assert.equal((await book(nadia, DAY)).status, 303, way)
    assert.deepEqual(box.faults, [])
  }
})

test('what is out stays out without a name, once who has it is forgotten', async () => {
  const { box, paul, nadia, id, book, act, bookings, last } = await opened()
  const today = { startsOn: '2026-12-05', phone: '06 55 44 33 22', use: 'pour le toit' }
  await book(paul, { ...today, endsOn: '2026-12-06' })
  await act(box.keeper, last(), 'remettre', { stateOut: 'neuve, dit à Paul' })
  await paul.post('/moi/oublier', {})
  const [left] = bookings()
  assert.deepEqual([bookings().length, left?.['state']], [1, 'out'])
  assert.doesNotMatch(valuesIn(box), /Paul|55 44|toit|neuve/)
  assert.ok(!valuesIn(box).includes(paul.id))
  box.later(3 * 24 * 3_600_000)
  const again = await box.memberOf(nadia.id)
  assert.match((await book(again, DAY)).text, /Ce n’est pas rentré/)
  const keeper = await box.keeperAt('here')
  const page = (await keeper.get(`${PATH}/${id}`)).text
  assert.match(page, /on ne sait plus chez qui/)
  assert.doesNotMatch(page, /une autre borne/)
  await act(keeper, last(), 'rendre', { tout: '1' })
  assert.equal((await book(again, DAY)).status, 303)
  assert.deepEqual(box.faults, [])
})

test('a piece that did not come back is missing still, and what they owned goes', async () => {
  const { box, paul, id, book, act, bookings, last } = await opened({ pieces: ['lame', 'clé'] })
  await book(paul, { startsOn: '2026-12-05' })
  await act(box.keeper, last(), 'remettre', { tout: '1' })
  await act(box.keeper, last(), 'rendre', { piecesBack: ['lame'] })
  const { location } = await box.doneBy(paul, `${PATH}/nouveau`, { title: 'Échelle', kind: 'tool' })
  box.later(1_000)
  await paul.post(`${location.split('?')[0]}/preter`, { name: 'Zoé', endsOn: '2026-12-06' })
  await paul.post('/moi/oublier', {})
  assert.match((await box.keeper.get(`${PATH}/${id}`)).text, /Il manque Clé/)
  assert.deepEqual(
    bookings().map(row => row['thing']),
    [id],
  )
})

test('a keyed line that came back loses who is forgotten, and waits still', async () => {
  const { box, paul } = await opened()
  const { name, phone } = { name: 'paul', phone: '06 55 44 33 22' }
  const line = { 'mot.0': 'scie 12 34', 'nom.0': name, 'heure.0': '10 h' }
  await box.keeper.post(`${PATH}/reprise`, { ...line, 'tel.0': phone, 'etat.0': 'Paul y tient' })
  const lines = () => box.read.all('SELECT word, name, state FROM hand_line_home')
  assert.deepEqual(
    lines().map(row => row['name']),
    ['paul'],
  )
  await paul.post('/moi/oublier', {})
  assert.deepEqual(
    lines().map(row => ({ ...row })),
    [{ word: 'scie 12 34', name: null, state: null }],
  )
  assert.doesNotMatch(valuesIn(box), /paul|55 44/i)
})

/** Josette of Boën asked for a tiller of Sail, and Sail gave it. */
async function given() {
  const sail = await opened()
  const boen = testBox({ key: newBox() })
  boen.territory({ name: 'Boën' })
  boen.later(sail.box.now() - boen.now())
  recognise(sail.box.engine, boen.engine, ['Sail', 'Boën'])
  await carry(sail.box.engine, boen.engine, sail.box)
  const josette = await boen.member('Josette')
  await josette.post(`${PATH}/${sail.id}/reserver`, { ...DAY, use: 'pour le toit' })
  const toSail = () => carry(boen.engine, sail.box.engine, boen)
  await toSail()
  const request = asked(sail.box)
  await sail.box.doneBy(sail.box.keeper, `${PATH}/demandes/${request}/accorder`)
  await sail.book(sail.nadia, { ...DAY, attendre: '1' })
  return { sail, boen, josette, toSail }
}

test('who withdraws as the yes is on its way gives the days back', async () => {
  const { sail, boen, josette, toSail } = await given()
  await boen.doneBy(josette, `${PATH}/demandes/${asked(boen)}/retirer`)
  await carry(sail.box.engine, boen.engine, sail.box)
  const [own] = boen.read.all('SELECT state FROM booking_request_home')
  assert.equal(own?.['state'], 'withdrawn', 'the yes that comes after gives nothing')
  await toSail()
  assert.equal((await sail.book(sail.hugo, DAY)).status, 422)
  assert.equal((await sail.book(sail.nadia, DAY)).status, 303)
  assert.deepEqual(sail.box.faults, [])
})

test('who was given a thing of another box gives it back from theirs', async () => {
  const { sail, boen, josette, toSail } = await given()
  await carry(sail.box.engine, boen.engine, sail.box)
  const page = await josette.get(`${PATH}/${sail.id}`)
  assert.match(
    page.text,
    /accordé.*libre pour quelqu’un d’autre : .* 12 décembre.*Oui, rendre ces/s,
  )
  await josette.fill(page, `${PATH}/demandes/${asked(boen)}/retirer`)
  assert.doesNotMatch((await josette.get(`${PATH}/${sail.id}`)).text, /accordé/)
  await toSail()
  assert.equal((await sail.book(sail.hugo, DAY)).status, 422)
  assert.equal((await sail.book(sail.nadia, DAY)).status, 303)
  assert.deepEqual([...sail.box.faults, ...boen.faults], [])
})

test('who is forgotten at their box is so at that of the thing; what is out stays out', async () => {
  for (const isOut of [false, true]) {
    const { sail, josette, toSail } = await given()
    if (isOut) await sail.act(sail.box.keeper, sail.last(), 'remettre', { tout: '1' })
    await josette.post('/moi/oublier', {})
    await toSail()
    assert.doesNotMatch(valuesIn(sail.box), /Josette|toit/)
    assert.equal(sail.bookings()[0]?.['state'], isOut ? 'out' : undefined)
    assert.equal((await sail.book(sail.hugo, DAY)).status, 422)
    assert.equal((await sail.book(sail.nadia, DAY)).status, isOut ? 422 : 303)
    assert.deepEqual(sail.box.faults, [])
  }
})
