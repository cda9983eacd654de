import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PARTS } from './exact.ts'
import { scenarios } from './scenarios.ts'

const PRESS = {
  ...{ price: 240_000, aid: 0, resale: 0, years: 8 },
  ...{ interest: 0, insurance: 6_000, housing: 0, other: 0 },
  ...{ upkeep: 200, fuel: 0, supplies: 0 },
}
const twelve = Array.from({ length: 12 }, () => 5 * PARTS)

test('two people more and two years more stand side by side', () => {
  const all = scenarios(PRESS, twelve, { people: 2, years: 2 })
  assert.deepEqual(
    all?.map(({ count, tariff, each }) => [count, tariff.years, tariff.price, each]),
    [
      [12, 8, 800, 4_000],
      [14, 8, 714, 3_570],
      [12, 10, 700, 3_500],
      [14, 10, 629, 3_145],
    ],
  )
})

test('people fewer and years fewer are told too, down to one', () => {
  const all = scenarios(PRESS, twelve, { people: -11, years: -7 })
  assert.equal(all?.at(-1)?.count, 1)
  assert.equal(scenarios(PRESS, twelve, { people: -12, years: 0 }), undefined)
  assert.equal(scenarios(PRESS, twelve, { people: 0, years: -8 }), undefined)
  assert.equal(scenarios(PRESS, [], { people: 2, years: 0 }), undefined)
})

test('who comes engages in whole units, as the mean of the others', () => {
  const all = scenarios(
    PRESS,
    [10, 5, 4.5, 0].map(n => n * PARTS),
    { people: 2, years: 0 },
  )
  assert.deepEqual(
    all?.map(({ mean, tariff }) => [mean, tariff.engaged / PARTS]),
    [
      [5 * PARTS, 19.5],
      [5 * PARTS, 29.5],
      [5 * PARTS, 19.5],
      [5 * PARTS, 29.5],
    ],
  )
  const [small] = scenarios(PRESS, [PARTS / 2], { people: 1, years: 0 }) ?? []
  assert.equal(small?.mean, PARTS / 2)
})
