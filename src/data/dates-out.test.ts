import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { lacking } from '../../tests/support/folders.ts'
import { type TestEngine, testEngine } from '../../tests/support/test-engine.ts'
import { bricks } from '../app/bricks.ts'
import { atom, csv, type Format, geojson, json, jsonld } from './formats.ts'
import { setsIn } from './sets.ts'

const skip = lacking('event')

/** A file of events, its spaces made plain. */
function fileOf({ source, tables }: TestEngine, format: Exclude<Format, 'ods' | 'excel'>): string {
  const giving = { source, tables: tables.sql, lang: 'fr', origin: 'http://sail.local' } as const
  const type = setsIn(source).find(one => one.name === 'event')!
  const made = { csv, geojson, json, jsonld, atom }[format](giving, type)
  const text = typeof made === 'string' ? made : Buffer.concat([...made]).toString()
  return text.replaceAll('\u00a0', ' ')
}
/** A Tuesday’s choir, a ball that moved and a lotto that is off. Today is 5 December 2026. */
function village(): Readonly<{ box: TestEngine; chorale: string }> {
  const box = testEngine({ bricks })
  const chorale = box.bring('event', {
    title: 'Chorale',
    startsOn: '2026-12-01',
    startsAt: '18:00',
    recurs: 'FREQ=WEEKLY;BYDAY=TU',
  })
  const evening = { startsAt: '21:00', endsAt: '01:00' }
  const bal = box.bring('event', { title: 'Bal', startsOn: '2026-12-12', ...evening })
  const loto = box.bring('event', { title: 'Loto', startsOn: '2026-12-13' })
  box.bring('event', { title: 'Fête', startsOn: '2026-12-24', ...evening })
  const change = (event: string, day: string, more: object): string =>
    box.bring('event-date', { event, day, ...more })
  change(bal, '2026-12-12', { fate: 'moved', on: '2026-12-19', startsAt: '22:00' })
  change(loto, '2026-12-13', { fate: 'off' })
  change(chorale, '2026-12-15', { fate: 'off', why: 'gel' })
  change(chorale, '2026-12-22', { fate: 'moved', on: '2026-12-23' })
  return { box, chorale }
}

test('schema.org says what is cancelled, what moved and from when', { skip }, () => {
  const { box } = village()
  using _ = box
  const graph = JSON.parse(fileOf(box, 'jsonld'))['@graph']
  const called = (name: string) => graph.find((one: { name: string }) => one.name === name)
  const { startDate, endDate, previousStartDate, eventStatus } = called('Bal')
  assert.deepEqual(
    [startDate, endDate, previousStartDate, eventStatus],
    [
      '2026-12-19T22:00',
      '2026-12-20T02:00',
      '2026-12-12T21:00',
      'https://schema.org/EventRescheduled',
    ],
  )
  const off = called('Loto')
  assert.deepEqual(
    [off.startDate, off.previousStartDate, off.eventStatus],
    ['2026-12-13', undefined, 'https://schema.org/EventCancelled'],
  )
  const fete = called('Fête')
  assert.deepEqual(
    [fete.startDate, fete.endDate, fete.eventStatus],
    ['2026-12-24T21:00', '2026-12-25T01:00', undefined],
  )
  const cancelled = { eventStatus: 'https://schema.org/EventCancelled' }
  const moved = {
    eventStatus: 'https://schema.org/EventRescheduled',
    previousStartDate: '2026-12-22T18:00',
  }
  assert.deepEqual(called('Chorale').subEvent.slice(0, 3), [
    { '@type': 'Event', startDate: '2026-12-08T18:00' },
    { '@type': 'Event', startDate: '2026-12-15T18:00', ...cancelled },
    { '@type': 'Event', startDate: '2026-12-23T18:00', ...moved },
  ])
})

test('every other file of events says which dates were changed', { skip }, () => {
  const { box, chorale } = village()
  using _ = box
  const said = '2026-12-15 annulé : gel ; 2026-12-22 → 2026-12-23'
  for (const format of ['csv', 'geojson', 'atom'] as const)
    assert.ok(fileOf(box, format).includes(said), format)
  const rows: readonly Record<string, string>[] = parse(fileOf(box, 'csv'), {
    bom: true,
    columns: true,
  })
  assert.deepEqual(
    rows.map(row => row['Dates changées']),
    [said, '2026-12-12 → 2026-12-19 22:00', '2026-12-13 annulé', ''],
  )
  const { records } = JSON.parse(fileOf(box, 'json'))
  assert.deepEqual(records.find((one: { id: string }) => one.id === chorale).dates, [
    { of: '2026-12-15', day: '2026-12-15', cancelled: true, why: 'gel' },
    { of: '2026-12-22', day: '2026-12-23', cancelled: false },
  ])
})

test('a date that is left out, or falls on a day off, is no session in any file', {
  skip,
}, () => {
  using box = testEngine({ bricks })
  const event = box.bring('event', {
    title: 'Chorale',
    startsOn: '2026-12-10',
    recurs: 'FREQ=WEEKLY;BYDAY=TH;UNTIL=20270107',
  })
  for (const day of ['2026-12-24', '2026-12-31'])
    box.bring('event-date', { event, day, fate: 'out' })
  box.bring('event-date', { event, day: '2026-12-17', fate: 'off' })
  box.bring('event', {
    title: 'Marché',
    startsOn: '2026-12-18',
    recurs: 'FREQ=WEEKLY;COUNT=3',
    notPublicHolidays: true,
  })
  const said = '2026-12-17 annulé ; 2026-12-24 n’a pas lieu ; 2026-12-31 n’a pas lieu'
  const rows: readonly Record<string, string>[] = parse(fileOf(box, 'csv'), {
    bom: true,
    columns: true,
  })
  assert.deepEqual(
    rows.map(row => row['Dates changées']),
    [said, '2026-12-25 n’a pas lieu ; 2027-01-01 n’a pas lieu'],
  )
  const { records } = JSON.parse(fileOf(box, 'json'))
  assert.deepEqual(records.find((one: { id: string }) => one.id === event).dates.slice(1), [
    { of: '2026-12-24', day: '2026-12-24', cancelled: true },
    { of: '2026-12-31', day: '2026-12-31', cancelled: true },
  ])
})

test('a date elsewhere says its place, and one that moved back is no change', { skip }, () => {
  using box = testEngine({ bricks })
  const event = box.bring('event', {
    title: 'Chorale',
    startsOn: '2026-12-10',
    recurs: 'FREQ=WEEKLY;BYDAY=TH',
  })
  const moved = (day: string, more: object) =>
    box.bring('event-date', { event, day, fate: 'moved', on: day, ...more })
  moved('2026-12-17', { where: 'à l’école' })
  moved('2026-12-24', { stood: ['2026-12-23'] })
  moved('2026-12-31', { startsAt: '18:00', where: 'au bar' })
  const [row]: readonly Record<string, string>[] = parse(fileOf(box, 'csv'), {
    bom: true,
    columns: true,
  })
  assert.equal(row?.['Dates changées'], '2026-12-17 à l’école ; 2026-12-31 18:00, au bar')
})
