import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ridesOneDay, type SpokenRide } from '../matching/rides-alike.ts'

const ride = (rideDays: string | null, until: string | null = null): SpokenRide => ({
  mode: 'ride',
  rideFrom: null,
  rideTo: 'Boën',
  rideBy: [],
  rideDays,
  rideSince: '2026-01-01',
  rideBack: false,
  until,
})

test('two rides meet on a weekday that both name; of days of the month nothing is sure', () => {
  const [monday, both] = [ride('FREQ=WEEKLY;BYDAY=MO'), ride('FREQ=WEEKLY;BYDAY=MO,TH')]
  assert.deepEqual(ridesOneDay(monday, both), { day: 1 })
  assert.equal(ridesOneDay(monday, ride('FREQ=WEEKLY;BYDAY=FR')), false)
  assert.deepEqual(ridesOneDay(monday, ride('FREQ=DAILY')), { day: 1 })
  assert.equal(ridesOneDay(monday, ride('FREQ=MONTHLY;BYMONTHDAY=3')), undefined)
  assert.equal(ridesOneDay(monday, ride(null)), undefined)
  assert.deepEqual(ridesOneDay(monday, ride(null, '2026-11-30')), { day: 1 })
  assert.equal(ridesOneDay(monday, ride(null, '2026-12-01')), false)
})
