import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** What somebody asked or waits for is told as it stands now, wherever they read of it. */

const DAY = { startsOn: '2026-12-12' }
function opened(fields: object = {}): TestBox & Readonly<{ saw: string; at: string }> {
  const box = testBox()
  box.territory({ reach: '04 77 00 00 00' })
  const saw = box.bring('thing', { title: 'Scie', kind: 'tool', unit: 'day', ...fields })
  return { ...box, saw, at: `${PATH}/${saw}` }
}

test('what is freed and kept for who waited is said on each page of theirs, and until when', async () => {
  using box = opened()
  const [paul, hugo, zoe] = [await box.member('Paul'), await box.member('Hugo'), box.visitor()]
  await box.doneBy(paul, `${box.at}/reserver`, DAY)
  await box.doneBy(hugo, `${box.at}/reserver`, { ...DAY, attendre: '1' })
  const waits = { startsOn: '2026-12-12', name: 'Zoé', attendre: '1' }
  const ticket = await box.leadsTo(zoe, `${box.at}/reserver`, waits)
  const said = /c’est libre, et gardé pour vous jusqu’à dimanche 6 décembre au soir/i
  for (const page of [box.at, `${PATH}/mien`])
    assert.doesNotMatch((await hugo.get(page)).text, said, page)
  const [row] = box.read.all('SELECT id FROM booking')
  await box.doneBy(paul, `${PATH}/reservations/${row?.['id']}/annuler`)
  for (const page of [box.at, `${PATH}/mien`]) {
    const { text, body } = await hugo.get(page)
    assert.match(text, said, page)
    assert.doesNotMatch(text, /première personne à attendre/, page)
    assert.match(body, /href="[^"]*startsOn=2026-12-12[^"]*#reponse">\s*Réserver</, page)
  }
  assert.doesNotMatch((await zoe.get(ticket)).text, said, 'it is not their turn')
  const [first] = box.read.all('SELECT id FROM booking_request_home WHERE member = ?', hugo.id)
  await box.doneBy(hugo, `${PATH}/demandes/${first?.['id']}/retirer`)
  const told = (await zoe.get(ticket)).text
  assert.match(told, /C’est libre, et gardé pour vous jusqu’à .* Dites à qui s’en occupe/)
  assert.match(told, /À qui demander : Anaïs, 04 77 00 00 00/)
})

test('who asked a day that somebody else was given reads so, and what there is next', async () => {
  using box = opened({ forWhom: 'asked' })
  const [paul, nadia, zoe] = [await box.member('Paul'), await box.member('Nadia'), box.visitor()]
  box.bring('thing', { title: 'Scie de secours', kind: 'tool', unit: 'day' })
  await box.doneBy(nadia, `${box.at}/reserver`, DAY)
  const ticket = await box.leadsTo(zoe, `${box.at}/reserver`, { ...DAY, name: 'Zoé' })
  await box.doneBy(paul, `${box.at}/reserver`, DAY)
  const said = /quelqu’un d’autre (les a eus|a eu ces jours) avant la réponse/i
  const pages = ['/', '/moi', box.at, `${PATH}/mien`]
  for (const page of pages) assert.doesNotMatch((await nadia.get(page)).text, said, page)
  assert.doesNotMatch((await zoe.get(ticket)).text, said)
  const [asked] = box.read.all('SELECT id FROM booking_request_home WHERE member = ?', paul.id)
  await box.doneBy(box.keeper, `${PATH}/demandes/${asked?.['id']}/accorder`)
  for (const page of pages) {
    const { text, body } = await nadia.get(page)
    assert.match(text, said, page)
    assert.doesNotMatch(text, /Paul/, page)
    assert.match(body, /href="[^"]*startsOn=2026-12-12[^"]*#reponse"/, page)
  }
  const next = (await nadia.get(`${box.at}?startsOn=2026-12-12`)).text
  assert.match(next, /La prochaine fois : dimanche 13.*Me prévenir si cela se libère.*Scie de sec/s)
  const told = await zoe.get(ticket)
  assert.match(told.text, /Quelqu’un d’autre a eu ces jours avant la réponse/)
  assert.match(
    told.text,
    /La prochaine fois : dimanche 13.*Me prévenir si cela se.*Scie de secours/s,
  )
  assert.match(told.text, /Demander un autre jour/)
  assert.doesNotMatch(told.text, /Paul|Rien n’est réservé avant/)
  assert.doesNotMatch((await paul.get('/')).text, said, 'they have it')
  await box.doneBy(zoe, `${ticket}/autre-jour`, { startsOn: '2026-12-13', endsOn: '2026-12-13' })
  assert.match((await zoe.get(ticket)).text, /Scie dimanche 13 décembre C’est demandé/)
  const heard = await box.memberOf(nadia.id, 'wifi')
  const { text } = await heard.get('/')
  assert.match(text, /ce que vous avez demandé d’emprunter n’est plus libre/)
  assert.doesNotMatch(text, /Scie, samedi/)
})

test('days that are closed before the answer are said to be closed, and to nobody else', async () => {
  using box = opened({ forWhom: 'asked' })
  const nadia = await box.member('Nadia')
  await box.doneBy(nadia, `${box.at}/reserver`, DAY)
  box.bring('booking', { thing: box.saw, ...DAY, state: 'closed' })
  assert.match(
    (await nadia.get('/')).text,
    /Scie, samedi 12 décembre : ces jours sont gardés fermés/,
  )
  assert.doesNotMatch((await nadia.get('/')).text, /quelqu’un d’autre/)
})

test('what is kept for who waited is free on no list, calendar or first page', async () => {
  using box = opened()
  const [paul, hugo, zoe] = [await box.member('Paul'), await box.member('Hugo'), box.visitor()]
  const today = { startsOn: '2026-12-05' }
  await box.doneBy(paul, `${box.at}/reserver`, today)
  await box.doneBy(hugo, `${box.at}/reserver`, { ...today, attendre: '1' })
  const [row] = box.read.all('SELECT id FROM booking')
  await box.doneBy(paul, `${PATH}/reservations/${row?.['id']}/annuler`)
  const kept = /gardé pour qui attendait/
  for (const page of ['/', `${PATH}?jour=aujourd’hui`, '/chercher?q=scie+samedi'])
    assert.match((await zoe.get(page)).text, kept, page)
  for (const page of ['semaine', 'mois'])
    assert.match((await zoe.get(`${box.at}/${page}`)).text, /5( décembre)? gardé/, page)
  const [first] = box.read.all('SELECT id FROM booking_request_home WHERE member = ?', hugo.id)
  await box.doneBy(hugo, `${PATH}/demandes/${first?.['id']}/retirer`)
  for (const page of ['/', `${PATH}?jour=aujourd’hui`])
    assert.doesNotMatch((await zoe.get(page)).text, kept, page)
})
