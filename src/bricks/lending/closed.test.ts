import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { lending } from './brick.ts'
import { PATH } from './model/records-thing.ts'

/** A day on which a thing is kept closed reads closed, not taken, and tells nobody why. */

const ROOM = { title: 'Le local', kind: 'place', commune: '42195', unit: 'hour' }
const SAW = { title: 'Scie', kind: 'tool', commune: '42195', unit: 'day' }
const WHY = 'on refait le sol'
const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ')

function opened(): TestBox {
  const box = testBox()
  box.territory()
  return box
}
const close = (box: TestBox, id: string, more: object) =>
  box.doneBy(box.keeper, `${PATH}/${id}/fermer`, { why: WHY, ...more })
/** A page as anybody reads it. */
const read = async (box: TestBox, path: string): Promise<string> => {
  const { text } = await box.visitor().get(path)
  assert.ok(!text.includes(WHY), `${path} tells why`)
  return text
}

test('a day that is kept closed reads closed on each page and paper, and nobody reads why', async () => {
  using box = opened()
  const id = box.bring('thing', ROOM)
  await close(box, id, { startsOn: '2026-12-12', endsOn: '2026-12-13' })
  const evening = { startsOn: '2026-12-10', startsAt: '18:00', endsAt: '20:00' }
  box.bring('booking', { thing: id, ...evening, state: 'booked' })
  const page = await read(box, `${PATH}/${id}`)
  assert.match(page, /jeudi\s+pris de 18 h à 20 h/)
  assert.match(page, /samedi 12\s+fermé/)
  const week = await read(box, `${PATH}/${id}/semaine?jour=2026-12-12`)
  assert.match(week, /samedi 12 décembre\s+fermé/)
  assert.doesNotMatch(week, /13 décembre\s+pris/)
  assert.match(await read(box, `${PATH}/${id}/mois`), /10\s+en partie.*12\s+fermé\s+13\s+fermé/s)
  const { body } = await box.visitor().get(`${PATH}/${id}/mois`)
  assert.equal(body.match(/<td class="lend-closed">/g)?.length, 2)
  const asked = await read(box, `${PATH}/${id}?startsOn=2026-12-12`)
  assert.match(asked, /C’est fermé\./)
  assert.doesNotMatch(asked, /C’est pris/)
  assert.match(await read(box, `${PATH}?jour=12+décembre`), /fermé samedi 12 décembre/)
  const door = JSON.stringify(box.paper('preter-porte', id, { query: { jour: '2026-12-12' } }))
  assert.match(door, /fermé/)
  assert.doesNotMatch(door, new RegExp(WHY))
  const kept = await box.keeper.get(`${PATH}/${id}`)
  assert.ok(kept.text.includes(WHY), 'who is in charge reads why')
})

test('some hours that are kept closed read so, beside those that somebody has', async () => {
  using box = opened()
  const id = box.bring('thing', ROOM)
  await close(box, id, { startsOn: '2026-12-12', startsAt: '9 h', endsAt: '12 h' })
  const evening = { startsOn: '2026-12-12', startsAt: '12:00', endsAt: '14:00' }
  box.bring('booking', { thing: id, ...evening, state: 'booked' })
  const week = await read(box, `${PATH}/${id}/semaine?jour=2026-12-12`)
  assert.match(week, /samedi 12 décembre\s+fermé de 9 h à 12 h, pris de 12 h à 14 h/)
  const asked = await read(box, `${PATH}/${id}?startsOn=2026-12-12`)
  assert.match(asked, /fermé de 9 h à 12 h, pris de 12 h à 14 h\. Le reste du jour est libre/)
})

test('what is kept closed today is closed now, on its page and on the first one', async () => {
  using box = opened()
  const id = box.bring('thing', ROOM)
  await close(box, id, { startsOn: '2026-12-05' })
  assert.match(await read(box, `${PATH}/${id}`), /Fermé en ce moment\. Libre à partir de/)
  const pieces = lending.slots?.today?.(box.kit('/'), box.read, lending.words.fr) ?? []
  assert.match(plain(JSON.stringify(pieces)), /Le local : c’est fermé/)
  const [section] = lending.slots?.home?.(box.kit('/'), box.read, lending.words.fr) ?? []
  assert.match(plain(section?.body.html ?? ''), /Le local fermé/)
})

