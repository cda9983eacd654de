import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { rangeAsked } from './range.ts'

const TAG = '"abc"'
const asked = (range: string | undefined, size: number, ifRange?: string) =>
  rangeAsked(range, ifRange, TAG, size)

test('one range of bytes is that piece: from a place, between two, the last so many', () => {
  assert.deepEqual(asked('bytes=0-499', 10_000), { from: 0, to: 499 })
  assert.deepEqual(asked('bytes=500-999', 10_000), { from: 500, to: 999 })
  assert.deepEqual(asked('bytes=-500', 10_000), { from: 9_500, to: 9_999 })
  assert.deepEqual(
    asked('bytes=9500-', 10_000),
    { from: 9_500, to: 9_999 },
    'the examples of RFC 9110, 14.1.2',
  )
  assert.deepEqual(asked('bytes=0-', 3), { from: 0, to: 2 })
  assert.deepEqual(asked('bytes=1-99', 3), { from: 1, to: 2 })
  assert.deepEqual(asked('bytes=-99', 3), { from: 0, to: 2 })
})

test('a range past the end gives none; no range, or several, the whole', () => {
  for (const range of ['bytes=3-', 'bytes=3-9', 'bytes=-0'])
    assert.equal(asked(range, 3), 'none', range)
  for (const range of [
    undefined,
    '',
    'bytes',
    'bytes=',
    'bytes=-',
    'bytes=2-1',
    'bytes=0-1,2-2',
    'lines=0-1',
    'bytes=a-b',
    'bytes=1-2x',
  ])
    assert.equal(asked(range, 3), 'whole', String(range))
})

test('it goes on only with the same bytes', () => {
  assert.deepEqual(asked('bytes=1-', 3, TAG), { from: 1, to: 2 })
  for (const other of ['"other"', 'W/"abc"', 'Wed, 25 Nov 2026 10:00:00 GMT', ''])
    assert.equal(asked('bytes=1-', 3, other), 'whole', other)
})

test('any header gives the whole, none, or a piece inside the file', () => {
  const number = fc.oneof(
    fc.constant(''),
    fc.nat({ max: 50 }).map(String),
    fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String),
  )
  const shaped = fc.tuple(number, number).map(([from, to]) => `bytes=${from}-${to}`)
  fc.assert(
    fc.property(fc.oneof(shaped, fc.string()), fc.nat({ max: 40 }), (range, size) => {
      const one = asked(range, size)
      if (typeof one === 'string') return
      assert.ok(
        0 <= one.from && one.from <= one.to && one.to < size,
        JSON.stringify([range, size, one]),
      )
    }),
    { numRuns: 3_000 },
  )
})
