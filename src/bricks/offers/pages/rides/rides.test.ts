import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testBox } from '../../../../../tests/support/test-box.ts'

const WORD = { reachBy: 'word', accord: 'voisins' }

/** On Saturday 5 December: a ride of each Thursday, of one Tuesday, and of no day yet. */
async function threeRides() {
  const box = testBox()
  box.territory()
  const odile = await box.member('Odile')
  const write = async (title: string, more = {}) => {
    const answer = await odile.send('/annonces/proposer', { ...WORD, title, ...more })
    assert.equal(answer.status, 303, answer.text)
  }
  const weekly = 'je descends à Montbrison en passant par Trelins tous les jeudis à 8 h'
  await write(`${weekly}, deux places, retour à 17 h`)
  await write('je monte à Noirétable mardi, une place')
  await write('je vais à Feurs, une place', { trajet: 'demande' })
  await write('je prête ma scie')
  return box
}

test('rides are found by day, and by a place on their way', async () => {
  using box = await threeRides()
  const list = async (query: string) => (await box.visitor().get(`/annonces?${query}`)).text
  const all = await list('facon=ride')
  assert.match(all, /Montbrison/)
  assert.match(all, /Noirétable/)
  assert.match(all, /Quel jour/)
  assert.match(all, /Passe par/)
  assert.doesNotMatch(await list(''), /Quel jour/)
  const thursday = await list('jour=2026-12-17')
  assert.match(thursday, /Montbrison/)
  assert.match(thursday, /Feurs/)
  assert.doesNotMatch(thursday, /Noirétable mardi|ma scie/)
  const trelins = await list('par=trelins')
  assert.match(trelins, /Montbrison/)
  assert.doesNotMatch(trelins, /Noirétable mardi|Feurs, une/)
  const both = await list('par=trelins&jour=2026-12-08')
  assert.doesNotMatch(both, /Montbrison en|Noirétable mardi/)
  assert.deepEqual(box.faults, [])
})

test('the page of a weekly ride says its days, its hours and its next times, and no end', async () => {
  using box = await threeRides()
  const [row] = box.engine.read.all('SELECT id FROM offer WHERE rideDays IS NOT NULL')
  const { text } = await box.visitor().get(`/annonces/${row?.['id']}`)
  assert.match(text, /chaque jeudi, à 8\sh, retour à 17\sh/)
  assert.match(text, /jeudi 10 décembre, jeudi 17 décembre/)
  assert.match(text, /Montbrison/)
  assert.doesNotMatch(text, /Jusqu’au/)
  assert.deepEqual(box.faults, [])
})

test('a seat of tomorrow stays on the first page, whatever came since', async () => {
  using box = testBox()
  box.territory()
  const odile = await box.member('Odile')
  const write = (title: string) => odile.send('/annonces/proposer', { ...WORD, title })
  await write('je monte à Noirétable demain, une place')
  const home = async () => (await box.visitor().get('/')).text
  assert.match(await home(), /Noirétable/)
  for (const thing of ['scie', 'remorque', 'bétonnière', 'tondeuse'])
    await write(`je prête ma ${thing}`)
  const text = await home()
  assert.match(text, /Noirétable/)
  assert.equal(text.match(/Odile\s: «/g)?.length, 3)
})

test('a ride that rests in the school holidays says so, and no day of theirs', async () => {
  using box = testBox()
  box.territory()
  const odile = await box.member('Odile')
  const title =
    'je descends à Montbrison tous les jeudis à 8 h sauf vacances scolaires, pas le 14 janvier'
  const { location } = await odile.post('/annonces/proposer', { ...WORD, title })
  const page = async () => (await box.visitor().get(location)).text
  // The hour stands before its rests: nobody reads a ride of the 14th in it.
  assert.match(
    await page(),
    /chaque jeudi, à 8\sh\s; pas pendant les vacances scolaires, pas le jeudi 14 janvier/,
  )
  assert.match(await page(), /jeudi 10 décembre, jeudi 17 décembre, jeudi 7 janvier/)
  const on = async (day: string) => (await box.visitor().get(`/annonces?jour=${day}`)).text
  assert.match(await on('2026-12-17'), /Montbrison/)
  assert.doesNotMatch(await on('2026-12-24'), /Montbrison/)
  assert.deepEqual(box.faults, [])
})

test('a ride that rests is proposed on no day of its rest, whoever asks, nor is its seat counted then', async () => {
  using box = testBox()
  box.territory()
  const [odile, karim] = [await box.member('Odile'), await box.member('Karim')]
  box.later(13 * 86_400_000)
  const title = 'je descends à Montbrison tous les jeudis à 8 h, 2 places, sauf vacances scolaires'
  const { location } = await (await box.memberOf(odile.id)).post('/annonces/proposer', {
    ...WORD,
    title,
  })
  const ride = /[0-9a-z]{26}/.exec(location)![0]
  assert.equal(box.read.all('SELECT commune FROM offer')[0]?.['commune'], null)
  const driven = box.read.published.ridesDriven?.('2026-12-14', '2027-01-15') ?? []
  assert.deepEqual(driven[0]?.days, ['2027-01-07', '2027-01-14'])
  const asking = await box.memberOf(karim.id)
  const form = (await asking.get(location)).body
  const moments = [...form.matchAll(/<option value="(\d{4}-\d\d-\d\d)/g)].map(([, day]) => day)
  assert.equal(moments[0], '2027-01-07')
  assert.ok(!moments.includes('2026-12-24'))
  const at = (await asking.post('/arrangements/interet', { annonce: ride })).location
  await asking.post(`${at}/proposer`, { when: '8 h devant la mairie' })
  await (await box.memberOf(odile.id)).post(`${at}/repondre`, { says: 'yes' })
  assert.match(
    (await box.visitor().get(location)).text,
    /jeudi 7 janvier 2027 \(2 places, 1 prise\)/,
  )
  assert.deepEqual(box.faults, [])
})
