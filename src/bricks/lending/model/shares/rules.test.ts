import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { divided, PARTS, sum } from './exact.ts'
import { callsOf, costOf, FIXED_BY, type ShareCosts, settledYear, unitTariff } from './rules.ts'

const NONE: ShareCosts = {
  ...{ price: 0, aid: 0, resale: 0, years: 1 },
  ...{ interest: 0, insurance: 0, housing: 0, other: 0 },
  ...{ upkeep: 0, fuel: 0, supplies: 0 },
}
const SEEDER = { ...NONE, price: 12_350_000, years: 7, other: 82_000, upkeep: 120 }

test('the seeder of entraid.com: 27.58 € a hectare, which the source publishes as 28', () => {
  const found = unitTariff(SEEDER, 700 * PARTS)
  assert.deepEqual(found, {
    toPay: 12_350_000,
    years: 7,
    depreciation: 1_764_286,
    yearly: [{ name: 'other', amount: 82_000 }],
    fixed: 1_846_286,
    engaged: 700 * PARTS,
    fixedPerUnit: 2_638,
    perUnit: [{ name: 'upkeep', amount: 120 }],
    variable: 120,
    price: 2_758,
    expected: 1_930_286,
  })
  assert.equal(divided(found.fixed, 100), 18_463, 'the source: about 18,463 € a year')
  const asPublished = divided(divided(1_847_000, 700), 10) * 10
  assert.equal(asPublished, 2_640, 'the source rounds to 18,470 € a year and 26.4 €')
  assert.equal(asPublished + 120, 2_760, 'the source: about 27.6')
  assert.equal(divided(2_760, 100), 28, 'the source publishes the whole euro')
  assert.equal(divided(found.price, 100), 28, 'and so does ours, in whole euros')
})

test('the seeder that one farm would buy alone: 50.83 €, published 51', () => {
  const alone = { ...NONE, price: 7_000_000, years: 10, other: 55_000, upkeep: 50 }
  const found = unitTariff(alone, 150 * PARTS)
  assert.equal(found?.price, 5_083)
  assert.equal(divided(5_083, 100), 51)
})

test('five tractors of entraid.com: 62.17 € an hour', () => {
  const tractors = { ...NONE, price: 2_860 * 2_500 * 7, years: 7, fuel: 3_357 }
  const found = unitTariff(tractors, 2_500 * PARTS)
  assert.deepEqual([found?.fixedPerUnit, found?.variable, found?.price], [2_860, 3_357, 6_217])
})

test('aid and resale are taken off the price, and nothing engaged has no price', () => {
  const found = unitTariff({ ...NONE, price: 10_000, aid: 2_000, resale: 1_000, years: 7 }, PARTS)
  assert.deepEqual([found?.toPay, found?.price], [7_000, 1_000])
  assert.equal(unitTariff(SEEDER, 0), undefined)
})

const cents = fc.nat(100_000_000)
const units = fc.nat(10_000 * PARTS)
const members = fc.array(fc.record({ engaged: units, used: units, paid: cents }), {
  minLength: 1,
  maxLength: 30,
})
const accounts = members.map(all => all.map((one, at) => ({ ...one, key: `m${at}` })))

test('all calls of all members sum to the expected cost', () => {
  fc.assert(
    fc.property(cents, accounts, fc.integer({ min: 1, max: 12 }), (expected, all, count) => {
      const parts = all.map(({ key, engaged }) => ({ key, weight: engaged }))
      const called = callsOf(expected, parts, count)
      assert.equal(sum(called.flatMap(({ calls }) => calls)), expected)
      for (const { calls, amount } of called) {
        assert.equal(sum(calls), amount)
        assert.equal(calls.length, count)
        assert.ok(Math.max(...calls) - Math.min(...calls) <= 1)
        assert.equal(calls[0], Math.max(...calls))
      }
    }),
  )
})

test('a settled year loses no cent: dues are the real cost, balances less the purse are zero', () => {
  const year = fc.record({ fixed: cents, variable: cents })
  const extras = fc.array(fc.nat(50_000), { minLength: 30, maxLength: 30 })
  fc.assert(
    fc.property(year, accounts, fc.constantFrom(...FIXED_BY), extras, (real, all, by, extra) => {
      const before = all.map((one, at) => ({ ...one, extra: extra[at]! }))
      const settled = settledYear(real, before, by)
      assert.equal(settled.real, real.fixed + real.variable)
      assert.equal(sum(settled.accounts.map(({ due }) => due)), settled.real)
      assert.equal(sum(settled.accounts.map(({ balance }) => balance)) - settled.purse, 0)
      for (const one of settled.accounts) assert.equal(one.paid - one.due, one.balance)
    }),
  )
})

test('fixed costs go by engagement, by use or equally, variable ones by use', () => {
  const all = [
    { key: 'Hugo', engaged: 30 * PARTS, used: 10 * PARTS, paid: 0 },
    { key: 'Nadia', engaged: 10 * PARTS, used: 30 * PARTS, paid: 0 },
  ]
  const dues = (by: 'engaged' | 'used' | 'equal') =>
    settledYear({ fixed: 10_000, variable: 1_000 }, all, by).accounts.map(({ due }) => due)
  assert.deepEqual(dues('engaged'), [7_750, 3_250])
  assert.deepEqual(dues('used'), [2_750, 8_250])
  assert.deepEqual(dues('equal'), [5_250, 5_750])
})

test('a year in which nobody used it is shared by what was engaged', () => {
  const all = [
    { key: 'Hugo', engaged: 3, used: 0, paid: 0 },
    { key: 'Nadia', engaged: 1, used: 0, paid: 0 },
  ]
  const { accounts } = settledYear({ fixed: 100, variable: 40 }, all, 'used')
  assert.deepEqual(
    accounts.map(({ due }) => due),
    [105, 35],
  )
})

test('the price of a year at the tariff is the expected cost, but for the rounding of the price', () => {
  const hectares = fc.integer({ min: 1, max: 100_000 })
  fc.assert(
    fc.property(cents, fc.integer({ min: 1, max: 40 }), hectares, (price, years, ha) => {
      const found = unitTariff({ ...NONE, price, years, upkeep: 150 }, ha * PARTS)
      assert.ok(found)
      const apart = costOf(found.price, ha * PARTS) - found.expected
      assert.ok(Math.abs(apart) * 2 <= ha, 'half a cent a hectare at most')
    }),
  )
})
