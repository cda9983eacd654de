import assert from 'node:assert/strict'
import { before, test as told } from 'node:test'
import { addressesWith } from '../../../tests/support/addresses.ts'
import { lacking } from '../../../tests/support/folders.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { dataRoutes } from '../../data/table-out.ts'
import { toFile } from '../print/print-file.ts'
import { printsOf, toPrint } from '../print/prints.ts'
import { wholeBricks } from './brick.ts'

/** Of a notice that is over or taken off, nothing that others get tells how to reach its person. */

const skip = lacking('offer')
const test = (sentence: string, works: () => Promise<void>): unknown =>
  told(sentence, { skip }, works)
const READS = /6\D{0,3}39\D{0,3}98\D{0,3}00\D{0,3}11/
const reads = (text: string): boolean =>
  READS.test(text) || READS.test(text.replaceAll(/<[^>]*>|&[^;\s]{1,9};|\\u00a0/g, ' '))
let box: TestBox
let source: Parameters<typeof toPrint>[0]
let open = ''
const over: string[] = []
before(() => {
  if (skip) return
  box = testBox({
    routes: (app, server, engine) => {
      source = server.source
      dataRoutes(app, server, engine.tables.sql)
    },
  })
  box.territory()
  const of = (type: string, more: object): string =>
    box.bring(type, {
      title: `Lina et ses chaises ${over.length}`,
      who: 'Lina',
      reach: 'chez Zélie au 06 39 98 00 11',
      mode: 'sell',
      ...more,
    })
  open = of('offer', { title: 'Lina vend des tables', reach: 'au 06 39 98 22 33', state: 'firm' })
  for (const type of ['offer', 'need']) {
    over.push(of(type, { state: 'closed' }), of(type, { state: 'firm', until: '2020-01-01' }))
    over.push(of(type, { state: 'firm', removed: true }))
  }
})

test('no page, feed or file that a visitor or a neighbour gets has its number', async () => {
  const given = ['offer', 'need'].flatMap(type =>
    ['csv', 'json', 'jsonld', 'geojson', 'atom'].map(format => `/donnees/${type}.${format}`),
  )
  const sought = ['chaises', 'Lina', 'Zélie', '0639980011', '06 39 98 00 11'].map(
    words => `/chercher?q=${encodeURIComponent(words)}`,
  )
  const all = addressesWith({ source, local: box.local, app: box.app }, over)
  const reading: string[] = []
  for (const who of [box.visitor(), await box.member('Nadia')]) {
    for (const path of [...all, ...given, ...sought]) {
      const { body } = await who.get(path)
      // The words that were sought stand in their own field.
      const said = path.startsWith('/chercher') ? body.replaceAll(/06.?39.?98.?00.?11/g, '') : body
      if (reads(said)) reading.push(path)
    }
    for (const path of [`/annonces/${open}`, `/fil/${open}`])
      assert.match((await who.get(path)).text, /06 39 98 22 33/)
  }
  assert.deepEqual(reading, [])
  for (const number of ['0639980011', '06%2039%2098%2000%2011'])
    assert.doesNotMatch((await box.visitor().get(`/chercher?q=${number}`)).text, /ses chaises/)
})

test('no print that a visitor or the keeper makes has its number', async () => {
  const reading: string[] = []
  for (const { print } of printsOf(wholeBricks(source.bricks)))
    for (const id of print.ofOne ? over : [undefined])
      for (const by of ['visitor', 'keeper'] as const) {
        const asked = { query: {}, lang: 'fr', by, private: true } as const
        const { kind } = print
        const made = [
          toPrint(source, kind, id, asked),
          ...(['html', 'csv'] as const).map(form => toFile(source, { kind, id, form }, asked)),
        ]
        if (reads(JSON.stringify(made))) reading.push(`${kind} ${id ?? ''} ${by}`)
      }
  assert.deepEqual(reading, [])
})
