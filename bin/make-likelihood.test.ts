import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { runs, testAll } from '../tests/support/pass.ts'
import { learntFile } from './likelihood/learnt.ts'
import { chanceOf, fit } from './likelihood/regression.ts'
import { villageOf, villages } from './likelihood/villages.ts'

testAll('the weights of the signs are what the villages say', () => {
  const file = new URL('../src/bricks/offers/model/matching/likelihood-learnt.ts', import.meta.url)
  assert.equal(
    readFileSync(file, 'utf8'),
    learntFile(villages().flatMap(name => villageOf(name).examples)),
    'topics, rules or villages changed: run `node bin/make-likelihood.ts` (half a minute)',
  )
})

test('as many are expected to be right as there are', () => {
  const one = fc.tuple(
    fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 2, maxLength: 2 }),
    fc.boolean(),
  )
  fc.assert(
    fc.property(fc.array(one, { minLength: 12, maxLength: 40 }), all => {
      const [rows, isRight] = [all.map(([row]) => row), all.map(([, right]) => right)]
      const fitted = fit(rows, isRight)
      // The bias has no penalty: as many are expected to be right as there are.
      const expected = rows.reduce((sum, row) => sum + chanceOf(fitted, row), 0)
      const right = isRight.filter(Boolean).length
      if (right > 0 && right < rows.length) assert.ok(Math.abs(expected - right) < 1e-6)
    }),
    runs(100, 1_000),
  )
})

test('what tells right from wrong gets a weight, what tells nothing hardly any', () => {
  const rows = Array.from({ length: 200 }, (_, i) => [i % 2, (i >> 1) % 2])
  const { weights } = fit(
    rows,
    rows.map(([told], i) => (i % 10 === 0 ? told !== 1 : told === 1)),
  )
  assert.ok(weights[0]! > 2)
  assert.ok(Math.abs(weights[1]!) < 0.5)
})
