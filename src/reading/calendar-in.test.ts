import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workOf } from '../../tests/attack/work.ts'
import { CHANGED_DATES, changesIn, eventDates, onItsDate } from '../core/calendar/event-dates.ts'
import { eventsIn } from './calendar-in.ts'

const calendar = (lines: string): string => `BEGIN:VCALENDAR\n${lines}\nEND:VCALENDAR\n`
const eventIn = (lines: string, zone = '') =>
  Object.fromEntries(
    eventsIn(calendar(`${zone}BEGIN:VEVENT\nSUMMARY:Atelier\n${lines}\nEND:VEVENT`)).all[0] ?? [],
  )

test('an event that says how long it lasts ends then', () => {
  const ends = (lines: string) => {
    const { endsOn, endsAt } = eventIn(lines)
    return [endsOn, endsAt]
  }
  assert.deepEqual(ends('DTSTART:20260901T180000\nDURATION:PT1H30M'), [undefined, '19:30'])
  assert.deepEqual(ends('DURATION:PT5H\nDTSTART:20260901T220000'), [undefined, '03:00'])
  assert.deepEqual(ends('DTSTART;VALUE=DATE:20260901\nDURATION:P3D'), ['2026-09-03', undefined])
  assert.deepEqual(ends('DTSTART;VALUE=DATE:20260901\nDURATION:P1D'), [undefined, undefined])
  assert.deepEqual(ends('DTSTART;VALUE=DATE:20260901\nDURATION:P1W'), ['2026-09-07', undefined])
  assert.deepEqual(ends('DTSTART:20260901T180000\nDURATION:-PT1H'), [undefined, undefined])
  assert.deepEqual(ends('DTSTART:20260901T180000\nDURATION:P99999999999W'), ['2027-09-02', '18:00'])
})

test('a day or an hour that no calendar has is left as it is said, and loses no event', () => {
  const starts = (lines: string) => eventIn(lines)['startsOn']
  assert.equal(starts('DTSTART:20260230T100000\nDURATION:PT1H'), '2026-02-30')
  assert.equal(starts('DTSTART;VALUE=DATE:20260230\nDTEND;VALUE=DATE:20260302'), '2026-02-30')
  const { startsAt, endsAt } = eventIn('DTSTART:20260801T240000\nDURATION:PT1H')
  assert.deepEqual([startsAt, endsAt], ['24:00', undefined])
  const { endsOn } = eventIn('DTSTART;VALUE=DATE:20260801\nDTEND;VALUE=DATE:20261232')
  assert.equal(endsOn, '2026-12-32')
})

const ROMANCE = `BEGIN:VTIMEZONE
TZID:Romance Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VTIMEZONE
TZID:Là-bas
BEGIN:STANDARD
DTSTART:20000101T000000
TZOFFSETFROM:-0500
TZOFFSETTO:-0500
END:STANDARD
END:VTIMEZONE
`
test('a zone that only the file knows, or that hides the name of one of the world, is read', () => {
  const at = (start: string) => {
    const { startsOn, startsAt } = eventIn(`DTSTART;TZID=${start}`, ROMANCE)
    return `${startsOn} ${startsAt}`
  }
  assert.equal(at('Romance Standard Time:20260714T180000'), '2026-07-14 18:00')
  assert.equal(at('Romance Standard Time:20261214T180000'), '2026-12-14 18:00')
  assert.equal(at('Là-bas:20261214T200000'), '2026-12-15 02:00')
  assert.equal(at('Là-bas:20260714T200000'), '2026-07-15 03:00')
  assert.equal(at('custom_America/New_York:20261214T120000'), '2026-12-14 18:00')
  assert.equal(at('/program.example/1/Europe/London:20261214T120000'), '2026-12-14 13:00')
  assert.equal(at('Nowhere:20261214T120000'), '2026-12-14 12:00')
})

test('an added date keeps its own hour, and a series that is cancelled comes back no more', () => {
  const weekly = 'DTSTART:20260901T180000\nRRULE:FREQ=WEEKLY'
  const dates = (lines: string) => changesIn(eventIn(lines)[CHANGED_DATES] ?? '')
  const added = dates(`${weekly}\nRDATE:20260905T180000,20260906T100000`)
  assert.deepEqual(
    added.map(one => [one.of, one.startsAt]),
    [
      ['2026-09-05', null],
      ['2026-09-06', '10:00'],
    ],
  )
  const off = eventIn(`${weekly}\nSTATUS:CANCELLED\nEXDATE:20260908T180000`)
  assert.equal(off['recurs'], undefined)
  assert.deepEqual(
    changesIn(off[CHANGED_DATES] ?? '').map(one => [one.of, one.fate]),
    [['2026-09-01', 'off']],
  )
})

