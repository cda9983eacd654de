import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Hono } from 'hono'
import { anyUnit } from '../../../../tests/support/any-unit.ts'
import { openEngine } from '../../../../tests/support/open-engine.ts'
import { sourceOf } from '../../../../tests/support/page-source.ts'
import { testEngine } from '../../../../tests/support/test-engine.ts'
import { brick } from '../../../contract/brick.ts'
import { newBox } from '../../../log/box.ts'
import { dayAfter } from '../../../text/days.ts'
import type { Server } from '../../../web/server-parts.ts'
import type { Visit } from '../../../web/session/visit.ts'
import { agenda } from '../brick.ts'
import { type CalendarLine, calendarRoutes, calendarText } from './calendar.ts'

const of = {
  name: 'Sail et alentours',
  host: 'localhost:4280',
  now: Date.parse('2026-10-01T08:00:00Z'),
}
const line = (more: Partial<CalendarLine>): CalendarLine => ({
  id: 'a',
  day: '2026-10-21',
  title: 'Le local ouvre',
  where: 'au local',
  href: '/agenda/a',
  ...more,
})
const values = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`^${name}[^:\\r\\n]*:(.*)\\r$`, 'gm'))].map(m => m[1])
/** Lines as a reader of calendars joins them again. */
const joined = (text: string) => text.replace(/\r\n[ \t]/g, '')

test('what is at 18:00 stays at 18:00 of the village over the time change', () => {
  const weekly = ['2026-10-21', '2026-10-28', '2027-03-24', '2027-03-31'].map(day =>
    line({ day, time: '18:00', until: '20:00' }),
  )
  const starts = values(calendarText(weekly, of), 'DTSTART')
  assert.deepEqual(starts, [
    '20261021T160000Z',
    '20261028T170000Z',
    '20270324T170000Z',
    '20270331T160000Z',
  ])
  const clock = starts.map(at =>
    Temporal.Instant.from(at!).toZonedDateTimeISO('Europe/Paris').toPlainTime().toString(),
  )
  assert.deepEqual(new Set(clock), new Set(['18:00:00']))
})

test('whole days end on the day after, several days on the day after the last', () => {
  const text = calendarText(
    [line({}), line({ id: 'b', day: '2026-12-30', lastDay: '2027-01-01' })],
    of,
  )
  assert.deepEqual(values(text, 'DTSTART;VALUE=DATE'), ['20261021', '20261230'])
  assert.deepEqual(values(text, 'DTEND;VALUE=DATE'), ['20261022', '20270102'])
})

test('an end before the beginning is after midnight; without an end none is invented', () => {
  const text = calendarText(
    [line({ day: '2026-12-31', time: '22:00', until: '02:00' }), line({ id: 'b', time: '09:00' })],
    of,
  )
  assert.deepEqual(values(text, 'DTEND'), ['20270101T010000Z'])
})

test(
  'a line keeps its UID when its title, its time and the box’s address change; no two lines ' +
    'share one',
  () => {
    const uids = (lines: readonly CalendarLine[], host = of.host) =>
      values(calendarText(lines, { ...of, host }), 'UID')
    const before = uids([line({ time: '18:00' }), line({ day: '2026-10-28' })])
    assert.deepEqual(
      uids([line({ title: 'Autre', time: '17:00' }), line({ day: '2026-10-28' })], 'sail.local'),
      before,
    )
    const twice = uids([line({ time: '09:00' }), line({ time: '14:00' })])
    assert.equal(new Set(twice).size, 2)
  },
)

test('whatever a title holds, the file keeps its lines: nothing in it begins or ends a component', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: anyUnit }),
      fc.constantFrom('\nEND:VCALENDAR\n', '\r\nBEGIN:VALARM', ';,:\\"', '\ud800'),
      (title, more) => {
        const text = calendarText(
          [
            line({
              title: title + more,
              where: more + title,
              day: dayAfter('2026-10-21', title.length),
            }),
          ],
          of,
        )
        assert.equal(joined(text).match(/^(BEGIN|END):/gm)?.length, 4)
        assert.ok(text.isWellFormed())
        for (const one of text.split('\r\n'))
          assert.ok(Buffer.byteLength(one) <= 75 && !one.includes('\n'))
      },
    ),
    { numRuns: 60 },
  )
})

test('each line of the file ends as RFC 5545 wants, the last one too', () => {
  for (const lines of [[], [line({})]])
    for (const one of calendarText(lines, of).split(/(?<=\n)/)) assert.match(one, /^[^\r\n]+\r\n$/)
})

test('a calendar of nothing is still a calendar', () => {
  assert.match(calendarText([], of), /^BEGIN:VCALENDAR\r\n(?:.*\r\n)*END:VCALENDAR(?:\r\n)?$/)
})

test(
  'the agenda of every brick is at /agenda.ics, one event at its own address, and an unknown ' +
    'one is left to others',
  async () => {
    const words = { types: {} }
    const slots = { agenda: () => [line({ time: '18:00' }), line({ id: 'b', title: 'Fête' })] }
    const engine = openEngine(
      [
        brick({
          name: 'stub',
          records: [],
          commands: [],
          pages: [],
          slots,
          words: { fr: words, en: words },
        }),
      ],
      newBox(),
    )
    const source = sourceOf(engine, { now: () => of.now, today: () => '2026-10-01' })
    const visit = { lang: 'fr', secure: false } as Visit
    const app = new Hono()
    calendarRoutes(app, { source, visit: () => visit } as unknown as Server)
    const asked = (path: string) => app.request(path, { headers: { host: 'sail.local' } })
    const all = await asked('/agenda.ics')
    assert.equal(all.headers.get('content-type'), 'text/calendar; charset=utf-8')
    assert.deepEqual(values(await all.text(), 'UID'), ['a-2026-10-21', 'b-2026-10-21'])
    const one = await (await asked('/agenda/b.ics')).text()
    assert.deepEqual(values(one, 'SUMMARY'), ['Fête'])
    assert.match(joined(one), /http:\/\/sail\.local\/agenda\/a/)
    assert.equal((await asked('/agenda/zzz.ics')).status, 404)
  },
)

test('an event has its own file however far ahead it takes place', async () => {
  using box = testEngine({ bricks: [agenda] })
  const far = box.bring('event', { title: 'Jubilé', startsOn: '2029-06-16' })
  const leap = { title: 'Bal', startsOn: '2024-02-29', recurs: 'FREQ=YEARLY;INTERVAL=4' }
  const app = new Hono()
  const visit = { lang: 'fr', secure: false } as Visit
  calendarRoutes(app, { source: box.source, visit: () => visit } as unknown as Server)
  for (const [id, day] of [
    [far, '20290616'],
    [box.bring('event', leap), '20240229'],
  ] as const) {
    const file = await app.request(`/agenda/${id}.ics`, { headers: { host: 'sail.local' } })
    assert.equal(file.status, 200, day)
    assert.deepEqual(values(await file.text(), 'DTSTART;VALUE=DATE'), [day])
  }
})
