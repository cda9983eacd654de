import assert from 'node:assert/strict'
import fc from 'fast-check'
import { runs, testOnce as test, testEach } from '../../../tests/support/pass.ts'
import { openingHours } from '../packages.cjs'
import {
  daysOffOf,
  easter,
  isPublicHoliday,
  isSchoolHoliday,
  publicHolidays,
  SCHOOL_KNOWN,
} from './days-off.ts'
import {
  type DateChange,
  type DatedEvent,
  daysLeftBehind,
  eventDates,
  nextDates,
  onItsDate,
  schoolKnownTo,
} from './event-dates.ts'
import { momentOf, occurrences } from './recurrence.ts'

const plus = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString()
const thursdays: DatedEvent = { startsOn: '2026-10-01', recurs: 'FREQ=WEEKLY;BYDAY=TH' }
const HERE = { zone: 'A' } as const
const said = (event: DatedEvent, from: string, to: string) =>
  eventDates(event, { from, to }, 99, HERE).map(
    one => `${one.day}${one.cancelled ? ' off' : ''}${one.of === one.day ? '' : ` for ${one.of}`}`,
  )

test('a date is cancelled, moved, added or left out, and the others stay', () => {
  const changes: readonly DateChange[] = [
    { of: '2026-11-05', fate: 'off', why: 'la salle est prise' },
    { of: '2026-11-12', fate: 'moved', on: '2026-11-13', startsAt: '20:00' },
    { of: '2026-11-21', fate: 'added' },
    { of: '2026-11-26', fate: 'out' },
  ]
  assert.deepEqual(said({ ...thursdays, changes }, '2026-11-01', '2026-12-03'), [
    '2026-11-05 off',
    '2026-11-13 for 2026-11-12',
    '2026-11-19',
    '2026-11-21',
    '2026-12-03',
  ])
})

test('the day that a moved date left is marked, and so is that of one cancelled since', () => {
  const changes: readonly DateChange[] = [
    { of: '2026-11-05', fate: 'off', on: '2026-11-07' },
    { of: '2026-11-12', fate: 'moved', on: '2026-11-14' },
    { of: '2026-11-19', fate: 'moved', on: '2026-11-19', startsAt: '20:00' },
    { of: '2026-11-25', fate: 'moved', on: '2026-11-24' },
  ]
  const event = { ...thursdays, changes }
  const days = { from: '2026-11-01', to: '2026-11-30' }
  assert.deepEqual(
    daysLeftBehind(event, days, HERE).map(one => [one.day, one.cancelled, one.movedTo]),
    [['2026-11-12', false, '2026-11-14']],
    'a cancelled date is told once, on its last day',
  )
  assert.deepEqual(
    daysLeftBehind(event, { from: '2026-11-01', to: '2026-11-06' }, HERE).map(({ day }) => day),
    ['2026-11-05'],
    'and on the day that it left, where its last day is out of sight',
  )
  assert.deepEqual(said(event, '2026-11-01', '2026-11-18'), [
    '2026-11-07 off for 2026-11-05',
    '2026-11-14 for 2026-11-12',
  ])
  assert.deepEqual(daysLeftBehind(event, { from: '2026-11-13', to: '2026-11-30' }, HERE), [])
})

test('the newest change of a date counts; a change of a day that the event has not is none', () => {
  const changes: readonly DateChange[] = [
    { of: '2026-11-05', fate: 'off' },
    { of: '2026-11-05', fate: 'moved', on: '2026-11-06' },
    { of: '2026-11-11', fate: 'moved', on: '2026-11-10' },
    { of: '2026-11-14', fate: 'added' },
    { of: '2026-11-14', fate: 'off' },
  ]
  assert.deepEqual(said({ ...thursdays, changes }, '2026-11-01', '2026-11-18'), [
    '2026-11-06 for 2026-11-05',
    '2026-11-12',
    '2026-11-14 off',
  ])
})

test('an event that comes once is cancelled, moved, or comes once more', () => {
  const once = (changes: readonly DateChange[]) =>
    said({ startsOn: '2026-11-05', changes }, '2026-11-01', '2026-11-30')
  assert.deepEqual(once([{ of: '2026-11-05', fate: 'off' }]), ['2026-11-05 off'])
  assert.deepEqual(once([{ of: '2026-11-20', fate: 'added' }]), ['2026-11-05', '2026-11-20'])
})

