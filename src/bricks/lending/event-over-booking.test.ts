import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** The agenda announces an event in a room, at a time that somebody booked before. */

type Fields = Readonly<Record<string, string>>
type Held = TestBox &
  Readonly<{ place: string; room: string; at: string; nadia: Member; paul: Member; rosa: Member }>

/** A room that is a place of the directory; Rosa is in charge of it, Nadia books it. */
async function opened(): Promise<Held> {
  const box = testBox()
  box.territory()
  const place = box.bring('place', { name: 'Le local', commune: '42195' })
  const made = { title: 'Le local', kind: 'place', unit: 'hour', who: 'Anaïs', reach: 'au bar' }
  const room = box.bring('thing', { ...made, place })
  const [nadia, paul, rosa] = await Promise.all([
    box.member('Nadia'),
    box.member('Paul'),
    box.member('Rosa'),
  ])
  box.bring('charge', { person: rosa.id, over: room, since: '2026-01-01' }, 'home')
  return { ...box, place, room, at: `${PATH}/${room}`, nadia, paul, rosa }
}
const TIMES = { startsOn: '2026-12-12', startsAt: '15:00', endsAt: '16:00' }
const CAFE = { title: 'Café de réparation', startsOn: '2026-12-12', startsAt: '14:00' }
/** Books the room; the path of the booking. */
async function booked(box: Held, who: Member, times: Fields = TIMES): Promise<string> {
  await box.doneBy(who, `${box.at}/reserver`, times)
  const [row] = box.read.all('SELECT id FROM booking ORDER BY id DESC LIMIT 1')
  return `${PATH}/reservations/${String(row?.['id'])}`
}
const announced = ({ bring, place }: Held, more: object = {}): string =>
  bring('event', { ...CAFE, endsAt: '17:00', place, ...more })

const FIRST = /le local : l’agenda annonce « Café de réparation » sur une réservation/i
const NEWS = /l’agenda annonce « Café de réparation » pendant votre réservation/
const ON_EVENT = /Le local : c’est déjà réservé, samedi 12 décembre, de 15 h à 16 h/
const ON_BOOKING = /À l’agenda, au même moment : Café de réparation ?, samedi 12 décembre/

/** Where it is told: first page and room of Rosa, first page and booking of Nadia. */
async function toldTo({ rosa, nadia, at, visitor }: Held, booking: string, event: string) {
  const read = async (who: Pick<Member, 'get'>, path: string, said: RegExp): Promise<boolean> =>
    said.test((await who.get(path)).text)
  return {
    keeper: await read(rosa, '/', FIRST),
    room: await read(rosa, at, /Nadia, et à l’agenda « Café de réparation »/),
    booker: await read(nadia, '/', NEWS),
    booking: await read(nadia, booking, ON_BOOKING),
    event: await read(visitor(), `/agenda/${event}`, /c’est déjà réservé/),
  }
}
const ALL = { keeper: true, room: true, booker: true, booking: true, event: true }
const NONE = { keeper: false, room: false, booker: false, booking: false, event: false }

