import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { distanceM, EARTH_RADIUS_M, isPoint } from './place.ts'
import type { Point } from './schema.ts'

const point = fc.tuple(
  fc.double({ min: -90, max: 90, noNaN: true }),
  fc.double({ min: -180, max: 180, noNaN: true }),
)

test('one degree of latitude is a 360th of a great circle', () => {
  assert.ok(Math.abs(distanceM([45, 4], [46, 4]) - (2 * Math.PI * EARTH_RADIUS_M) / 360) < 1e-6)
  assert.ok(Math.abs(distanceM([0, 0], [0, 180]) - Math.PI * EARTH_RADIUS_M) < 1e-6)
})

test('Sail-sous-Couzan and Trelins are a little over three kilometres apart', () => {
  const m = distanceM([45.7363, 3.9613], [45.725, 4.0012])
  assert.ok(m > 3_300 && m < 3_400, String(m))
})

test('a distance is symmetric, zero on the spot and at most half the Earth', () => {
  fc.assert(
    fc.property(point, point, (a, b) => {
      const there = distanceM(a, b)
      assert.ok(Math.abs(there - distanceM(b, a)) < 1e-6)
      assert.ok(there >= 0 && there <= Math.PI * EARTH_RADIUS_M + 1e-6)
      assert.equal(distanceM(a, a), 0)
    }),
  )
})

test('metres of Lambert 93, texts and gaps are no point', () => {
  for (const wrong of [
    [800_000, 6_500_000],
    ['45', '4'],
    [45],
    [45, 4, 3],
    [Number.NaN, 4],
    [91, 0],
    null,
    '45,4',
  ])
    assert.equal(isPoint(wrong), false)
  const right: unknown = [45.7, 3.9]
  assert.ok(isPoint(right) && (right satisfies Point)[0] === 45.7)
})
