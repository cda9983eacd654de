import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  deliver,
  everything,
  fixedBox,
  forget,
  openMemory,
  recordId,
  write,
} from '../../tests/wire/boxes.ts'
import { readBy, tracked } from '../core/tracking.ts'
import { writesToForget } from '../log/forget.ts'
import { allWrites, headsIn, type LogToRead, row } from '../log/log.ts'
import { checkKeys, TrackedStatements } from '../log/tracked-statements.ts'
import { aboutHowMany, readMatching, readNumbered } from '../projection/search-reads.ts'
import { firstBox } from '../projection/withdrawn.ts'
import { dismissalsAsked, introductionsIn } from '../sync/trust/spoken.ts'
import { telling } from './touched.ts'

const TABLES = `
CREATE TABLE thing(id TEXT PRIMARY KEY, place TEXT, title TEXT, n REAL) WITHOUT ROWID;
CREATE INDEX "thing place" ON thing(place) WHERE place IS NOT NULL;
CREATE TABLE doc(n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT);
CREATE VIRTUAL TABLE search USING fts5(title, body, tokenize = "unicode61 remove_diacritics 2");
`
/** Tables that are read and written, and another file beside. */
function opened() {
  const db = new DatabaseSync(':memory:')
  db.exec(TABLES)
  const sql = new TrackedStatements('tables', db)
  const beside = new DatabaseSync(':memory:')
  let told: readonly string[] | undefined = []
  const tell = telling({ tables: { db }, log: { db: beside } }, keys => {
    told = keys
  })
  return {
    db,
    sql,
    end: () => {
      db.close()
      beside.close()
    },
    /** The keys of what this work wrote. */
    after: (work: () => void): ReadonlySet<string> => {
      told = []
      work()
      tell()
      return new Set(told)
    },
  }
}

const ID = fc.constantFrom('a', 'b', 'c')
const VALUE = fc.option(fc.constantFrom('lavoir', 'four', 'pré'), { nil: null })
const TEXT = fc.constantFrom('', 'le four', 'Four et lavoir', 'fournil', 'pré', 'le Pré au four')
const WRITES = fc.oneof(
  fc.tuple(fc.constant('INSERT OR REPLACE INTO thing VALUES (?, ?, ?, 1.5)'), ID, VALUE, VALUE),
  fc.tuple(fc.constant('UPDATE thing SET title = ?2 WHERE id = ?1'), ID, VALUE),
  fc.tuple(fc.constant('UPDATE thing SET place = ?2 WHERE id = ?1'), ID, VALUE),
  fc.tuple(fc.constant('UPDATE thing SET n = n + 1 WHERE id = ?'), ID),
  fc.tuple(fc.constant('DELETE FROM thing WHERE id = ?'), ID),
  fc.tuple(fc.constant('INSERT OR REPLACE INTO doc(id, title) VALUES (?, ?)'), ID, VALUE),
  fc.tuple(fc.constant('UPDATE doc SET title = ?2 WHERE id = ?1'), ID, VALUE),
  fc.tuple(fc.constant('DELETE FROM doc WHERE id = ?'), ID),
  fc.tuple(fc.constant('INSERT INTO search(title) VALUES (?)'), VALUE),
  fc.tuple(
    fc.constant('INSERT OR REPLACE INTO search(rowid, title, body) VALUES (?, ?, ?)'),
    fc.integer({ min: 1, max: 4 }),
    TEXT,
    TEXT,
  ),
  fc.tuple(
    fc.constant('UPDATE search SET body = ?2 WHERE rowid = ?1'),
    fc.integer({ min: 1, max: 4 }),
    TEXT,
  ),
  fc.tuple(fc.constant('DELETE FROM search WHERE rowid = ?'), fc.integer({ min: 1, max: 4 })),
)
/** Those that match a query, read as the search reads them. */
const matching = (query: string) => (sql: TrackedStatements) =>
  readMatching(query, () =>
    sql.all('SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid', query),
  )
