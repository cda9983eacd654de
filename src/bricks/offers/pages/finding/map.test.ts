import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { textOf } from '../../../../../tests/support/browser.ts'
import { NOON } from '../../../../../tests/support/clock.ts'
import { runs } from '../../../../../tests/support/pass.ts'
import { type TestEngine, testEngine } from '../../../../../tests/support/test-engine.ts'
import { bricks } from '../../../../app/bricks.ts'
import { found } from '../../model/read.ts'
import { noticesWhere } from '../../model/read-where.ts'
import { choiceOf } from './choice.ts'

const COMMUNES = [
  ['42195', 'Sail-sous-Couzan', [45.7363, 3.9613]],
  ['42019', 'Boën-sur-Lignon', [45.7508, 4.0084]],
  ['42313', 'Trelins', [45.725, 4.0012]],
] as const
const [SAIL, BOEN, TRELINS] = COMMUNES.map(([code]) => code) as [string, string, string]
const TODAY = '2026-12-05'

function village(): TestEngine {
  const box = testEngine({ bricks, at: NOON })
  const codes = COMMUNES.map(([code]) => code)
  box.bring('territory', { name: 'Sail', village: SAIL, communes: codes, keptBy: 'Anaïs' })
  for (const [code, name, point] of COMMUNES) box.bring('commune', { code, name, point })
  return box
}
const offered = (box: TestEngine, more: object) =>
  box.bring('offer', { title: 'Rosa prête une scie', who: 'Rosa', reach: 'au local', ...more })
const listed = (box: TestEngine, query: Readonly<Record<string, string>> = {}): string =>
  box.page('/annonces', { query }) ?? ''
/** What the map of a list links to, each address with its words. */
const marksIn = (page: string): readonly (readonly [href: string, words: string])[] =>
  [...page.matchAll(/<a href="([^"]*)" aria-label="([^"]*)"/g)].map(([, href = '', words = '']) => [
    href.replaceAll('&amp;', '&'),
    words.replaceAll('\u00a0', ' '),
  ])

test('each number of the map is that of the list to which it leads', () => {
  using box = village()
  for (const commune of [SAIL, SAIL, TRELINS]) offered(box, { commune })
  offered(box, { commune: SAIL, mode: 'lend' })
  box.bring('need', { title: 'Malo cherche', who: 'Malo', reach: 'au local', commune: BOEN })
  for (const query of [{}, { genre: 'propose' }, { facon: 'lend' }, { km: '20' }]) {
    const marks = marksIn(listed(box, query))
    assert.ok(marks.length > 0)
    for (const [href, words] of marks) {
      const asked = Object.fromEntries(new URL(href, 'http://x').searchParams)
      const n = Number(/\d+$/.exec(words)?.[0])
      assert.equal(found(box.read, choiceOf(asked, undefined), TODAY).count(), n, href)
    }
  }
  assert.deepEqual(
    marksIn(listed(box)).map(([, words]) => words),
    ['Sail-sous-Couzan : 3', 'Boën-sur-Lignon : 1', 'Trelins : 1'],
  )
})

test('a place of the directory is a point that leads to its list; a person is none', () => {
  using box = village()
  const hall = box.bring('place', { name: 'La halle', kind: 'market', point: [45.738, 3.985] })
  const person = { name: 'Rosa', kind: 'person', reach: 'au local', point: [45.73, 3.98] }
  const rosa = box.bring('actor', person)
  const title = 'La halle prête des bancs'
  offered(box, { title, from: hall })
  offered(box, { from: rosa, where: 'chez Rosa, rue Haute' })
  const marks = marksIn(listed(box))
  assert.deepEqual(marks, [[`/annonces?lieu=${hall}`, 'La halle : 1']])
  const page = textOf(listed(box, { lieu: hall }))
  assert.ok(page.includes(title) && !page.includes('Rosa prête'), page)
  assert.match(textOf(listed(box)), /2 annonces ne disent pas leur commune/)
})

test('there is no map without notices, nor where nobody knows where the communes are', () => {
  using box = village()
  assert.doesNotMatch(listed(box), /list-map/)
  offered(box, { commune: SAIL })
  assert.match(listed(box), /<details class="wide-open list-map/)
  using unknown = testEngine({ bricks, at: NOON })
  unknown.bring('territory', { name: 'X', village: SAIL, communes: [SAIL], keptBy: 'Anaïs' })
  offered(unknown, { commune: SAIL })
  assert.doesNotMatch(listed(unknown), /list-map/)
})

test('the communes of a map and the notices without one add up to its list', () => {
  using box = village()
  const codes = [SAIL, BOEN, TRELINS, '75056']
  const notice = fc.record({
    type: fc.constantFrom('offer', 'need'),
    commune: fc.option(fc.constantFrom(...codes), { nil: undefined }),
    hand: fc.boolean(),
    state: fc.constantFrom('closed', 'open', undefined),
  })
  for (const { type, ...fields } of fc.sample(notice, { ...runs(40, 200, 1_000), seed: 7 }))
    box.bring(type, {
      title: 'Une annonce',
      reach: 'au local',
      commune: fields.commune,
      ...(type === 'need' ? { hand: fields.hand } : {}),
      ...(fields.state === 'closed' ? { state: 'closed' } : {}),
    })
  for (const genre of ['', 'propose', 'cherche', 'coup-de-main'])
    for (const today of ['', '1']) {
      const choice = choiceOf({ genre, 'aujourd-hui': today }, undefined)
      const { count, communes, nowhere } = noticesWhere(box.read, choice, TODAY)
      const sum = [...communes.values()].reduce((all, n) => all + n, nowhere)
      assert.equal(sum, found(box.read, choice, TODAY).count(), `${genre} ${today}`)
      assert.equal(count, sum)
    }
})