test('a cancelled date has a reason only when its words are not those of the series', () => {
  const file = (why: string): string =>
    calendar(
      ['', `RECURRENCE-ID:20260908T180000\nSTATUS:CANCELLED\n`]
        .map(
          (more, i) =>
            'BEGIN:VEVENT\nUID:x\nSUMMARY:Atelier\nDTSTART:20260901T180000\n' +
            `${i === 0 ? 'RRULE:FREQ=WEEKLY\nDESCRIPTION:On coud.\n' : `DESCRIPTION:${why}\n`}` +
            `${more}END:VEVENT`,
        )
        .join('\n'),
    )
  const why = (text: string) =>
    changesIn(eventsIn(file(text)).all[0]?.get(CHANGED_DATES) ?? '')[0]?.why
  assert.equal(why('On coud.'), null)
  assert.equal(why('gel'), 'gel')
})

/** The dates of a file, each with its hour, from one day to another. */
function datesIn(
  events: readonly (readonly string[])[],
  from: string,
  to: string,
): readonly string[] {
  const file = calendar(
    events.map(lines => ['BEGIN:VEVENT', 'UID:x', ...lines, 'END:VEVENT'].join('\n')).join('\n'),
  )
  return eventsIn(file)
    .all.flatMap(told => {
      const event = {
        startsOn: told.get('startsOn') ?? null,
        recurs: told.get('recurs') ?? null,
        startsAt: told.get('startsAt') ?? null,
        changes: changesIn(told.get(CHANGED_DATES) ?? ''),
      }
      return eventDates(event, { from, to }, 99).map(
        date => `${date.day} ${onItsDate(event, date).startsAt}${date.cancelled ? ' off' : ''}`,
      )
    })
    .sort()
}
const onwards = (day: string, ...lines: readonly string[]) => [
  `RECURRENCE-ID;RANGE=THISANDFUTURE:${day}T180000`,
  'SUMMARY:Chorale',
  ...lines,
]
const thursdays = (...more: readonly string[]) => [
  'SUMMARY:Chorale',
  'DTSTART:20260903T180000',
  'RRULE:FREQ=WEEKLY;BYDAY=TH',
  ...more,
]

test('a series that goes on otherwise has the right dates before and after', () => {
  const dates = (...events: readonly (readonly string[])[]) =>
    datesIn(events, '2026-09-01', '2026-10-10')
  assert.deepEqual(
    dates(thursdays('EXDATE:20260924T180000'), onwards('20260917', 'DTSTART:20260918T190000')),
    [
      '2026-09-03 18:00',
      '2026-09-10 18:00',
      '2026-09-18 19:00',
      '2026-10-02 19:00',
      '2026-10-09 19:00',
    ],
  )
  // A count goes on where the series was parted, and one date of the rest is moved by itself.
  const counted = [...thursdays().slice(0, 2), 'RRULE:FREQ=WEEKLY;COUNT=5']
  const alone = ['RECURRENCE-ID:20260924T180000', 'SUMMARY:Chorale', 'DTSTART:20260926T100000']
  assert.deepEqual(dates(counted, onwards('20260917', 'DTSTART:20260917T200000'), alone), [
    '2026-09-03 18:00',
    '2026-09-10 18:00',
    '2026-09-17 20:00',
    '2026-09-26 10:00',
    '2026-10-01 20:00',
  ])
  // Twice otherwise, then no more.
  assert.deepEqual(
    dates(
      thursdays(),
      onwards('20261001', 'DTSTART:20261001T180000', 'STATUS:CANCELLED'),
      onwards('20260910', 'DTSTART:20260909T180000'),
      onwards('20260924', 'DTSTART:20260924T170000'),
    ),
    [
      '2026-09-03 18:00',
      '2026-09-09 18:00',
      '2026-09-16 18:00',
      '2026-09-24 17:00',
      '2026-10-01 18:00 off',
    ],
  )
  // From its first date on.
  assert.deepEqual(dates(thursdays(), onwards('20260903', 'DTSTART:20260903T183000')).slice(0, 2), [
    '2026-09-03 18:30',
    '2026-09-10 18:30',
  ])
})

test('where no rule has the later dates, each is moved', () => {
  const monthly = ['SUMMARY:Marché', 'DTSTART:20260905T180000', 'RRULE:FREQ=MONTHLY;BYDAY=1SA']
  assert.deepEqual(
    datesIn([monthly, onwards('20261003', 'DTSTART:20261004T180000')], '2026-09-01', '2027-01-10'),
    [
      '2026-09-05 18:00',
      '2026-10-04 18:00',
      '2026-11-08 18:00',
      '2026-12-06 18:00',
      '2027-01-03 18:00',
    ],
  )
})

