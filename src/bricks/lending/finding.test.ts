import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** How a thing to lend is found: by the search, on the map, in the help; and its quiet hours. */

function opened() {
  const box = testBox()
  box.territory()
  const of = { kind: 'place', unit: 'hour', commune: '42195' } as const
  const room = box.bring('thing', { title: 'Le local', ...of, quietHours: 'Mo-Su 22:00-07:00' })
  const kit = box.bring('thing', { title: 'Malle de projection', kind: 'kit', unit: 'day' })
  return { ...box, room, kit }
}

test('a search that asks whether a thing is free leads to it, with its day', async () => {
  using box = opened()
  const times = { startsOn: '2026-12-12', startsAt: '14:00', endsAt: '17:00' }
  box.bring('booking', { thing: box.room, ...times, state: 'booked' })
  const found = async (q: string) => await box.visitor().get(`/chercher?q=${encodeURIComponent(q)}`)
  const saturday = await found('le local est libre samedi 12 décembre ?')
  assert.match(saturday.text, /Le local, samedi.*: pris de 14 h à 17 h/)
  assert.ok(saturday.body.includes(`${PATH}/${box.room}?startsOn=2026-12-12#reponse`))
  assert.match((await found('le local est libre samedi')).text, /Le local.*samedi/)
  const kit = await found('malle de projection demain')
  assert.match(kit.text, /Malle de projection est libre demain/)
  assert.match((await found('is the local free on saturday')).body, /startsOn=/)
  // A day alone, and what is not lent, are no question of a thing.
  for (const q of ['samedi', 'tondeuse samedi'])
    assert.doesNotMatch((await found(q)).body, /startsOn=\d/)
})

test('the quiet hours of a place are said where the hours that are asked touch them', async () => {
  using box = opened()
  const asked = async (hours: string) =>
    (await box.visitor().get(`${PATH}/${box.room}?startsOn=2026-12-12&${hours}`)).body
      .replace(/.*id="reponse"/s, '')
      .replace(/<form.*/s, '')
  assert.match(await asked('startsAt=20h&endsAt=23h'), /Heures calmes.*22/s)
  assert.match(await asked('startsAt=23h&endsAt=23h30'), /Heures calmes/)
  assert.doesNotMatch(await asked('startsAt=14h&endsAt=17h'), /Heures calmes/)
  assert.doesNotMatch(await asked(''), /Heures calmes/)
})

test('a search for what one borrowed leads to it, and who has no card to how it is done', async () => {
  using box = opened()
  const nadia = await box.member('Nadia')
  for (const q of ['ce que j’ai emprunté', 'mes emprunts', 'mes réservations']) {
    const path = `/chercher?q=${encodeURIComponent(q)}`
    assert.ok((await nadia.get(path)).body.includes(`href="${PATH}/mien"`), q)
    const told = (await box.visitor().get(path)).body
    assert.ok(told.includes('href="/aide#emprunter-reserver-une-salle"'), q)
  }
})

test('the map says of a thing that it is to lend, and the help how to have it', async () => {
  using box = opened()
  const map = (await box.visitor().get('/carte')).text
  assert.match(map, /Le local \(à prêter\)/)
  const help = (await box.visitor().get('/aide')).text
  for (const said of ['Emprunter', 'À prêter', 'Ce que j’ai réservé', 'Je n’en ai plus besoin'])
    assert.ok(help.includes(said), said)
})
