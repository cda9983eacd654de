import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'
import { ownCalendarRoutes } from './server/own-calendar.ts'

/** One’s own booking, to take along: a calendar file with a reminder, and a slip on paper. */

type Held = TestBox & Readonly<{ simone: Member; id: string; path: string }>
async function booked(thing: object, times: Readonly<Record<string, string>>): Promise<Held> {
  const box = testBox({ routes: ownCalendarRoutes })
  box.territory()
  const of = box.bring('thing', {
    ...{ title: 'Malle de projection', kind: 'kit', unit: 'day', where: 'au local' },
    ...{ reach: 'au bar, le mercredi', depositCents: 5000, pieces: ['projecteur', 'rallonge'] },
    ...{ who: 'Marc', backAs: 'propre, lampe froide', consumables: 'piles' },
    ...thing,
  })
  const simone = await box.member({ name: 'Simone', how: 'phone', phone: '06 11 22 33 44' })
  const asks = { ...times, phone: '06 99 88 77 66', use: 'la veillée' }
  assert.equal((await simone.post(`${PATH}/${of}/reserver`, asks)).status, 303)
  const [row] = box.read.all('SELECT id FROM booking')
  const id = String(row?.['id'])
  return { ...box, simone, id, path: `${PATH}/reservations/${id}` }
}
const CANARIES = /Simone|06 ?11|06 ?99|veillée/

test('a booking goes into the calendar of its borrower, with a reminder on the eve', async () => {
  using box = await booked({}, { startsOn: '2026-12-12', endsOn: '2026-12-13' })
  const { simone, path } = box
  assert.match((await simone.get(path)).body, /\.ics">Dans mon agenda, avec un rappel la veille/)
  const answer = await simone.get(`${path}.ics`)
  assert.match(answer.headers.get('content-type') ?? '', /text\/calendar/)
  const file = answer.body.replaceAll('\r\n ', '')
  assert.equal(file.split('BEGIN:VEVENT').length, 2)
  assert.match(file, /DTSTART;VALUE=DATE:20261212\r\nDTEND;VALUE=DATE:20261214/)
  assert.match(file, /SUMMARY:Malle de projection\u00a0: réservé\r/)
  assert.match(file, /LOCATION:au local/)
  assert.match(
    file,
    /BEGIN:VALARM\r\nACTION:DISPLAY\r\n.*\r\nTRIGGER:-PT6H\r\nEND:VALARM\r\nEND:VEVENT/,
  )
  assert.match(file, /Votre mot\u00a0: malle\s\d/)
  assert.match(file, /À rapporter.*Avec toutes ses pièces\u00a0: projecteur et rallonge/)
  assert.doesNotMatch(file, CANARIES)
  const kept = (await box.keeper.get(`${path}.ics`)).body
  assert.match(kept, /BEGIN:VEVENT/)
  assert.doesNotMatch(kept, /Votre mot/)
  assert.doesNotMatch(kept, CANARIES)
})

test('an hour has its reminder a day before', async () => {
  const times = { startsOn: '2026-12-12', startsAt: '18:00', endsAt: '20:00' }
  using box = await booked({ unit: 'hour' }, times)
  const file = (await box.simone.get(`${box.path}.ics`)).body
  assert.match(file, /DTSTART:20261212T170000Z\r\nDTEND:20261212T190000Z/)
  assert.match(file, /TRIGGER:-P1D/)
})

test('nobody else has the file nor the slip of a booking', async () => {
  using box = await booked({}, { startsOn: '2026-12-12' })
  const marc = await box.member('Marc')
  const heard = box.visitor('wifi')
  for (const who of [marc, box.visitor('https'), heard])
    for (const path of [`${box.path}.ics`, `/imprimer/ma-reservation/${box.id}`]) {
      const answer = await who.get(path)
      assert.notEqual(answer.status, 200, path)
      assert.doesNotMatch(answer.body, /VEVENT|Simone|malle\s\d/)
    }
})

test('the slip says what, when, where, whom, the word and the pieces, and names nobody', async () => {
  using box = await booked({}, { startsOn: '2026-12-12' })
  const as = { by: 'neighbour', me: box.simone.id, private: true } as const
  const paper = JSON.stringify(box.paper('ma-reservation', box.id, as))
  const said = ['Malle de projection', 'samedi 12 décembre', 'au local', 'mercredi', 'projecteur']
  for (const one of [...said, 'caution', 'rallonge']) assert.ok(paper.includes(one), one)
  assert.match(paper, /"code":"malle\s\d/)
  assert.doesNotMatch(paper, CANARIES)
  for (const one of ['À rapporter', 'Au plus tard', 'est rendue au retour', 'À remettre à Marc'])
    assert.ok(paper.includes(one), one)
  const other = { ...as, me: (await box.member('Marc')).id }
  assert.throws(() => box.paper('ma-reservation', box.id, other), /nothing/)
})

test('the page of a booking says what comes back, when, where, to whom and how', async () => {
  using box = await booked({}, { startsOn: '2026-12-12', endsOn: '2026-12-13' })
  const told = (await box.simone.get(box.path)).text
  assert.match(told, /À rapporter Au plus tard dimanche 13 décembre au soir, au local\./)
  assert.match(told, /À remettre à Marc\./)
  assert.match(told, /Avec toutes ses pièces : projecteur et rallonge\./)
  assert.match(told, /Comment : propre, lampe froide Ce qui s’use : piles/)
  assert.match(told, /La caution \(50.*\) est rendue au retour/)
  await box.doneBy(box.keeper, `${box.path}/remettre`, { piecesOut: ['projecteur'] })
  const out = (await box.simone.get(box.path)).text
  assert.match(out, /Avec toutes ses pièces : projecteur\./, 'what left comes back')
})

test('a room is left, and an hour of help is not brought back', async () => {
  const times = { startsOn: '2026-12-12', startsAt: '18:00', endsAt: '20:00' }
  const room = { title: 'Local', kind: 'place', unit: 'hour', pieces: null, consumables: null }
  using box = await booked({ ...room, backAs: 'balayé' }, times)
  const told = (await box.simone.get(box.path)).text
  assert.match(told, /En partant C’est à vous jusqu’à : samedi 12 décembre à 20 h\./)
  assert.match(told, /Dites-le à Marc\. Comment : balayé/)
  assert.doesNotMatch(told, /À rapporter/)
  using help = await booked({ ...room, kind: 'help' }, times)
  assert.doesNotMatch((await help.simone.get(help.path)).text, /En partant|À rapporter/)
})
