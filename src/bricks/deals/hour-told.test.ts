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

const correct = ({ leadsTo }: TestBox, who: Member, ride: string, rideAt: string) =>
  correctAll(leadsTo, who, ride, { rideAt })
async function correctAll(
  leadsTo: TestBox['leadsTo'],
  who: Member,
  ride: string,
  fields: Readonly<Record<string, string>>,
) {
  const page = await who.get(`/annonces/${ride}/modifier`)
  const { action } = formsIn(page).find(one => one.fields['rideAt'] !== undefined)!
  await leadsTo(who, action, { ...filledIn(page, action), ...fields } as Record<string, string>)
}

/** Ginette, with a landline, asks for the ride of Thursday 10, and is not told yes yet. */
async function byTicket(fields?: Readonly<Record<string, string>>) {
  const of = await village()
  if (fields) await correctAll(of.box.leadsTo, of.odile, of.ride, fields)
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

/** Ginette agreed on a moment and saw it; then one of the two asks another one instead. */
async function moving(agreed: string | undefined, own: string, by: 'driver' | 'passenger') {
  const of = await byTicket()
  const { box, odile, at, ticket, visitor } = of
  const hers = (fields: Readonly<Record<string, string>>) =>
    box.leadsTo(visitor, `${ticket}/repondre`, { ...fields, from: ticket })
  const sees = () => visitor.post(`${ticket}/vu`, { from: ticket })
  if (agreed === undefined) await box.leadsTo(odile, `${at}/repondre`, { says: 'yes' })
  else {
    await box.leadsTo(odile, `${at}/repondre`, { says: 'other', when: agreed })
    await hers({ says: 'yes' })
  }
  await sees()
  const asks = { says: 'other', when: own }
  if (by === 'passenger') await hers(asks)
  else await box.leadsTo(odile, `${at}/repondre`, asks)
  const pages = async () => {
    const all = [await visitor.get(ticket), await odile.get(at), await odile.get('/arrangements')]
    return all.map(({ text }) => text.replaceAll(/[\u00a0\u202f]/g, ' '))
  }
  /** What the word and the digits of the ticket say. */
  const coded = async (): Promise<string> => {
    const code = /ticket-code"><b>([^<]+)</.exec((await visitor.get(ticket)).body)![1]!
    return (await box.visitor().get(`/billet?code=${encodeURIComponent(code)}`)).text
  }
  return { ...of, sees, pages, coded }
}
const OWN = '10 décembre à 7h30'
const FOR_AGREED = 'dites-lui que, pour « jeudi 10 décembre, 8 h », vous partez à 9 h'
const MOVED_CODE = /l’heure ou le jour du trajet a changé/

for (const by of ['driver', 'passenger'] as const)
  test(`the agreed hour of a ride moves with it, while the ${by} asks another`, async () => {
    const { box, odile, ride, sees, pages, coded } = await moving(undefined, OWN, by)
    using _ = box
    await sees()
    await correct(box, odile, ride, '09:00')
    const leaves =
      /le rendez-vous reste « jeudi 10 décembre, 8 h »[.]? .*Le trajet part maintenant à 9 h/
    for (const text of await pages()) {
      assert.match(text, leaves)
      assert.doesNotMatch(text, /n’a pas changé|tient toujours/)
    }
    assert.match((await pages())[1]!, new RegExp(`Appelez le 04 77 24 11 22 : ${FOR_AGREED}\\.`))
    assert.match(await coded(), MOVED_CODE)
    await correct(box, odile, ride, '08:00')
    for (const text of await pages()) assert.doesNotMatch(text, /maintenant|Appelez/)
    assert.doesNotMatch(await coded(), MOVED_CODE)
    assert.deepEqual(box.faults, [])
  })

test('one call asks about another moment, and says when the agreed ride leaves', async () => {
  const { box, odile, ride, says, tell, pages } = await moving(undefined, OWN, 'driver')
  using _ = box
  await correct(box, odile, ride, '09:00')
  assert.match(await says(), new RegExp(`demandez-lui si « ${OWN} » lui va ; ${FOR_AGREED}$`))
  await tell()
  assert.doesNotMatch(await says(), /appelez/i)
  for (const text of await pages()) assert.match(text, /Le trajet part maintenant à 9 h/)
  assert.deepEqual(box.faults, [])
})

test('what was agreed apart holds, while the hour of the ride is asked and moves', async () => {
  const asked = 'jeudi 10 décembre, 8 h'
  const { box, odile, ride, says, sees, pages, coded } = await moving(OWN, asked, 'driver')
  using _ = box
  await sees()
  await correct(box, odile, ride, '09:00')
  const holds =
    /rendez-vous reste « 10 décembre à 7h30 »[.]? .*dit maintenant 9 h, mais l’heure convenue tient/
  for (const text of await pages()) {
    assert.match(text, holds)
    assert.doesNotMatch(text, /part maintenant/)
  }
  const stands = '; ce qui est convenu tient toujours \\(« 10 décembre à 7h30 »'
  assert.match((await pages())[0]!, new RegExp(`a changé son annonce[^;]*9 h[^;]*${stands}`))
  assert.match(await says(), new RegExp(`dites-lui que l’annonce a changé : «.* 9 h.*${stands}`))
  assert.doesNotMatch(await coded(), MOVED_CODE)
  assert.deepEqual(box.faults, [])
})

test('a notice that comes to say what was agreed apart is no reason to call', async () => {
  const { box, odile, ride, says, ticket, visitor, at } = await byTicket()
  using _ = box
  await box.leadsTo(odile, `${at}/repondre`, { says: 'other', when: OWN })
  await box.leadsTo(visitor, `${ticket}/repondre`, { says: 'yes', from: ticket })
  await odile.fill(await odile.get(at), `${at}/vu`)
  await correct(box, odile, ride, '07:30')
  assert.doesNotMatch(await says(), /appelez/i)
  assert.doesNotMatch((await odile.get(at)).text, /Appelez/)
  const title = `${RIDE.title}, au marché`
  await correctAll(box.leadsTo, odile, ride, { rideAt: '09:00', title })
  const call = /dites-lui que l’annonce a changé : «.* 9 h.*» ; ce qui est convenu tient toujours/
  assert.match(await says(), call)
  assert.deepEqual(box.faults, [])
})

/** Ginette agrees on the way back, at 17 h, and knows it. */
async function onWayBack() {
  const of = await byTicket({ rideBackAt: '17:00' })
  const { box, odile, ride, at, ticket, visitor } = of
  await box.leadsTo(odile, `${at}/repondre`, { says: 'other', when: BACK })
  await box.leadsTo(visitor, `${ticket}/repondre`, { says: 'yes', from: ticket })
  await odile.fill(await odile.get(at), `${at}/vu`)
  const moves = (fields: Readonly<Record<string, string>>) =>
    correctAll(box.leadsTo, odile, ride, fields)
  const pages = async () => {
    const all = [await visitor.get(ticket), await odile.get(at), await odile.get('/arrangements')]
    return all.map(({ text }) => text.replaceAll(/[\u00a0\u202f]/g, ' '))
  }
  return { ...of, moves, pages }
}
const BACK = 'jeudi 10 décembre à 17 h'

test('what is agreed at the hour of the way back follows that hour', async () => {
  const { box, odile, at, says, tell, moves, pages } = await onWayBack()
  using _ = box
  await moves({ rideAt: '09:00', rideBackAt: '18:00' })
  const call = 'Ginette, 04 77 24 11 22 : dites-lui que le retour part maintenant à 18 h'
  assert.match(await says(), new RegExp(`${call}$`))
  for (const text of await pages()) {
    assert.match(text, /Le retour part maintenant à 18 h/)
    assert.doesNotMatch(text, /trajet part maintenant|vous partez/)
  }
  assert.match((await pages())[1]!, /Appelez le .* : dites-lui que le retour part .* à 18 h\./)
  await tell()
  await moves({ rideAt: '07:00' })
  assert.doesNotMatch(await says(), /appelez/i, 'the hour of the way back was told')
  await box.leadsTo(odile, `${at}/repondre`, { says: 'not' })
  assert.match(await says(), /« jeudi 10 décembre à 18 h » est annulé/)
  assert.deepEqual(box.faults, [])
})

test('an hour of the way there moves nobody who agreed on the way back', async () => {
  const { box, odile, at, says, moves, pages } = await onWayBack()
  using _ = box
  await moves({ rideAt: '09:00' })
  assert.doesNotMatch(await says(), /appelez/i)
  for (const text of await pages())
    assert.doesNotMatch(text, /Appelez|part maintenant|mainten.* 9 h/)
  const stands = `; ce qui est convenu tient toujours (« ${BACK} »`
  assert.ok((await pages())[0]!.includes(stands), 'beside the news of the notice')
  await box.leadsTo(odile, `${at}/repondre`, { says: 'not' })
  assert.match(await says(), new RegExp(`« ${BACK} » est annulé`))
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

test('a slip of the way back is made where that hour moves, and says it', async () => {
  const { box, odile, ride, at } = await bySlip({ when: 'jeudi 10 décembre, 8 h' })
  using _ = box
  await correctAll(box.leadsTo, odile, ride, { rideBackAt: '17:00' })
  await handAll(box)
  await box.leadsTo(odile, `${at}/repondre`, { says: 'other', when: BACK })
  await box.leadsTo(box.keeper, `${at}/repondre`, { party: '1', says: 'yes' })
  await handAll(box)
  await correct(box, odile, ride, '09:00')
  assert.deepEqual(saidToHand(box), [])
  await correctAll(box.leadsTo, odile, ride, { rideAt: '07:00', rideBackAt: '18:00' })
  assert.deepEqual(saidToHand(box), [MOVED])
  await handAll(box)
  await box.leadsTo(odile, `${at}/repondre`, { says: 'not' })
  const off = 'Finalement, ça ne se fait pas : jeudi 10 décembre à 18 h.'
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
