import assert from 'node:assert/strict'
import { test } from 'node:test'
import { weekdaysOpen } from './weekdays.ts'

test('the weekdays of hours are those that a rule opens and none closes', () => {
  for (const [hours, days] of [
    ['Mo-Fr 08:00-12:00', [0, 1, 2, 3, 4]],
    ['Tu,Th 14:00-18:00; Sa 09:00-12:00', [1, 3, 5]],
    ['Mo-Sa 08:00-12:00; We off; PH off', [0, 1, 3, 4, 5]],
    ['Sa-Mo 10:00-12:00', [0, 5, 6]],
    ['24/7', []],
  ] as const)
    assert.deepEqual(weekdaysOpen(hours), days, hours)
})
