import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { Kept } from '../../core/kept.ts'
import { pattern } from '../../core/pattern.ts'
import { PATH } from './model/records-thing.ts'

const MINUTE = 60_000
const MEGABYTES = 1024 * 1024

/** A box with a saw, on a Saturday at noon; with a page kept until something of it is written. */
function opened(
  fields: object = {},
  kept = new Kept(8 * MEGABYTES),
): TestBox & Readonly<{ saw: string; at: string; laterBy: (minutes: number) => void }> {
  const box = testBox({ kept })
  box.territory({ reach: '04 77 00 00 00' })
  const all = { title: 'Scie', kind: 'tool', unit: 'hour', ...fields }
  const saw = box.bring('thing', all)
  const tick = () => kept.tick(box.now(), () => box.today(box.now()))
  tick()
  const laterBy = (minutes: number): void => {
    box.later(minutes * MINUTE)
    tick()
  }
  return { ...box, saw, at: `${PATH}/${saw}`, laterBy }
}
const out = (box: ReturnType<typeof opened>, member: string | null, more: object = {}): string => {
  const times = { startsOn: '2026-12-05', startsAt: '08:00', endsAt: '12:05' }
  return box.bring('booking', { thing: box.saw, ...times, state: 'out', member, ...more })
}

test('at the minute it is late, its borrower reads when it was awaited, by whom, and whom to tell', async () => {
  using box = opened({ who: 'Sylvie', reach: '06 12 34 56 78' })
  const [paul, nadia] = [await box.member('Paul'), await box.member('Nadia')]
  const booking = out(box, paul.id)
  const monday = { thing: box.saw, startsOn: '2026-12-07', state: 'booked', member: nadia.id }
  const next = box.bring('booking', { ...monday, name: 'Nadia', named: true })
  const pages = ['/', '/moi', `${PATH}/mien`, `${PATH}/reservations/${booking}`]
  for (const page of pages) assert.doesNotMatch((await paul.get(page)).text, /attendait/, page)
  box.laterBy(5)
  const said = pattern()`
    Scie : on l’attendait aujourd’hui à 12 h 05, Nadia l’attend lundi[ ]
    ; à rapporter à Sylvie \(06 12 34 56 78\)
  `
  for (const page of pages) assert.match((await paul.get(page)).text, said, page)
  box.bringAll({ type: 'booking', id: next, fields: { named: false }, space: 'home' })
  for (const page of pages) {
    const { text } = await paul.get(page)
    assert.match(text, /quelqu’un l’attend lundi/, page)
    assert.doesNotMatch(text, /Nadia/, page)
  }
})

test('where nobody is named in charge, the late borrower reads the keeper and their telephone', async () => {
  using box = opened()
  const paul = await box.member('Paul')
  out(box, paul.id)
  box.laterBy(5)
  const said = /attendait aujourd’hui à 12 h 05 ; à rapporter, ou voyez avec Anaïs, 04 77 00 00 00/
  assert.match((await paul.get('/')).text, said)
  const heard = await box.memberOf(paul.id, 'wifi')
  assert.doesNotMatch((await heard.get('/')).text, /attendait|04 77/, 'anybody near may read http')
})

test('who is late by the day reads it as the next day begins, whatever page is kept', async () => {
  using box = opened({ unit: 'day' })
  const paul = await box.member('Paul')
  const day = { startsOn: '2026-12-05', state: 'out', member: paul.id }
  box.bring('booking', { thing: box.saw, ...day })
  assert.match((await paul.get('/')).text, /à rapporter au plus tard/)
  box.laterBy(13 * 60 + 1)
  const late = await box.memberOf(paul.id)
  assert.match((await late.get('/')).text, /on l’attendait hier au soir ; à rapporter/)
})

