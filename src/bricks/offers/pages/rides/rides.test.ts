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
  const title = 'je descends à Montbrison tous les jeudis à 8 h sauf vacances scolaires'
  const { location } = await odile.post('/annonces/proposer', { ...WORD, title })
  const page = async () => (await box.visitor().get(location)).text
  assert.match(await page(), /chaque jeudi, sauf pendant les vacances scolaires, à 8\sh/)
  assert.match(await page(), /jeudi 10 décembre, jeudi 17 décembre, jeudi 7 janvier/)
  const on = async (day: string) => (await box.visitor().get(`/annonces?jour=${day}`)).text
  assert.match(await on('2026-12-17'), /Montbrison/)
  assert.doesNotMatch(await on('2026-12-24'), /Montbrison/)
  assert.deepEqual(box.faults, [])
})
