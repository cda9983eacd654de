import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testEngine } from '../../../tests/support/test-engine.ts'
import { members } from '../members/brick.ts'
import { lending } from './brick.ts'
import { isWholeDay, openTimes } from './model/opening.ts'
import { spanOf } from './model/span.ts'

const NOW = Date.parse('2026-12-02T17:00:00Z')
const SATURDAY = '2026-12-05'
const times = (startsOn: string, more = {}) => ({
  ...{ startsOn, startsAt: null, endsOn: null, endsAt: null },
  ...more,
})
const of = (hours: string) => ({ unit: 'hour' as const, hours, commune: null })

test('a whole day is from when a place opens to when it closes, with its break at noon', () => {
  const opened = (hours: string, more = {}, day = SATURDAY) => {
    const { startsAt, endsOn, endsAt } = openTimes(of(hours), times(day, more))
    return [startsAt, endsOn, endsAt].map(one => one ?? '').join(' ')
  }
  assert.equal(opened('Mo-Su 08:00-23:00'), '08:00  23:00')
  assert.equal(opened('Mo-Su 09:00-12:00,14:00-18:00'), '09:00  18:00')
  assert.equal(opened('Mo-Su 08:00-24:00'), '08:00  ')
  assert.equal(opened('Sa 18:00-02:00'), '18:00 2026-12-06 02:00')
  assert.equal(opened('24/7'), '  ')
  assert.equal(opened('Mo-Fr 08:00-23:00'), '  ', 'it is closed on Saturday')
  const days = { endsOn: '2026-12-06' }
  assert.equal(opened('Mo-Su 08:00-20:00', days), '08:00 2026-12-06 20:00')
  const hours = 'Mo-Su 08:00-23:00'
  assert.equal(opened(hours, { startsAt: '14:00' }), '14:00  23:00')
  assert.equal(opened(hours, { endsAt: '12:00' }), '08:00  12:00')
  assert.equal(opened(hours, { startsAt: '23:30' }), '23:30  ', 'it closed before')
  assert.equal(opened(hours, { endsAt: '07:00' }), '  07:00', 'it opens later')
  assert.deepEqual(openTimes({ ...of(hours), unit: 'day' }, times(SATURDAY)), times(SATURDAY))
  const noon = of('Mo-Su 09:00-12:00,14:00-18:00')
  const isWhole = (startsAt: string, endsAt: string) =>
    isWholeDay(noon, spanOf(times(SATURDAY, { startsAt, endsAt }))!)
  assert.deepEqual([isWhole('09:00', '18:00'), isWhole('10:00', '18:00')], [true, false])
})

test('a day, a series and a change without hours are booked from opening to closing', () => {
  using box = testEngine({ bricks: [members, lending], at: NOW })
  const paul = box.bring('member', { name: 'Paul', state: 'here' }, 'home')
  const as = { by: 'neighbour', me: paul, private: true } as const
  const local = (hours: string) =>
    box.bring('thing', { title: 'Le local', kind: 'place', unit: 'hour', hours, commune: '42195' })
  const booked = (id: string) =>
    box.read
      .all('SELECT startsOn, startsAt, endsAt FROM booking WHERE thing = ? ORDER BY startsOn', id)
      .map(row => Object.values(row).join(' '))
  const [room, school] = [local('Mo-Su 08:00-23:00'), local('Mo-Fr 08:00-18:00; Sa 09:00-12:00')]
  box.done('lending.book', { id: room, startsOn: SATURDAY }, as)
  assert.deepEqual(booked(room), [`${SATURDAY} 08:00 23:00`])
  const [first] = box.read.all('SELECT id FROM booking WHERE thing = ?', room)
  box.done('lending.move', { id: String(first?.['id']), startsOn: '2026-12-06' }, as)
  assert.deepEqual(booked(room), ['2026-12-06 08:00 23:00'])
  const recurs = 'tous les vendredis et samedis, jusqu’au 12 décembre 2026'
  box.done('lending.bookSeries', { id: school, startsOn: '2026-12-04', recurs, sur: '1' }, as)
  assert.deepEqual(booked(school), [
    '2026-12-04 08:00 18:00',
    '2026-12-05 09:00 12:00',
    '2026-12-11 08:00 18:00',
    '2026-12-12 09:00 12:00',
  ])
})
