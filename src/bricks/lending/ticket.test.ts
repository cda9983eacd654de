import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** What who has no card reads and does by the ticket, once days are cancelled, taken or kept. */

const days = (startsOn: string) => ({ startsOn, endsOn: startsOn })
/** A saw, and Zoé, who has no card and asked for a Saturday. */
async function opened(fields: object = {}) {
  const box = testBox()
  box.territory({ reach: '04 77 00 00 00' })
  const saw = box.bring('thing', { title: 'Scie', kind: 'tool', unit: 'day', ...fields })
  const at = `${PATH}/${saw}`
  const zoe = box.visitor()
  const asks = { startsOn: '2026-12-12', name: 'Zoé', phone: '06 12 34 56 78' }
  const ticket = await box.leadsTo(zoe, `${at}/reserver`, asks)
  const last = (table: string): string =>
    String(box.read.all(`SELECT id FROM ${table} ORDER BY id DESC LIMIT 1`)[0]?.['id'])
  const give = () =>
    box.doneBy(box.keeper, `${PATH}/demandes/${last('booking_request_home')}/accorder`)
  const told = async (): Promise<string> => (await zoe.get(ticket)).text
  const cancelled = () =>
    box.doneBy(box.keeper, `${PATH}/reservations/${last('booking')}/annuler`, {
      calledOff: 'foire',
    })
  const other = (day: string) => box.doneBy(zoe, `${ticket}/autre-jour`, days(day))
  const all = { saw, at, zoe, ticket, give, told, cancelled, other }
  return { ...box, ...all }
}
const countOf = (box: TestBox, table: string): number =>
  box.read.all(`SELECT id FROM ${table}`).length

test('days asked by the ticket are given though the first ones were cancelled meanwhile', async () => {
  using box = await opened()
  await box.give()
  await box.other('2026-12-15')
  assert.match(await box.told(), /Les jours accordés restent à vous jusqu’à la réponse/)
  await box.cancelled()
  const told = await box.told()
  assert.match(
    told,
    /demandez à la place : mardi 15 décembre\. Rien n’est réservé avant la réponse/,
  )
  assert.doesNotMatch(told, /jours accordés restent/)
  const seen = (await box.keeper.get(box.at)).text
  assert.match(seen, /Zoé le demande : mardi 15/)
  assert.doesNotMatch(seen, /place de ce qui est accordé/)
  await box.give()
  assert.match(await box.told(), /Scie : c’est à vous, mardi 15 décembre.*Votre mot : scie/s)
  assert.match((await box.keeper.get(`${box.at}?startsOn=2026-12-15`)).text, /C’est pris/)
  // All of it is erased by the ticket: the booking that was cancelled too.
  await box.zoe.send(`${box.ticket}/reprendre`)
  assert.doesNotMatch(JSON.stringify(box.read.all('SELECT * FROM booking_home')), /Zoé/)
  assert.match((await box.keeper.get(`${box.at}?startsOn=2026-12-15`)).text, /c’est libre/)
})

test('the ticket says its one word for the thing, and what its own code is for', async () => {
  using box = await opened()
  await box.give()
  await box.cancelled()
  await box.other('2026-12-15')
  await box.give()
  const told = await box.told()
  assert.equal(told.match(/Votre mot : /g)?.length, 1)
  const [kept] = box.read.all(
    "SELECT word FROM booking_home JOIN booking USING (id) WHERE booking.state = 'booked'",
  )
  const word = String(kept?.['word']).replaceAll('\u00a0', ' ')
  assert.ok(told.includes(`Votre mot : ${word}. Il suffit de le dire en venant`), told)
  assert.match(told, /Pour retrouver ce billet, à dire ou à taper dans « Mon billet »/)
})

test('what nobody answered, or was refused, is asked by the ticket for other days', async () => {
  using box = await opened()
  await box.other('2026-12-16')
  assert.equal(countOf(box, 'booking_request_home'), 1, 'the request has other days')
  assert.match(await box.told(), /Scie mercredi 16 décembre C’est demandé/)
  const [asked] = box.read.all('SELECT id FROM booking_request_home')
  await box.doneBy(box.keeper, `${PATH}/demandes/${asked?.['id']}/refuser`, { answer: 'foire' })
  await box.other('2026-12-17')
  assert.match(await box.told(), /pas cette fois.*foire.*à la place : jeudi 17 décembre\. Rien/s)
  await box.give()
  assert.match(await box.told(), /Scie : c’est à vous, jeudi 17 décembre/)
})

test('who is in charge reads that days are given back by a ticket, until they read it', async () => {
  using box = await opened()
  const nadia = await box.member('Nadia')
  box.bring('charge', { person: nadia.id, over: box.saw, since: '2026-01-01' }, 'home')
  await box.give()
  await box.other('2026-12-15')
  await box.give()
  await box.doneBy(box.zoe, `${box.ticket}/rendre`)
  const said = /Zoé a annulé : Scie, mardi 15 décembre/
  const page = await nadia.get('/')
  assert.match(page.text, said)
  const href = /<a href="([^"]+)">[^<]*Zoé a annulé/.exec(page.body)?.[1]?.replaceAll('&amp;', '&')
  const led = await nadia.get((href ?? '').split('#')[0]!)
  assert.match(led.text, /c’est libre/)
  await nadia.fill(await nadia.get('/'), '/moi/nouvelles/vues')
  assert.doesNotMatch((await nadia.get('/')).text, said)
  assert.deepEqual(box.faults, [])
})
