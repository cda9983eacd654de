import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asksForSeat, idIn } from '../../../tests/exchange/web-villages.ts'
import { filledIn, formsIn } from '../../../tests/support/forms.ts'
import { handAll, saidToHand } from '../../../tests/support/slips.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { linesOn } from '../../../tests/support/waiting-acts.ts'

/** A ride is told with its hour of now; one that is off, with the hour that was told last. */

const RIDE = { title: 'je descends à Montbrison tous les jeudis', heure: '8 h', places: '2' }
const SENT = { ...RIDE, reachBy: 'word', accord: 'ici' }

async function village() {
  const box = testBox()
  box.territory()
  const odile = await box.member('Odile')
  const ride = idIn(await box.leadsTo(odile, '/annonces/proposer', SENT))
  return { box, odile, ride, says: () => home(odile) }
}
const home = async (who: Member): Promise<string> =>
  (await linesOn(who)).map(({ text }) => text.replaceAll('\u00a0', ' ')).join(' | ')

async function correct({ leadsTo }: TestBox, who: Member, ride: string, rideAt: string) {
  const page = await who.get(`/annonces/${ride}/modifier`)
  const { action } = formsIn(page).find(one => one.fields['rideAt'] !== undefined)!
  await leadsTo(who, action, { ...filledIn(page, action), rideAt } as Record<string, string>)
}

/** Ginette, with a landline, asks for the ride of Thursday 10, and is not told yes yet. */
async function byTicket() {
  const of = await village()
  const wants = { firstName: 'Ginette', reach: '04 77 24 11 22', day: '2026-12-10 08:00' }
  const visitor = of.box.visitor()
  const ticket = await of.box.leadsTo(visitor, '/arrangements/interet', {
    annonce: of.ride,
    ...wants,
  })
  const at = /\/arrangements\/[0-9a-z]{26}/.exec((await of.odile.get('/arrangements')).body)![0]
  const tell = async () => of.odile.fill(await of.odile.get(at), `${at}/dit`)
  return { ...of, at, tell, ticket, visitor }
}

test('one call says what is agreed with the hour of now, and then nothing is left to say', async () => {
  const { box, odile, ride, at, says, tell } = await byTicket()
  using _ = box
  await box.leadsTo(odile, `${at}/repondre`, { says: 'yes' })
  await correct(box, odile, ride, '07:30')
  const call =
    /Ginette, 04 77 24 11 22 : dites-lui que c’est convenu : « jeudi 10 décembre, 7 h 30 »$/
  assert.match(await says(), call)
  assert.match((await odile.get(at)).text, /Appelez le 04.* « jeudi 10 décembre, 7 h 30 »/)
  await tell()
  assert.doesNotMatch(await says(), /appelez/i)
  await correct(box, odile, ride, '07:45')
  assert.match(await says(), /Ginette, 04 77 24 11 22 : dites-lui que vous partez à 7 h 45$/)
  await tell()
  assert.doesNotMatch(await says(), /appelez/i)
  assert.deepEqual(box.faults, [])
})

test('a ride that is called off is named by the hour that was told last', async () => {
  const { box, odile, ride, at, says, tell, ticket, visitor } = await byTicket()
  using _ = box
  await box.leadsTo(odile, `${at}/repondre`, { says: 'yes' })
  await correct(box, odile, ride, '07:30')
  await tell()
  await correct(box, odile, ride, '07:45')
  await box.leadsTo(odile, `${at}/repondre`, { says: 'not' })
  const off = /« jeudi 10 décembre, 7 h 30 » est annulé/
  assert.match(await says(), off, 'she was not told a quarter to eight')
  assert.match((await visitor.get(ticket)).text, /ne se fait pas.*jeudi 10 décembre, 7\sh\s30/)
  assert.deepEqual(box.faults, [])
})

test('an hour that was never told is named by no cancel', async () => {
  const { box, odile, ride, at, says } = await byTicket()
  using _ = box
  await box.leadsTo(odile, `${at}/repondre`, { says: 'yes' })
  await odile.fill(await odile.get(at), `${at}/dit`)
  await correct(box, odile, ride, '07:30')
  await box.leadsTo(odile, `${at}/repondre`, { says: 'not' })
  assert.match(await says(), /« jeudi 10 décembre, 8 h » est annulé/)
})

