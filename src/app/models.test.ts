import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrickModel } from '../contract/brick.ts'
import { assembledBricks } from '../engine/engine.ts'
import { shapeOf } from '../engine/shape.ts'
import { wholeBricks } from '../web/records/brick.ts'
import { bricks } from './bricks.ts'
import { models } from './models.ts'
import { tables } from './tables.ts'

test('every brick has its model in the list that the writer loads, in the same order', () => {
  assert.deepEqual(
    models.map(one => one.name),
    bricks.map(one => one.name),
  )
})

test('the tables of a check and of a rebuild are those of the writer', () => {
  const [checked, written] = [shapeOf(tables), shapeOf(models)]
  assert.deepEqual(checked.types, written.types)
  assert.deepEqual(checked.projections, written.projections)
})

test('a turn decides with a model as with its whole brick', () => {
  for (const [n, model] of models.entries()) {
    const { words, slots = {}, ...held } = model
    const brick = bricks[n]!
    for (const [name, value] of Object.entries(held))
      assert.equal(Reflect.get(brick, name), value, `${model.name}.${name}`)
    for (const [name, slot] of Object.entries(slots))
      assert.equal(Reflect.get(brick.slots ?? {}, name), slot, `${model.name}.${name}`)
    for (const lang of ['fr', 'en'] as const) assert.equal(brick.words[lang], words[lang])
  }
})

test('the writer takes each command that a page may ask, the house’s own too', () => {
  const named = (all: readonly BrickModel[]): readonly string[] =>
    all.flatMap(({ name, commands }) => commands.map(one => `${name}.${one.name}`)).toSorted()
  assert.deepEqual(named(assembledBricks(models)), named(wholeBricks(bricks)))
})

/** Slots that a turn asks (contract/slots.ts). */
const ASKED = [
  'alike',
  'territory',
  'member',
  'ownPhones',
  'indicator',
  'fate',
  'answered',
  'toGet',
  'strips',
]
test('no slot that a turn asks is left to the pages', () => {
  const turn = new Map(assembledBricks(models).map(one => [one.name, one.slots ?? {}]))
  for (const { name, slots = {} } of wholeBricks(bricks))
    for (const asked of ASKED)
      if (asked in slots) {
        const where = `${name}: a turn asks ${asked}, so give it in model/, not in pages/slots.ts`
        assert.ok(asked in turn.get(name)!, where)
      }
})