test('a closing is still never free, whoever asks', async () => {
  using box = opened()
  const paul = await box.member('Paul')
  const id = box.bring('thing', SAW)
  await close(box, id, { startsOn: '2026-12-12', endsOn: '2026-12-13' })
  const on = (startsOn: string) => paul.post(`${PATH}/${id}/reserver`, { startsOn })
  const refused = await on('2026-12-13')
  assert.equal(refused.status, 422)
  assert.match(refused.text, /C’est fermé\. La prochaine fois : lundi 14 décembre/)
  assert.ok(!refused.text.includes(WHY))
  box.later(1000)
  assert.equal((await on('2026-12-14')).status, 303)
})

test('a closed kit closes its parts, and a day of a closing and of a booking is taken', async () => {
  using box = opened()
  const kit = box.bring('thing', { ...SAW, title: 'Malle', kind: 'kit' })
  const part = box.bring('thing', { ...SAW, partOf: kit })
  await close(box, kit, { startsOn: '2026-12-12' })
  assert.match(await read(box, `${PATH}/${part}`), /samedi 12\s+fermé/)
  const id = box.bring('thing', ROOM)
  await close(box, id, { startsOn: '2026-12-12', endsAt: '12 h' })
  const rest = { startsOn: '2026-12-12', startsAt: '12:00' }
  box.bring('booking', { thing: id, ...rest, state: 'booked' })
  assert.match(await read(box, `${PATH}/${id}`), /samedi 12\s+pris(?! de)/)
})

test('a day on which a thing does not open reads closed, unless it is past', async () => {
  using box = opened()
  const id = box.bring('thing', { ...ROOM, hours: 'Mo-Fr 08:00-20:00' })
  const evening = { startsOn: '2026-12-12', startsAt: '18:00', endsAt: '20:00' }
  box.bring('booking', { thing: id, ...evening, state: 'booked' })
  const page = await read(box, `${PATH}/${id}`)
  assert.match(page, /demain\s+fermé/)
  assert.match(page, /lundi\s+libre/)
  assert.match(page, /samedi 12\s+pris de 18 h à 20 h, fermé/)
  const asked = await read(box, `${PATH}/${id}?startsOn=2026-12-12`)
  assert.doesNotMatch(asked, /Le reste du jour est libre/)
  const month = await read(box, `${PATH}/${id}/mois`)
  assert.match(month, /4\s+5\s+fermé\s+6\s+fermé\s+7\s+libre/, 'days that are past say nothing')
  assert.match(await read(box, `${PATH}?jour=dimanche`), /fermé dimanche 6 décembre/)
})

test('what is to be repaired, or whose upkeep is due, is free on no day that comes', async () => {
  using box = opened()
  const saw = box.bring('thing', { ...SAW, condition: 'repair' })
  const week = await read(box, `${PATH}/${saw}/semaine?jour=lundi`)
  assert.match(week, /mardi 8 décembre\s+à réparer/)
  assert.doesNotMatch(week, /décembre\s+libre/)
  const tiller = box.bring('thing', { ...SAW, title: 'Motoculteur', upkeepDays: 30 })
  const lookedAfter = { on: '2026-10-01', what: 'vidange' }
  await box.doneBy(box.keeper, `${PATH}/${tiller}/entretien`, lookedAfter)
  const due = await read(box, `${PATH}/${tiller}/semaine?jour=lundi`)
  assert.match(due, /mardi 8 décembre\s+entretien/)
  const month = await read(box, `${PATH}/${tiller}/mois`)
  assert.match(month, /5\s+fermé\s+6\s+fermé/)
  assert.match(await read(box, `${PATH}?jour=mardi`), /mardi 8 décembre : entretien à faire/)
})
