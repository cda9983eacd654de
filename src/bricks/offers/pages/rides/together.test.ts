import assert from 'node:assert/strict'
import { test } from 'node:test'
import { idIn, sentNotice } from '../../../../../tests/exchange/web-villages.ts'
import { testBox } from '../../../../../tests/support/test-box.ts'

const WORD = { reachBy: 'word', accord: 'ici' }

/** On Saturday 5 December: a ride of each Thursday, and a need of one Thursday that it meets. */
async function rideAndNeed(
  asked = 'je cherche une place pour aller à Montbrison jeudi 17 décembre',
) {
  const box = testBox()
  box.territory()
  const [odile, karim] = [await box.member('Odile'), await box.member('Karim')]
  const title = 'je descends à Montbrison tous les jeudis à 8 h 30, deux places'
  const ride = idIn((await odile.post('/annonces/proposer', { ...WORD, title })).location)
  box.later(1_000)
  const sent = { ...WORD, title: asked, trajet: 'demande' }
  const need = idIn((await karim.post('/annonces/chercher', sent)).location)
  box.later(1_000)
  const page = async () => (await box.visitor().get(`/annonces/${ride}`)).text
  return { box, odile, karim, ride, need, page }
}

test('from home, one press says yes to a day that is asked, with the ride: its seat is taken', async () => {
  const { box, odile, karim, ride, need, page } = await rideAndNeed()
  using _ = box
  const { body } = await odile.get('/')
  const href = `/annonces/${need}?avec=${ride}`
  assert.ok(body.includes(`href="${href}"`), body)
  const there = await odile.get(href)
  assert.match(there.text, /Avec votre annonce\s: Odile\s: « je descends à Montbrison/)
  const moment = 'jeudi 17 décembre, 8\\sh\\s30'
  assert.match(there.text, new RegExp(`D’accord pour ${moment}`))
  const day = '2026-12-17 08:30'
  assert.match(there.body, new RegExp(`name="day" value="${day}">\\s*D’accord pour`))
  const sent = await odile.fill(there, '/arrangements/interet', { day })
  assert.equal(sent.status, 303, sent.text)
  const at = sent.location.split('?')[0]!
  assert.match((await karim.get('/')).text, new RegExp(`Odile attend votre réponse \\(« ${moment}`))
  box.later(1_000)
  assert.equal((await karim.post(`${at}/repondre`, { says: 'yes' })).status, 303)
  assert.match(await page(), /jeudi 17 décembre \(2 places, 1 prise\)/)
  assert.doesNotMatch((await odile.get('/')).text, /peut servir/, 'they talk of it already')
  box.later(1_000)
  await odile.post('/annonces/fermer', { id: ride })
  assert.match((await karim.get(at)).text, /L’annonce de ce trajet est fermée/)
  assert.deepEqual(box.faults, [])
})

test('the page of a need finds by itself the ride that meets it, and may be answered without', async () => {
  const { box, odile, karim, ride, need } = await rideAndNeed()
  using _ = box
  const plain = await odile.get(`/annonces/${need}`)
  assert.match(plain.text, /Avec votre annonce/)
  assert.match(plain.body, new RegExp(`name="avec" value="${ride}"`))
  const without = await odile.get(`/arrangements/interet?annonce=${need}`)
  assert.doesNotMatch(without.text, /Avec votre annonce/)
  // The day that the need says is offered all the same.
  assert.match(without.text, /jeudi 17 décembre/)
  for (const who of [karim, box.visitor(), await box.member('Suzanne')])
    assert.doesNotMatch((await who.get(`/annonces/${need}`)).text, /Avec votre annonce/)
  // A passenger who answers the ride by its page has the day of the need chosen.
  const his = await karim.get(`/annonces/${ride}`)
  assert.match(his.text, /D’accord pour jeudi 17 décembre, 8\sh\s30/)
  assert.deepEqual(box.faults, [])
})

