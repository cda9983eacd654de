import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** A box where a room to book is a place of the directory; its clock is on Saturday 5 December. */
function opened(): TestBox & Readonly<{ place: string; room: string; at: string }> {
  const box = testBox()
  box.territory()
  const place = box.bring('place', { name: 'Le local', commune: '42195' })
  const room = box.bring('thing', { title: 'Le local', kind: 'place', unit: 'hour', place })
  return { ...box, place, room, at: `${PATH}/${room}` }
}
const CAFE = { title: 'Café de réparation', startsOn: '2026-12-12', startsAt: '14:00' }

test('what the agenda announces at a place takes its room, on pages and in each booking', async () => {
  using box = opened()
  box.bring('event', { ...CAFE, endsAt: '17:00', place: box.place })
  const reader = box.visitor()
  const asked = (hours: string) => reader.get(`${box.at}?startsOn=2026-12-12&${hours}`)
  assert.match((await asked('startsAt=15h&endsAt=16h')).text, /l’agenda y annonce « Café de rép/)
  assert.match((await asked('startsAt=17h&endsAt=18h')).text, /de 17 h à 18 h : c’est libre/)
  assert.match((await asked('')).text, /pris de 14 h à 17 h. Le reste du jour est libre/)
  const week = (await reader.get(`${box.at}/semaine?jour=2026-12-12`)).text
  assert.match(week, /samedi 12 décembre pris de 14 h à 17 h Café de réparation ?, de 14 h à 17 h/)
  const query = { jour: '2026-12-12' }
  const door = JSON.stringify(box.paper('preter-porte', box.room, { by: 'visitor', query }))
  assert.match(door, /ouvert à tous de 14.h à 17.h, Café de réparation/)
  const times = { startsOn: '2026-12-12', startsAt: '16:00', endsAt: '18:00' }
  const refused = await box.keeper.post(`${box.at}/reserver`, { ...times, name: 'Nadia' })
  assert.match(refused.text, /l’agenda y annonce « Café de réparation »/)
  assert.equal(box.read.all('SELECT id FROM booking').length, 0)
})

test('a date that is cancelled, moved or held elsewhere gives the room back', async () => {
  using box = opened()
  const weekly = { ...CAFE, title: 'Le local ouvre', recurs: 'FREQ=WEEKLY', endsAt: '17:00' }
  const event = box.bring('event', { ...weekly, place: box.place })
  const isTaken = async (day: string): Promise<boolean> =>
    /l’agenda y annonce/.test(
      (await box.visitor().get(`${box.at}?startsOn=${day}&startsAt=15h&endsAt=16h`)).text,
    )
  const days = ['2026-12-12', '2026-12-19', '2026-12-26', '2027-01-02']
  const taken = async () => Promise.all(days.map(isTaken))
  assert.deepEqual(await taken(), [true, true, true, true])
  box.bring('event-date', { event, day: days[0]!, fate: 'off' })
  box.bring('event-date', { event, day: days[1]!, fate: 'moved', on: '2026-12-20' })
  box.bring('event-date', { event, day: days[2]!, fate: 'moved', where: 'au bar' })
  assert.deepEqual(await taken(), [false, false, false, true])
  assert.equal(await isTaken('2026-12-20'), true)
})

test('a room that is no place of the directory, and an event elsewhere, have nothing to share', async () => {
  using box = opened()
  const barn = box.bring('thing', { title: 'Grange', kind: 'place', unit: 'hour' })
  const other = box.bring('place', { name: 'Salle des fêtes', commune: '42195' })
  box.bring('event', { ...CAFE, place: other })
  for (const id of [barn, box.room])
    assert.match(
      (await box.visitor().get(`${PATH}/${id}?startsOn=2026-12-12`)).text,
      /Samedi 12 décembre : c’est libre/,
    )
})

test('who closes a booked room reads what is in the way, and one form tells and closes', async () => {
  using box = opened()
  const kept = { ...CAFE, endsAt: '17:00' }
  await box.keeper.post(`${box.at}/reserver`, { ...kept, name: 'Nadia' })
  const works = { startsOn: '2026-12-10', endsOn: '2027-01-10', why: 'peinture' }
  const page = await box.keeper.get(box.at)
  const asks = await box.keeper.fill(page, `${box.at}/fermer`, works)
  assert.match(asks.text, /Une réservation est prise ces jours-là : Nadia, samedi 12 décembre/)
  assert.match(asks.text, /Fermer, et prévenir/)
  assert.match(asks.body, /name="calledOff"[^>]*value="peinture"|value="peinture"[^>]*calledOff/)
  await box.keeper.fill(asks, `${box.at}/fermer`, { calledOff: 'peinture' })
  const states = box.read.all('SELECT state FROM booking ORDER BY state').map(row => row['state'])
  assert.deepEqual(states, ['cancelled', 'closed'])
  const [closed] = box.read.all("SELECT startsOn, endsOn FROM booking WHERE state = 'closed'")
  assert.deepEqual({ ...closed }, { startsOn: '2026-12-10', endsOn: '2027-01-10' })
})

test('a room that is not lent on public holidays is closed at Christmas', async () => {
  using box = opened()
  const hours = 'tous les jours de 8h à 20h, pas les jours fériés'
  await box.keeper.send(`${box.at}/regler`, { hours })
  const kept = box.read.all('SELECT hours FROM thing WHERE id = ?', box.room)
  assert.deepEqual(
    kept.map(row => row['hours']),
    ['Mo-Su 08:00-20:00; PH off'],
  )
  const christmas = await box.visitor().get(`${box.at}?startsOn=2026-12-25`)
  assert.match(christmas.text, /C’est fermé vendredi 25 décembre/)
})

test('who closes reads at once all that is in the way, with a link to each, and who asks', async () => {
  using box = opened()
  const paul = await box.member('Paul')
  const kept = { ...CAFE, endsAt: '17:00' }
  await box.doneBy(paul, `${box.at}/reserver`, kept)
  box.later(1_000)
  const monday = { ...CAFE, startsOn: '2026-12-14' }
  await box.doneBy(box.keeper, `${box.at}/fermer`, { startsOn: '2026-12-15' })
  box.bring('event', { ...monday, title: 'Veillée', endsAt: '20:00', place: box.place })
  const asks = { thing: box.room, name: 'Zoé', state: 'asked', startsOn: '2026-12-16' }
  box.bring('booking-request', asks, 'home')
  const works = { acte: 'fermer', startsOn: '2026-12-10', endsOn: '2026-12-20', from: box.at }
  box.later(1_000)
  const no = await box.keeper.post(`${box.at}/fermer`, works)
  assert.equal(no.status, 422)
  assert.match(no.text, /pris, 3 fois : Paul, samedi 12 décembre, .*Veillée », lundi 14.*mardi 15/)
  assert.match(no.text, /Une demande attend pour mercredi 16 décembre.* \(Zoé\) : répondez-lui/)
  assert.match(no.body, /<li><a href="\/agenda\/[^"]*">[^<]*À l’agenda/)
  assert.match(no.body, /<li><a href="\/preter\/reservations\/\w+">[^<]*(?:<[^>]*>)*Paul/)
  box.later(1_000)
  const one = { startsOn: '2026-12-16' }
  const done = await box.doneBy(box.keeper, `${box.at}/fermer`, one)
  const told = (await box.keeper.get(done.location)).text
  assert.match(told, /Gardé fermé.*Une demande attend pour mercredi 16 décembre.*répondez-lui/)
})
