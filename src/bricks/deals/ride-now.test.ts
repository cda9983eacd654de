import assert from 'node:assert/strict'
import { test } from 'node:test'
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
  const act = async (who: typeof odile, path: string, fields: Record<string, string>) => {
    box.later(1_000)
    const answer = await who.post(path, fields)
    assert.equal(answer.status, 303, answer.text)
    return answer.location.split('?')[0]!
  }
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
  const see = async (): Promise<void> => {
    await act(karim, `${at}/vu`, { from: at })
    box.later(1_000)
    await box.visitor().post(`${ticket}/vu`, { from: ticket })
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
  return { box, id, at, noted, odile, karim, act, correct, see, pages }
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

test('an ended ride is said stopped beside what is agreed, and lists no next times', async () => {
  const { box, id, noted, odile, act, see, pages } = await agreedRide()
  using _ = box
  assert.match((await box.visitor().get(`/annonces/${id}`)).text, /Prochaines fois/)
  await act(odile, '/annonces/fermer', { id })
  const told = await pages()
  for (const text of [told.karim, told.ticket]) {
    assert.match(text, /Odile a fermé son annonce/)
    assert.doesNotMatch(text, /tient toujours/)
  }
  assert.doesNotMatch((await box.visitor().get(`/annonces/${id}`)).text, /Prochaines fois/)
  await see()
  for (const [of, text] of Object.entries(await pages()))
    assert.match(text, /Ce trajet est arrêté/, of)
  assert.match(await noted(), /C’est convenu\. Mais ce trajet est arrêté\./)
  await act(odile, '/annonces/rouvrir', { id })
  for (const text of Object.values(await pages())) assert.doesNotMatch(text, /arrêté/)
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

test('who may correct or end a ride reads how many count on it, without a name', async () => {
  const { box, id, odile, karim, act, at } = await agreedRide()
  using _ = box
  const page = `/annonces/${id}`
  for (const who of [odile, box.keeper])
    assert.match((await who.get(page)).text, /2 personnes comptent sur ce trajet/)
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
