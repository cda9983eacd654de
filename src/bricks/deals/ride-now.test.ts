import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sentNotice } from '../../../tests/exchange/web-villages.ts'
import { filledIn, formsIn } from '../../../tests/support/forms.ts'
import { testBox } from '../../../tests/support/test-box.ts'

/** On Saturday 5 December: a ride of each Thursday, agreed with a member and with a visitor. */
async function agreedRide() {
  const box = testBox()
  box.territory()
  const [odile, karim] = [await box.member('Odile'), await box.member('Karim')]
  const sent = { reachBy: 'word', accord: 'ici', heure: '8 h 30', places: '2' }
  const title = 'je descends à Montbrison tous les jeudis'
  const { location } = await odile.post('/annonces/proposer', { ...sent, title })
  const id = /[0-9a-z]{26}/.exec(location)![0]
  const act = box.leadsTo
  const at = await act(karim, '/arrangements/interet', { annonce: id })
  await act(karim, `${at}/proposer`, { when: 'chaque jeudi, 8 h 30' })
  await act(odile, `${at}/repondre`, { says: 'yes' })
  box.later(1_000)
  const asked = { firstName: 'Ginette', reach: '04 77 24 11 22', day: '2026-12-10 08:30' }
  const begun = await box.visitor().post('/arrangements/interet', { annonce: id, ...asked })
  const ticket = begun.location.split('?')[0]!
  const thread = /\/arrangements\/[0-9a-z]{26}/
  const hers = [...(await odile.get('/arrangements')).body.matchAll(new RegExp(thread, 'g'))]
    .map(([one]) => one)
    .find(one => one !== at)!
  await act(odile, `${hers}/repondre`, { says: 'yes' })
  const correct = async (fields: Record<string, string>): Promise<void> => {
    const page = await odile.get(`/annonces/${id}/modifier`)
    const { action } = formsIn(page).find(one => one.fields['rideAt'] !== undefined)!
    await act(odile, action, { ...filledIn(page, action), ...fields } as Record<string, string>)
  }
  /** `noticeAs`: what their pages show of it. */
  const see = async (noticeAs = {}): Promise<void> => {
    await act(karim, `${at}/vu`, { from: at, ...noticeAs })
    box.later(1_000)
    await box.visitor().post(`${ticket}/vu`, { from: ticket, ...noticeAs })
  }
  const pages = async () => ({
    odile: (await odile.get(at)).text,
    hers: (await odile.get(hers)).text,
    karim: (await karim.get(at)).text,
    list: (await karim.get('/arrangements')).text,
    drives: (await odile.get('/arrangements')).text,
    ticket: (await box.visitor().get(ticket)).text,
  })
  /** What the word and the digits of the ticket say. */
  const noted = async (): Promise<string> => {
    const page = await box.visitor().get(ticket)
    const code = /ticket-code"><b>([^<]+)</.exec(page.body)![1]!
    return (await box.visitor().get(`/billet?code=${encodeURIComponent(code)}`)).text
  }
  const ticketSays = (says: string) =>
    act(box.visitor(), `${ticket}/repondre`, { says, from: ticket })
  return {
    box,
    id,
    at,
    threads: [at, hers],
    noted,
    ticketSays,
    odile,
    karim,
    act,
    correct,
    see,
    pages,
  }
}

test('beside the agreed hour of a ride stands its hour of now, on each page, as long as it differs', async () => {
  const { box, noted, correct, see, pages } = await agreedRide()
  using _ = box
  for (const text of Object.values(await pages())) assert.doesNotMatch(text, /maintenant à/)
  await correct({ rideAt: '09:00' })
  for (const _time of ['before', 'after']) {
    for (const [of, text] of Object.entries(await pages()))
      assert.match(text, /8\sh\s30.*Le trajet part maintenant à 9\sh/, of)
    assert.match(await noted(), /C’est convenu\. Mais l’heure ou le jour du trajet a changé\./)
    await see()
  }
  await correct({ rideAt: '08:30' })
  for (const text of Object.values(await pages())) assert.doesNotMatch(text, /maintenant à/)
  assert.doesNotMatch(await noted(), /du trajet/)
  assert.deepEqual(box.faults, [])
})

const CLOSED = /L’annonce de ce trajet est fermée\s: demandez s’il se fait encore/

