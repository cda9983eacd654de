import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type TestEngine, testEngine } from '../../../tests/support/test-engine.ts'
import type { Reader } from '../../contract/reader.ts'
import { dayAfter } from '../../text/days.ts'
import { members } from '../members/brick.ts'
import { lending } from './brick.ts'
import { PATH } from './model/records-thing.ts'
import { fr } from './words/fr.ts'

const ROOM = { title: 'Le local', kind: 'place', commune: '42195', unit: 'hour', reach: 'au bar' }

function opened(): TestEngine & Readonly<{ id: string; paul: string; nadia: string }> {
  const box = testEngine({ bricks: [members, lending] })
  const id = box.bring('thing', ROOM)
  const paul = box.bring('member', { name: 'Paul', state: 'here' }, 'home')
  const nadia = box.bring('member', { name: 'Nadia', state: 'here' }, 'home')
  const evening = { id, startsOn: '2026-12-12', startsAt: '18:00', endsAt: '20:00' }
  box.done('lending.book', { ...evening, dire: '1' }, as(paul, 'Paul'))
  box.done('lending.book', { id, startsOn: '2026-12-13' }, as(nadia, 'Nadia'))
  return { ...box, id, paul, nadia }
}
const as = (me: string, called = '') => ({ by: 'neighbour', me, called }) as const
const plain = (html: string | undefined): string =>
  (html ?? '').replace(/<[^>]+>/g, ' ').replace(/[\s\u00a0]+/g, ' ')

test('a week says each day of a place; who is in charge reads who has it', () => {
  using box = opened()
  const { id, paul } = box
  const asked = { params: { id }, query: { jour: 'samedi prochain' } }
  const week = plain(box.page(`${PATH}/:id/semaine`, asked))
  assert.match(week, /lundi 7 décembre libre/)
  assert.match(week, /samedi 12 décembre pris de 18 h à 20 h/)
  assert.match(week, /dimanche 13 décembre pris/)
  assert.doesNotMatch(week, /Paul|Nadia/)
  const kept = plain(box.page(`${PATH}/:id/semaine`, { ...asked, by: 'keeper' }))
  assert.match(kept, /Paul , de 18 h à 20 h/)
  assert.match(kept, /Nadia/)
  assert.ok(paul)
})

test('a month has a line for each week, and a cell for each day', () => {
  using box = opened()
  const { id } = box
  const html = box.page(`${PATH}/:id/mois`, { params: { id }, query: {} }) ?? ''
  assert.match(html, /Le local.: décembre 2026/)
  const weeks = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(one => plain(one[1]).trim())
  assert.equal(weeks.length, 6)
  assert.match(weeks[2] ?? '', /12 en partie 13 pris/)
  const days = [...html.matchAll(/startsOn=2026-12-\d\d/g)]
  assert.equal(days.length, 27, 'days that are past lead nowhere')
})

test('a month is drawn by as many statements, and reads no booking of a later one', () => {
  using box = opened()
  const { id } = box
  const seen = box.read.all
  let [statements, rows] = [0, 0]
  const read: Reader = {
    ...box.read,
    all: (sql, ...params) => {
      statements++
      const found = seen.call(box.read, sql, ...params)
      rows += found.length
      return found
    },
  }
  const page = lending.pages.find(one => one.path === `${PATH}/:id/mois`)
  const draw = (): number => {
    statements = 0
    rows = 0
    page?.show(box.kit(`${PATH}/${id}/mois`, { params: { id } }), read, fr)
    return statements
  }
  const before = draw()
  const few = rows
  for (let day = 0; day < 20; day++)
    box.done('lending.book', { id, startsOn: dayAfter('2027-03-01', day), name: 'Hugo' })
  assert.deepEqual([draw(), rows], [before, few])
  for (let day = 14; day < 28; day++)
    box.done('lending.book', { id, startsOn: `2026-12-${day}`, name: 'Hugo' })
  assert.equal(draw(), before)
})

