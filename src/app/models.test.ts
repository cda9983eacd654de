import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bricks } from './bricks.ts'
import { models } from './models.ts'

test('every brick has its model in the list that the writer loads, in the same order', () => {
  assert.deepEqual(
    models.map(one => one.name),
    bricks.map(one => one.name),
  )
})

test('a turn decides with a model as with its whole brick', () => {
  for (const [n, model] of models.entries()) {
    const { words, slots = {}, ...held } = model
    const brick = bricks[n]!
    for (const [name, value] of Object.entries(held)) assert.equal(Reflect.get(brick, name), value, `${model.name}.${name}`)
    for (const [name, slot] of Object.entries(slots)) assert.equal(Reflect.get(brick.slots ?? {}, name), slot, `${model.name}.${name}`)
    for (const lang of ['fr', 'en'] as const) assert.equal(brick.words[lang], words[lang])
  }
})

/** Slots that a turn asks (contract/slots.ts). */
const ASKED = ['alike', 'territory', 'member', 'ownPhones', 'indicator', 'fate', 'answered', 'toGet']
test('no slot that a turn asks is left to the pages', () => {
  for (const [n, { name, slots }] of bricks.entries())
    for (const asked of ASKED) if (slots && asked in slots) assert.ok(asked in (models[n]!.slots ?? {}), `${name}.${asked}`)
})
