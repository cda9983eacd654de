import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readRows } from './rows.ts'
import { Unreadable } from './unreadable.ts'

const read = (text: string, name: string) => readRows(new TextEncoder().encode(text), { name })
const things = (text: string, name = 'a') => {
  const { headers, rows } = read(text, name)
  return rows.map(row =>
    Object.fromEntries(headers.flatMap((header, i) => (row[i] === '' ? [] : [[header, row[i]]]))),
  )
}
const calendar = (...lines: readonly string[]) =>
  `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${lines.join('\r\n')}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`

test('an event says its day and hour by the clock of the village, whatever zone it was written in', () => {
  assert.deepEqual(
    things(
      calendar(
        'DTSTART:20261021T160000Z',
        'DTEND:20261021T180000Z',
        'SUMMARY:Le local\\, ouvert',
        'RRULE:FREQ=WEEKLY;BYDAY=WE',
      ),
    ),
    [
      {
        startsOn: '2026-10-21',
        startsAt: '18:00',
        endsAt: '20:00',
        title: 'Le local, ouvert',
        recurs: 'FREQ=WEEKLY;BYDAY=WE',
      },
    ],
  )
  assert.deepEqual(things(calendar('DTSTART;TZID=America/New_York:20261201T120000', 'SUMMARY:A')), [
    { startsOn: '2026-12-01', startsAt: '18:00', title: 'A' },
  ])
  assert.deepEqual(things(calendar('DTSTART;TZID=Nulle/Part:20261201T120000', 'SUMMARY:A')), [
    { startsOn: '2026-12-01', startsAt: '12:00', title: 'A' },
  ])
})

test(
  'whole days end on their last day; a folded line is one; an alarm’s words are not the ' +
    'event’s',
  () => {
    assert.deepEqual(
      things(
        calendar(
          'DTSTART;VALUE=DATE:20261230',
          'DTEND;VALUE=DATE:20270102',
          'SUMMARY:Fête du',
          '  village',
          'BEGIN:VALARM',
          'DESCRIPTION:bip',
          'END:VALARM',
        ),
      ),
      [{ startsOn: '2026-12-30', endsOn: '2027-01-01', title: 'Fête du village' }],
    )
    assert.deepEqual(
      things(calendar('DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20261231', 'SUMMARY:B')),
      [{ startsOn: '2026-12-30', title: 'B' }],
    )
  },
)

test('a feature is what it says and where its point is; a shape is nowhere in a table', () => {
  const feature = (geometry: unknown, properties: unknown) => ({
    type: 'Feature',
    geometry,
    properties,
  })
  const collection = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      feature(
        { type: 'Point', coordinates: [3.9, 45.7] },
        { name: 'A', tags: ['x', 'y'], open: true },
      ),
      feature({ type: 'Polygon', coordinates: [] }, { name: 'B' }),
    ],
  })
  assert.deepEqual(things(collection, 'a.geojson'), [
    { name: 'A', tags: 'x ; y', open: 'oui', latitude: '45.7', longitude: '3.9' },
    { name: 'B' },
  ])
})

test('what is no such file, or says nothing, is refused in words', () => {
  const refused = (code: string) => (error: unknown) =>
    error instanceof Unreadable && error.code === code
  assert.throws(() => read('{"type":', 'a.json'), refused('damaged'))
  assert.throws(() => read('{"type":"Feature"}', 'a.json'), refused('damaged'))
  assert.throws(
    () => read('{"type":"FeatureCollection","features":[]}', 'a.json'),
    refused('noRows'),
  )
  assert.throws(() => read('BEGIN:VCALENDAR\r\nEND:VCALENDAR', 'a.ics'), refused('noRows'))
  assert.throws(
    () => read('<opml version="2.0"><body><outline text="vide"/></body></opml>', 'a.opml'),
    refused('noRows'),
  )
})
