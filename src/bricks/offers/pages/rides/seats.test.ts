import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser } from '../../../../../tests/support/browser.ts'
import { testBox } from '../../../../../tests/support/test-box.ts'

const THEIRS = { reachBy: 'word', accord: 'ici' }

/** On Saturday 5 December: two seats, each Thursday. */
async function twoSeats(title: string) {
  const box = testBox()
  box.territory()
  const odile = await box.member('Odile')
  const passengers = [await box.member('Karim'), await box.member('Huguette')] as const
  const { location } = await odile.post('/annonces/proposer', { ...THEIRS, title })
  const ride = /[0-9a-z]{26}/.exec(location)![0]
  const act = box.leadsTo
  /** A seat that both said yes to; the address of their thread. */
  const seat = async (who: Browser, when: string): Promise<string> => {
    const at = await act(who, '/arrangements/interet', { annonce: ride })
    await act(who, `${at}/proposer`, { when })
    await act(odile, `${at}/repondre`, { says: 'yes' })
    return at
  }
  const page = async () => (await box.visitor().get(`/annonces/${ride}`)).text
  const list = async () => (await box.visitor().get('/annonces?facon=ride')).text
  return { box, ride, odile, passengers, act, seat, page, list }
}

test('an agreed seat is said on the ride, without a name, and given back when it falls', async () => {
  const { box, ride, passengers, act, seat, page, list } = await twoSeats(
    'je descends à Montbrison mardi à 8 h, deux places',
  )
  using _ = box
  const [karim, huguette] = passengers
  assert.doesNotMatch(await page(), /prise|complet/)
  const at = await act(karim, '/arrangements/interet', { annonce: ride })
  assert.doesNotMatch(await page(), /prise/, 'a word takes no seat')
  await seat(karim, 'mardi à 8 h')
  for (const text of [await page(), await list(), (await box.visitor().get('/')).text]) {
    assert.match(text, /2 places, 1 prise/)
    assert.doesNotMatch(text, /Karim/)
  }
  await seat(huguette, 'mardi')
  assert.match(await list(), /\(complet\)/)
  await act(karim, `${at}/repondre`, { says: 'not' })
  assert.match(await page(), /2 places, 1 prise/)
  assert.deepEqual(box.faults, [])
})

test('the last seat warns of nothing; one more than there are is said, a moved one is not', async () => {
  const { box, odile, passengers, act } = await twoSeats(
    'je descends à Montbrison tous les jeudis à 8 h, deux places',
  )
  using _ = box
  const [ride] = box.read.all('SELECT id FROM offer')
  const asked = { annonce: String(ride!['id']), day: '2026-12-10 08:00' }
  const others = [...passengers, await box.member('Suzanne')]
  const told: string[] = []
  const threads: string[] = []
  for (const who of others) threads.push(await act(who, '/arrangements/interet', asked))
  for (const at of threads) {
    await act(odile, `${at}/repondre`, { says: 'yes' })
    told.push((await odile.get(at)).text)
  }
  assert.deepEqual(
    told.map(text => /Attention/.test(text)),
    [false, false, true],
  )
  await act(others[2]!, `${threads[2]}/repondre`, { says: 'not' })
  const when = 'jeudi 10 décembre, 8 h 15'
  await act(others[0]!, `${threads[0]}/repondre`, { says: 'other', when })
  assert.doesNotMatch((await odile.get(threads[0]!)).text, /plus assez de places/)
  await act(odile, `${threads[0]}/repondre`, { says: 'yes' })
  assert.doesNotMatch((await odile.get(threads[0]!)).text, /Attention/)
})

test('in the thread, who drives once takes nobody else, and keeps what is agreed', async () => {
  const { box, odile, passengers, seat } = await twoSeats(
    'je descends à Montbrison mardi à 8 h, deux places',
  )
  using _ = box
  const at = await seat(passengers[0], 'mardi 8 décembre à 8 h')
  const there = await odile.get(at)
  assert.match(there.text, /Je ne prends plus personne/)
  assert.doesNotMatch(there.text, /Fermer cette annonce/)
  const kept = await odile.fill(there, '/arrangements/trajet-complet', {})
  assert.equal(kept.status, 303, kept.text)
  const { text } = await passengers[0].get(at)
  assert.match(text, /Convenu\..*Ce qui est convenu tient\s: mardi 8 décembre à 8\sh/)
  assert.doesNotMatch(text, /se fait encore/)
})