test('a date that begins at another hour lasts as long, and what was said of it wins', () => {
  const event = { startsAt: '14:00', endsAt: '16:30', place: 'p', where: null }
  const on = (change: Partial<DateChange>) =>
    onItsDate(event, { change: { of: '2026-11-05', fate: 'moved', ...change } })
  assert.deepEqual(on({ startsAt: '15:00' }), { ...event, startsAt: '15:00', endsAt: '17:30' })
  assert.deepEqual(on({ where: 'à l’école' }), { ...event, place: null, where: 'à l’école' })
  assert.deepEqual(on({ endsAt: '18:00' }), { ...event, endsAt: '18:00' })
})

test('the public holidays of years whose calendar is known', () => {
  for (const [year, sunday] of [
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ] as const)
    assert.equal(easter(year), sunday)
  assert.deepEqual(publicHolidays(2026), [
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-08',
    '2026-05-14',
    '2026-05-25',
    '2026-07-14',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ])
  assert.deepEqual(
    publicHolidays(2026, true).filter(day => !publicHolidays(2026).includes(day)),
    ['2026-04-03', '2026-12-26'],
  )
})

test('a commune has the zone of its academy, and Alsace and Moselle two days more', () => {
  assert.deepEqual(daysOffOf('42195'), { zone: 'A' })
  assert.deepEqual(daysOffOf('75056'), { zone: 'C' })
  assert.deepEqual(daysOffOf('67482'), { zone: 'B', alsaceMoselle: true })
  assert.deepEqual(daysOffOf('2A004'), {})
  assert.deepEqual(daysOffOf(null), {})
})

test('a series rests on the holidays that it chose, and goes on when their dates run out', () => {
  const wednesdays = { startsOn: '2026-10-07', recurs: 'FREQ=WEEKLY;BYDAY=WE' }
  assert.deepEqual(said({ ...wednesdays, notPublicHolidays: true }, '2026-11-01', '2026-11-20'), [
    '2026-11-04',
    '2026-11-18',
  ])
  const school = { ...wednesdays, notSchoolHolidays: true }
  assert.deepEqual(said(school, '2026-10-10', '2026-11-05'), ['2026-10-14', '2026-11-04'])
  assert.equal(schoolKnownTo(school, HERE), '2027-07-02')
  assert.equal(schoolKnownTo(school, {}), null)
  assert.equal(schoolKnownTo(wednesdays, HERE), undefined)
  const changes: readonly DateChange[] = [
    { of: '2026-10-21', fate: 'added' },
    { of: '2026-10-28', fate: 'off' },
  ]
  assert.deepEqual(said({ ...school, changes }, '2026-10-15', '2026-11-03'), ['2026-10-21'])
  assert.deepEqual(
    nextDates(school, '2026-10-15', 1, HERE).map(one => one.day),
    ['2026-11-04'],
  )
})

test('the zones differ in winter and in spring', () => {
  const winter = (zone: 'A' | 'B' | 'C') =>
    ['2027-02-08', '2027-02-18', '2027-03-03'].map(day => isSchoolHoliday(day, { zone }))
  assert.deepEqual(
    [winter('A'), winter('B'), winter('C')],
    [
      [false, true, false],
      [false, false, true],
      [true, true, false],
    ],
  )
  assert.equal(isSchoolHoliday('2026-12-25', {}), false)
})

test('holidays are those of opening_hours, which begins the school ones on their Sunday', () => {
  const place = {
    lat: 46.5,
    lon: 2.5,
    address: { country_code: 'fr', state: 'Auvergne-Rhône-Alpes' },
  }
  const theirs = ['PH 08:00-09:00', 'SH 08:00-09:00'].map(osm => new (openingHours())(osm, place))
  const isTheirs = (at: 0 | 1, day: string) => theirs[at]!.getState(new Date(`${day}T08:30`))
  const length = 670
  for (
    let day: string = SCHOOL_KNOWN.from;
    day < plus(SCHOOL_KNOWN.from, length);
    day = plus(day, 1)
  ) {
    assert.equal(isPublicHoliday(day, {}), isTheirs(0, day), day)
    const isFirst = isSchoolHoliday(day, HERE) && !isSchoolHoliday(plus(day, -1), HERE)
    // It lacks the long week-end of Ascension in 2026.
    const isLacking = day >= '2026-05-14' && day <= '2026-05-17'
    if (isLacking || (isFirst && day !== '2027-05-06')) continue
    assert.equal(isSchoolHoliday(day, HERE), isTheirs(1, day), day)
  }
})