test('the one in charge reads at that minute what is late, and who waits for it next', async () => {
  using box = opened()
  const [paul, lea] = [await box.member('Paul'), await box.member('Léa')]
  box.bring('charge', { person: lea.id, over: box.saw, since: '2026-01-01' }, 'home')
  const booked = out(box, null)
  box.bringAll({ type: 'booking', id: booked, fields: { name: 'Paul' }, space: 'home' })
  const zoe = { name: 'Zoé', state: 'waiting', thing: box.saw, startsOn: '2026-12-07' }
  box.bring('booking-request', zoe, 'home')
  for (const who of [lea, box.keeper])
    assert.doesNotMatch((await who.get('/')).text, /n’a pas rendu/)
  box.laterBy(5)
  for (const who of [lea, box.keeper])
    assert.match((await who.get('/')).text, /Paul n’a pas rendu : Scie, Zoé l’attend/)
  const sunday = { thing: box.saw, startsOn: '2026-12-06', state: 'booked' }
  box.bring('booking', sunday)
  assert.match((await lea.get('/')).text, /n’a pas rendu : Scie, quelqu’un l’attend/)
  assert.doesNotMatch((await paul.get('/')).text, /n’a pas rendu/)
})

test('who fetches it next reads at that minute that it is not back', async () => {
  using box = opened()
  const nadia = await box.member('Nadia')
  out(box, null)
  const sunday = { thing: box.saw, startsOn: '2026-12-06', state: 'booked', member: nadia.id }
  box.bring('booking', sunday)
  assert.match((await nadia.get('/')).text, /Scie, dimanche 6 décembre : c’est à vous/)
  box.laterBy(5)
  assert.match((await nadia.get('/')).text, /dimanche 6 décembre : ce n’est pas encore rentré/)
})

test('the ticket of who has no card says that it is late', async () => {
  using box = opened({ who: 'Sylvie', reach: '06 12 34 56 78' })
  const zoe = box.visitor()
  const hours = { startsOn: '2026-12-05', startsAt: '12:02', endsAt: '12:05' }
  const sent = await box.doneBy(zoe, `${box.at}/reserver`, { ...hours, name: 'Zoé' })
  const ticket = sent.location.split('?')[0]!
  const [asked] = box.read.all('SELECT id FROM booking_request_home')
  await box.doneBy(box.keeper, `${PATH}/demandes/${asked?.['id']}/accorder`)
  const [booked] = box.read.all('SELECT id FROM booking')
  box.laterBy(2)
  await box.doneBy(box.keeper, `${PATH}/reservations/${booked?.['id']}/remettre`, { tout: '1' })
  assert.doesNotMatch((await zoe.get(ticket)).text, /attendait/)
  box.laterBy(3)
  assert.match(
    (await zoe.get(ticket)).text,
    /on l’attendait aujourd’hui à 12 h 05 ; à rapporter à Syl/,
  )
})

test('nobody is said to wait for a thing only where nobody asks, waits or booked', async () => {
  using box = opened({ unit: 'day' })
  const nobody = /Personne ne l’attend/
  assert.match((await box.keeper.get(box.at)).text, nobody)
  const zoe = { name: 'Zoé', state: 'waiting', thing: box.saw, startsOn: '2026-12-12' }
  box.bring('booking-request', zoe, 'home')
  const { text } = await box.keeper.get(box.at)
  assert.match(text, /Zoé/)
  assert.doesNotMatch(text, nobody)
})

test('a turn that is over is never the next one, for who is in charge and for who is late', async () => {
  using box = opened()
  const paul = await box.member('Paul')
  const times = { startsOn: '2026-12-04', startsAt: '08:00', endsAt: '18:00' }
  const late = { thing: box.saw, ...times, state: 'out', member: paul.id, name: 'Paul' }
  box.bring('booking', { ...late, named: true })
  const turn = (name: string, endsAt: string) => {
    const day = { startsOn: '2026-12-05', startsAt: '10:00', endsAt }
    box.bring('booking', { thing: box.saw, ...day, state: 'booked', name, named: true })
  }
  turn('Éric', '12:05')
  turn('Lucie', '19:00')
  box.laterBy(1)
  assert.match((await box.keeper.get('/')).text, /Paul n’a pas rendu : Scie, Éric l’attend/)
  box.laterBy(5)
  for (const page of ['/', `${PATH}/mien`]) {
    const { text } = await paul.get(page)
    assert.match(text, /Lucie l’attend/, page)
    assert.doesNotMatch(text, /Éric/, page)
  }
  assert.match((await box.keeper.get('/')).text, /Paul n’a pas rendu : Scie, Lucie l’attend/)
})
