import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { openMemory, recordId, write } from '../../tests/wire/boxes.ts'
import type { TableReader } from '../contract/reader.ts'
import { recordType } from '../core/schema.ts'
import type { Log } from '../log/log.ts'
import { Statements } from '../log/sqlite.ts'
import { readerOn } from './reader.ts'
import { openTables } from './tables.ts'
import { PageMoment, PageStatements } from './together.ts'

const place = recordType({
  name: 'place',
  title: 'title',
  path: '/lieux',
  fields: { title: { kind: 'text' } },
})
const need = recordType({
  name: 'need',
  title: 'title',
  path: '/annonces',
  fields: { title: { kind: 'text' }, from: { kind: 'link' }, under: { kind: 'themes' } },
})
const RECORDS = 12

/** Needs at places: two of these are joined, one is taken off, one leads nowhere. */
function fill(log: Log): void {
  for (let n = 0; n < RECORDS; n++) {
    write(log, { type: 'place', record: recordId(n), fields: { title: `Place ${n}` } })
    const links = { from: recordId((n * 5) % RECORDS), under: [recordId(n), recordId(90)] }
    write(log, {
      type: 'need',
      record: recordId(20 + n),
      fields: { title: `Need ${n}`, ...links },
    })
  }
  write(log, { type: 'join', record: recordId(50), fields: { these: [1, 7].map(recordId) } })
  write(log, { type: 'join', record: recordId(51), fields: { these: [22, 27].map(recordId) } })
  write(log, { type: 'place', record: recordId(3), fields: { removed: true } })
}

const idOf = fc.oneof(
  fc.nat(RECORDS - 1),
  fc.nat(RECORDS - 1).map(n => 20 + n),
  fc.constant(90),
)
const ask: fc.Arbitrary<(read: TableReader) => unknown> = fc.oneof(
  idOf.map(n => (read: TableReader) => read.called(recordId(n))),
  idOf.map(n => (read: TableReader) => read.one(place, recordId(n))),
  idOf.map(n => (read: TableReader) => read.one(need, recordId(n))),
  idOf.map(n => (read: TableReader) => read.pointing(recordId(n))),
  fc.nat(RECORDS).map(limit => (read: TableReader) => read.list(need, { limit })),
  fc.constant((read: TableReader) => read.all('SELECT id FROM place ORDER BY title')),
)

test('a page reads what it would read statement by statement', () => {
  const log = openMemory()
  fill(log)
  const tables = openTables(':memory:', { types: [place, need], projections: [] }, log)
  const moment = new PageMoment()
  const plain = readerOn({ sql: new Statements(tables.db), types: tables.types }, log)
  const paged = readerOn(
    { sql: new PageStatements('tables', tables.db, moment), types: tables.types },
    log,
  )
  fc.assert(
    fc.property(fc.array(ask, { maxLength: 30 }), asks => {
      const alone = asks.map(one => one(plain))
      assert.deepEqual(
        moment.within(() => asks.map(one => one(paged))),
        alone,
      )
      assert.deepEqual(
        asks.map(one => one(paged)),
        alone,
      )
    }),
    { numRuns: 100 },
  )
})

test('the titles of a list are asked a few times, and what was written meanwhile shows next', () => {
  const log = openMemory()
  fill(log)
  const { db, types } = openTables(':memory:', { types: [place, need], projections: [] }, log)
  const moment = new PageMoment()
  const sql = new PageStatements('tables', db, moment)
  const read = readerOn({ sql, types }, log)
  let asked = 0
  const prepared = sql.of.bind(sql)
  sql.of = text => {
    asked++
    return prepared(text)
  }
  const titles = () =>
    moment.within(() => read.list(need).map(({ from }) => read.called(String(from))?.title))
  assert.equal(titles().filter(title => title?.startsWith('Place')).length, RECORDS - 2)
  assert.ok(asked <= 12, `${asked} statements`)
  db.prepare('UPDATE doc SET title = ? WHERE id = ?').run('Elsewhere', recordId(5))
  assert.ok(titles().includes('Elsewhere'))
})