test('an ended ride lists no next times, and asks its driver whether what is agreed is driven', async () => {
  const { box, id, noted, odile, act, see, pages } = await agreedRide()
  using _ = box
  assert.match((await box.visitor().get(`/annonces/${id}`)).text, /Prochaines fois/)
  await act(odile, '/annonces/fermer', { id })
  const told = await pages()
  for (const text of [told.karim, told.ticket]) {
    assert.match(text, /Odile a fermé son annonce/)
    assert.doesNotMatch(text, /tient toujours|C’est fait/)
  }
  assert.doesNotMatch((await box.visitor().get(`/annonces/${id}`)).text, /Prochaines fois/)
  await see({ noticeAs: '' })
  const { odile: hisOf, hers, drives, ...takers } = await pages()
  for (const [of, text] of Object.entries(takers)) assert.match(text, CLOSED, of)
  const asked = 'compte sur vous \\(«\\s?(?:chaque jeudi|jeudi 10 décembre), 8\\sh\\s30'
  for (const text of [hisOf, hers, drives, (await odile.get('/')).text]) {
    assert.match(text, new RegExp(`(?:Karim|Ginette).* ${asked}`))
    assert.doesNotMatch(text, /demandez s’il se fait encore/)
  }
  assert.match(await noted(), /C’est convenu\. Mais l’annonce de ce trajet est fermée/)
  await act(odile, '/annonces/rouvrir', { id })
  const again = await pages()
  for (const text of Object.values(again)) assert.doesNotMatch(text, /fermée|compte sur vous/)
  for (const text of [again.karim, again.ticket]) {
    assert.match(text, /Odile a rouvert son annonce\s: «/)
    assert.doesNotMatch(text, /changé son annonce/)
  }
})

test('the driver answers in one press: it is still driven, or it is off', async () => {
  const { box, id, at, odile, karim, act, pages } = await agreedRide()
  using _ = box
  await act(odile, '/annonces/fermer', { id })
  box.later(1_000)
  const yes = await odile.fill(await odile.get(at), `${at}/mot`, {})
  assert.equal(yes.status, 303, yes.text)
  assert.doesNotMatch((await odile.get(at)).text, /compte sur vous|Un mot ne change rien/)
  const { text } = await karim.get(at)
  assert.match(text, /Le trajet se fait toujours\s: chaque jeudi, 8\sh\s30/)
  assert.doesNotMatch(text, CLOSED)
  const { drives, hers } = await pages()
  assert.match(drives, /Ginette.*compte sur vous/)
  assert.match(hers, /Non, c’est annulé/)
  const other = /\/arrangements\/[0-9a-z]{26}/g
  const of = [...(await odile.get('/arrangements')).body.matchAll(other)].map(([one]) => one)
  await act(odile, `${of.find(one => one !== at)}/repondre`, { says: 'not' })
  assert.match((await pages()).ticket, /Odile dit que, finalement, ça ne se fait pas/)
  assert.doesNotMatch((await odile.get('/')).text, /compte sur vous/)
  assert.deepEqual(box.faults, [])
})

test('that it is driven, said in one press with its hour of now, leaves no doubt', async () => {
  const { box, id, at, odile, act, correct } = await agreedRide()
  using _ = box
  await correct({ rideAt: '09:00' })
  await act(odile, '/annonces/fermer', { id })
  box.later(1_000)
  const yes = await odile.fill(await odile.get(at), `${at}/mot`, {})
  assert.equal(yes.status, 303, yes.text)
  const { text } = await odile.get(at)
  assert.match(text, /Le trajet se fait toujours.*maintenant à 9\sh/)
  assert.doesNotMatch(text, MOVES_NOTHING)
})

const MOVES_NOTHING = /Un mot ne change rien à ce qui est convenu/

test('a driver who takes nobody else keeps those who count on them, and tells them so', async () => {
  const { box, id, odile, karim, act, threads, pages } = await agreedRide()
  using _ = box
  const page = await odile.get(`/annonces/${id}`)
  const sent = await odile.fill(page, '/arrangements/trajet-complet', {})
  assert.equal(sent.status, 303, sent.text)
  assert.match((await odile.get(sent.location)).text, /Les personnes qui comptent sur vous liront/)
  const { karim: his, ticket, odile: hers } = await pages()
  for (const text of [his, ticket]) {
    assert.match(text, /Je ne prends plus personne\. Ce qui est convenu tient/)
    assert.doesNotMatch(text, CLOSED)
  }
  assert.doesNotMatch(hers, /compte sur vous/)
  for (const thread of threads)
    assert.doesNotMatch((await odile.get(thread)).text, MOVES_NOTHING, 'nobody typed a word')
  assert.match((await box.visitor().get(`/annonces/${id}`)).text, /n’est plus|fini/)
  const refused = await karim.post('/arrangements/trajet-complet', { annonce: id })
  assert.equal(refused.status, 422)
  for (const thread of threads) await act(odile, `${thread}/repondre`, { says: 'not' })
  const { karim: off, ticket: hersOff } = await pages()
  for (const text of [off, hersOff]) {
    assert.match(text, /Odile dit que, finalement, ça ne se fait pas/)
    assert.doesNotMatch(text, /ne se fait pas[^.]*avec ce mot/)
  }
  assert.deepEqual(box.faults, [])
})

