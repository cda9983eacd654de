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

/** Paul has the Saturday; Zoé, who has no card, waits for it by a ticket; then Hugo does. */
async function waited(fields: object = {}) {
  const box = testBox()
  box.territory({ reach: '04 77 00 00 00' })
  const saw = box.bring('thing', { title: 'Scie', kind: 'tool', unit: 'day', ...fields })
  const at = `${PATH}/${saw}`
  const day = { startsOn: '2026-12-12' }
  const [paul, hugo] = [await box.member('Paul'), await box.member('Hugo')]
  const zoe = box.visitor()
  await box.doneBy(paul, `${at}/reserver`, day)
  const waits = { ...day, name: 'Zoé', phone: '06 12 34 56 78', attendre: '1' }
  const ticket = await box.leadsTo(zoe, `${at}/reserver`, waits)
  box.later(1000)
  await box.doneBy(hugo, `${at}/reserver`, { ...day, attendre: '1' })
  const [row] = box.read.all('SELECT id FROM booking')
  const cancelled = () => box.doneBy(paul, `${PATH}/reservations/${row?.['id']}/annuler`)
  const take = () => zoe.post(`${ticket}/prendre`, { from: ticket })
  const asked = () =>
    String(box.read.all("SELECT id FROM booking_request_home WHERE name = 'Zoé'")[0]?.['id'])
  return { ...box, ...{ saw, at, day, paul, hugo, zoe, ticket, cancelled, take, asked } }
}

test('what is kept for who waited is taken by the ticket, and given by who is in charge', async () => {
  using box = await waited()
  assert.doesNotMatch((await box.zoe.get(box.ticket)).text, /Je le prends/)
  await box.cancelled()
  const page = await box.zoe.get(box.ticket)
  assert.match(page.text, /gardé pour vous jusqu’à dimanche 6 décembre au soir\. .*Je le prends/s)
  assert.equal((await box.take()).status, 303)
  const told = (await box.zoe.get(box.ticket)).text
  assert.match(told, /C’est demandé, et gardé pour vous jusqu’à dimanche 6 .*Rien n’est réservé/)
  assert.doesNotMatch(told, /Je le prends/)
  // It is still their turn: nobody else has it before the answer.
  assert.match((await box.paul.post(`${box.at}/reserver`, box.day)).text, /l’attendait/)
  assert.match((await box.hugo.post(`${box.at}/reserver`, box.day)).text, /l’attendait/)
  assert.match((await box.hugo.get(box.at)).text, /2e|deuxième|seconde/)
  for (const at of ['/', box.at, '/chercher?q=scie+12+decembre'])
    assert.doesNotMatch((await box.visitor().get(at)).text, /Zoé/, at)
  assert.match((await box.keeper.get('/')).text, /Zoé \(sans carte\) demande : Scie/)
  assert.match((await box.keeper.get(box.at)).text, /Zoé le demande : samedi 12/)
  await box.doneBy(box.keeper, `${PATH}/demandes/${box.asked()}/accorder`)
  assert.match((await box.zoe.get(box.ticket)).text, /Scie : c’est à vous, samedi 12/)
})

test('what can not be taken by the ticket says why, and loses nothing', async () => {
  using box = await waited()
  const said = async (): Promise<string> => {
    const answer = await box.take()
    assert.equal(answer.status, 422)
    return answer.text
  }
  assert.match(await said(), /C’est pris\. La prochaine fois : dimanche 13/, 'nobody freed it')
  await box.cancelled()
  box.bringAll({ type: 'thing', id: box.saw, fields: { condition: 'repair' } })
  assert.match(await said(), /réparer/)
  box.bringAll({ type: 'thing', id: box.saw, fields: { condition: null } })
  const other = box.bring('booking', { thing: box.saw, ...box.day, state: 'closed' })
  assert.match(await said(), /gardé fermé|fermé/)
  await box.doneBy(box.keeper, `${PATH}/reservations/${other}/annuler`)
  assert.equal((await box.take()).status, 303)
  assert.match(await said(), /Vous l’avez déjà demandé : samedi 12/)
  assert.doesNotMatch(await said(), /<details class="no-print" open/)
})

test('once its turn is over, what was freed is not taken by the ticket of the first', async () => {
  using box = await waited()
  await box.cancelled()
  box.later(2 * 24 * 3_600_000)
  const answer = await box.take()
  assert.equal(answer.status, 422)
  assert.match(answer.text, /l’attendait/)
  const hugo = await box.memberOf(box.hugo.id)
  assert.equal((await hugo.post(`${box.at}/reserver`, box.day)).status, 303)
})

test('a no to who took it is the turn of the next', async () => {
  using box = await waited()
  await box.cancelled()
  await box.take()
  await box.doneBy(box.keeper, `${PATH}/demandes/${box.asked()}/refuser`, { answer: 'trop tard' })
  assert.match((await box.hugo.get(box.at)).text, /gardé pour vous/)
  assert.match((await box.paul.post(`${box.at}/reserver`, box.day)).text, /l’attendait/)
  box.later(2 * 24 * 3_600_000)
  const paul = await box.memberOf(box.paul.id)
  assert.match((await paul.post(`${box.at}/reserver`, box.day)).text, /l’attendait/)
})

test('who asks for other days instead leaves the turn that they took', async () => {
  using box = await waited()
  await box.cancelled()
  await box.take()
  await box.doneBy(box.zoe, `${box.ticket}/autre-jour`, days('2026-12-16'))
  assert.match((await box.zoe.get(box.ticket)).text, /mercredi 16 décembre C’est demandé\./)
  assert.match((await box.hugo.get(box.at)).text, /gardé pour vous/)
})

test('who is in charge reads for whom a thing is kept, and until when; nobody else does', async () => {
  const sylvie = { who: 'Sylvie' }
  using box = await waited(sylvie)
  const owner = await box.member('Sylvie')
  box.bringAll({ type: 'charge', fields: { person: owner.id, over: box.saw, since: '2026-01-01' } })
  const said =
    /Scie, samedi 12 décembre : gardé jusqu’à dimanche 6 décembre au soir pour Zoé \(sans carte\)/
  const listed = ['/', `${PATH}/semaine`]
  for (const page of listed) assert.doesNotMatch((await owner.get(page)).text, said, page)
  await box.cancelled()
  for (const who of [owner, box.keeper]) {
    for (const page of listed) assert.match((await who.get(page)).text, said, page)
    const kept = (await who.get(box.at)).text
    assert.match(kept, /Zoé attend.{0,40}samedi 12.*C’est libre, et gardé jusqu’à dimanche 6/)
  }
  for (const who of [box.hugo, box.paul, box.visitor()])
    for (const page of [...listed, box.at])
      assert.doesNotMatch((await who.get(page)).text, /Zoé/, page)
  const heard = (await (await box.memberOf(owner.id, 'wifi')).get('/')).text
  assert.match(heard, /une chose est gardée pour qui attendait/)
  assert.doesNotMatch(heard, /Zoé|gardé jusqu’à/)
  // Then it is asked; and the day after tomorrow it is the turn of the next one.
  await box.take()
  assert.doesNotMatch((await owner.get('/')).text, said)
  assert.match((await owner.get('/')).text, /Zoé \(sans carte\) demande : Scie/)
  box.later(2 * 24 * 3_600_000)
  const later = await box.memberOf(owner.id)
  assert.match((await later.get('/')).text, /Scie.* : gardé jusqu’à .* pour Hugo, qui attendait/)
})
