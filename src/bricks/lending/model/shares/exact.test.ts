import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { divided, shareOut, sum } from './exact.ts'

const parts = fc
  .array(fc.nat(5_000_000_000), { minLength: 1, maxLength: 40 })
  .map(weights => weights.map((weight, at) => ({ key: `m${at}`, weight })))
const total = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })

test('shares of a total sum to it, and none is a cent from the exact one', () => {
  fc.assert(
    fc.property(total, parts, (all, among) => {
      const shares = shareOut(all, among)
      assert.equal(sum(shares.map(({ amount }) => amount)), all)
      const weight = among.reduce((to, one) => to + BigInt(one.weight), 0n)
      if (weight === 0n) return
      for (const [at, { amount }] of shares.entries()) {
        const exact = BigInt(all) * BigInt(among[at]!.weight)
        const apart = BigInt(amount) * weight - exact
        assert.ok(-weight < apart && apart < weight)
      }
    }),
  )
})

test('the answer says who takes the odd cents, as many as were left', () => {
  fc.assert(
    fc.property(total, parts, (all, among) => {
      const shares = shareOut(all, among)
      const floors = shares.map(({ amount, odd }) => Math.abs(amount) - odd)
      assert.equal(sum(floors) + sum(shares.map(({ odd }) => odd)), Math.abs(all))
      const again = shareOut(-all, among).map(({ amount }) => 0 - amount)
      assert.deepEqual(
        again.map(n => n + 0),
        shares.map(({ amount }) => amount),
      )
    }),
  )
})

test('whoever weighs more never pays less', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000), parts, (all, among) => {
      const shares = shareOut(all, among)
      const order = among.map((_, at) => at).toSorted((a, b) => among[a]!.weight - among[b]!.weight)
      const amounts = order.map(at => shares[at]!.amount)
      for (const [at, amount] of amounts.entries()) {
        const next = order[at + 1]
        if (next !== undefined && among[order[at]!]!.weight < among[next]!.weight)
          assert.ok(amount <= amounts[at + 1]!)
      }
    }),
  )
})

test('at the same fraction the larger share has the odd cent, then the first of the list', () => {
  const three = ['Hugo', 'Nadia', 'Josette'].map(key => ({ key, weight: 1 }))
  assert.deepEqual(shareOut(1_000, three), [
    { key: 'Hugo', amount: 334, odd: 1, off: 1 },
    { key: 'Nadia', amount: 333, odd: 0, off: 0 },
    { key: 'Josette', amount: 333, odd: 0, off: 0 },
  ])
  const unlike = [
    { key: 'small', weight: 1 },
    { key: 'large', weight: 3 },
  ]
  assert.deepEqual(
    shareOut(2, unlike).map(({ key, amount }) => [key, amount]),
    [
      ['small', 0],
      ['large', 2],
    ],
  )
})

test('without any weight all take the same, and without anybody nothing is shared', () => {
  const none = [
    { key: 'a', weight: 0 },
    { key: 'b', weight: 0 },
  ]
  assert.deepEqual(
    shareOut(-3, none).map(({ amount }) => amount),
    [-2, -1],
  )
  assert.deepEqual(shareOut(5, []), [])
  assert.throws(() => shareOut(5, [{ key: 'a', weight: -1 }]), RangeError)
})

test('a half is rounded away from zero, however large the numbers', () => {
  assert.deepEqual(
    [divided(5, 2), divided(-5, 2), divided(7, 3), divided(10n ** 20n, 10n ** 10n)],
    [3, -3, 2, 10_000_000_000],
  )
  assert.throws(() => divided(1, 0), RangeError)
})
