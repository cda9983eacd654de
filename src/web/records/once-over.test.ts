import assert from 'node:assert/strict'
import { beforeEach, test as told } from 'node:test'
import { lacking } from '../../../tests/support/folders.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { dataRoutes } from '../../data/table-out.ts'

/** A notice that is closed, or whose day is past, shows to nobody how to reach its person. */

const skip = lacking('offer')
const test = (sentence: string, works: () => Promise<void>): unknown =>
  told(sentence, { skip }, works)
const NUMBER = '06 39 98 00 11'
const OF_OPEN = '06 39 98 22 33'
let box: TestBox
let sold = ''
let past = ''
let open = ''
beforeEach(() => {
  if (skip) return
  box = testBox({ routes: (app, server, engine) => dataRoutes(app, server, engine.tables.sql) })
  box.territory()
  const of = (title: string, more: object) =>
    box.bring('offer', { title, who: 'Lina', reach: NUMBER, mode: 'sell', ...more })
  sold = of('Lina vend des chaises vertes', { state: 'closed' })
  past = of('Lina vend des chaises rouges', { state: 'firm', until: '2020-01-01' })
  open = of('Lina vend des chaises bleues', { state: 'firm', reach: OF_OPEN })
})
const hasNumber = (text: string, number = NUMBER): boolean =>
  new RegExp(number.replaceAll(' ', '[\\s.]?')).test(text)

test('its page, its changes and its story show no number to others; the keeper reads it', async () => {
  const visitor = box.visitor()
  for (const id of [sold, past]) {
    for (const path of [`/annonces/${id}`, `/annonces/${id}/changements`, `/fil/${id}`]) {
      const { body } = await visitor.get(path)
      assert.ok(!hasNumber(body), path)
    }
    assert.ok(hasNumber((await box.keeper.get(`/annonces/${id}`)).body))
  }
  assert.ok(hasNumber((await visitor.get(`/annonces/${open}`)).body, OF_OPEN))
})

test('data and feeds hold the number of the open notice alone', async () => {
  const visitor = box.visitor()
  const given = ['offer.csv', 'offer-excel.csv', 'offer.json', 'offer.jsonld', 'offer.atom'].map(
    name => `/donnees/${name}`,
  )
  for (const path of given) {
    const answer = await visitor.get(path)
    assert.match(answer.body, /chaises bleues/, path)
    // Linked data names a notice, and says no way to reach anybody.
    assert.equal(hasNumber(answer.body, OF_OPEN), !path.endsWith('.jsonld'), path)
    assert.ok(!hasNumber(answer.body), path)
  }
})

test('the search says that it is over, after what stands', async () => {
  const { text } = await box.visitor().get('/chercher?q=chaises')
  assert.match(text, /bleues.*(?:vertes|rouges)/s)
  assert.match(text, /c’est fini.*c’est fini/s)
})
