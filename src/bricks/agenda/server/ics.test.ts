import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { runs } from '../../../../tests/support/pass.ts'
import {
  CHANGED_DATES,
  changesIn,
  type DateChange,
  type EventDate,
  eventDates,
  onItsDate,
} from '../../../core/calendar/event-dates.ts'
import { dayAfter } from '../../../text/days.ts'
import { calendarFile } from '../../../text/icalendar.ts'
import type { Planned } from '../model/rules.ts'
import { calendarEvents } from './ics.ts'

const { thingsIn } = await import('../../../reading/things.ts')
const NOW = Date.parse('2026-10-01T08:00:00Z')
type Told = Planned & Readonly<{ endsAt: string | null }>

const base: Told = {
  id: '01kc0000000000000000000000',
  title: 'Atelier; ou, pas',
  startsOn: '2026-10-01',
  startsAt: '14:00',
  endsAt: '16:00',
  endsOn: null,
  recurs: 'FREQ=WEEKLY;BYDAY=TH',
}
const DAYS = { from: '2026-09-01', to: '2027-09-01' }
const fileOf = (event: Told): string =>
  calendarFile(
    'Sail',
    calendarEvents(event, DAYS, {
      at: date => onItsDate({ ...event, place: null, where: null }, date),
      shape: (told, date) => ({
        title: told.title ?? '',
        where: told.where ?? '',
        url: 'http://x/agenda/a',
        time: told.startsAt ?? undefined,
        until: told.endsAt ?? undefined,
        detail: date?.change?.why ?? undefined,
        sequence: 7,
      }),
    }),
    NOW,
  )
const unfolded = (file: string) => file.replace(/\r\n /g, '').split('\r\n')
/** Those that follow the village's zone. */
const ownLines = (event: Told) => {
  const lines = unfolded(fileOf(event))
  return lines.slice(lines.indexOf('END:VTIMEZONE') + 1)
}

test('a series is one VEVENT, and each of its dates that is otherwise another', () => {
  const changes: readonly DateChange[] = [
    { of: '2026-10-22', fate: 'off', why: 'la salle est prise' },
    {
      ...{ of: '2026-10-29', fate: 'moved', on: '2026-10-30', startsAt: '18:00' },
      stood: ['2026-10-31'],
    },
    { of: '2026-11-07', fate: 'added' },
    { of: '2026-11-12', fate: 'out' },
  ]
  const lines = unfolded(fileOf({ ...base, recurs: `${base.recurs};UNTIL=20261231`, changes }))
  for (const line of [
    'DTSTART;TZID=Europe/Paris:20261001T140000',
    'RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20261231T225900Z',
    'RDATE;TZID=Europe/Paris:20261107T140000',
    'EXDATE;TZID=Europe/Paris:20261112T140000',
    'RECURRENCE-ID;TZID=Europe/Paris:20261022T140000',
    'STATUS:CANCELLED',
    'DESCRIPTION:la salle est prise',
    'RECURRENCE-ID;TZID=Europe/Paris:20261029T140000',
    'DTSTART;TZID=Europe/Paris:20261030T180000',
    'DTEND;TZID=Europe/Paris:20261030T200000',
    'SEQUENCE:7',
    'TZID:Europe/Paris',
  ])
    assert.ok(lines.includes(line), line)
  assert.ok(!lines.some(line => line.includes('20261031')), 'a day where it stood is no date')
  assert.equal(lines.filter(line => line === `UID:${base.id}`).length, 3)
  assert.equal(lines.filter(line => line.startsWith('SUMMARY:Atelier\\; ou\\, pas')).length, 3)
})

test('a day off is left out, as far as the file goes', () => {
  const lines = unfolded(fileOf({ ...base, notSchoolHolidays: true, here: { zone: 'A' } }))
  assert.ok(lines.includes('EXDATE;TZID=Europe/Paris:20261022T140000'))
  assert.ok(!lines.includes('EXDATE;TZID=Europe/Paris:20261105T140000'))
})

