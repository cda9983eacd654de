import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayAfter } from '../../../../text/days.ts'
import { usesNotKeyed } from './keyed-first.ts'

const at = { today: '2026-10-20', dayAfter: (day: string) => dayAfter(day, 1) }
const use = (key: string, from: string, to = from) => ({ key, from, to })
const keys = (uses: readonly ReturnType<typeof use>[], days: readonly string[]) =>
  usesNotKeyed(uses, days, at).map(({ key }) => key)

test('a use of which no line tells is not keyed', () => {
  const uses = [use('a', '2026-10-01'), use('b', '2026-10-10', '2026-10-12')]
  assert.deepEqual(keys(uses, []), ['a', 'b'])
  assert.deepEqual(keys(uses, ['2026-10-01', '2026-10-13']), [])
  assert.deepEqual(keys(uses, ['2026-10-03', '2026-10-11']), ['a'])
})

test('a line tells of one use, and a use of today is not over', () => {
  assert.deepEqual(keys([use('a', '2026-10-01'), use('b', '2026-10-02')], ['2026-10-02']), ['b'])
  assert.deepEqual(keys([use('a', '2026-10-20')], []), [])
})