const READS: readonly ((sql: TrackedStatements) => unknown)[] = [
  sql => sql.all('SELECT * FROM thing ORDER BY id'),
  sql => sql.get('SELECT count(*) AS n FROM thing'),
  sql => sql.all('SELECT title FROM thing WHERE place = ? ORDER BY id', 'four'),
  sql => sql.all('SELECT n FROM thing ORDER BY n'),
  sql => sql.get('SELECT max(n) AS n FROM thing'),
  sql => sql.all('SELECT rowid FROM search WHERE search MATCH ?', 'four'),
  matching('"four"'),
  matching('"pre" OR body : "lavoir"'),
  matching('"four"*'),
  matching('"pré"'),
  matching('title : ^"le four" AND NEAR("pre" "four", 2)'),
  sql =>
    readNumbered([1, 3], () =>
      sql.all('SELECT rowid, title, body FROM search WHERE rowid IN (1, 3) ORDER BY rowid'),
    ),
  aboutHowMany,
  sql =>
    readBy('tables.thing', 'id', ['a'], () => sql.get('SELECT * FROM thing WHERE id = ?', 'a')),
  sql => readBy('tables.doc', 'id', ['b'], () => sql.get('SELECT n FROM doc WHERE id = ?', 'b')),
  sql =>
    readBy('tables.thing', 'place', ['four', 'pré'], () =>
      sql.all("SELECT * FROM thing WHERE place IN ('four', 'pré') ORDER BY id"),
    ),
  sql =>
    readBy('tables.thing', 'id', ['c'], () =>
      sql.all('SELECT doc.title FROM doc JOIN thing USING (id) WHERE thing.id = ?', 'c'),
    ),
]

test('law: what reads otherwise after a write has read something that this write tells', () => {
  fc.assert(
    fc.property(fc.array(WRITES, { minLength: 1, maxLength: 20 }), writes => {
      const { db, sql, after, end } = opened()
      try {
        for (const [text, ...params] of writes) {
          const before = READS.map(read => tracked(() => JSON.stringify(read(sql))))
          const told = after(() => db.prepare(text).run(...params))
          for (const [at, { value, reads }] of before.entries())
            if (JSON.stringify(READS[at]!(sql)) !== value)
              assert.ok(
                [...reads].some(key => told.has(key)),
                `${READS[at]} after ${text}`,
              )
        }
      } finally {
        end()
      }
    }),
    { numRuns: 150 },
  )
})

test('a write tells what it touched, and nothing else', () => {
  const { db, after, end } = opened()
  const run = (text: string) => after(() => db.exec(text))
  const of = (keys: ReadonlySet<string>) => [...keys].filter(key => key !== 'any')
  assert.deepEqual(of(run("INSERT INTO thing VALUES ('a', 'four', 'une pelle', 1)")), [
    'tables.thing+',
    'id=a',
    'tables.thing.place=four',
  ])
  assert.deepEqual(of(run("UPDATE thing SET title = 'une bêche' WHERE id = 'a'")), [
    'tables.thing:*',
    'tables.thing:title',
    'id=a',
    'tables.thing.place~',
  ])
  assert.deepEqual(of(run("UPDATE thing SET title = 'une bêche' WHERE id = 'a'")), [])
  assert.deepEqual(of(run('BEGIN; DELETE FROM thing; ROLLBACK')), [])
  end()
})

test('a statement that went for newer ones is prepared again, and notes the same', () => {
  const { db, sql, end } = opened()
  const READ = "SELECT title FROM thing WHERE id = 'a'"
  const noted = () => [...tracked(() => sql.get(READ)).reads]
  const first = noted()
  let prepared = 0
  const prepare = db.prepare.bind(db)
  db.prepare = (...of) => {
    prepared++
    return prepare(...of)
  }
  for (let n = 0; n < 1_000; n++) sql.get(`SELECT ${n}`)
  assert.deepEqual(noted(), first)
  assert.equal(prepared, 1_001)
  // What is asked again and again stays.
  for (let n = 0; n < 1_000; n++) sql.get(`SELECT ${n % 400}, 1`)
  assert.equal(prepared, 1_401)
  assert.ok([...tracked(() => sql.note('SELECT title FROM doc')).reads].length > 0)
  end()
})

const RECORD = fc.integer({ min: 0, max: 2 }).map(recordId)
const TYPE = fc.constantFrom('need', 'box')
const SPACE = fc.constantFrom('commons' as const, 'home' as const)
const NEIGHBOUR = fixedBox(2).name
/** What people of two boxes do. `without`: its values come later, or never. */
const ACTS = fc.oneof(
  { arbitrary: fc.record({ does: fc.constant('write' as const), by: fc.nat(1) }), weight: 3 },
  fc.record({ does: fc.constant('base' as const), by: fc.nat(1) }),
  fc.record({ does: fc.constant('bring' as const), without: fc.boolean() }),
  fc.record({ does: fc.constant('forget' as const) }),
)
const STEPS = fc.record({ act: ACTS, record: RECORD, type: TYPE, space: SPACE })
const LOG_READS: readonly ((log: LogToRead) => unknown)[] = [
  introductionsIn,
  dismissalsAsked,
  ...[0, 1, 2]
    .map(recordId)
    .flatMap(record =>
      ['need', 'box'].flatMap(type =>
        (['commons', 'home'] as const).flatMap(space => [
          (log: LogToRead) => allWrites(log, { record, type, space }),
          (log: LogToRead) => headsIn(log, { record, type, space }),
          (log: LogToRead) => [...row(log, type, record, space)],
          (log: LogToRead) => firstBox(log, { record, type, space }),
        ]),
      ),
    ),
]