test('a first day that is a day off, moved or left out stands in the file, and is no date', () => {
  const first = { ...base, startsOn: '2026-11-11', recurs: 'FREQ=WEEKLY;BYDAY=WE' }
  const datesOf = (event: Told) => ({
    lines: ownLines(event).filter(line => /^(DTSTART|EXDATE|RECURRENCE|RRULE)/.test(line)),
    days: eventDates(event, DAYS, 3, event.here).map(one => one.day),
  })
  const rule = 'RRULE:FREQ=WEEKLY;BYDAY=WE'
  const start = 'DTSTART;TZID=Europe/Paris:20261111T140000'
  const off = datesOf({ ...first, notPublicHolidays: true, here: {} })
  assert.deepEqual(off.days, ['2026-11-18', '2026-11-25', '2026-12-02'])
  assert.deepEqual(off.lines.slice(0, 3), [start, rule, 'EXDATE;TZID=Europe/Paris:20261111T140000'])
  const out = datesOf({ ...first, changes: [{ of: '2026-11-11', fate: 'out' }] })
  assert.deepEqual(out.days, ['2026-11-18', '2026-11-25', '2026-12-02'])
  assert.deepEqual(out.lines, off.lines.slice(0, 3))
  const moved = datesOf({
    ...first,
    notPublicHolidays: true,
    here: {},
    changes: [{ of: '2026-11-11', fate: 'moved', on: '2026-11-12' }],
  })
  assert.deepEqual(moved.days, ['2026-11-12', '2026-11-18', '2026-11-25'])
  assert.deepEqual(
    moved.lines.filter(line => !line.includes(':2027')),
    [
      start,
      rule,
      'RECURRENCE-ID;TZID=Europe/Paris:20261111T140000',
      'DTSTART;TZID=Europe/Paris:20261112T140000',
    ],
  )
})

test('a rule that another box wrote begins no line of a file', () => {
  for (const recurs of [
    'FREQ=DAILY=\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:faux',
    'FREQ=DAILY;COUNT=2\r\n',
    'FREQ=DAILY;COUNT=2;\nSUMMARY:faux',
  ]) {
    const lines = unfolded(fileOf({ ...base, recurs }))
    assert.equal(lines.filter(line => line === 'BEGIN:VEVENT').length, 1, recurs)
    assert.ok(!lines.slice(0, -1).includes('') && !lines.some(line => line.includes('faux')))
  }
})

const aDay = fc.integer({ min: 0, max: 300 }).map(n => dayAfter('2026-09-01', n))
const anEvent: fc.Arbitrary<Told> = fc.record({
  id: fc.constant(base.id),
  title: fc.constant('Bal'),
  startsOn: aDay,
  startsAt: fc.constantFrom(null, '08:00', '14:30'),
  endsAt: fc.constant(null),
  endsOn: fc.constant(null),
  recurs: fc.constantFrom(
    null,
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;BYDAY=MO,TH',
    'FREQ=MONTHLY;BYDAY=-1SU',
    'FREQ=DAILY;COUNT=40',
    'FREQ=WEEKLY;BYDAY=WE;UNTIL=20270601',
  ),
  notPublicHolidays: fc.boolean(),
  notSchoolHolidays: fc.boolean(),
  here: fc.constant({ zone: 'B' as const }),
  changes: fc.array(
    fc.record({
      of: aDay,
      fate: fc.constantFrom('off', 'moved', 'added', 'out'),
      on: fc.option(aDay, { nil: null }),
      startsAt: fc.constant(null),
    }) as fc.Arbitrary<DateChange>,
    { maxLength: 10 },
  ),
})
const named = (dates: readonly EventDate[]) =>
  dates.map(one => `${one.of} ${one.day} ${one.cancelled}`)

test('a calendar that goes out and comes in has the same dates', () => {
  fc.assert(
    fc.property(anEvent, event => {
      const dates = eventDates(event, DAYS, 2_000, event.here)
      if (dates.length === 0) return
      const things = thingsIn(fileOf(event))?.all ?? []
      assert.equal(things.length, 1)
      const told = things[0]!
      const read = {
        startsOn: told.get('startsOn') ?? null,
        recurs: told.get('recurs') ?? null,
        changes: changesIn(told.get(CHANGED_DATES) ?? ''),
      }
      const isAlone = event.recurs === null && dates.length === 1
      const back = eventDates(read, DAYS, 2_000)
      if (isAlone)
        assert.deepEqual([back[0]?.day, back[0]?.cancelled], [dates[0]?.day, dates[0]?.cancelled])
      else assert.deepEqual(named(back), named(dates))
    }),
    runs(60, 400),
  )
})

