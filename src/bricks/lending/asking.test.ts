import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from '../../../tests/support/browser.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** A box with a saw and its page. */
function opened(fields: object = {}): TestBox & Readonly<{ saw: string; at: string }> {
  const box = testBox()
  box.territory()
  const saw = box.bring('thing', { title: 'Scie', kind: 'tool', unit: 'day', ...fields })
  return { ...box, saw, at: `${PATH}/${saw}` }
}
const requestIn = (box: TestBox): string =>
  String(box.read.all('SELECT id FROM booking_request_home ORDER BY id DESC LIMIT 1')[0]?.['id'])
const DAY = { startsOn: '2026-12-12' }

test('who has no card asks, and reads on the ticket what became of it', async () => {
  using box = opened()
  const zoe = box.visitor()
  const sent = await box.doneBy(zoe, `${box.at}/reserver`, {
    ...DAY,
    name: 'Zoé',
    phone: '06 12 34 56 78',
  })
  const ticket = sent.location.split('?')[0]!
  assert.match(ticket, /^\/billet\//)
  assert.match((await zoe.get(ticket)).text, /C’est demandé\. Rien n’est réservé avant la réponse/)
  const no = `${PATH}/demandes/${requestIn(box)}/refuser`
  await box.doneBy(box.keeper, no, { answer: 'elle est au réglage' })
  const told = (await zoe.get(ticket)).text
  assert.match(told, /Scie, samedi 12 décembre : pas cette fois.*elle est au réglage/s)
  const heard = box.visitor('wifi')
  assert.doesNotMatch((await heard.get(ticket)).text, /réglage|Zoé/, 'anybody near may read http')
})

test('who has no card takes the request back by the ticket', async () => {
  using box = opened()
  const zoe = box.visitor()
  const sent = await box.doneBy(zoe, `${box.at}/reserver`, { ...DAY, name: 'Zoé' })
  const ticket = sent.location.split('?')[0]!
  await zoe.send(`${ticket}/reprendre`)
  assert.doesNotMatch((await box.keeper.get(box.at)).text, /Zoé/)
})

test('once it is given, the ticket names the thing, gives it back, and erases all of it', async () => {
  using box = opened({ depositCents: 15000, where: 'derrière l’atelier', who: 'Sylvie' })
  const asks = async () => {
    const zoe = box.visitor()
    const sent = await box.doneBy(zoe, `${box.at}/reserver`, {
      ...DAY,
      name: 'Zoé',
      use: 'planches',
    })
    const ticket = sent.location.split('?')[0]!
    return { zoe, ticket, request: requestIn(box) }
  }
  const first = await asks()
  assert.match((await first.zoe.get(first.ticket)).text, /Scie samedi 12 décembre C’est demandé/)
  await box.doneBy(box.keeper, `${PATH}/demandes/${first.request}/accorder`)
  const told = (await first.zoe.get(first.ticket)).text
  assert.match(told, /c’est à vous, samedi 12 décembre.*Votre mot : scie/s)
  assert.match(told, /derrière l’atelier.*caution : 150.*Sylvie/s)
  assert.match(
    told,
    /besoin Ce sera libre pour quelqu’un d’autre : samedi 12 décembre\. Oui, rendre/,
  )
  const late = await first.zoe.get(`${first.ticket}/corriger`)
  assert.equal(late.status, 200)
  assert.match(late.text, /une réponse est venue\. Votre billet dit où cela en est/)
  assert.match(late.body, new RegExp(`href="${first.ticket}"`))
  await box.doneBy(first.zoe, `${first.ticket}/rendre`)
  assert.match((await first.zoe.get(first.ticket)).text, /C’est annulé/)
  const free = async () => (await box.keeper.get(`${box.at}?startsOn=2026-12-12`)).text
  assert.match(await free(), /c’est libre/)

  const second = await asks()
  await box.doneBy(box.keeper, `${PATH}/demandes/${second.request}/accorder`)
  const erasing = await second.zoe.get(`${second.ticket}/reprendre`)
  assert.match(erasing.text, /Votre réservation, samedi 12 décembre, sera annulée/)
  await second.zoe.send(`${second.ticket}/reprendre`)
  assert.match(await free(), /c’est libre/)
  assert.doesNotMatch(await free(), /Zoé|planches/)
  assert.deepEqual(box.read.all('SELECT * FROM booking_home WHERE name IS NOT NULL'), [])
  assert.deepEqual(box.read.all('SELECT id FROM booking WHERE removed IS NOT 1'), [])
})

test('the ticket names what stands in for the thing, its place, its deposit and the same word', async () => {
  using box = opened({ depositCents: 5000, where: 'à l’atelier', who: 'Sylvie' })
  const { zoe, ticket } = await granted(box)
  const word = /Votre mot : ([^.]+)\./.exec((await zoe.get(ticket)).text)?.[1]
  assert.ok(word)
  const fields = { title: 'Égoïne', kind: 'tool', unit: 'day' }
  const place = { depositCents: 8000, where: 'à la mairie', who: 'Bruno' }
  const par = box.bring('thing', { ...fields, ...place })
  await box.doneBy(box.keeper, `${box.at}/remplacer`, { par })
  const { text } = await zoe.get(ticket)
  assert.match(text, /Égoïne.*c’est à vous/s)
  assert.match(text, /Égoïne remplace Scie\..*à la mairie.*caution : 80.*Bruno/s)
  assert.ok(text.includes(`Votre mot : ${word}.`))
  assert.doesNotMatch(text, /à l’atelier|Sylvie|caution : 50/)
  const heard = (await box.visitor('wifi').get(ticket)).text
  assert.doesNotMatch(heard, /Égoïne|Zoé/, 'anybody near may read http')
})

/** Zoé, without a card, who was granted the thing for a day. */
async function granted(box: ReturnType<typeof opened>) {
  const zoe = box.visitor()
  const sent = await box.doneBy(zoe, `${box.at}/reserver`, { ...DAY, name: 'Zoé' })
  await box.doneBy(box.keeper, `${PATH}/demandes/${requestIn(box)}/accorder`)
  return { zoe, ticket: sent.location.split('?')[0]! }
}

test('by the ticket one asks for another day, and the granted one holds until the answer', async () => {
  using box = opened()
  const { zoe, ticket } = await granted(box)
  const days = () => box.read.all('SELECT startsOn, endsOn FROM booking WHERE removed IS NOT 1')
  const ask = (startsOn: string) => zoe.post(`${ticket}/autre-jour`, { startsOn, endsOn: startsOn })
  await box.doneBy(zoe, `${ticket}/autre-jour`, { startsOn: '2026-12-15', endsOn: '2026-12-15' })
  const told = (await zoe.get(ticket)).text
  assert.match(told, /samedi 12 décembre.*à la place : mardi 15 décembre\. Les jours accordés/s)
  const seen = (await box.keeper.get(box.at)).text
  assert.match(seen, /Zoé le demande : mardi 15.*place de ce qui est accordé : samedi 12 décembre/s)
  assert.match((await box.keeper.get('/')).text, /Zoé \(sans carte\) demande : Scie/)
  await box.doneBy(box.keeper, `${PATH}/demandes/${requestIn(box)}/refuser`, { answer: 'foire' })
  assert.match((await zoe.get(ticket)).text, /c’est à vous, samedi 12.*mardi 15.*pas cette.*foire/s)
  assert.equal(days()[0]?.['startsOn'], '2026-12-12')
  box.bring('booking', { thing: box.saw, startsOn: '2026-12-20', state: 'booked' })
  assert.equal((await ask('2026-12-20')).status, 422)
  await box.doneBy(zoe, `${ticket}/autre-jour`, { startsOn: '2026-12-16', endsOn: '2026-12-16' })
  await box.doneBy(box.keeper, `${PATH}/demandes/${requestIn(box)}/accorder`)
  assert.match((await zoe.get(ticket)).text, /c’est à vous, mercredi 16 décembre/)
  assert.equal(days()[0]?.['startsOn'], '2026-12-16')
  assert.equal(days().length, 2)
  await box.doneBy(zoe, `${ticket}/autre-jour`, { startsOn: '2026-12-17', endsOn: '2026-12-17' })
  await box.doneBy(zoe, `${ticket}/rendre`)
  assert.doesNotMatch((await box.keeper.get(box.at)).text, /Zoé le demande/)
})

test('the list says why the first has it: who had it least', async () => {
  using box = opened()
  const [paul, nadia, hugo] = [
    await box.member('Paul'),
    await box.member('Nadia'),
    await box.member('Hugo'),
  ]
  for (const startsOn of ['2026-11-07', '2026-11-14', '2026-11-21'])
    box.bring('booking', { thing: box.saw, startsOn, state: 'back', member: nadia.id })
  await box.doneBy(paul, `${box.at}/reserver`, DAY)
  const waits = { ...DAY, attendre: '1', dire: '1' }
  await box.doneBy(nadia, `${box.at}/reserver`, waits)
  await box.doneBy(hugo, `${box.at}/reserver`, waits)
  const [row] = box.read.all('SELECT id FROM booking WHERE startsOn = ?', DAY.startsOn)
  await box.doneBy(paul, `${PATH}/reservations/${row?.['id']}/annuler`)
  const no = await nadia.post(`${box.at}/reserver`, DAY)
  assert.match(no.text, /Hugo l’attendait, et l’a eu zéro fois depuis un an/)
  assert.match(no.text, /vous, trois fois/)
  assert.match(no.text, /soir du dimanche 6 décembre/)
  await box.doneBy(hugo, `${box.at}/reserver`, DAY)
})

test('what is asked each time, or open to some, waits for an answer of who is in charge', async () => {
  using box = opened({ forWhom: 'group' })
  const [paul, nadia, lea] = [
    await box.member('Paul'),
    await box.member('Nadia'),
    await box.member('Léa'),
  ]
  box.bringAll({ type: 'thing', id: box.saw, fields: { group: [paul.id] }, space: 'home' })
  box.bring('charge', { person: lea.id, over: box.saw, since: '2026-01-01' }, 'home')
  await box.doneBy(paul, `${box.at}/reserver`, DAY)
  await box.doneBy(nadia, `${box.at}/reserver`, { startsOn: '2026-12-14', phone: '0611223344' })
  assert.equal(box.read.all('SELECT * FROM booking').length, 1)
  const seen = (await lea.get(box.at)).text
  assert.match(seen, /Nadia.*le demande/s)
  await box.doneBy(lea, `${PATH}/demandes/${requestIn(box)}/accorder`)
  assert.equal(box.read.all('SELECT * FROM booking').length, 2)
  await box.doneBy(nadia, `${box.at}/reserver`, { startsOn: '2026-12-16' })
  await box.doneBy(lea, `${PATH}/demandes/${requestIn(box)}/accorder`, { toujours: '1' })
  await box.doneBy(nadia, `${box.at}/reserver`, { startsOn: '2026-12-18' })
  assert.equal(box.read.all('SELECT * FROM booking').length, 4, 'she asks no more')
  await box.doneBy(lea, `${box.at}/redemander`, { membre: nadia.id })
  await box.doneBy(nadia, `${box.at}/reserver`, { startsOn: '2026-12-20' })
  assert.equal(box.read.all('SELECT * FROM booking').length, 4, 'she asks again')
  assert.doesNotMatch((await paul.get(box.at)).text, /Nadia|06 ?11/, 'who has it is not told')
})

test('over http nobody reads who has a thing, the one in charge neither', async () => {
  using box = opened()
  const lea = await box.member('Léa', 'wifi')
  box.bring('charge', { person: lea.id, over: box.saw, since: '2026-01-01' }, 'home')
  const zoe = { ...DAY, name: 'Zoé', phone: '06 12 34 56 78' }
  await box.doneBy(box.keeper, `${box.at}/reserver`, zoe)
  assert.doesNotMatch((await lea.get(box.at)).text, /Zoé|06 ?12/)
})

test('what comes back broken is said to both, and goes out no more before it is repaired', async () => {
  using box = opened()
  const paul = await box.member('Paul')
  await box.doneBy(paul, `${box.at}/reserver`, { startsOn: '2026-12-05' })
  const id = String(box.read.all('SELECT id FROM booking')[0]?.['id'])
  const booking = `${PATH}/reservations/${id}`
  await box.doneBy(box.keeper, `${booking}/remettre`, { tout: '1' })
  const back = { tout: '1', abime: '1', stateBack: 'la lame est tordue' }
  await box.doneBy(box.keeper, `${booking}/rendre`, back)
  for (const who of [paul, box.keeper])
    assert.match((await who.get(booking)).text, /Rendu abîmé : la lame est tordue/)
  const no = await paul.post(`${box.at}/reserver`, { startsOn: '2026-12-12' })
  assert.match(no.text, /à réparer/)
})

test('what was given twice is shown until people settle it, and is asked about no more', async () => {
  using box = opened()
  const twice = ['Paul', 'Zoé'].map(name =>
    box.bring('booking', { thing: box.saw, startsOn: '2026-12-12', state: 'booked', name }),
  )
  assert.match((await box.keeper.get(box.at)).text, /Promis deux fois/)
  assert.doesNotMatch((await box.visitor().get(box.at)).text, /Promis deux fois|Zoé/)
  const [one, other] = twice
  await box.doneBy(box.keeper, `${PATH}/reservations/${one}/arranger`, { avec: other! })
  assert.doesNotMatch((await box.keeper.get(box.at)).text, /Promis deux fois/)
})

test('a rule that says no offers no list to wait on, and what is taken does', async () => {
  using box = opened({ longestDays: 1 })
  const [paul, nadia] = [await box.member('Paul'), await box.member('Nadia')]
  const page = { from: box.at, ...DAY }
  const long = await paul.post(`${box.at}/reserver`, { ...page, endsOn: '2026-12-14' })
  assert.match(long.text, /1 jour au plus/)
  assert.doesNotMatch(long.text, /sur la liste/)
  await box.doneBy(paul, `${box.at}/reserver`, DAY)
  assert.match((await nadia.post(`${box.at}/reserver`, page)).text, /sur la liste/)
})

test('upkeep that is due by time keeps a thing from going out, from its first day on', async () => {
  using box = opened({ upkeepDays: 30 })
  const paul = await box.member('Paul')
  await box.doneBy(paul, `${box.at}/reserver`, DAY)
  box.later(31 * 24 * 3_600_000)
  const again = await box.memberOf(paul.id)
  const next = { from: box.at, startsOn: '2027-01-20' }
  assert.match((await again.post(`${box.at}/reserver`, next)).text, /L’entretien est à faire/)
})

test('a day, an hour or an order of days that is none is said as what it is', async () => {
  using box = opened({ unit: 'hour' })
  const answered = async (query: string): Promise<string> => {
    const { text } = await box.visitor().get(`${box.at}?${query}`)
    return text.split('Libre en ce moment.')[1]?.split('Libre quel jour')[0] ?? ''
  }
  assert.match(await answered('startsOn=sam12'), /sam12.*écrivez un jour/s)
  assert.match(await answered('startsOn=2026-12-12&endsOn=31+février'), /31 février.*un jour/s)
  assert.match(await answered('startsOn=2026-12-12&startsAt=27h'), /27h.*écrivez une heure/s)
  const reversed = await answered('startsOn=2026-12-12&endsOn=2026-12-05')
  assert.match(reversed, /Le dernier jour .* vient avant le premier/)
  assert.doesNotMatch(reversed, /écrivez/)
  assert.match(await answered('startsOn=2026-12-12&startsAt=14h&endsAt=16h'), /c’est libre/)
})

test('a telephone that only the box knows counts for the rules, and reaches no other member', async () => {
  using box = opened({ forWhom: 'asked', mostAhead: 1 })
  const phone = '04 77 12 12 12'
  const [lea, rosa, marc] = [
    await box.member('Léa'),
    await box.member({ name: 'Rosa', phone }),
    await box.member({ name: 'Marc', phone }),
  ]
  box.bring('charge', { person: lea.id, over: box.saw, since: '2026-01-01' }, 'home')
  await box.doneBy(rosa, `${box.at}/reserver`, DAY)
  assert.match((await lea.get(box.at)).text, /Rosa le demande/)
  assert.doesNotMatch((await lea.get(box.at)).text, /04.77.12/)
  assert.match((await box.keeper.get(box.at)).text, /Rosa le demande.*04.77.12/s)
  await box.doneBy(lea, `${PATH}/demandes/${requestIn(box)}/accorder`)
  const two = await marc.post(`${box.at}/reserver`, { startsOn: '2026-12-20' })
  assert.match(two.text, /Pas plus de 1 réservation/)
  assert.equal(two.status, 422, 'two first names at one telephone are one person')
})

test('under what is taken one asks to be told, and reads until when it is kept', async () => {
  using box = opened()
  const [paul, hugo] = [await box.member('Paul'), await box.member('Hugo')]
  await box.doneBy(paul, `${box.at}/reserver`, DAY)
  const taken = (await hugo.get(`${box.at}?startsOn=2026-12-12`)).body
  const [, wait = ''] = /href="([^"]*attendre=1#demander)"/.exec(taken) ?? []
  const form = (await hugo.get(wait.replaceAll('&amp;', '&').split('#')[0]!)).body
  assert.match(form, /name="attendre"[^>]*checked/)
  await box.doneBy(hugo, `${box.at}/reserver`, { ...DAY, attendre: '1' })
  const [row] = box.read.all('SELECT id FROM booking')
  await box.doneBy(paul, `${PATH}/reservations/${row?.['id']}/annuler`)
  assert.match((await hugo.get('/')).text, /libre samedi 12 décembre, vous l’attendiez : c’est gar/)
  const kept = (await hugo.get(`${box.at}?startsOn=2026-12-12`)).text
  assert.match(kept, /gardé pour vous jusqu’à dimanche 6 décembre au soir/)
  assert.match((await paul.get(box.at)).text, /samedi 12 gardé/)
})

