import assert from 'node:assert/strict'
import { test } from 'node:test'
import { saySize } from './sizes.ts'

test('a size is said as people say it, and never breaks its line before its unit', () => {
  assert.deepEqual(
    [0, 400, 999_001, 1_240_000, 12_400_000, 2_100_000_000, 64_000_000_000].map(bytes =>
      saySize(bytes, 'fr'),
    ),
    [
      '0\u00a0ko',
      '1\u00a0ko',
      '1\u202f000\u00a0ko',
      '1,2\u00a0Mo',
      '12\u00a0Mo',
      '2,1\u00a0Go',
      '64\u00a0Go',
    ],
  )
  assert.deepEqual([saySize(1_240_000, 'en'), saySize(12_000, 'en')], ['1.2\u00a0MB', '12\u00a0kB'])
})
