import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import fc from 'fast-check'
import { runs, testOnce as test, testEach } from '../../tests/support/pass.ts'
import { inside, openMemory, recordId, writings } from '../../tests/wire/boxes.ts'
import { recordType } from '../core/schema.ts'
import { tracked } from '../core/tracking.ts'
import { append } from '../log/append.ts'
import { TrackedStatements } from '../log/tracked-statements.ts'
import { hereIn, withoutHere } from './here.ts'
import { readerOn } from './reader.ts'
import { markPositions, openTables, showAll } from './tables.ts'

const need = recordType({
  name: 'need',
  title: 'title',
  path: '/annonces',
  shownHere: 'shownHere',
  fields: {
    title: { kind: 'text', required: true },
    from: { kind: 'link' },
    phone: { kind: 'phone', space: 'home' },
    shownHere: { kind: 'yesNo', space: 'home' },
  },
})
const SHAPE = { types: [need], projections: [] }
const FILES = (file = ':memory:') => {
  const log = openMemory()
  return { log, tables: openTables(file, SHAPE, log) }
}
type Box = ReturnType<typeof FILES>
const NOON = Date.UTC(2026, 11, 5, 11)

function live({ log, tables }: Box, of: Op): void {
  tables.db.exec('BEGIN')
  const writes = writings(log, [{ type: 'need', ...of }])
  const touched = inside(log, () => append(log, writes, { now: NOON, sure: true, by: 'keeper' }))
  showAll(tables, log, touched)
  markPositions(tables, log)
  tables.db.exec('COMMIT')
}
type Op = Readonly<{
  record: string
  space: 'commons' | 'home'
  fields: Readonly<Record<string, unknown>>
}>

const [A, B] = [recordId(1), recordId(2)]
const op: fc.Arbitrary<Op> = fc.oneof(
  fc.record({
    record: fc.constantFrom(A, B),
    space: fc.constant('home' as const),
    fields: fc.constantFrom<Op['fields'][]>(
      { title: 'ici', phone: '0671223344', from: B },
      { shownHere: true },
      { shownHere: false },
      { removed: true },
      { removed: false },
    ),
  }),
  fc.record({
    record: fc.constantFrom(A, B),
    space: fc.constant('commons' as const),
    fields: fc.constantFrom<Op['fields'][]>(
      { title: 'partout' },
      { removed: true },
      { removed: false },
    ),
  }),
)

const rowsOf = ({ sql }: Box['tables']) =>
  Object.fromEntries(
    ['need', 'need_home', 'here', 'link', 'misfit'].map(table => [
      table,
      sql
        .all(`SELECT * FROM ${table}`)
        .map(row => JSON.stringify(row))
        .sort(),
    ]),
  )
const wordsOf = ({ sql }: Box['tables']) =>
  sql
    .all('SELECT d.id, d.title, s.title AS t FROM doc d JOIN search s ON s.rowid = d.n')
    .map(row => JSON.stringify(row))
    .sort()

testEach(
  'law 2: rows that show here alone are a function of the log: a rebuild gives the same ' +
    'rows, and a record of the commons shows first',
  () => {
    fc.assert(
      fc.property(fc.array(op, { maxLength: 14 }), ops => {
        const box = FILES()
        for (const one of ops) live(box, one)
        const again = openTables(':memory:', SHAPE, box.log)
        assert.deepEqual(rowsOf(again), rowsOf(box.tables))
        assert.deepEqual(wordsOf(again), wordsOf(box.tables))
        const read = readerOn(box.tables, box.log)
        for (const id of [A, B]) {
          const said = (space: 'commons' | 'home', name: string): unknown =>
            ops.findLast(one => one.record === id && one.space === space && name in one.fields)
              ?.fields[name]
          const stands =
            ops.some(one => one.record === id && one.space === 'commons') &&
            said('commons', 'removed') !== true
          assert.equal(read.staysHere(id), said('home', 'shownHere') === true && !stands)
          if (read.staysHere(id) && said('home', 'removed') !== true)
            assert.equal(read.one(need, id)?.title, said('home', 'title') ?? null)
          assert.equal(
            read.one(need, id)?.phone ?? null,
            null,
            'what is the keeper’s alone is in no row of the commons',
          )
        }
      }),
      runs(20, 50),
    )
  },
)

test('law 11: over a connection that leaves there is nothing of it: no row, no title, no link', t => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-here-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'tables.db')
  const box = FILES(file)
  live(box, { record: A, space: 'commons', fields: { title: 'partout' } })
  live(box, { record: B, space: 'home', fields: { title: 'ici', from: A, shownHere: true } })
  assert.deepEqual(
    readerOn(box.tables, box.log)
      .list(need)
      .map(row => row.title),
    ['ici', 'partout'],
  )
  const db = new DatabaseSync(file, { readOnly: true })
  withoutHere(db, SHAPE.types)
  const titles = (text: string) =>
    db
      .prepare(text)
      .all()
      .map(row => row['title'])
  assert.deepEqual(titles('SELECT title FROM need'), ['partout'])
  assert.deepEqual(titles('SELECT title FROM doc'), ['partout'])
  assert.deepEqual(db.prepare('SELECT * FROM link').all(), [])
  db.close()
  box.tables.db.close()
})

test('whether a record shows here alone depends on that record, and on no other', () => {
  const db = new DatabaseSync(':memory:')
  db.exec('CREATE TABLE here(id TEXT PRIMARY KEY) WITHOUT ROWID')
  const sql = new TrackedStatements('tables', db)
  const { reads } = tracked(() => hereIn(sql, 'a'))
  assert.ok(reads.has('id=a'))
  assert.ok(!reads.has('tables.here+'))
  db.close()
})