test('who waits reads how many wait before, and who booked is asked before it is given back', async () => {
  using box = opened()
  const [paul, hugo, rosa] = [
    await box.member('Paul'),
    await box.member('Hugo'),
    await box.member('Rosa'),
  ]
  await box.doneBy(paul, `${box.at}/reserver`, DAY)
  await box.doneBy(hugo, `${box.at}/reserver`, { ...DAY, attendre: '1' })
  await box.doneBy(rosa, `${box.at}/reserver`, { ...DAY, attendre: '1' })
  assert.match(
    (await hugo.get(box.at)).text,
    /samedi 12 décembre : vous êtes la première personne à attendre/,
  )
  assert.match(
    (await rosa.get(box.at)).text,
    /samedi 12 décembre : vous êtes la deuxième personne à attendre/,
  )
  const own = (await paul.get(box.at)).body
  assert.match(own, /<summary[^>]*>Je n’en ai plus besoin<.*Oui, rendre ces jours/s)
  const [id] = box.read.all('SELECT id FROM booking')
  for (const page of [box.at, `${PATH}/reservations/${id?.['id']}`]) {
    const asked = /<details[^>]*>\s*<summary[^>]*>Je n’en ai plus besoin<.*?<\/details>/s
    const [fold = ''] = asked.exec((await paul.get(page)).body) ?? []
    assert.match(
      textOf(fold),
      /libre pour quelqu’un d’autre : samedi 12 décembre\. Oui, rendre/,
      page,
    )
  }
})

