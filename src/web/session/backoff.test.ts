import assert from 'node:assert/strict'
import { test } from 'node:test'
import { backoff } from './backoff.ts'

test('three wrong tries are free, each of the next waits twice as long, a minute at most', () => {
  const tries = backoff(1_000, 60_000)
  const waits = Array.from({ length: 12 }, (_, n) => {
    const wait = tries.waits('12345', n)
    tries.failed('12345', n)
    return wait
  })
  assert.deepEqual(waits.slice(0, 3), [0, 0, 0])
  assert.deepEqual(
    waits.slice(3).map(wait => Math.round(wait / 1_000)),
    [1, 2, 4, 8, 16, 32, 60, 60, 60],
  )
  assert.equal(tries.waits('54321', 5), 0)
  assert.equal(tries.waits('12345', 11 + 60_000), 0)
})

test('a right try forgives the wrong ones, and a clock set back locks nobody out', () => {
  const tries = backoff(1_000, 60_000)
  for (let n = 0; n < 20; n++) tries.failed('12345', 1_000_000_000)
  assert.equal(tries.waits('12345', 5), 60_000)
  tries.forgive('12345')
  assert.equal(tries.waits('12345', 1_000_000_000), 0)
})