const APART = { says: 'other', when: 'jeudi 10 décembre à 9 h 30', where: 'devant la mairie' }
const AGREED = '« jeudi 10 décembre à 9 h 30, devant la mairie »'

test('an hour that two agreed apart from the notice moves with no notice', async () => {
  const { box, odile, ride, at, says, tell, ticket, visitor } = await byTicket()
  using _ = box
  await box.leadsTo(odile, `${at}/repondre`, APART)
  await box.leadsTo(visitor, `${ticket}/repondre`, { says: 'yes', from: ticket })
  await odile.fill(await odile.get(at), `${at}/vu`)
  await correct(box, odile, ride, '08:20')
  assert.doesNotMatch(await says(), /appelez/i, 'nothing moved for her')
  await box.leadsTo(odile, `${at}/repondre`, { says: 'not' })
  assert.match(await says(), new RegExp(`${AGREED} est annulé`))
  const read = (await visitor.get(ticket)).text
  assert.match(read, /ne se fait pas.*jeudi 10 décembre à 9\sh\s30.*devant la mairie/)
  assert.doesNotMatch(read, /10 décembre à 8\sh\s20/)
  await tell()
  assert.match((await odile.get(at)).text, /jeudi 10 décembre à 9\sh\s30/)
  assert.deepEqual(box.faults, [])
})

/** Odette has no screen; Odile drives her by an answer to her own notice. */
async function bySlip(asks = { when: 'jeudi 10 décembre, 8 h' }) {
  const of = await village()
  const odette = await asksForSeat(of.box)
  const asked = { annonce: odette.notice, avec: of.ride }
  const at = await of.box.leadsTo(of.odile, '/arrangements/interet', asked)
  await of.box.leadsTo(of.odile, `${at}/proposer`, asks)
  await of.box.leadsTo(of.box.keeper, `${at}/repondre`, { party: '1', says: 'yes' })
  await handAll(of.box)
  return { ...of, at }
}
const MOVED = 'Mon trajet a changé.'

test('a cancel is carried alone, with the hour that was carried before it', async () => {
  const { box, odile, ride, at } = await bySlip()
  using _ = box
  await correct(box, odile, ride, '07:45')
  assert.deepEqual(saidToHand(box), [MOVED])
  await correct(box, odile, ride, '07:30')
  assert.deepEqual(saidToHand(box), [MOVED], 'one paper, which reads the hour of now')
  await handAll(box)
  await correct(box, odile, ride, '08:15')
  assert.deepEqual(saidToHand(box), [MOVED])
  await box.leadsTo(odile, `${at}/repondre`, { says: 'not' })
  const off = 'Finalement, ça ne se fait pas : jeudi 10 décembre, 7 h 30.'
  assert.deepEqual(saidToHand(box), [off])
  assert.deepEqual(box.faults, [])
})

test('who ends the conversation leaves no older change of the ride to be carried', async () => {
  const { box, odile, ride, at } = await bySlip()
  using _ = box
  await correct(box, odile, ride, '07:45')
  await handAll(box)
  await correct(box, odile, ride, '08:15')
  await box.leadsTo(odile, `${at}/finir`, {})
  assert.deepEqual(saidToHand(box), ['J’arrête là : jeudi 10 décembre, 7 h 45 n’a plus lieu.'])
})

test('a slip that calls off what was agreed apart from the notice says what was agreed', async () => {
  const { box, odile, ride, at } = await bySlip({ ...APART })
  using _ = box
  await correct(box, odile, ride, '07:45')
  assert.deepEqual(saidToHand(box), [], 'their own hour moved with no notice')
  await box.leadsTo(odile, `${at}/repondre`, { says: 'not' })
  const off = 'Finalement, ça ne se fait pas : jeudi 10 décembre à 9 h 30, devant la mairie.'
  assert.deepEqual(saidToHand(box), [off])
  assert.deepEqual(box.faults, [])
})

test('who is handed that a ride is off was not told its hour by that', async () => {
  const { box, odile, ride, at } = await bySlip()
  using _ = box
  await correct(box, odile, ride, '07:15')
  await box.leadsTo(odile, `${at}/finir`, {})
  const off = /jeudi 10 décembre, 8\sh » n’a plus lieu/
  assert.match((await odile.get(at)).text, off)
  await handAll(box)
  assert.match((await odile.get(at)).text, off)
  assert.doesNotMatch((await odile.get(at)).text, /10 décembre, 7\sh\s15/)
  assert.deepEqual(box.faults, [])
})
