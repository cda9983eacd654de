import assert from 'node:assert/strict'
import { test } from 'node:test'
import { engagementCheck, JARD } from './engagement-rule.ts'
import { PARTS, sum } from './exact.ts'
import { unitTariff } from './rules.ts'

const tariff = unitTariff(
  {
    ...{ price: 700_000, aid: 0, resale: 0, years: 7 },
    ...{ interest: 0, insurance: 0, housing: 0, other: 0 },
    ...{ upkeep: 500, fuel: 0, supplies: 0 },
  },
  100 * PARTS,
)!
const NAMED = { ...JARD, article: 'Article 14' }
const UNNAMED = { ...JARD, article: ' ' }
const uses = (...all: readonly number[]) => ({
  key: 'Hugo',
  engaged: 100 * PARTS,
  used: sum(all.map(n => n * PARTS)),
  years: all.length,
})

test('under 80 % the fixed costs of units not done are due, by an article of the statutes', () => {
  const found = engagementCheck(uses(70, 80, 60), NAMED, { tariff, by: 'used' })
  assert.deepEqual(found, {
    key: 'Hugo',
    is: 'under',
    mean: 70 * PARTS,
    percent: 70,
    apart: 30 * PARTS,
    wouldBe: 30_000,
    amount: 30_000,
  })
})

test('without an article nothing is due, and what it would be is said', () => {
  for (const all of [uses(10), uses(200)]) {
    const found = engagementCheck(all, UNNAMED, { tariff, by: 'used' })
    assert.equal(found?.amount, 0)
    assert.ok((found?.wouldBe ?? 0) > 0)
  }
})

test('where fixed costs go by engagement they are paid already', () => {
  for (const by of ['engaged', 'equal'] as const)
    assert.equal(engagementCheck(uses(10), NAMED, { tariff, by })?.amount, 0)
})

test('over 120 % the units beyond cost 25 % more, and the engagement would be the mean ÷ 1.2', () => {
  const found = engagementCheck(uses(150), NAMED, { tariff, by: 'used' })
  assert.deepEqual(
    [found?.is, found?.apart, found?.amount, found?.revised],
    ['over', 30 * PARTS, 11_250, 125 * PARTS],
  )
})

test('on a limit a member is within it', () => {
  for (const at of [80, 100, 120])
    assert.equal(engagementCheck(uses(at), NAMED, { tariff, by: 'used' })?.is, 'within')
  assert.equal(engagementCheck(uses(79.999), NAMED, { tariff, by: 'used' })?.is, 'under')
  assert.equal(engagementCheck(uses(), NAMED, { tariff, by: 'used' }), undefined)
})
