import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { missingOf, type PackedTurn, piecesThere } from './packing.ts'

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e')
test('missing: it left, is not back, and its turn is over; each once a turn', () => {
  const turns = fc.array(
    fc.record({
      id: fc.uuid(),
      day: fc.constantFrom('2026-01-01', '2026-02-01'),
      left: fc.array(ids),
      back: fc.array(ids),
      isOver: fc.boolean(),
    }),
  )
  fc.assert(
    fc.property(turns, (all: PackedTurn[]) => {
      const missing = missingOf(all)
      for (const one of all)
        for (const thing of ['a', 'b', 'c', 'd', 'e']) {
          const expected =
            one.isOver && one.left.includes(thing) && !one.back.includes(thing) ? 1 : 0
          assert.equal(missing.filter(of => of.turn === one && of.thing === thing).length, expected)
        }
      assert.ok(missing.every(({ turn, thing }) => all.includes(turn) && turn.left.includes(thing)))
    }),
  )
})

test('a kit can go out with what is not missing, and is whole when nothing is', () => {
  const turn = { id: 'paul', day: '2026-01-01', left: ['a', 'b'], back: ['a'], isOver: true }
  assert.deepEqual(piecesThere(['a', 'b', 'c'], missingOf([turn])), ['a', 'c'])
  assert.deepEqual(piecesThere(['a', 'b'], missingOf([{ ...turn, isOver: false }])), ['a', 'b'])
  assert.deepEqual(piecesThere(['a', 'b'], missingOf([{ ...turn, back: ['b', 'a'] }])), ['a', 'b'])
})