const HOLDS =
  /L’annonce dit maintenant 9\sh, mais l’heure convenue tient\s: demandez un autre moment si/
const THEIRS = 'jeudi 17 décembre, passe me prendre à 7h30'

test('an hour that people agreed otherwise than the notice is theirs, when the notice changes too', async () => {
  const { box, at, odile, karim, act, correct } = await agreedRide()
  using _ = box
  await act(karim, `${at}/repondre`, { says: 'other', when: THEIRS })
  await act(odile, `${at}/repondre`, { says: 'yes' })
  const text = async () => (await karim.get(at)).text
  assert.match(await text(), /Convenu\..*7h30/)
  assert.doesNotMatch(await text(), /L’annonce dit|part maintenant/)
  await correct({ rideAt: '09:00' })
  for (const who of [karim, odile])
    for (const path of [at, '/arrangements']) {
      const { text } = await who.get(path)
      assert.match(text, HOLDS, path)
      assert.match(text, /passe me prendre à 7h30/, path)
    }
  const news =
    /Odile a changé son annonce[^;]*9\sh[^;]*; ce qui est convenu tient toujours \(«\s[^»]*7h30/
  for (const path of [at, '/arrangements', '/']) assert.match((await karim.get(path)).text, news)
  assert.doesNotMatch(await text(), /maintenant à|Mon trajet/)
  await act(karim, `${at}/repondre`, { says: 'other', when: 'jeudi 17 décembre, 7 h 15' })
  await correct({ rideAt: '09:10' })
  const stays =
    /reste «\s[^»]*7h30\s»\. L’annonce dit maintenant 9\sh\s10, mais l’heure convenue tient\./
  for (const who of [karim, odile]) assert.match((await who.get(at)).text, stays)
  assert.doesNotMatch(await text(), /heure proposée/)
  await act(odile, `${at}/repondre`, { says: 'yes' })
  await act(odile, `${at}/repondre`, { says: 'other', when: 'vendredi, 7 h 30' })
  await act(karim, `${at}/repondre`, { says: 'yes' })
  assert.doesNotMatch(await text(), /maintenant/, 'another day than the ride’s, as they agreed')
})

test('of an hour that was agreed apart, a ticket says that it holds', async () => {
  const { box, id, threads, noted, odile, act, correct, pages, ticketSays } = await agreedRide()
  using _ = box
  await act(odile, `${threads[1]!}/repondre`, { says: 'other', when: '10 décembre à 7h30' })
  await ticketSays('yes')
  await correct({ rideAt: '09:00' })
  const { ticket, hers, karim: his } = await pages()
  for (const text of [ticket, hers]) {
    assert.match(text, HOLDS)
    assert.doesNotMatch(text, /maintenant à|dites-lui/)
  }
  assert.match(await noted(), /C’est convenu\./)
  assert.doesNotMatch(await noted(), /du trajet/)
  assert.match(his, /8\sh\s30.*Le trajet part maintenant à 9\sh/, 'he agreed on the ride’s hour')
  await act(odile, '/annonces/fermer', { id })
  const closed = await pages()
  assert.match(closed.ticket, /est fermée/)
  for (const text of [closed.ticket, closed.hers]) assert.doesNotMatch(text, /9\sh|dit maintenant/)
  assert.deepEqual(box.faults, [])
})

test('of an hour that is proposed apart, it is said that it has not changed', async () => {
  const { box, at, karim, act, correct, odile } = await agreedRide()
  using _ = box
  await act(karim, `${at}/repondre`, { says: 'not' })
  await act(karim, `${at}/proposer`, { when: 'jeudi 17 décembre à 7h30' })
  await correct({ rideAt: '09:00' })
  for (const who of [karim, odile])
    assert.match((await who.get(at)).text, /dit maintenant 9\sh, mais l’heure proposée n’a pas/)
})

test('of a ride that rests on the one day that was agreed, its driver is asked too', async () => {
  const { box, odile, correct, pages } = await agreedRide()
  using _ = box
  await correct({ rideOff: '10/12/2026' })
  assert.match((await pages()).hers, /Ginette.*compte sur vous.*le trajet se fait-il encore/)
  assert.match((await odile.get('/')).text, /Ginette.*compte sur vous/)
  assert.doesNotMatch((await pages()).odile, /compte sur vous/, 'of each Thursday, one rests')
})

test('a ride that rests on an agreed day says which, while it is to come', async () => {
  const { box, correct, see, pages } = await agreedRide()
  using _ = box
  await correct({ rideOff: '10/12/2026' })
  await see()
  for (const [of, text] of Object.entries(await pages()))
    assert.match(text, /Pas de trajet le jeudi 10 décembre/, of)
  await correct({ rideOff: '24/12/2026' })
  const now = await pages()
  assert.match(now.karim, /Pas de trajet le jeudi 24 décembre/)
  for (const text of [now.hers, now.ticket]) assert.doesNotMatch(text, /Pas de trajet/)
})

test('a ride that leaves at another hour says it still once its notice is closed', async () => {
  const { box, id, odile, karim, correct, act, at } = await agreedRide()
  using _ = box
  await correct({ rideAt: '07:30' })
  assert.match((await karim.get(at)).text, /Le trajet part maintenant à 7\sh\s30/)
  await act(odile, '/annonces/fermer', { id })
  assert.match((await karim.get(at)).text, /est fermée.*Elle disait en dernier : départ à 7\sh\s30/)
  const asks = /compte sur vous \(« .*, maintenant à 7\sh\s30 »\)\s: le trajet se fait-il encore/
  assert.match((await odile.get('/')).text, asks)
  const yes = /name="said" value="(Le trajet se fait toujours[^"]+)"/
  const [, said] = yes.exec((await odile.get(at)).body)!
  assert.match(said!, /maintenant à 7.h.30/)
  await act(odile, `${at}/mot`, { said: said! })
  assert.match((await karim.get(at)).text, /Le trajet part maintenant à 7\sh\s30/)
})