test('a driver who called their ride off for all is offered to close its notice', async () => {
  const { box, odile, passengers, act, seat, page } = await twoSeats(
    'je descends à Montbrison mardi à 8 h, deux places',
  )
  using _ = box
  const CLOSE = /Si le trajet ne se fait plus, fermez.*Fermer cette annonce/
  const his = await seat(passengers[0], 'mardi 8 décembre à 8 h')
  const hers = await seat(passengers[1], 'mardi 8 décembre à 8 h')
  await act(odile, `${his}/repondre`, { says: 'not', said: 'Ma voiture est en panne.' })
  assert.doesNotMatch((await odile.get(his)).text, CLOSE, 'somebody counts on it still')
  await act(odile, `${hers}/repondre`, { says: 'not' })
  for (const at of [his, hers]) assert.match((await odile.get(at)).text, CLOSE)
  for (const who of [...passengers, box.keeper])
    assert.doesNotMatch((await who.get(hers)).text, /Fermer cette annonce/)
  assert.match(await page(), /Ça m’intéresse/, 'it is offered, and not done')
  const shut = await odile.fill(await odile.get(his), '/annonces/fermer', {})
  assert.equal(shut.status, 303, shut.text)
  assert.doesNotMatch((await odile.get(hers)).text, CLOSE)
  assert.doesNotMatch(await page(), /Ça m’intéresse/)
  assert.deepEqual(box.faults, [])
})

test('whoever does not speak for the driver takes nobody else in their name', async () => {
  const { box, passengers, seat } = await twoSeats(
    'je descends à Montbrison mardi à 8 h, deux places',
  )
  using _ = box
  const at = await seat(passengers[0], 'mardi 8 décembre à 8 h')
  const { status, text } = await box.keeper.get(at)
  assert.equal(status, 200)
  assert.doesNotMatch(text, /Je ne prends plus personne|Fermer cette annonce/)
})

test('of a ride of each week, a seat is taken on its day alone', async () => {
  const { box, passengers, seat, page } = await twoSeats(
    'je descends à Montbrison tous les jeudis à 8 h, deux places',
  )
  using _ = box
  await seat(passengers[0], 'jeudi 17 décembre')
  await seat(passengers[1], 'tous les jeudis')
  const text = await page()
  assert.match(text, /jeudi 10 décembre \(2 places, 1 prise\), jeudi 17 décembre \(complet\)/)
  assert.deepEqual(box.faults, [])
})

test('a need of two seats takes two', async () => {
  const { box, ride, odile, passengers, act, page } = await twoSeats(
    'je descends à Montbrison mardi à 8 h, trois places',
  )
  using _ = box
  const title = 'je cherche deux places pour aller à Montbrison mardi'
  const { location } = await passengers[0].post('/annonces/chercher', { ...THEIRS, title })
  const need = /[0-9a-z]{26}/.exec(location)![0]
  const at = await act(odile, '/arrangements/nouveau', {
    annonce: need,
    avec: ride,
    what: 'la route de mardi',
    when: 'mardi',
  })
  await act(passengers[0], `${at}/repondre`, { says: 'yes' })
  assert.match(await page(), /3 places, 2 prises/)
})