/** In the manner of Nextcloud: folded lines, instants in UTC, an empty override. */
const NEXTCLOUD = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//IDN nextcloud.com//Calendar app 5.0//EN
BEGIN:VEVENT
CREATED:20260901T080000Z
DTSTAMP:20260901T080500Z
LAST-MODIFIED:20260901T080500Z
SEQUENCE:4
UID:5c0a7e0e-0f6a-4f0e-9a2b-000000000001
DTSTART;TZID=Europe/Paris:20260903T180000
DTEND;TZID=Europe/Paris:20260903T193000
STATUS:CONFIRMED
SUMMARY:Chorale du jeudi
LOCATION:salle des fêtes
RRULE:FREQ=WEEKLY;BYDAY=TH;UNTIL=20261217T170000Z
EXDATE;TZID=Europe/Paris:20261022T180000
EXDATE;TZID=Europe/Paris:20261029T180000
END:VEVENT
BEGIN:VEVENT
UID:5c0a7e0e-0f6a-4f0e-9a2b-000000000001
RECURRENCE-ID;TZID=Europe/Paris:20261112T180000
DTSTART;TZID=Europe/Paris:20261113T203000
DTEND;TZID=Europe/Paris:20261113T220000
SUMMARY:Chorale du jeudi
LOCATION:à l’église
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n')
/** In the manner of Thunderbird: whole days, several days of one EXDATE, a cancelled override. */
const THUNDERBIRD = `BEGIN:VCALENDAR
PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
VERSION:2.0
BEGIN:VEVENT
UID:7d1f
X-MOZ-GENERATION:3
SUMMARY:Broyage
DTSTART;VALUE=DATE:20261107
DTEND;VALUE=DATE:20261108
RRULE:FREQ=MONTHLY;BYDAY=1SA;COUNT=6
EXDATE;VALUE=DATE:20261205,20270206
RDATE;VALUE=DATE:20261212
END:VEVENT
BEGIN:VEVENT
UID:7d1f
RECURRENCE-ID;VALUE=DATE:20270102
DTSTART;VALUE=DATE:20270102
STATUS:CANCELLED
SUMMARY:Broyage
DESCRIPTION:gel
END:VEVENT
END:VCALENDAR
`

test('a series of Nextcloud and one of Thunderbird come in with their dates', () => {
  const datesIn = (file: string) => {
    const [told] = thingsIn(file)?.all ?? []
    const read = {
      startsOn: told?.get('startsOn') ?? null,
      recurs: told?.get('recurs') ?? null,
      changes: changesIn(told?.get(CHANGED_DATES) ?? ''),
    }
    return eventDates(read, { from: '2026-10-10', to: '2027-03-31' }, 99)
  }
  assert.deepEqual(named(datesIn(NEXTCLOUD)), [
    '2026-10-15 2026-10-15 false',
    '2026-11-05 2026-11-05 false',
    '2026-11-12 2026-11-13 false',
    '2026-11-19 2026-11-19 false',
    '2026-11-26 2026-11-26 false',
    '2026-12-03 2026-12-03 false',
    '2026-12-10 2026-12-10 false',
    '2026-12-17 2026-12-17 false',
  ])
  const moved = datesIn(NEXTCLOUD)[2]?.change
  assert.deepEqual([moved?.startsAt, moved?.endsAt, moved?.where], ['20:30', '22:00', 'à l’église'])
  assert.deepEqual(named(datesIn(THUNDERBIRD)), [
    '2026-11-07 2026-11-07 false',
    '2026-12-12 2026-12-12 false',
    '2027-01-02 2027-01-02 true',
    '2027-03-06 2027-03-06 false',
  ])
})
