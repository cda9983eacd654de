import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brick } from './brick.ts'

const words = { types: {} }
const alike = () => []
const today = () => []
const model = {
  name: 'bread-oven',
  records: [],
  commands: [],
  grants: ['offer'],
  slots: { alike },
  words: { fr: words, en: words },
}

test('a brick has the slots of its model beside those that it shows, and loses no part', () => {
  const { slots, grants, pages } = brick(model, { pages: [], slots: { today } })
  assert.deepEqual(
    { slots, grants, pages },
    { slots: { alike, today }, grants: ['offer'], pages: [] },
  )
  assert.deepEqual(brick(model, { pages: [] }).slots, { alike })
})

test('a slot that both give is refused, and so is another part', () => {
  const both = { pages: [], slots: { alike, today } }
  assert.throws(() => brick(model, both), /bread-oven.slots: the model gives alike already/)
  const again = { pages: [], grants: [] }
  assert.throws(() => brick(model, again), /bread-oven: the model gives grants already/)
})