const FIRST = '2026-09-01'
const aDay = fc.integer({ min: 0, max: 400 }).map(n => plus(FIRST, n))
const aChange: fc.Arbitrary<DateChange> = fc.record({
  of: aDay,
  fate: fc.constantFrom('off', 'moved', 'added', 'out'),
  on: fc.option(aDay, { nil: null }),
})
const anEvent: fc.Arbitrary<DatedEvent> = fc.record({
  startsOn: aDay,
  endsOn: fc.constant(null),
  recurs: fc.constantFrom(
    null,
    'FREQ=DAILY;INTERVAL=3',
    'FREQ=WEEKLY;BYDAY=MO,TH',
    'FREQ=WEEKLY;BYDAY=WE;COUNT=20',
    'FREQ=MONTHLY;BYDAY=-1SU;UNTIL=20270601',
  ),
  notPublicHolidays: fc.boolean(),
  notSchoolHolidays: fc.boolean(),
  changes: fc.array(aChange, { maxLength: 12 }),
})
const zone = fc.constantFrom('A', 'B', 'C') as fc.Arbitrary<'A' | 'B' | 'C'>

testEach('dates come in order, none twice, none left out, a moved one once', () => {
  fc.assert(
    fc.property(anEvent, zone, aDay, fc.nat(200), (event, zone, from, length) => {
      const here = { zone }
      const days = { from, to: plus(from, length) }
      const found = eventDates(event, days, 999, here)
      assert.deepEqual(
        found.map(one => one.day),
        found.map(one => one.day).toSorted(),
      )
      assert.equal(new Set(found.map(one => one.of)).size, found.length)
      const changes = event.changes ?? []
      const lastOf = (of: string) => changes.findLast(one => one.of === of && one.fate !== 'added')
      const added = new Set(changes.filter(one => one.fate === 'added').map(one => one.of))
      const ruled = new Set(
        occurrences(
          { startsOn: event.startsOn!, recurs: event.recurs ?? null },
          FIRST,
          '2029-01-01',
          999,
        ),
      )
      for (const one of found) {
        const change = lastOf(one.of)
        assert.ok(one.day >= days.from && one.day <= days.to)
        assert.ok(ruled.has(one.of) || added.has(one.of))
        assert.notEqual(change?.fate, 'out')
        assert.equal(one.cancelled, change?.fate === 'off')
        const isOtherwise = change?.fate === 'moved' || change?.fate === 'off'
        assert.equal(one.day, isOtherwise ? (change.on ?? one.of) : one.of)
        if (event.recurs && event.notSchoolHolidays && !change && !added.has(one.of))
          assert.ok(!isSchoolHoliday(one.day, here))
      }
    }),
    runs(60, 400),
  )
})

testEach('days asked in two halves give the same dates as asked at once', () => {
  fc.assert(
    fc.property(anEvent, aDay, fc.nat(120), fc.nat(120), (event, from, left, right) => {
      const middle = plus(from, left)
      const to = plus(middle, right + 1)
      const of = (from: string, to: string) => eventDates(event, { from, to }, 999, HERE)
      const whole = of(from, to)
      assert.deepEqual([...of(from, middle), ...of(plus(middle, 1), to)], whole)
      for (const most of [1, 3])
        assert.deepEqual(eventDates(event, { from, to }, most, HERE), whole.slice(0, most))
    }),
    runs(60, 400),
  )
})

test('an hour stays the same over the change of time, on a moved date too', () => {
  const changes: readonly DateChange[] = [{ of: '2026-10-22', fate: 'moved', on: '2026-10-25' }]
  const at = eventDates({ ...thursdays, changes }, { from: '2026-10-20', to: '2026-10-30' }, 9)
  assert.deepEqual(
    at.map(one => new Date(momentOf(one.day, '18:00')).toISOString()),
    ['2026-10-25T17:00:00.000Z', '2026-10-29T17:00:00.000Z'],
  )
})