test('law: what reads a log otherwise after a write has read something that this write tells', () => {
  checkKeys()
  fc.assert(
    fc.property(fc.array(STEPS, { minLength: 1, maxLength: 12 }), steps => {
      const [log, other] = [openMemory(fixedBox(1)), openMemory(fixedBox(2))]
      const beside = new DatabaseSync(':memory:')
      const sql = new TrackedStatements('log', log.db)
      let told: readonly string[] | undefined = []
      const tell = telling({ tables: { db: beside }, log }, keys => {
        told = keys
      })
      let n = 0
      for (const { act, record, type, space } of steps) {
        const before = LOG_READS.map(read => tracked(() => JSON.stringify(read({ sql }))))
        told = []
        const fields = { introduces: NEIGHBOUR, called: `n° ${n++}`, dismisses: { box: NEIGHBOUR } }
        if (act.does === 'write') write(act.by ? other : log, { record, type, space, fields })
        else if (act.does === 'base')
          write(act.by ? other : log, { type: 'base', record, fields: { 'need.text': `${n++}` } })
        else if (act.does === 'forget')
          forget(log, writesToForget(log, type, record), recordId(50 + n++), space)
        else
          for (const signed of everything(other).flat())
            deliver(log, act.without ? { ...signed, flesh: [] } : signed)
        tell()
        for (const [at, { value, reads }] of before.entries())
          if (told !== undefined && JSON.stringify(LOG_READS[at]!({ sql })) !== value)
            assert.ok(
              told.some(key => reads.has(key)),
              `read ${at} after ${act.does}`,
            )
      }
      for (const db of [log.db, other.db, beside]) db.close()
    }),
    { numRuns: 100 },
  )
})

test('a write tells nothing to who read of a log what stands in other records', () => {
  const log = openMemory(fixedBox(1))
  const beside = new DatabaseSync(':memory:')
  const told = new Set<string>()
  const tell = telling({ tables: { db: beside }, log }, keys => {
    for (const key of keys ?? []) told.add(key)
  })
  const sql = new TrackedStatements('log', log.db)
  write(log, { type: 'box', record: recordId(0), fields: { introduces: NEIGHBOUR } })
  for (const n of [1, 2]) write(log, { record: recordId(n), fields: { title: 'une pelle' } })
  const of = { record: recordId(1), type: 'need', space: 'commons' as const }
  for (const read of [introductionsIn, headsIn, allWrites, firstBox]) {
    tell()
    told.clear()
    const { reads } = tracked(() => read({ sql }, of))
    write(log, { record: recordId(2), fields: { title: 'une bêche', detail: 'ronde' } })
    tell()
    assert.ok(told.size > 0)
    assert.deepEqual(
      [...reads].filter(key => told.has(key)),
      [],
      read.name,
    )
  }
  for (const db of [log.db, beside]) db.close()
})

test('one record more leaves how many there are about as it is, and what was found by other words', () => {
  const { db, sql, after, end } = opened()
  const add = (n: number, title: string) =>
    after(() => {
      db.prepare('INSERT INTO doc(n, id, title) VALUES (?1, ?1, ?2)').run(n, title)
      db.prepare('INSERT INTO search(rowid, title) VALUES (?, ?)').run(n, title)
    })
  add(1_000, 'un four')
  const about = tracked(() => aboutHowMany(sql))
  const found = tracked(() => matching('"four" OR "fourneau"')(sql))
  assert.equal(about.value, 992)
  const isTold = (reads: ReadonlySet<string>, told: ReadonlySet<string>): boolean =>
    [...reads].some(key => told.has(key))
  for (let n = 1_001; n < 1_024; n++) {
    const told = add(n, 'le lavoir')
    assert.ok(!isTold(about.reads, told) && !isTold(found.reads, told))
  }
  assert.ok(isTold(about.reads, add(1_024, 'le lavoir')))
  assert.equal(aboutHowMany(sql), 1_024)
  assert.ok(isTold(found.reads, add(1_025, 'un fourneau')))
  // All numbers of a step are given and taken back in one commit.
  db.exec('DELETE FROM doc')
  const few = [31, 34].map(most => {
    const read = tracked(() => aboutHowMany(sql))
    const told = after(() => {
      db.exec('BEGIN')
      for (let n = most - 2; n <= most; n++)
        db.prepare('INSERT INTO doc(n, id) VALUES (?1, ?1)').run(n)
      db.prepare('DELETE FROM doc WHERE n IN (?, ?)').run(most - 2, most - 1)
      db.exec('COMMIT')
    })
    return isTold(read.reads, told)
  })
  assert.deepEqual(few, [true, true])
  assert.equal(aboutHowMany(sql), 34)
  end()
})