test('a day that somebody asked for is said so, and nobody is named', async () => {
  using box = opened({ forWhom: 'asked' })
  const rosa = await box.member('Rosa')
  await box.doneBy(rosa, `${box.at}/reserver`, DAY)
  const seen = (await box.visitor().get(box.at)).text
  assert.match(seen, /samedi 12 libre, demandé/)
  assert.doesNotMatch(seen, /Rosa/)
})

test('who booked reads it on the day before, with the word, and what is to be brought back', async () => {
  using box = opened()
  const paul = await box.member('Paul')
  await box.doneBy(paul, `${box.at}/reserver`, { startsOn: '2026-12-06' })
  assert.match(
    (await paul.get('/')).text,
    /Scie, dimanche 6 décembre : c’est à vous, votre mot : sc/,
  )
  assert.match((await paul.get('/moi')).body, /href="\/preter\/mien"/)
  const thing = box.bring('thing', { title: 'Broyeur', kind: 'machine', unit: 'day' })
  const out = { startsOn: '2026-12-04', endsOn: '2026-12-06', state: 'out', member: paul.id }
  box.bring('booking', { thing, ...out })
  assert.match((await paul.get('/')).text, /Broyeur : à rapporter au plus tard dimanche 6 décembre/)
  const nadia = await box.member('Nadia')
  box.bring('booking', { thing, startsOn: '2026-12-08', state: 'booked', member: nadia.id })
  box.later(3 * 24 * 3_600_000)
  const [late, next] = [await box.memberOf(paul.id), await box.memberOf(nadia.id)]
  const { text } = await late.get('/')
  assert.match(text, /Broyeur : on l’attendait dimanche 6 décembre au soir, quelqu’un l’attend déj/)
  assert.match(text, / à rapporter, ou voyez avec Anaïs, au local/)
  assert.match((await next.get('/')).text, /Broyeur, mardi 8 décembre : ce n’est pas encore rentré/)
})

