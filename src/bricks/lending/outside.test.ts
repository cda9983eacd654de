import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { dataRoutes } from '../../data/table-out.ts'
import { busyRoutes } from './server/calendar.ts'

const ROOM = { title: 'Le local', kind: 'place', commune: '42195', unit: 'hour', where: 'en face' }
const SAW = { title: 'Scie à ruban', kind: 'tool', unit: 'day', feeCents: 500, count: 2 }
/** A box with what it gives to other programs. */
const opened = (): TestBox =>
  testBox({
    routes: (app, server, { tables }) => {
      dataRoutes(app, server, tables.sql)
      busyRoutes(app, server)
    },
  })
const dates = (text: string): readonly string[] =>
  [...text.matchAll(/^(DT(?:START|END)[^\r]*)\r$/gm)].map(([, line = '']) => line)

test('a place is read in a calendar: it is taken, and nobody is named', async () => {
  using box = opened()
  const id = box.bring('thing', ROOM)
  const evening = { startsOn: '2026-12-12', startsAt: '18:00', endsAt: '20:00' }
  box.bring('booking', { thing: id, ...evening, state: 'booked' })
  const [row] = box.read.all('SELECT id FROM booking')
  const booking = String(row?.['id'])
  box.bringAll({
    type: 'booking',
    id: booking,
    fields: { name: 'Paul', use: 'anniversaire', named: true },
    space: 'home',
  })
  box.bring('booking', { thing: id, startsOn: '2026-12-19', endsOn: '2026-12-20', state: 'closed' })
  const { status, body, headers } = await box.visitor().get(`/preter/${id}.ics`)
  assert.equal(status, 200)
  assert.match(headers.get('content-type') ?? '', /text\/calendar/)
  assert.match(body, new RegExp(`UID:${booking}\\r`))
  assert.match(body, /SUMMARY:Le local.: pris\r/)
  assert.match(body, /SUMMARY:Le local.: fermé\r/)
  assert.doesNotMatch(body, /Paul|anniversaire/)
  assert.deepEqual(dates(body), [
    'DTSTART:20261212T170000Z',
    'DTEND:20261212T190000Z',
    'DTSTART;VALUE=DATE:20261219',
    'DTEND;VALUE=DATE:20261221',
  ])
  assert.equal((await box.visitor().get('/preter/nothing.ics')).status, 404)
})

test('schema.org reads whether a thing can be had now', async () => {
  using box = opened()
  const saw = box.bring('thing', SAW)
  const room = box.bring('thing', ROOM)
  const graph = async () => {
    const { body } = await box.visitor().get('/donnees/thing.jsonld')
    const all: readonly Readonly<Record<string, unknown>>[] = JSON.parse(body)['@graph']
    const of = (id: string) => all.find(one => String(one['@id']).endsWith(id))
    return [of(saw), of(room)] as const
  }
  const today = { startsOn: box.today(box.now()), state: 'out' }
  box.bring('booking', { thing: room, ...today })
  box.bring('booking', { thing: saw, ...today })
  const [first, second] = await graph()
  assert.equal(first?.['@type'], 'Product')
  assert.deepEqual(first?.['offers'], {
    '@type': 'Offer',
    businessFunction: 'http://purl.org/goodrelations/v1#LeaseOut',
    availability: 'https://schema.org/InStock',
    price: 5,
    priceCurrency: 'EUR',
  })
  assert.match(JSON.stringify(second?.['offers']), /OutOfStock/)
  box.bring('booking', { thing: saw, ...today })
  assert.match(JSON.stringify((await graph())[0]?.['offers']), /OutOfStock/)
})
