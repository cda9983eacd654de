import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { PATH } from './model/records-thing.ts'

/** Nobody owes a piece of a kit that nobody counted as it left. */

const KIT = { title: 'Malle', kind: 'kit', unit: 'day', pieces: ['projecteur', 'câble'] }
const ASKED = /Aucune pièce n’est cochée.: c’est parti vide/
const SINCE = /depuis le tour de/

const noted = (box: TestBox) => {
  const [row] = box.read.all('SELECT piecesOut, piecesBack, uncounted FROM booking_home')
  return { ...row }
}
async function opened() {
  const box = testBox()
  box.territory()
  const id = box.bring('thing', KIT)
  const sylvie = await box.member('Sylvie')
  await box.doneBy(sylvie, `${PATH}/${id}/reserver`, { startsOn: '2026-12-05' })
  const at = `${PATH}/reservations/${String(box.read.all('SELECT id FROM booking')[0]?.['id'])}`
  const page = async () => await box.keeper.get(`${PATH}/${id}`)
  return { box, id, at, sylvie, page }
}

test('a kit that goes out with no piece ticked is asked about once, and is not counted', async () => {
  const { box, id, at, sylvie, page } = await opened()
  using _ = box
  const first = await box.keeper.post(`${at}/remettre`, {
    ...{ stateOut: 'propre', from: `${PATH}/${id}` },
  })
  assert.match(first.text, ASKED)
  assert.match(first.body, /name="sansCompter" value="1"[^>]*>Parti sans compter</)
  assert.match(first.body, /value="propre"/, 'what was typed stays')
  assert.equal(noted(box)['piecesOut'], null, 'nothing is written before')

  await box.doneBy(box.keeper, `${at}/remettre`, { stateOut: 'propre', sansCompter: '1' })
  assert.equal(noted(box)['uncounted'], 1)
  assert.match((await page()).text, /Personne n’a compté les pièces au départ/)
  const { location } = await box.doneBy(box.keeper, `${at}/rendre`, { piecesBack: 'projecteur' })
  assert.match((await box.keeper.get(location)).text, /Malle : rendu, incomplet : il manque câble/)
  // It is missing, since nobody's turn: here, on the first page, and for who had it.
  const kept = (await page()).text
  assert.match(kept, /Il manque Câble\. Câble : retrouvé/)
  const home = (await box.keeper.get('/')).text
  assert.match(home, /Malle : il manque câble/)
  const own = [(await sylvie.get(at)).text, (await sylvie.get(`${PATH}/mien`)).text]
  for (const text of [kept, home, ...own]) assert.doesNotMatch(text, SINCE)
  for (const text of own) assert.doesNotMatch(text, /sauf câble|rapportez/)
  const history = await box.keeper.get(`${PATH}/${id}/histoire`)
  assert.doesNotMatch(history.text, /Sylvie|sans câble/)
  await box.doneBy(box.keeper, `${at}/retrouver`, { piece: 'câble' })
  assert.doesNotMatch((await page()).text, /Il manque/)
})

test('what is ticked was counted, and one tap says that all of it left', async () => {
  const { box, at, page } = await opened()
  using _ = box
  assert.match((await page()).text, /C’est parti, complet/)
  await box.doneBy(box.keeper, `${at}/remettre`, { piecesOut: ['projecteur', 'câble'] })
  assert.equal(noted(box)['uncounted'], null)
  await box.doneBy(box.keeper, `${at}/rendre`, { piecesBack: 'projecteur' })
  assert.match((await page()).text, /Câble, depuis le tour de Sylvie/)
})

test('without a booking it is asked too, with the ticks as they were sent', async () => {
  using box = testBox()
  box.territory()
  const id = box.bring('thing', KIT)
  const sent = { name: 'Zoé', endsOn: '2026-12-06', acte: 'preter', from: `${PATH}/${id}` }
  const first = await box.keeper.post(`${PATH}/${id}/preter`, sent)
  assert.match(first.text, ASKED)
  const [form = ''] = /<form[^>]*\/preter".*?<\/form>/s.exec(first.body) ?? []
  assert.match(form, /Parti sans compter/)
  assert.match(form, /value="Zoé"/)
  assert.doesNotMatch(form, /value="câble"[^>]*checked/)
  await box.doneBy(box.keeper, `${PATH}/${id}/preter`, { ...sent, sansCompter: '1' })
  assert.equal(noted(box)['uncounted'], 1)
})

test('a hand-out keyed from paper that says nothing of pieces was not counted', async () => {
  for (const manque of ['', 'projecteur']) {
    const { box, page } = await opened()
    using _ = box
    await box.doneBy(box.keeper, `${PATH}/feuille`, { day: '2026-12-05' })
    const word = String(box.read.all('SELECT word FROM booking_home')[0]?.['word'])
    const line = { 'mot.0': word, 'heure.0': '0 h 01', 'fait.0': 'out', 'manque.0': manque }
    const back = { 'mot.1': word, 'heure.1': '0 h 02', 'fait.1': 'back', 'manque.1': 'câble' }
    const { location } = await box.doneBy(box.keeper, `${PATH}/reprise`, {
      ...{ leJour: '2026-12-05', ...line, ...back },
    })
    assert.match((await box.keeper.get(location)).text, /Il manque câble\./)
    assert.equal(noted(box)['uncounted'], manque === '' ? 1 : null)
    assert.match(
      (await page()).text,
      manque === '' ? /Il manque Câble\. / : /Câble, depuis le tour/,
    )
  }
})