test('who may correct or end a ride reads how many count on it, without a name', async () => {
  const { box, id, odile, karim, act, at } = await agreedRide()
  using _ = box
  const page = `/annonces/${id}`
  for (const who of [odile, box.keeper])
    for (const at of [page, `${page}/modifier`])
      assert.match((await who.get(at)).text, /2 personnes comptent sur ce trajet/, at)
  for (const who of [karim, box.visitor()])
    assert.doesNotMatch((await who.get(page)).text, /sur ce trajet/)
  await act(karim, `${at}/repondre`, { says: 'not' })
  const { text } = await odile.get(page)
  assert.match(text, /Une personne compte sur ce trajet.*C’est fini, retirer des listes/)
  box.later(7 * 24 * 3_600_000)
  assert.doesNotMatch((await odile.get(page)).text, /sur ce trajet/)
})

test('a ride that moved to another weekday says its own beside what is agreed', async () => {
  const { box, correct, pages } = await agreedRide()
  using _ = box
  const title = 'je descends à Montbrison tous les mardis'
  await correct({ title, rideDays: 'FREQ=WEEKLY;BYDAY=TU' })
  for (const [of, text] of Object.entries(await pages()))
    assert.match(text, /Le trajet se fait maintenant chaque mardi/, of)
})

test('a driver without a card reads on their ticket how many count on them, and is asked there', async () => {
  const box = testBox()
  using _ = box
  box.territory()
  const karim = await box.member('Karim')
  const title = 'je descends à Montbrison tous les jeudis à 8 h 30'
  const odile = await sentNotice(
    box,
    { title, who: 'Odile', phone: '04 77 24 11 22' },
    '/annonces/proposer',
  )
  box.later(1_000)
  const asked = { annonce: odile.notice, day: '2026-12-10 08:30' }
  const at = (await karim.post('/arrangements/interet', asked)).location
  const id = at.split('/').at(-1)!
  const ticket = async () => (await odile.by.get(odile.at)).text
  assert.doesNotMatch(await ticket(), /compte sur ce trajet/)
  const act = (path: string, fields: Record<string, string>) =>
    box.doneBy(odile.by, `${odile.at}/${path}`, { from: odile.at, ...fields })
  await act('repondre', { id, says: 'yes' })
  assert.match(await ticket(), /Une personne compte sur ce trajet/)
  await act('fermer', {})
  assert.match(await ticket(), /Karim compte sur vous.*le trajet se fait-il encore/)
  const yes = /name="said" value="(Le trajet se fait toujours[^"]+)"/
  const [, said] = yes.exec((await odile.by.get(odile.at)).body)!
  await act('mot', { id, said: said! })
  assert.doesNotMatch(await ticket(), /compte sur vous/)
  assert.match((await karim.get(at)).text, /Le trajet se fait toujours/)
  assert.deepEqual(box.faults, [])
})
