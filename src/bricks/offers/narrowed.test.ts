import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { addressesWith } from '../../../tests/support/addresses.ts'
import type { Browser } from '../../../tests/support/browser.ts'
import { givenBy } from '../../../tests/support/part-sides.ts'
import { type Member, type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { dataRoutes } from '../../data/table-out.ts'
import type { PageSource } from '../../web/pages/kit.ts'
import { printsOf, toPrint } from '../../web/print/prints.ts'

/**
 * A notice that its author shows to fewer people takes along what was said of it: who takes some,
 * how much, who said that it is true no more. Everybody had read all of it before.
 */

const CANARY = 'Zwynarda'
const SAID = 'zwynsac'
let box: TestBox
let source: PageSource
let rosa: Member
let nadia: Member
let stranger: Browser
let ticket = ''
let hay = ''
const at = (): string => `/annonces/${hay}`
const waiting = async (): Promise<string> =>
  /name="id" value="([0-9a-z]{26})"/.exec((await box.keeper.get('/a-montrer')).body)?.[1] ?? ''

before(async () => {
  box = testBox({
    routes: (app, server, engine) => {
      source = server.source
      dataRoutes(app, server, engine.tables.sql)
    },
  })
  box.territory()
  ;[rosa, nadia, stranger] = [await box.member('Rosa'), await box.member(CANARY), box.visitor()]
  hay = await givenBy(box, rosa)
  await nadia.post(`/repondre/${hay}`, { combien: `un peu de ${SAID}`, from: at() })
  const { location } = await stranger.post(`/repondre/${hay}`, {
    ...{ combien: '20 kg', firstName: `${CANARY} Roux`, reach: 'au four', from: at() },
  })
  ticket = location.split('?')[0]!
  await box.keeper.post('/a-montrer/afficher', { id: await waiting() })
  const doubt = { about: hay, says: 'changed', said: `il en manque un ${SAID}` }
  await nadia.post('/a-confirmer/dire', { ...doubt, from: `/a-confirmer?annonce=${hay}` })
  const confirmed = await stranger.get(at())
  for (const word of [CANARY, SAID, '20\u00a0kg']) assert.ok(confirmed.body.includes(word), word)
})
const narrow = (accord: string) =>
  rosa.post('/annonces/qui-la-voit', { id: hay, accord, from: at() })
const wide = (): string =>
  JSON.stringify(
    box.log.sql.all(
      "SELECT value FROM piece JOIN write USING (entry, change, field) WHERE write.space <> 'home'",
    ),
  )
const holds = (text: string): boolean => text.includes(CANARY) || text.includes(SAID)

test('law 6: shown in this box alone, its answers are counted here and leave no more', async () => {
  assert.ok(holds(wide()))
  assert.equal((await narrow('ici')).status, 303)
  assert.ok(!holds(wide()), 'erased from what leaves')
  const page = await stranger.get(at())
  assert.match(page.text, /Pris : 20.kg sur 400.kg/)
  assert.ok(page.body.includes(CANARY) && page.body.includes(SAID))
  for (const type of ['response', 'confirmation'])
    assert.ok(!holds((await stranger.get(`/donnees/${type}.csv`)).body), type)
})

test('law 6: shown by card, nobody without one reads, counts or prints an answer to it', async () => {
  assert.equal((await narrow('carte')).status, 303)
  assert.ok(!holds(wide()))
  for (const table of ['response', 'confirmation', 'doc', 'search'])
    assert.ok(!holds(JSON.stringify(box.tables.sql.all(`SELECT * FROM ${table}`))), table)
  const types = ['offer', 'response', 'confirmation']
  const ends = ['csv', 'json', 'jsonld', 'geojson', 'atom']
  const answers = box.read.all('SELECT id FROM response_home').map(({ id }) => String(id))
  const paths = [
    ...addressesWith({ ...box, source }, [hay, ...answers]),
    ...types.flatMap(type => ends.map(end => `/donnees/${type}.${end}`)),
    // By their beginnings, so that no page says the words that were searched.
    ...['Zwynar', 'zwyns', 'foin'].map(word => `/chercher?q=${word}`),
  ]
  for (const path of paths) assert.ok(!holds((await box.visitor().get(path)).body), path)
  for (const { print } of printsOf(source.bricks))
    for (const id of print.ofOne ? [hay, ...answers] : [undefined]) {
      const paper = toPrint(source, print.kind, id, { lang: 'fr', by: 'keeper', private: true })
      assert.ok(!holds(JSON.stringify(paper)), print.kind)
    }
})

test('who holds a card still reads them, and their sum; its ticket tells no more', async () => {
  const page = await nadia.get(at())
  assert.match(page.text, /Pris : 20.kg sur 400.kg/)
  assert.ok(page.body.includes(CANARY) && page.body.includes(SAID))
  assert.match(page.text, /Vous avez dit : un peu de zwynsac/)
  const held = await stranger.get(ticket)
  assert.equal(held.status, 200)
  // Their own thread goes on under the title that they answered; the notice is not theirs to read.
  assert.ok(!held.body.includes(at()) && !held.text.includes('400'), held.text)
  assert.match(held.text, /n’est plus sur la page/)
  await nadia.post(`/repondre/${hay}/reprendre`, { from: at() })
  assert.doesNotMatch((await rosa.get(at())).text, /un peu de zwynsac/)
})

test('shown to everybody again, what was said by card stays by card', async () => {
  assert.equal((await narrow('voisins')).status, 303)
  const page = await box.visitor().get(at())
  assert.match(page.text, /Pris : 20.kg sur 400.kg/)
  assert.ok(!holds(page.body))
  assert.ok(!holds(wide()))
})

for (const accord of ['ici', 'carte'])
  test(`an answer that was taken off before is narrowed as it is put back: ${accord}`, async () => {
    box = testBox()
    box.territory()
    ;[rosa, nadia] = [await box.member('Rosa'), await box.member(CANARY)]
    hay = await givenBy(box, rosa)
    await nadia.post(`/repondre/${hay}`, { combien: `un peu de ${SAID}`, from: at() })
    const doubt = { about: hay, says: 'changed', said: `il en manque un ${SAID}` }
    await nadia.post('/a-confirmer/dire', { ...doubt, from: `/a-confirmer?annonce=${hay}` })
    const own = ['response', 'confirmation'].map(type => ({
      type,
      id: String(box.read.all(`SELECT id FROM ${type}`)[0]?.['id']),
    }))
    for (const one of own) await nadia.post('/moi/retirer', { ...one, from: '/moi/ecrits' })
    assert.equal((await narrow(accord)).status, 303)
    for (const one of own)
      assert.equal((await nadia.post('/moi/remettre', { ...one, from: '/moi/ecrits' })).status, 303)
    assert.ok(!holds(wide()), 'nothing of it may leave')
    const [known, visitor] = [await nadia.get(at()), await box.visitor().get(at())]
    assert.match(known.text, new RegExp(`Vous avez dit : un peu de ${SAID}`))
    assert.ok(known.text.includes(`il en manque un ${SAID}`))
    assert.equal(holds(visitor.body), accord === 'ici')
  })
