import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** Every page of a booking or of a ticket ends in somebody to ask, and how they are reached. */

const DAY = { startsOn: '2026-12-12' }
function opened(fields: object = {}): TestBox & Readonly<{ at: string; saw: string }> {
  const box = testBox()
  box.territory({ reach: '04 77 00 00 00' })
  const saw = box.bring('thing', { title: 'Scie', kind: 'tool', unit: 'day', ...fields })
  return { ...box, saw, at: `${PATH}/${saw}` }
}
/** What a page says after all else, before its foot. */
const endOf = (text: string): string => text.split('Page tenue par')[0]?.trim().slice(-110) ?? ''
const idIn = (box: TestBox, table: string): string =>
  String(box.read.all(`SELECT id FROM ${table} ORDER BY id DESC LIMIT 1`)[0]?.['id'])

test('the page of a booking ends in who is in charge, else in the keeper', async () => {
  using box = opened()
  const [paul, lea] = [await box.member('Paul'), await box.member('Léa')]
  await box.doneBy(paul, `${box.at}/reserver`, DAY)
  const page = `${PATH}/reservations/${idIn(box, 'booking')}`
  const end = async (): Promise<string> => endOf((await paul.get(page)).text)
  assert.match(await end(), /À qui demander : Anaïs, 04 77 00 00 00$/)
  assert.match((await paul.get(page)).body, /demander.*<a href="tel:[^"]*">04/s)
  const charge = { person: lea.id, over: box.saw, since: '2026-01-01' }
  const given = box.bring('charge', { ...charge, named: true }, 'home')
  assert.match(await end(), /À qui demander : Léa · Anaïs, 04 77 00 00 00$/)
  box.bringAll({ type: 'charge', id: given, fields: { named: false }, space: 'home' })
  assert.doesNotMatch(await end(), /Léa/)
  box.bringAll({ type: 'thing', id: box.saw, fields: { who: 'Sylvie', reach: '06 12 34 56 78' } })
  assert.match(await end(), /À qui demander : Sylvie · 06 12 34 56 78$/)
})

test('the ticket of a booking that was given back names whom to ask, as each page of it', async () => {
  using box = opened()
  const zoe = box.visitor()
  const ticket = await box.leadsTo(zoe, `${box.at}/reserver`, { ...DAY, name: 'Zoé' })
  const ends = async (): Promise<void> => {
    for (const page of [ticket, `${ticket}/reprendre`, `${ticket}/corriger`])
      assert.match(endOf((await zoe.get(page)).text), /Anaïs, 04 77 00 00 00$/, page)
  }
  await ends()
  await box.doneBy(box.keeper, `${PATH}/demandes/${idIn(box, 'booking_request_home')}/accorder`)
  await ends()
  await box.doneBy(zoe, `${ticket}/rendre`)
  assert.match((await zoe.get(ticket)).text, /C’est annulé.*À qui demander : Anaïs, 04 77/s)
  await ends()
})

test('the ticket of a notice ends in the keeper too', async () => {
  using box = opened()
  const zoe = box.visitor()
  const notice = { title: 'je donne des bocaux', who: 'Zoé', reachBy: 'someone', reach: 'au bar' }
  const ticket = await box.leadsTo(zoe, '/annonces/proposer', notice)
  assert.match(endOf((await zoe.get(ticket)).text), /Anaïs, 04 77 00 00 00$/)
})
