import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { servicesOf } from '../../../../tests/support/services.ts'
import { type TestBox, testBox } from '../../../../tests/support/test-box.ts'
import { harvestRoutes } from '../server/routes.ts'
import { thrownIn } from './throwing.ts'

const skip = lacking('offer', 'need')
const NOTES = { title: 'Soirée', state: 'open', people: ['Léa'] }
/** A page of notes with a need and a person, who has a strip. */
function notes(box: TestBox): Readonly<{ of: string; need: string; lea: string }> {
  const of = box.bring('harvest', NOTES, 'home')
  const piece = (type: string, fields: Readonly<Record<string, string>>, person: boolean) => {
    const held = box.bring(type, fields, 'home')
    const told = { of: type, piece: held, harvest: of, sentBy: 'harvest', state: 'waiting' }
    return box.bring('proposal', { ...told, person, from: 1, till: 9 }, 'home')
  }
  const need = piece('need', { title: 'Du bois sec' }, false)
  const lea = piece('actor', { name: 'Léa', kind: 'person' }, true)
  return { of, need, lea }
}
const counts = async (box: TestBox): Promise<boolean> =>
  /Cueillette \(\d\)/.test((await box.keeper.get('/')).text)

test('notes of which nothing was shown are thrown away by one press, and taken up again', {
  skip,
}, async () => {
  using box = testBox()
  box.territory()
  const { of, lea } = notes(box)
  box.done('harvest.giveCodes', { id: of })
  assert.ok(await counts(box))
  const thrown = await box.keeper.fill(
    await box.keeper.get(`/cueillette/${of}`),
    '/cueillette/jeter',
  )
  assert.equal(thrown.location, '/cueillette')
  assert.equal(await counts(box), false)
  assert.equal((await box.keeper.get(`/cueillette/${of}`)).status, 404)
  assert.deepEqual(
    thrownIn(box.read).map(({ title }) => title),
    ['Soirée'],
  )
  await box.keeper.post('/cueillette/reprendre', { id: of })
  assert.ok(await counts(box))
  assert.equal((await box.keeper.get(`/cueillette/${of}`)).status, 200)
  box.done('harvest.agree', { id: lea, answer: 'no' })
  const kept = await box.keeper.post('/cueillette/jeter', { id: of })
  assert.equal(kept.status, 422, 'an answer of somebody is not thrown away')
})

test('notes that were shown are not thrown away, and what was left of them waits no more', {
  skip,
}, async () => {
  using box = testBox()
  box.territory()
  const { of, need, lea } = notes(box)
  const held = box.bring('need', { title: 'Un vélo' }, 'home')
  const told = { of: 'need', piece: held, harvest: of, sentBy: 'harvest', state: 'waiting' }
  box.bring('proposal', { ...told, from: 20, till: 29 }, 'home')
  box.done('harvest.unask', { id: lea })
  box.done('harvest.keepPiece', { id: of, morceau: need })
  box.done('harvest.showHarvest', { id: of })
  assert.equal(await counts(box), false)
  const page = await box.keeper.get(`/cueillette/${of}`)
  assert.ok(!page.body.includes('/cueillette/jeter'))
  assert.equal((await box.keeper.post('/cueillette/jeter', { id: of })).status, 422)
})

test('the same notes pasted again lead to the first, and make no second page', () => {
  using box = testBox()
  const meeting = { title: 'Soirée', date: null, place: '', people: [] }
  const text = { name: 'notes.txt', hash: 'a'.repeat(64), size: 9, type: 'text/plain' }
  const gathered = JSON.stringify({
    found: { meeting, candidates: [], links: [] },
    text,
    url: null,
  })
  const again = (): unknown => {
    box.done('harvest.gather', { gathered })
    return box.read.all('SELECT count(*) AS n FROM harvest_home')[0]!['n']
  }
  assert.equal(again(), 1)
  assert.equal(again(), 1)
})

test('notes are erased with what was shown of them, or that stays', { skip }, async () => {
  for (const tick of [true, false]) {
    using box = testBox()
    box.territory()
    const { of, need } = notes(box)
    box.done('harvest.keepPiece', { id: of, morceau: need })
    box.done('harvest.showHarvest', { id: of })
    const page = await box.keeper.get(`/cueillette/${of}`)
    assert.match(page.text, /Ce qui est gardé est affiché/)
    assert.match(page.text, /Retirer aussi de la page ce qui en est affiché/)
    box.done('harvest.forgetHarvest', { id: of, ...(tick ? { affiche: '1' } : {}) })
    const shown = box.read.all(
      'SELECT id FROM need WHERE removed IS NOT 1 UNION SELECT id FROM meeting ' +
        'WHERE removed IS NOT 1',
    )
    assert.equal(shown.length, tick ? 0 : 2)
  }
})

test('the keeper reads how many pieces of each kind were kept and left, and no page says it of none', {
  skip,
}, async () => {
  using box = testBox({
    routes: (app, server, engine) => harvestRoutes(app, server, servicesOf(engine)),
  })
  box.territory()
  const { of, need, lea } = notes(box)
  const page = async () => (await box.keeper.get('/cueillette')).text
  assert.doesNotMatch(await page(), /gardé/)
  const other = box.bring('offer', { title: 'Du foin' }, 'home')
  const told = { piece: other, harvest: of, sentBy: 'harvest', rule: 'offer.told' }
  box.bring('proposal', { ...told, of: 'offer', state: 'refused' }, 'home')
  for (const id of [need, lea])
    box.bringAll({
      type: 'proposal',
      id,
      fields: { state: 'kept', rule: 'need.seeks' },
      space: 'home',
    })
  assert.match(await page(), /Demandes : on en a gardé 1, et laissé 0/u)
  assert.match(await page(), /Offres : on en a gardé 0, et laissé 1/u)
  assert.doesNotMatch(await page(), /gens[^.]*gardé/i, 'a person is no proposal of a rule')
})