test('the parts of a series have names of their own, as new as the whole', () => {
  const { file } = eventsIn(
    calendar(
      [thursdays('SEQUENCE:2'), onwards('20260917', 'DTSTART:20260917T190000', 'SEQUENCE:5')]
        .map(lines => ['BEGIN:VEVENT', 'UID:x', ...lines, 'END:VEVENT'].join('\n'))
        .join('\n'),
    ),
  )
  assert.deepEqual(file.lines, [
    { isOff: false, isParted: true, uid: 'x', sequence: 5 },
    { isOff: false, isParted: true, uid: 'x 2026-09-17', sequence: 5 },
  ])
})

test('a date of which only the words differ is where its series has it', () => {
  const same = [
    'RECURRENCE-ID:20260910T180000',
    'SUMMARY:Chorale, concert',
    'DTSTART:20260910T180000',
  ]
  const [told] = eventsIn(
    calendar(
      [thursdays(), same]
        .map(lines => ['BEGIN:VEVENT', 'UID:x', ...lines, 'END:VEVENT'].join('\n'))
        .join('\n'),
    ),
  ).all
  assert.equal(told?.get(CHANGED_DATES), undefined)
})

test('a series that is on another day in its own zone is on the right days here', () => {
  const far = [
    'SUMMARY:Visio',
    'DTSTART;TZID=America/New_York:20260907T200000',
    'RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20260917T000000Z',
  ]
  assert.deepEqual(datesIn([far], '2026-09-01', '2026-10-10'), [
    '2026-09-08 02:00',
    '2026-09-10 02:00',
    '2026-09-15 02:00',
    '2026-09-17 02:00',
  ])
})

test('a part of a private series is private', () => {
  const { all, file } = eventsIn(
    calendar(
      [thursdays('CLASS:PRIVATE'), onwards('20260917', 'DTSTART:20260917T190000')]
        .map(lines => ['BEGIN:VEVENT', 'UID:x', ...lines, 'END:VEVENT'].join('\n'))
        .join('\n'),
    ),
  )
  assert.deepEqual([all.length, file.privates], [0, 2])
})

test('a calendar costs what it is long, however it is nested', () => {
  const one = 'DTSTART;TZID=Là-bas:20261214T180000'
  const observance = 'BEGIN:STANDARD\nDTSTART:20000101T000000\nTZOFFSETTO:+0100\nEND:STANDARD\n'
  const nested = (n: number) => eventsIn(calendar('BEGIN:X\n'.repeat(n))).all.length
  const zoned = (n: number) =>
    eventIn(one, `BEGIN:VTIMEZONE\nTZID:Là-bas\n${observance.repeat(n)}END:VTIMEZONE\n`)['startsAt']
  const left = (n: number) =>
    changesIn(eventIn(`${one}\nEXDATE:${'20260908T180000,'.repeat(n)}`)[CHANGED_DATES] ?? '').length
  assert.deepEqual([nested(9), zoned(9)], [0, '18:00'])
  assert.ok(left(9) > 0)
  for (const read of [nested, zoned, left]) {
    const [once, more] = [workOf(() => read(200)), workOf(() => read(800))]
    assert.ok(more < 5 * once, `${once}, then ${more}, for four times as much`)
  }
})

test('midnight to midnight is whole days, and an evening ends in its night', () => {
  const said = (lines: string) => {
    const { startsOn, startsAt, endsOn, endsAt } = eventIn(lines)
    return [startsOn, startsAt, endsOn, endsAt]
  }
  assert.deepEqual(said('DTSTART:20261212T000000\nDTEND:20261213T000000'), [
    ...['2026-12-12', undefined, undefined, undefined],
  ])
  assert.deepEqual(said('DTSTART:20261212T000000\nDTEND:20261215T000000'), [
    ...['2026-12-12', undefined, '2026-12-14', undefined],
  ])
  assert.deepEqual(said('DTSTART:20261212T210000\nDTEND:20261213T010000'), [
    ...['2026-12-12', '21:00', undefined, '01:00'],
  ])
  assert.deepEqual(said('DTSTART:20261231T200000\nDTEND:20270101T000000'), [
    ...['2026-12-31', '20:00', undefined, '00:00'],
  ])
  assert.deepEqual(said('DTSTART:20261212T160000\nDTEND:20261213T010000'), [
    ...['2026-12-12', '16:00', '2026-12-13', '01:00'],
  ])
  assert.deepEqual(said('DTSTART:20261212T210000\nDTEND:20261214T010000'), [
    ...['2026-12-12', '21:00', '2026-12-14', '01:00'],
  ])
})