test('a need of each Thursday, or of no day, is answered by the days of the ride', async () => {
  for (const [asked, days] of [
    ['je cherche une place pour aller à Montbrison tous les jeudis', /jeudi 10 décembre.*chaque/],
    ['je cherche une place pour aller à Montbrison', /jeudi 10 décembre.*chaque jeudi/],
  ] as const) {
    const { box, odile, ride, need } = await rideAndNeed(asked)
    using _ = box
    const { text, body } = await odile.get(`/annonces/${need}?avec=${ride}`)
    assert.match(text, days, asked)
    assert.match(body, /<option value="2026-12-10 08:30">/)
  }
})

/** Ginette, without a card and on a landline, seeks a seat; Odile offers hers from her own ride. */
async function ginette() {
  const box = testBox()
  box.territory()
  const odile = await box.member('Odile')
  const title = 'je cherche une place pour aller à Montbrison jeudi 17 décembre'
  const sent = await sentNotice(box, { title, who: 'Ginette', phone: '04 77 24 11 22' })
  const act = (path: string, fields: Record<string, string>) => box.leadsTo(odile, path, fields)
  const drives = async (hour: string): Promise<string> => {
    const said = `je descends à Montbrison tous les jeudis à ${hour} h, deux places`
    return /[0-9a-z]{26}/.exec(await act('/annonces/proposer', { ...WORD, title: said }))![0]
  }
  const offers = (ride: string, hour: string): Promise<string> =>
    act('/arrangements/interet', {
      ...{ annonce: sent.notice, avec: ride, day: `2026-12-17 ${hour}:00` },
    })
  const says = async (at: string, fields: Record<string, string>): Promise<void> => {
    const id = at.split('/').at(-1)!
    await box.doneBy(sent.by, `${sent.at}/repondre`, { id, from: sent.at, ...fields })
  }
  const seats = async (ride: string) => (await box.visitor().get(`/annonces/${ride}`)).text
  return { box, odile, sent, act, drives, offers, says, seats }
}

test('another ride offered in the same thread takes the place of the former one', async () => {
  const { box, act, drives, offers, says, seats } = await ginette()
  using _ = box
  const first = await drives('08')
  const at = await offers(first, '08')
  await says(at, { says: 'yes' })
  assert.match(await seats(first), /2 places, 1 prise/)
  await act(`${at}/repondre`, { says: 'not' })
  await act('/annonces/fermer', { id: first })
  const second = await drives('09')
  assert.equal(await offers(second, '09'), at)
  await says(at, { says: 'yes' })
  assert.match(await seats(second), /jeudi 17 décembre \(2 places, 1 prise\)/)
  const [thread] = box.read.all('SELECT about FROM deal_home')
  assert.ok(!String(thread!['about']).includes(first))
  assert.deepEqual(box.faults, [])
})

test('who answered on her own need is told of a changed hour, and is to be telephoned', async () => {
  const { box, odile, sent, act, drives, offers, says } = await ginette()
  using _ = box
  const ride = await drives('08')
  const at = await offers(ride, '08')
  await says(at, { says: 'yes' })
  await act(`${at}/vu`, { from: at })
  const page = await odile.get(`/annonces/${ride}/modifier`)
  const title = 'je descends à Montbrison tous les jeudis à 9 h, deux places'
  const sentAgain = await odile.fill(page, '/moi/corriger', { title, rideAt: '09:00' })
  assert.equal(sentAgain.status, 303, sentAgain.text)
  const { text, body } = await sent.by.get(sent.at)
  assert.match(text, /Odile vous écrit.*Mon trajet a changé/)
  assert.match(text, /Le trajet part maintenant à 9\sh/)
  assert.match(body, /J’ai vu/)
  assert.match((await odile.get('/')).text, /appelez Ginette.*04 77 24 11 22/i)
  box.later(1_000)
  await sent.by.post(`${sent.at}/vu`, { id: at.split('/').at(-1)!, from: sent.at })
  assert.doesNotMatch((await odile.get('/')).text, /appelez Ginette/i)
  assert.deepEqual(box.faults, [])
})