test('the door has a week and a month on A4 or A3, with names that agreed alone', () => {
  using box = opened()
  const { id } = box
  const week = box.paper('preter-porte', id, { query: { jour: '2026-12-12' } })
  assert.equal(week.size, 'a4')
  assert.match(JSON.stringify(week.blocks), /pris de 18.h à 20.h, Paul/)
  assert.doesNotMatch(JSON.stringify(week), /Nadia/)
  const month = (papier: string) =>
    box.paper('preter-porte', id, { query: { de: 'mois', jour: '2026-12-12', papier } })
  assert.deepEqual([month('a4').size, month('a3').size], ['a4', 'a3'])
  const page = box.page(`${PATH}/:id/mois`, { params: { id }, query: {} }) ?? ''
  assert.match(page, /papier=a4.*papier=a3/s)
  const visitor = { by: 'visitor', query: { jour: '2026-12-12' } } as const
  assert.doesNotMatch(JSON.stringify(box.paper('preter-porte', id, visitor)), /Paul/)
})

test('a member reads what they booked, and what they are in charge of, a line a thing', () => {
  using box = opened()
  const { id, paul, nadia } = box
  const page = plain(box.page(`${PATH}/mien`, as(paul)))
  assert.match(page, /Le local samedi 12 décembre, de 18 h à 20 h, réservé/)
  assert.doesNotMatch(page, /dimanche 13/)
  const query = { jour: '2026-12-12' }
  const week = `${PATH}/semaine`
  assert.ok(box.page(week, { ...as(nadia), query })?.includes(fr.calendar.nothingKept))
  box.bring('charge', { person: nadia, over: id, since: '2026-11-01' }, 'home')
  assert.match(plain(box.page(week, { ...as(nadia), query })), /Le local .*Paul , de 18 h à 20 h/)
})

test('a booking whose person is not known here is a link that says something', () => {
  using box = opened()
  const { id } = box
  box.bring('booking', { thing: id, startsOn: '2026-12-10', state: 'booked' })
  const html = box.page(`${PATH}/semaine`, { by: 'keeper', query: { jour: '2026-12-10' } }) ?? ''
  assert.match(html, /reservations\/[0-9a-z]+">pris<\/a>/)
})

test('the door says nothing of a day that is past, and where its page is', () => {
  using box = opened()
  box.later(3 * 24 * 3_600_000)
  const paper = box.paper('preter-porte', box.id, { query: { de: 'mois' } })
  const said = JSON.stringify(paper.blocks)
  const past = Number(box.today(box.now()).slice(8)) - 1
  assert.match(said, new RegExp(`"b":"${past}"},"[^"]*",{"soft":""}`))
  assert.match(said, new RegExp(`"b":"${past + 1}"},"[^"]*",{"soft":"libre"}`))
  assert.ok((paper.foot ?? []).some(line => line.includes(`${PATH}/${box.id}`)))
})

test('the page of a thing prints no empty form', () => {
  using box = opened()
  const params = { id: box.id }
  const html = box.page(`${PATH}/:id`, { params, query: { startsOn: '2026-12-20' } }) ?? ''
  for (const form of ['id="demander"', 'lend-ask'])
    assert.match(html, new RegExp(`<[^>]*no-print[^>]*${form}|<[^>]*${form}[^>]*no-print`))
})

test('who is in charge writes an association on the door, and no member in their place', () => {
  using box = opened()
  const { id, paul } = box
  const keeper = { by: 'keeper', private: true } as const
  assert.match(box.page(`${PATH}/${id}`, keeper) ?? '', /l’écrire sur la porte/)
  assert.match(box.page(`${PATH}/${id}/plusieurs-fois`, keeper) ?? '', /l’écrire sur la porte/)
  const on = (startsOn: string, name: string, more: object) =>
    box.done('lending.book', { id, startsOn, name, ...more }, keeper)
  on('2026-12-08', 'Comité des fêtes', { dire: '1' })
  on('2026-12-09', 'Mme Girard', {})
  on('2026-12-10', 'Paul', { dire: '1' })
  const series = { startsOn: '2026-12-11', recurs: 'FREQ=WEEKLY;COUNT=1', name: 'Chorale' }
  box.done('lending.bookSeries', { id, ...series, dire: '1', sur: '1' }, keeper)
  const said = JSON.stringify(box.paper('preter-porte', id, { query: { jour: '2026-12-12' } }))
  assert.match(said, /pris, Comité des fêtes/)
  assert.match(said, /pris, Chorale/)
  assert.doesNotMatch(said, /Girard/)
  const own = box.read.all(
    'SELECT named FROM booking_home AS home JOIN booking ON booking.id = home.id ' +
      "WHERE home.member = ? AND booking.startsOn = '2026-12-10'",
    paul,
  )
  assert.equal(own[0]?.['named'], 0)
})
