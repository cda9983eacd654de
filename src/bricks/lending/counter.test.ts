import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestEngine, testEngine } from '../../../tests/support/test-engine.ts'
import { members } from '../members/brick.ts'
import { lending } from './brick.ts'
import { COUNTER, counterOf } from './model/counter/commands.ts'

function opened(): TestEngine & Readonly<{ paul: string; nadia: string }> {
  const box = testEngine({ bricks: [members, lending] })
  const [paul = '', nadia = ''] = ['Paul', 'Nadia'].map(name =>
    box.bring('member', { name, state: 'here' }, 'home'),
  )
  return { ...box, paul, nadia }
}
const as = (me: string) => ({ by: 'neighbour', me }) as const

test('nothing is counted before somebody asks, and they alone read it', () => {
  using box = opened()
  const { paul, nadia } = box
  assert.equal(box.turn('lending.countHelp', { way: 'gave' }, as(paul)).done, false)
  box.done('lending.beginCounting', {}, as(paul))
  for (const way of ['gave', 'gave', 'got']) box.done('lending.countHelp', { way }, as(paul))
  const own = box.page(COUNTER, as(paul)) ?? ''
  assert.match(own, /J’ai aidé<\/dt><dd><b>2\u00a0fois.*On m’a aidé<\/dt><dd><b>une fois/s)
  assert.doesNotMatch(box.page(COUNTER, { ...as(paul), private: false }) ?? '', /fois<\/b>/)
  assert.match(box.page(COUNTER, as(nadia)) ?? '', /Compter les miens/)
  for (const by of ['keeper', 'visitor'] as const)
    assert.equal(box.page(COUNTER, { by }), undefined)
})

test('one too many is taken off, and counting ends with all that was counted', () => {
  using box = opened()
  const { paul } = box
  box.done('lending.beginCounting', {}, as(paul))
  assert.equal(box.turn('lending.beginCounting', {}, as(paul)).done, false)
  const { undo } = box.done('lending.countHelp', { way: 'got' }, as(paul))
  box.done('lending.countHelp', { ...undo?.input }, as(paul))
  box.done('lending.countHelp', { ...undo?.input }, as(paul))
  assert.equal(counterOf(box.read, paul)?.got, 0)
  box.done('lending.stopCounting', {}, as(paul))
  assert.equal(counterOf(box.read, paul), undefined)
  assert.equal(box.turn('lending.beginCounting').done, false, 'a keeper has no counter')
})
