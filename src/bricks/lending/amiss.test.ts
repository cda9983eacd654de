import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** What came back short of a piece or broken is told until it is found, repaired or struck off. */

const KIT = { title: 'Malle', kind: 'kit', unit: 'day', pieces: ['guide', 'câble'] }
const bookingOf = (box: TestBox, startsOn: string): string =>
  String(box.read.all('SELECT id FROM booking WHERE startsOn = ?', startsOn)[0]?.['id'])

/** Paul brought it back; Nadia has it next; Léa is in charge of it. */
async function opened(back: Readonly<Record<string, string | readonly string[]>>) {
  const box = testBox()
  box.territory()
  const id = box.bring('thing', KIT)
  const [paul, nadia, lea] = await Promise.all(['Paul', 'Nadia', 'Léa'].map(n => box.member(n)))
  box.bring('charge', { person: lea!.id, over: id, since: '2026-01-01' }, 'home')
  await box.doneBy(paul!, `${PATH}/${id}/reserver`, { startsOn: '2026-12-05' })
  await box.doneBy(nadia!, `${PATH}/${id}/reserver`, { startsOn: '2026-12-12' })
  const first = bookingOf(box, '2026-12-05')
  const next = bookingOf(box, '2026-12-12')
  await box.doneBy(lea!, `${PATH}/reservations/${first}/remettre`, { tout: '1' })
  await box.doneBy(lea!, `${PATH}/reservations/${first}/rendre`, back)
  const told = async (who: typeof lea) => ({
    mine: (await who!.get(`${PATH}/mien`)).text,
    home: (await who!.get('/')).text,
  })
  const slip = (): string =>
    JSON.stringify(box.paper('ma-reservation', next, { by: 'neighbour', me: nadia!.id }).blocks)
  const page = async () => (await nadia!.get(`${PATH}/reservations/${next}`)).text
  return { box, id, first, paul, nadia, lea, told, slip, page }
}

test('a missing piece is told to the next and to who is in charge, until it is found', async () => {
  const { box, first, nadia, lea, told, slip, page } = await opened({ piecesBack: ['guide'] })
  using _ = box
  const says = /Ce n’est pas complet.: il manque câble\./
  assert.match((await told(nadia)).mine, says)
  assert.match(await page(), says)
  assert.match(slip(), says)
  const isToDo = /Malle : il manque câble, depuis le tour de Paul/
  assert.match((await told(lea)).home, isToDo)
  assert.doesNotMatch((await told(nadia)).home, /depuis le tour de/)
  await box.doneBy(lea!, `${PATH}/reservations/${first}/retrouver`, { piece: 'câble' })
  assert.doesNotMatch((await told(lea)).home, isToDo)
  for (const text of [(await told(nadia)).mine, await page(), slip()])
    assert.doesNotMatch(text, /complet/)
})

test('a missing piece that is taken out of the packing list is told no more', async () => {
  const { box, id, nadia, lea, told, slip } = await opened({ piecesBack: ['guide'] })
  using _ = box
  const settings = { title: 'Malle', kind: 'kit', unit: 'day', pieces: 'guide' }
  await box.doneBy(lea!, `${PATH}/${id}/regler`, settings)
  assert.doesNotMatch((await told(lea)).home, /il manque/)
  for (const text of [(await told(nadia)).mine, slip()]) assert.doesNotMatch(text, /complet/)
})

test('what came back broken is told to the next and to who is in charge, until its repair', async () => {
  const { box, id, nadia, lea, told, slip, page } = await opened({ tout: '1', abime: '1' })
  using _ = box
  const says = /C’est à réparer.: appelez avant de venir/
  assert.match((await told(nadia)).mine, says)
  assert.match(await page(), says)
  assert.match(slip(), says)
  assert.match((await told(lea)).home, /Malle : à réparer, depuis le tour de Paul/)
  const done = { on: '2026-12-05', what: 'recollé', repare: '1' }
  await box.doneBy(lea!, `${PATH}/${id}/entretien`, done)
  assert.doesNotMatch((await told(lea)).home, /à réparer/)
  for (const text of [(await told(nadia)).mine, slip()]) assert.doesNotMatch(text, /réparer/)
})

test('what comes back as it left is not said to be complete while a piece is missing', async () => {
  const { box, id, nadia, lea, paul } = await opened({ piecesBack: ['guide'] })
  using _ = box
  assert.match((await lea!.get(`${PATH}/${id}`)).text, /Il manque Câble, depuis le tour de Paul/)
  const own = (await paul!.get(`${PATH}/mien`)).text
  assert.match(own, /Malle .*rendu Rendu, sauf câble : rapportez ce qui manque/)
  const next = `${PATH}/reservations/${bookingOf(box, '2026-12-12')}`
  await box.doneBy(lea!, `${next}/remettre`, { tout: '1' })
  const page = (await lea!.get(`${PATH}/${id}`)).text
  assert.match(page, /C’est revenu, avec tout ce qui était parti/)
  assert.doesNotMatch(page, /C’est revenu, complet/)
  const { location } = await box.doneBy(lea!, `${next}/rendre`, { tout: '1' })
  const back = (await lea!.get(location)).text
  assert.match(back, /Malle : rendu, incomplet : il manque câble\./)
  assert.doesNotMatch((await nadia!.get(next)).text, /sauf câble/, 'it was not there')
})

test('the ticket of who brought it back short says so, and what is owed', async () => {
  using box = testBox()
  box.territory()
  const id = box.bring('thing', KIT)
  const zoe = box.visitor()
  const asks = { startsOn: '2026-12-05', name: 'Zoé' }
  const ticket = await box.leadsTo(zoe, `${PATH}/${id}/reserver`, asks)
  const [asked] = box.read.all('SELECT id FROM booking_request_home')
  await box.doneBy(box.keeper, `${PATH}/demandes/${asked?.['id']}/accorder`)
  const booking = `${PATH}/reservations/${bookingOf(box, '2026-12-05')}`
  await box.doneBy(box.keeper, `${booking}/remettre`, { tout: '1' })
  await box.doneBy(box.keeper, `${booking}/rendre`, { piecesBack: ['guide'] })
  const { text } = await zoe.get(ticket)
  assert.match(text, /C’est rendu, incomplet\. Rendu, sauf câble : rapportez/)
  assert.doesNotMatch(text, /Merci/)
})