test('an event over a booking is told to who is in charge, to who booked, and on its page', async () => {
  using box = await opened()
  const booking = await booked(box, box.nadia)
  const event = announced(box)
  assert.deepEqual(await toldTo(box, booking, event), ALL)
  assert.match((await box.keeper.get('/')).text, FIRST)
  // A stranger reads when it is booked and whom to ask, and nobody’s name.
  for (const who of [box.visitor(), box.paul]) {
    const { text } = await who.get(`/agenda/${event}`)
    assert.match(text, ON_EVENT)
    assert.match(text, /À qui demander : Anaïs · au bar/)
    assert.doesNotMatch(text, /Nadia/)
    const [week = ''] =
      /[^"]*\/semaine\?jour=2026-12-12/.exec((await who.get(`/agenda/${event}`)).body) ?? []
    assert.match((await who.get(week)).text, /samedi 12 décembre pris/)
    assert.doesNotMatch((await who.get('/')).text, /sur une réservation|votre réservation/)
    assert.equal((await who.get(booking)).status, who === box.paul ? 404 : 403)
  }
  // Who booked finds their own booking from there; nobody else does.
  assert.match((await box.nadia.get(`/agenda/${event}`)).body, new RegExp(`href="${booking}"`))
  assert.match((await box.nadia.get(booking)).body, /moment\u00a0:<\/b> <a href="\/agenda\//)
  assert.doesNotMatch((await box.paul.get(`/agenda/${event}`)).body, new RegExp(booking))
  assert.deepEqual(box.faults, [])
})

test('an event at another hour, at another place, or of another day is over no booking', async () => {
  using box = await opened()
  const booking = await booked(box, box.nadia)
  const place = box.bring('place', { name: 'Salle des fêtes', commune: '42195' })
  for (const other of [{ startsAt: '16:00' }, { place }, { startsOn: '2026-12-19' }])
    assert.deepEqual(await toldTo(box, booking, announced(box, other)), NONE)
})

test('who is in charge says that it is settled, and nobody is asked again', async () => {
  using box = await opened()
  const booking = await booked(box, box.nadia)
  const event = announced(box)
  await box.rosa.fill(await box.rosa.get(box.at), `${booking}/arranger`, { avec: event })
  assert.deepEqual(await toldTo(box, booking, event), NONE)
  // It is a note of this box: the booking stands, and no other box reads what was settled.
  const [row] = box.read.all('SELECT * FROM booking')
  assert.equal(row?.['state'], 'booked')
  assert.ok(!JSON.stringify(row).includes(event))
  const other = announced(box, { title: 'Bal' })
  assert.match((await box.nadia.get(booking)).text, /au même moment : Bal/)
  assert.match((await box.visitor().get(`/agenda/${other}`)).text, /c’est déjà réservé/)
})

test('who booked says that their booking and the event are one thing', async () => {
  using box = await opened()
  const booking = await booked(box, box.nadia)
  const event = announced(box)
  await box.nadia.fill(await box.nadia.get(booking), `${booking}/arranger`, { avec: event })
  assert.deepEqual(await toldTo(box, booking, event), NONE)
  assert.deepEqual(box.faults, [])
})

test('nobody else settles it, and nothing else is settled by who booked', async () => {
  using box = await opened()
  const booking = await booked(box, box.nadia)
  const event = announced(box)
  const elsewhere = announced(box, { title: 'Loto', startsOn: '2026-12-19' })
  const twice = box.bring('booking', { thing: box.room, ...TIMES, state: 'booked' })
  const settle = async (who: Pick<Member, 'post'>, avec: string): Promise<number> => {
    box.later(1_000)
    return (await who.post(`${booking}/arranger`, { avec })).status
  }
  for (const who of [box.visitor(), box.paul]) assert.notEqual(await settle(who, event), 303)
  for (const avec of [elsewhere, twice, box.room, ''])
    assert.equal(await settle(box.nadia, avec), 422, avec)
  assert.equal(await settle(box.rosa, elsewhere), 422)
  const [home] = box.read.all('SELECT "settledWith" FROM booking_home')
  assert.equal(home?.['settledWith'], null)
  assert.equal((await toldTo(box, booking, event)).booker, true)
})

test('a date of a weekly event is told however far ahead the booking is', async () => {
  using box = await opened()
  const times = { startsOn: '2027-11-27', startsAt: '15:00', endsAt: '16:00' }
  const near = await booked(box, box.nadia, { ...times, startsOn: '2026-12-07' })
  const far = await booked(box, box.nadia, times)
  const event = announced(box, { recurs: 'FREQ=WEEKLY' })
  const { text } = await box.visitor().get(`/agenda/${event}`)
  assert.match(text, /c’est déjà réservé, samedi 27 novembre 2027, de 15 h à 16 h/)
  assert.match((await box.nadia.get(far)).text, /au même moment : Café de réparation ?, samedi 27/)
  assert.doesNotMatch((await box.nadia.get(near)).text, /au même moment/)
  assert.match((await box.rosa.get(box.at)).text, /« Café de réparation », samedi 27 novembre/)
  assert.match((await box.rosa.get('/')).text, FIRST)
})

test('what is cancelled on either side is told no more', async () => {
  using box = await opened()
  const booking = await booked(box, box.nadia)
  const event = announced(box)
  const change = box.bring('event-date', { event, day: CAFE.startsOn, fate: 'off' })
  assert.deepEqual(await toldTo(box, booking, event), NONE)
  box.bringAll({ type: 'event-date', id: change, fields: { removed: true } })
  assert.deepEqual(await toldTo(box, booking, event), ALL)
  await box.doneBy(box.nadia, `${booking}/annuler`)
  assert.deepEqual(await toldTo(box, booking, event), NONE)
})

test('who booked without a card reads it on the ticket', async () => {
  using box = await opened()
  const zoe = box.visitor()
  const asks = { ...TIMES, name: 'Zoé', phone: '06 12 34 56 78', use: 'goûter' }
  const sent = await zoe.fill(await zoe.get(box.at), `${box.at}/reserver`, asks)
  const ticket = sent.location.split('?')[0]!
  const [asked] = box.read.all('SELECT id FROM booking_request_home')
  await box.doneBy(box.keeper, `${PATH}/demandes/${String(asked?.['id'])}/accorder`)
  assert.doesNotMatch((await zoe.get(ticket)).text, /À l’agenda/)
  const event = announced(box)
  const { text } = await zoe.get(ticket)
  assert.match(text, ON_BOOKING)
  assert.match(text, /À qui demander : Anaïs · au bar/)
  const settle = { avec: event }
  assert.equal((await box.visitor().post(`${ticket}x/arranger`, settle)).status, 404)
  assert.equal((await zoe.post(`${ticket}/arranger`, { avec: box.room })).status, 422)
  assert.match((await zoe.get(ticket)).text, ON_BOOKING)
  const heard = (await box.visitor('wifi').get(`/agenda/${event}`)).text
  assert.match(heard, ON_EVENT)
  assert.doesNotMatch(heard, /Zoé|goûter/)
  await zoe.fill(await zoe.get(ticket), `${ticket}/arranger`, settle)
  assert.doesNotMatch((await zoe.get(ticket)).text, /À l’agenda/)
  assert.doesNotMatch((await box.rosa.get('/')).text, FIRST)
  assert.deepEqual(box.faults, [])
})

test('who comes to a room whose event is settled is let in without a question', async () => {
  using box = await opened()
  const times = { startsOn: '2026-12-05', startsAt: '15:00', endsAt: '16:00' }
  const booking = await booked(box, box.nadia, times)
  const event = announced(box, { startsOn: '2026-12-05' })
  const come = () => box.keeper.post(`${booking}/remettre`, { tout: '1' })
  assert.match((await come()).text, /l’agenda y annonce « Café de réparation »/)
  await box.doneBy(box.nadia, `${booking}/arranger`, { avec: event })
  assert.equal((await come()).status, 303)
  assert.match((await box.keeper.get(box.at)).text, /Le local : Nadia, arrivés\./)
})

test('who says that an event is theirs books the room for all of it, and no other date', async () => {
  using box = await opened()
  const booking = await booked(box, box.nadia)
  const event = announced(box, { recurs: 'FREQ=WEEKLY' })
  const whole = { ...TIMES, startsAt: '14:00', endsAt: '17:00' }
  const move = (times: Fields) => box.nadia.post(`${booking}/deplacer`, times)
  assert.match((await move(whole)).text, /l’agenda y annonce « Café de réparation »/)
  await box.doneBy(box.nadia, `${booking}/arranger`, { avec: event })
  assert.match((await move({ ...whole, startsOn: '2026-12-19' })).text, /l’agenda y annonce/)
  assert.equal((await move(whole)).status, 303)
})

test('a series and a weekly event are one line, and settled in one act', async () => {
  using box = await opened()
  const weekly = { ...TIMES, recurs: 'tous les samedis, jusqu’au 30 janvier 2027', sur: '1' }
  await box.doneBy(box.nadia, `${box.at}/plusieurs-fois`, weekly)
  const bookings = box.read.all('SELECT id FROM booking ORDER BY startsOn')
  assert.equal(bookings.length, 8)
  const event = announced(box, { recurs: 'FREQ=WEEKLY' })
  const lines = async (who: Member, path: string, said: RegExp): Promise<number> =>
    (await who.get(path)).text.match(new RegExp(said, 'g'))?.length ?? 0
  const room = /Nadia, et à l’agenda « Café de réparation »/
  assert.equal(await lines(box.nadia, '/', NEWS), 1)
  assert.equal(await lines(box.rosa, box.at, room), 1)
  assert.match(
    (await box.rosa.get(box.at)).text,
    /samedi 19 décembre, de 14 h à 17 h,.*et 5 autres dates : appelez/,
  )
  const last = `${PATH}/reservations/${String(bookings.at(-1)?.['id'])}`
  assert.match((await box.nadia.get(last)).text, /au même moment : Café de réparation/)
  await box.doneBy(box.nadia, `${last}/arranger`, { avec: event })
  assert.deepEqual(await toldTo(box, last, event), NONE)
})