test('a seat is asked for a moment of the ride, and given in one press', async () => {
  const { box, ride, odile, passengers, act, page } = await twoSeats(
    'je descends à Montbrison tous les jeudis à 8 h, deux places',
  )
  using _ = box
  const [karim, huguette] = passengers
  const form = (await karim.get(`/annonces/${ride}`)).body
  assert.match(form, /<option value="2026-12-10 08:00">jeudi 10 décembre, 8\sh</)
  assert.match(form, /<option value="each FREQ=WEEKLY;BYDAY=TH 08:00">chaque jeudi, 8\sh</)
  const visitor = (await box.visitor().get(`/arrangements/interet?annonce=${ride}`)).body
  assert.match(visitor, /<select id="f-day" name="day">/)
  const at = await act(karim, '/arrangements/interet', { annonce: ride, day: '2026-12-10 08:00' })
  assert.match((await karim.get(at)).text, /jeudi 10 décembre, 8\sh/)
  assert.match((await odile.get('/')).text, /Karim/)
  assert.doesNotMatch(await page(), /prise/, 'what is asked takes no seat')
  await act(odile, `${at}/repondre`, { says: 'yes' })
  assert.match(await page(), /jeudi 10 décembre \(2 places, 1 prise\), jeudi 17 décembre,/)
  const each = await act(huguette, '/arrangements/interet', {
    annonce: ride,
    day: 'each FREQ=WEEKLY;BYDAY=TH 08:00',
  })
  await act(odile, `${each}/repondre`, { says: 'yes' })
  assert.match(await page(), /jeudi 10 décembre \(complet\), jeudi 17 décembre \(2 places, 1 prise/)
  assert.deepEqual(box.faults, [])
})

test('a moment that the ride says no more is refused; the word comes back, and no moment', async () => {
  const { box, ride, odile, passengers } = await twoSeats(
    'je descends à Montbrison tous les jeudis à 8 h',
  )
  using _ = box
  const [karim] = passengers
  const corrected = async (said: string) => {
    box.later(1_000)
    const title = `je descends à Montbrison ${said}`
    const fields = { type: 'offer', id: ride, title, who: 'Odile' }
    assert.equal((await odile.post('/moi/corriger', fields)).status, 303)
  }
  for (const path of [`/annonces/${ride}`, `/arrangements/interet?annonce=${ride}`]) {
    await corrected('tous les jeudis à 8 h')
    for (const said of ['tous les jeudis à 14 h', 'tous les vendredis à 8 h']) {
      const open = await karim.get(path)
      await corrected(said)
      const typed = { day: '2026-12-10 08:00', said: 'Une valise.' }
      const back = await karim.fill(open, '/arrangements/interet', typed)
      assert.equal(back.status, 422)
      assert.match(back.text, /Ce moment n’est plus celui de l’annonce/)
      assert.match(back.body, /Une valise\./)
      assert.match(back.body, /<option value="" selected>/)
      await corrected('tous les jeudis à 8 h')
    }
  }
  assert.equal(box.read.all('SELECT 1 FROM deal_home').length, 0)
  assert.deepEqual(box.faults, [])
})

test('a need that is read by card takes its two seats for who reads without one', async () => {
  const { box, ride, odile, passengers, act, page } = await twoSeats(
    'je descends à Montbrison tous les jeudis à 8 h, trois places',
  )
  using _ = box
  const [karim] = passengers
  const title = 'je cherche deux places pour aller à Montbrison jeudi'
  const by = { ...THEIRS, accord: 'carte', title }
  assert.equal((await karim.post('/annonces/chercher', by)).status, 303)
  const need = String(box.read.all('SELECT id FROM need_home')[0]!['id'])
  const asked = { annonce: ride, avec: need, day: '2026-12-10 08:00' }
  const at = await act(karim, '/arrangements/interet', asked)
  await act(odile, `${at}/repondre`, { says: 'yes' })
  const members = (await odile.get(`/annonces/${ride}`)).text
  const wifi = (await box.visitor('wifi').get(`/annonces/${ride}`)).text
  for (const text of [await page(), wifi, members])
    assert.match(text, /jeudi 10 décembre \(3 places, 2 prises\)/)
  assert.deepEqual(box.faults, [])
})

test('a moment is not lost beside a long word, in a thread that stands too', async () => {
  const { box, ride, odile, passengers, act } = await twoSeats(
    'je descends à Montbrison tous les jeudis à 8 h',
  )
  using _ = box
  const [karim] = passengers
  const said = 'mot '.repeat(149)
  const at = await act(karim, '/arrangements/interet', { annonce: ride, day: '' })
  await act(karim, '/arrangements/interet', { annonce: ride, day: '2026-12-10 08:00', said })
  const [asked] = box.read.all('SELECT state, "when" FROM deal_home')
  assert.deepEqual([asked!['state'], asked!['when']], ['proposed', 'jeudi 10 décembre, 8\u00a0h'])
  assert.match((await odile.get('/')).text, /jeudi 10 décembre, 8\sh/)
  await act(odile, `${at}/repondre`, { says: 'yes' })
  // Where a moment stands already, the other one is said as a word.
  await act(karim, '/arrangements/interet', { annonce: ride, day: '2026-12-17 08:00', said })
  assert.equal(box.read.all('SELECT state FROM deal_home')[0]!['state'], 'agreed')
  assert.match((await odile.get(at)).text, /jeudi 17 décembre, 8\sh/)
  assert.deepEqual(box.faults, [])
})

test('who has no screen is handed the day that they are asked for, beside a long word', async () => {
  const { box, passengers, act } = await twoSeats('je descends à Montbrison mardi')
  using _ = box
  const title = 'Rosa : « je descends à Montbrison tous les jeudis à 8 h »'
  const rule = { mode: 'ride', rideDays: 'FREQ=WEEKLY;BYDAY=TH', rideAt: '08:00' }
  const annonce = box.bring('offer', { title, who: 'Rosa', ...rule })
  const said = 'mot '.repeat(150).trim()
  await act(passengers[0], '/arrangements/interet', { annonce, day: '2026-12-10 08:00', said })
  const slips = box.read.all('SELECT said FROM word_home ORDER BY length(said)')
  assert.equal(slips.length, 2)
  assert.match(String(slips[0]!['said']), /jeudi 10 décembre, 8\sh/)
  assert.equal(slips[1]!['said'], said)
  assert.deepEqual(box.faults, [])
})

test('a full day is said and not chosen first; the driver reads it before they answer', async () => {
  const { box, ride, odile, passengers, act } = await twoSeats(
    'je descends à Montbrison tous les jeudis à 8 h, une place',
  )
  using _ = box
  const [karim, huguette] = passengers
  const day = { annonce: ride, day: '2026-12-10 08:00' }
  const at = await act(karim, '/arrangements/interet', day)
  assert.doesNotMatch((await odile.get(at)).text, /plus assez de places/)
  await act(odile, `${at}/repondre`, { says: 'yes' })
  assert.doesNotMatch((await odile.get(at)).text, /plus assez de places/)
  for (const path of [`/annonces/${ride}`, `/arrangements/interet?annonce=${ride}`]) {
    const { body } = await huguette.get(path)
    assert.match(body, /<option value="2026-12-10 08:00">jeudi 10 décembre, 8\sh \(complet\)</)
    assert.match(body, /<option value="2026-12-17 08:00" selected>jeudi 17 décembre, 8\sh</)
  }
  const next = await act(huguette, '/arrangements/interet', day)
  for (const who of [odile, huguette])
    assert.match((await who.get(next)).text, /Il n’y a plus assez de places pour ce moment/)
  await act(odile, `${next}/repondre`, { says: 'other', when: 'chaque jeudi' })
  assert.match((await odile.get(next)).text, /Certains de ces jours, il n’y a plus assez/)
  await act(huguette, `${next}/repondre`, { says: 'other', when: 'jeudi 17 décembre' })
  assert.doesNotMatch((await odile.get(next)).text, /plus assez de places/)
  assert.deepEqual(box.faults, [])
})

test('of a ride of one day that is full, none of its moments is chosen', async () => {
  const { box, ride, passengers, seat } = await twoSeats(
    'je descends à Montbrison mardi à 8 h, une place',
  )
  using _ = box
  const [karim, huguette] = passengers
  await seat(karim, 'mardi à 8 h')
  const { body } = await huguette.get(`/annonces/${ride}`)
  assert.match(body, /mardi 8 décembre, 8\sh \(complet\)<.*?<option value="" selected>/s)
})
