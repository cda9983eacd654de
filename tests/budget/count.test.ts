import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { Statements } from '../../src/log/sqlite.ts'
import { Count, counted } from './count.ts'
import { walOf } from './wal.ts'

/** A hundred notices, ten authors. */
function notices(db: DatabaseSync): void {
  db.exec(
    'CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE notice(id INTEGER ' +
      'PRIMARY KEY, author INTEGER, title TEXT)',
  )
  for (let id = 0; id < 10; id++) db.prepare('INSERT INTO author VALUES (?, ?)').run(id, `n ${id}`)
  for (let id = 0; id < 100; id++)
    db.prepare('INSERT INTO notice VALUES (?, ?, ?)').run(id, id % 10, `t ${id}`)
}
function countOf(work: (sql: Statements) => unknown): Count {
  const db = new DatabaseSync(':memory:')
  notices(db)
  const count = new Count()
  work(new Statements(counted(db, count)))
  db.close()
  return count
}

test('a statement asked again for each row shows in statements; asked once, in one', () => {
  const once = countOf(sql =>
    sql.all('SELECT notice.*, name FROM notice JOIN author ON author.id = author'),
  )
  const again = countOf(sql => {
    for (const { author } of sql.all<{ author: number }>('SELECT * FROM notice'))
      sql.get('SELECT name FROM author WHERE id = ?', author)
  })
  assert.deepEqual([once.statements, once.rows], [1, 100])
  assert.deepEqual([again.statements, again.rows], [101, 200])
  assert.match(
    again.most('statements')[0] ?? '',
    /^100 statements in 100 × SELECT name FROM author/,
  )
})

test('rows stepped over and not given show in steps; without an index, in what is scanned too', () => {
  const byKey = countOf(sql => sql.get('SELECT * FROM notice WHERE id = 7'))
  const byScan = countOf(sql => sql.all('SELECT * FROM notice WHERE title = ?', 't 7'))
  const byRange = countOf(sql =>
    sql.get('SELECT count(*) FROM notice WHERE id > 3 AND length(title) > 9'),
  )
  assert.deepEqual([byKey.rows, byKey.scanned], [1, 0])
  assert.deepEqual([byScan.rows, byScan.scanned], [1, 99])
  assert.deepEqual([byRange.rows, byRange.scanned], [1, 0])
  assert.ok(
    byKey.steps < 20 && byScan.steps > 200 && byRange.steps > 200,
    `${byKey.steps} ${byScan.steps} ${byRange.steps}`,
  )
})

test('each index that a turn writes is one page more in the WAL, under its name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-budget-'))
  const file = join(folder, 'tables.db')
  const written = (index: string): ReturnType<typeof walOf> => {
    const db = new DatabaseSync(file)
    db.exec(`PRAGMA journal_mode = WAL; DROP TABLE IF EXISTS notice; DROP TABLE IF EXISTS author`)
    notices(db)
    db.exec(`${index}; PRAGMA wal_checkpoint(TRUNCATE)`)
    db.prepare('INSERT INTO notice VALUES (100, 1, ?)').run('t 100')
    const wal = walOf(file, db)
    db.close()
    return wal
  }
  const plain = written('')
  const wide = written('CREATE INDEX notice_title ON notice(title)')
  rmSync(folder, { recursive: true })
  assert.equal(wide.bytes - plain.bytes, 24 + 4_096)
  assert.ok(wide.trees.includes('1 × notice_title'), wide.trees.join())
})
