import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { idFrom } from '../../core/id.ts'
import { type ActShape, actsText, dayIn, lineIn, readActs } from './acts.ts'

type Booked = Readonly<{ says: string; on: string | null }>
const SHAPE: ActShape<Booked> = {
  most: 5,
  longest: 600,
  read: ({ says, on }) => {
    const [said, day] = [lineIn(says, 20), dayIn(on)]
    return said === null || said === undefined || day === undefined
      ? undefined
      : { says: said, on: day }
  },
}
const id = (n: number): string => idFrom(n, new Uint8Array(10))
const act = { id: id(1), says: 'book', on: '2026-12-05' }

test('acts are read as they were written', () => {
  const acts = [
    act,
    { ...act, id: id(2), place: id(9), on: null },
    { ...act, id: id(3), yours: true },
  ]
  assert.deepEqual(readActs(actsText(acts, SHAPE), SHAPE), acts)
  assert.deepEqual(readActs(actsText([], SHAPE), SHAPE), [])
})

test('a list holds the newest acts that its two limits let, and is read again', () => {
  const many = Array.from({ length: 9 }, (_, n) => ({ ...act, id: id(n) }))
  assert.deepEqual(readActs(actsText(many, SHAPE), SHAPE), many.slice(-5))
  const long = many.map(one => ({ ...one, says: '"'.repeat(20) }))
  const written = readActs(actsText(long, { ...SHAPE, longest: 250 }), SHAPE)
  assert.deepEqual(written, long.slice(-2))
})

test('a list of any size fits in its limits', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 20 }), { maxLength: 12 }), says => {
      const acts = says.map((said, n) => ({ ...act, id: id(n), says: said }))
      const text = actsText(acts, SHAPE)
      assert.ok(text.length <= SHAPE.longest && JSON.parse(text).length <= SHAPE.most)
      assert.deepEqual(JSON.parse(text), acts.slice(acts.length - JSON.parse(text).length))
    }),
  )
})

test('a stranger’s list is taken whole or not at all', () => {
  for (const bad of [
    null,
    '',
    'null',
    '{}',
    '[null]',
    '[[]]',
    '[1]',
    `[{"id":"${act.id}","id":"${act.id}","says":"book"}]`,
    JSON.stringify([{ ...act, id: 'x' }]),
    JSON.stringify([{ ...act, id: undefined }]),
    JSON.stringify([{ ...act, place: 'first' }]),
    JSON.stringify([{ ...act, says: 'x'.repeat(21) }]),
    JSON.stringify([{ ...act, says: { a: 1 } }]),
    JSON.stringify([{ ...act, on: '2026-02-31' }]),
    JSON.stringify([act, act]),
    JSON.stringify([act, { ...act, id: id(2), says: null }]),
    JSON.stringify(Array.from({ length: 6 }, (_, n) => ({ ...act, id: id(n) }))),
    JSON.stringify([act]).padEnd(601),
  ])
    assert.equal(readActs(bad, SHAPE), undefined, String(bad).slice(0, 80))
})

test('an act keeps nothing of a stranger but what is read, and whose it is by true alone', () => {
  const text = JSON.stringify([{ ...act, yours: 'yes', constructor: 'x', more: [1] }])
  assert.deepEqual(readActs(text, SHAPE), [act])
})

test('no text of a stranger makes reading throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.json(), fc.string()),
      text => (readActs(text, SHAPE)?.length ?? 0) === 0,
    ),
  )
})
