import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lastsDays } from '../../../core/calendar/event-dates.ts'
import { dayAfter } from '../../../text/days.ts'
import {
  inOrder,
  isOver,
  isWaiting,
  nextOf,
  occurrencesOf,
  type Planned,
  unfolded,
  weekOf,
} from './rules.ts'

const planned = (of: Partial<Planned>): Planned => ({
  id: 'a',
  title: 'x',
  startsOn: '2026-12-05',
  startsAt: null,
  endsOn: null,
  recurs: null,
  ...of,
})
const days = (event: Planned, from: string, to: string) =>
  occurrencesOf(event, from, to, 100).map(one => one.day)

test('what lasts several days is there as long as it lasts, and over on the day after', () => {
  const fair = planned({ endsOn: '2026-12-08' })
  assert.deepEqual(days(fair, '2026-12-07', '2026-12-20'), ['2026-12-05'])
  assert.deepEqual(days(fair, '2026-12-09', '2026-12-20'), [])
  assert.equal(isOver(fair, '2026-12-08'), false)
  assert.equal(isOver(fair, '2026-12-09'), true)
})

test('an end before the beginning is no end, and no day at all is no occurrence', () => {
  assert.equal(lastsDays({ startsOn: '2026-12-05', endsOn: '2026-12-01' }), 0)
  assert.equal(lastsDays({ startsOn: '2026-12-05', endsOn: '9999-12-31' }), 366)
  assert.deepEqual(days(planned({ startsOn: null }), '2026-01-01', '2027-01-01'), [])
})

test('what comes back is unfolded, and its next time is today or later', () => {
  const wednesdays = planned({ startsOn: '2026-05-06', recurs: 'FREQ=WEEKLY;BYDAY=WE' })
  assert.deepEqual(days(wednesdays, '2026-12-01', '2026-12-16'), [
    '2026-12-02',
    '2026-12-09',
    '2026-12-16',
  ])
  assert.equal(nextOf(wednesdays, '2026-12-02')?.day, '2026-12-02')
  assert.equal(nextOf(wednesdays, '2026-12-03')?.day, '2026-12-09')
  const four = planned({ startsOn: '2026-05-06', recurs: 'FREQ=WEEKLY;BYDAY=WE;COUNT=4' })
  assert.equal(isOver(four, '2026-05-27'), false)
  assert.equal(isOver(four, '2026-05-28'), true)
  assert.equal(
    nextOf(planned({ startsOn: '2024-02-29', recurs: 'FREQ=YEARLY;INTERVAL=4' }), '2026-12-05')
      ?.day,
    '2028-02-29',
  )
})

test('a rule that nobody can read leaves the event its first day', () => {
  assert.deepEqual(days(planned({ recurs: 'FREQ=SECONDLY' }), '2026-12-01', '2026-12-20'), [
    '2026-12-05',
  ])
})

test('weeks end on Sunday: this one, the next, later', () => {
  assert.equal(weekOf('2026-12-06', '2026-12-05'), 0)
  assert.equal(weekOf('2026-12-07', '2026-12-05'), 1)
  assert.equal(weekOf('2026-12-13', '2026-12-06'), 1)
  assert.equal(weekOf('2026-12-14', '2026-12-06'), 2)
  assert.equal(weekOf('2026-12-01', '2026-12-06'), 0)
})

test('it waits for people while they are fewer than said; one person is nobody to wait for', () => {
  assert.deepEqual(
    [isWaiting(5, 4), isWaiting(5, 5), isWaiting(1, 0), isWaiting(null, 0)],
    [true, false, false, false],
  )
})

const aDay = fc.integer({ min: 0, max: 800 }).map(n => dayAfter('2026-01-01', n))
const anEvent = fc.record({
  id: fc.string(),
  title: fc.option(fc.string()),
  startsOn: fc.option(aDay),
  startsAt: fc.option(fc.constantFrom('08:00', '14:00', '17:30')),
  endsOn: fc.option(aDay),
  recurs: fc.option(
    fc.constantFrom('FREQ=WEEKLY', 'FREQ=MONTHLY;BYDAY=1SA', 'FREQ=DAILY;COUNT=9', 'nonsense', ''),
  ),
})

test('every occurrence touches the days asked, none is twice, and they come in order', () => {
  fc.assert(
    fc.property(
      fc.array(anEvent, { maxLength: 6 }),
      aDay,
      fc.integer({ min: 0, max: 120 }),
      (events, from, length) => {
        const to = dayAfter(from, length)
        const own = events.map((event, i) => ({ ...event, id: `${i}` }))
        const all = unfolded(own, from, to, 1_000)
        for (const one of all)
          assert.ok(one.day <= to && one.lastDay >= from && one.lastDay >= one.day)
        assert.equal(new Set(all.map(one => `${one.event.id} ${one.day}`)).size, all.length)
        for (const [i, one] of all.slice(1).entries()) assert.ok(inOrder(all[i]!, one) < 0)
      },
    ),
    { numRuns: 60 },
  )
})