test('who lends reads that somebody booked, and all things are asked for one day', async () => {
  using box = opened()
  const [lea, paul] = [await box.member('Léa'), await box.member('Paul')]
  box.bring('charge', { person: lea.id, over: box.saw, since: '2026-01-01' }, 'home')
  await box.doneBy(paul, `${box.at}/reserver`, DAY)
  assert.match((await lea.get('/')).text, /Paul a réservé : Scie, samedi 12 décembre/)
  assert.doesNotMatch((await paul.get('/')).text, /a réservé/)
  box.bring('thing', { title: 'Broyeur', kind: 'machine', unit: 'day' })
  const list = (await box.visitor().get(`${PATH}?jour=sam12`)).text
  assert.match(list, /sam12 » : écrivez un jour/)
  const day = (await box.visitor().get(`${PATH}?jour=2026-12-12`)).text
  assert.match(day, /Broyeur libre samedi 12 décembre.*Scie pris samedi 12 décembre/s)
})

test('other days of what nobody answered are weighed as the first ones were', async () => {
  using box = opened({ unit: 'hour', hours: 'Mo-Su 08:00-20:00' })
  const zoe = box.visitor()
  const hours = { ...DAY, startsAt: '14:00', endsAt: '16:00' }
  const sent = await box.doneBy(zoe, `${box.at}/reserver`, { ...hours, name: 'Zoé' })
  const ticket = sent.location.split('?')[0]!
  const evening = { startsOn: '2026-12-12', startsAt: '17:00', endsAt: '19:00' }
  box.bring('booking', { thing: box.saw, ...evening, state: 'booked' })
  const { body } = await zoe.get(`${ticket}/corriger`)
  assert.match(body, /name="name"/)
  assert.doesNotMatch(body, /name="(?:startsOn|startsAt|endsOn|endsAt)"/)
  await zoe.post(`${ticket}/corriger`, { name: 'Zoé', startsAt: '21:00', endsAt: '23:00' })
  const row = () => box.read.all('SELECT startsAt, endsAt FROM booking_request_home')[0]
  assert.deepEqual({ ...row() }, { startsAt: '14:00', endsAt: '16:00' }, 'no way around it')
  const ask = async (startsAt: string, endsAt: string) => {
    box.later(1_000)
    return zoe.post(`${ticket}/autre-jour`, { from: ticket, ...hours, startsAt, endsAt })
  }
  for (const [from, until, why] of [
    ['19:00', '22:00', /Demander un autre jour .*Cela ferme samedi 12 décembre à 20 h/],
    ['16:00', '18:00', /C’est pris/],
  ] as const) {
    const no = await ask(from, until)
    assert.equal(no.status, 422)
    assert.match(no.text, why)
  }
  assert.deepEqual({ ...row() }, { startsAt: '14:00', endsAt: '16:00' })
  assert.equal((await ask('10:00', '12:00')).status, 303)
  const told = (await zoe.get(ticket)).text
  assert.match(told, /samedi 12 décembre, de 10 h à 12 h C’est demandé/)
  assert.match((await box.keeper.get(box.at)).text, /Zoé le demande : samedi 12 .* de 10 h à 12 h/)
})

test('a rule that meets a yes is said with the reason that goes past it', async () => {
  using box = opened({ longestDays: 2 })
  const days = { startsOn: '2026-12-12', endsOn: '2026-12-16', name: 'Zoé', state: 'asked' }
  const id = box.bring('booking-request', { thing: box.saw, ...days }, 'home')
  const yes = `${PATH}/demandes/${id}/accorder`
  const no = await box.keeper.post(yes, { from: box.at })
  assert.equal(no.status, 422)
  assert.match(no.text, /2 jours au plus/)
  assert.match(no.text, /Pourquoi passer la règle/)
  const form = new RegExp(`<form[^>]*action="${yes}".*?</form>`, 's').exec(no.body)?.[0] ?? ''
  assert.match(form, /name="why"/)
  assert.equal(no.body.match(/id="f-why"/g)?.length, 1)
  assert.match(no.body, /href="#f-why"/)
  box.later(1_000)
  await box.doneBy(box.keeper, yes, { from: box.at, why: 'un chantier' })
  assert.match((await box.keeper.get(box.at)).text, /Au-delà de la règle : un chantier/)
})
