import assert from 'node:assert/strict'
import fs, {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { asFirstFormat, rowsOfLog } from '../../tests/support/first-format.ts'
import {
  deliver,
  everything,
  fixedBox,
  forget,
  openMemory,
  recordId,
  write,
} from '../../tests/wire/boxes.ts'
import { forgetFlesh, writesToForget } from './forget.ts'
import { type Log, openLog, row, writesIn } from './log.ts'
import { forgetMoved, movedFrom, moveLog, NoRoomToMove } from './moving.ts'
import { rewritingDone } from './rewriting.ts'
import { formatOf, openLogFile, Statements } from './sqlite.ts'

const folder = mkdtempSync(join(tmpdir(), 'cocote-moving-'))
after(() => rmSync(folder, { recursive: true }))

/**
 * A log with what a log may have: replaced writes, a conflict, a base, forgotten and missing
 * values, a request, a quarantine, an answer.
 */
function lived(): Log {
  const [log, other] = [openMemory(fixedBox(1)), openMemory(fixedBox(2))]
  for (let n = 0; n < 40; n++)
    write(n % 3 ? log : other, {
      record: recordId(n % 7),
      type: n % 4 ? 'need' : 'box',
      space: n % 5 ? 'commons' : 'home',
      fields: { title: `n° ${n} « “\\ \n”`, detail: n % 2 ? null : { a: [n, 'é'] } },
    })
  write(log, { record: recordId(9), fields: { text: { yjs: 'AAA=' }, title: 'x' } })
  write(log, { type: 'base', record: recordId(9), fields: { 'need.text': { yjs: 'AAE=' } } })
  write(log, {
    type: 'base',
    record: recordId(8),
    fields: { 'need.text': 'gone soon', 'offer.a': 1 },
  })
  for (const [n, signed] of everything(other).flat().entries())
    deliver(log, n % 4 ? signed : { ...signed, flesh: [] })
  forget(log, writesToForget(log, 'need', recordId(8)), recordId(90))
  forget(log, writesToForget(log, 'need', recordId(2)).slice(0, 1), recordId(91))
  log.sql.run("INSERT INTO answer VALUES ('form', '{}')")
  log.sql.run('INSERT INTO aside VALUES (1, 3)')
  return log
}
let files = 0
/** The same log as version 0.1 left it when the plug was pulled: all of it is still in the WAL. */
function left(log: Log): string {
  const file = join(folder, `${++files}.db`)
  const open = asFirstFormat(log.db, `${file}-open`)
  for (const end of ['', '-wal']) copyFileSync(`${file}-open${end}`, file + end)
  open.close()
  return file
}

test('law: a moved log is the log that was made of the same entries', () => {
  const log = lived()
  const file = left(log)
  moveLog(file)
  const moved = openLogFile(file)
  assert.equal(formatOf(moved), 2)
  assert.deepEqual(rowsOfLog(moved), rowsOfLog(log.db))
  moved.close()
  const old = new DatabaseSync(movedFrom(file), { readOnly: true })
  assert.equal(formatOf(old), 1)
  assert.equal(
    old.prepare('SELECT count(*) AS n FROM entry').get()?.['n'],
    everything(log).flat().length,
  )
  old.close()
  assert.ok(!existsSync(`${file}-wal`) || statSync(`${file}-wal`).size === 0)
})

test('a log is moved once, goes on, and its old file is as it was left', () => {
  const file = left(lived())
  const first = openLog(file, fixedBox(1), { sync: 'NORMAL' })
  const old = statSync(movedFrom(file))
  write(first, { record: recordId(1), space: 'network', fields: { title: 'after' } })
  first.db.close()
  const again = openLog(file, fixedBox(1), { sync: 'NORMAL' })
  assert.equal(row(again, 'need', recordId(1), 'network').get('title')?.shown?.value, 'after')
  assert.deepEqual(
    [statSync(movedFrom(file)).mtimeMs, statSync(movedFrom(file)).ino],
    [old.mtimeMs, old.ino],
  )
  again.db.close()
})

test('a stop at any step leaves a log that opens, and the next start moves it', () => {
  const log = lived()
  const wanted = rowsOfLog(log.db)
  const steps: readonly ((file: string) => void)[] = [
    file => copyFileSync(file, `${file}.moving`),
    file => copyFileSync(file, movedFrom(file)),
    file => {
      copyFileSync(file, `${file}.moving`)
      copyFileSync(file, movedFrom(file))
    },
  ]
  for (const leave of steps) {
    const file = left(log)
    leave(file)
    moveLog(file)
    const moved = openLogFile(file)
    assert.deepEqual(rowsOfLog(moved), wanted)
    moved.close()
    assert.equal(existsSync(`${file}.moving`), false)
  }
})

test('a disk without room for both files is told before anything is written', () => {
  const file = left(lived())
  const before = statSync(file)
  assert.throws(() => moveLog(file, 1_000), NoRoomToMove)
  assert.deepEqual([statSync(file).mtimeMs, existsSync(movedFrom(file))], [before.mtimeMs, false])
  assert.equal(existsSync(`${file}.moving`), false)
})

type Run = Parameters<Statements['run']>
test('a disk that fills while the log is moved is left with the old file alone', t => {
  const log = lived()
  const failing = (): never => {
    throw Object.assign(new Error('no space left'), { code: 'ENOSPC' })
  }
  const { run } = Statements.prototype
  const ways = [
    () =>
      t.mock.method(Statements.prototype, 'run', function (this: Statements, ...of: Run) {
        return of[0].startsWith('INSERT INTO wrote') ? failing() : run.apply(this, of)
      }),
    () => t.mock.method(fs, 'fsyncSync', failing),
    () => {
      t.mock.method(fs, 'linkSync', failing)
      t.mock.method(fs, 'copyFileSync', (_: string, to: string) => {
        writeFileSync(to, 'half')
        failing()
      })
    },
  ]
  for (const fills of ways) {
    const file = left(log)
    fills()
    syncBuiltinESMExports()
    try {
      assert.throws(() => moveLog(file), /no space left/)
    } finally {
      t.mock.restoreAll()
      syncBuiltinESMExports()
    }
    const beside = readdirSync(folder).filter(name => name.startsWith(`${basename(file)}.`))
    assert.deepEqual(beside, [])
    moveLog(file)
    const moved = openLogFile(file)
    assert.deepEqual(rowsOfLog(moved), rowsOfLog(log.db))
    moved.close()
  }
})

test('a disk without second names keeps the old file as a copy, and its room is told', t => {
  const log = lived()
  const file = left(log)
  t.mock.method(fs, 'linkSync', () => {
    throw Object.assign(new Error('not here'), { code: 'EPERM' })
  })
  syncBuiltinESMExports()
  try {
    const once = statSync(file).size + statSync(`${file}-wal`).size + (1 << 20)
    assert.throws(() => moveLog(file, once), NoRoomToMove)
    assert.equal(existsSync(movedFrom(file)), false)
    moveLog(file)
  } finally {
    t.mock.restoreAll()
    syncBuiltinESMExports()
  }
  const [moved, old] = [openLogFile(file), new DatabaseSync(movedFrom(file), { readOnly: true })]
  assert.deepEqual([formatOf(old), rowsOfLog(moved)], [1, rowsOfLog(log.db)])
  for (const one of [moved, old]) one.close()
})

test('a log that a stop left with a journal to roll back is moved', () => {
  const log = lived()
  const file = left(log)
  const whole = new DatabaseSync(file)
  whole.exec('PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN')
  for (let n = 0; n < 200; n++)
    whole.prepare('INSERT INTO answer VALUES (?, ?)').run(`${n}`, 'x'.repeat(900))
  const cut = join(folder, 'cut.db')
  for (const end of ['', '-journal']) copyFileSync(file + end, cut + end)
  whole.close()
  moveLog(cut)
  const moved = openLogFile(cut)
  assert.deepEqual(rowsOfLog(moved), rowsOfLog(log.db))
  moved.close()
})

test('a reader sees a log of the first format as one of this format', () => {
  const log = lived()
  const file = left(log)
  const old = { sql: new Statements(openLogFile(file, { readOnly: true })) }
  for (let n = 0; n < 10; n++)
    for (const type of ['need', 'box', 'offer'])
      for (const space of ['commons', 'home'] as const)
        assert.deepEqual(
          writesIn(old, { type, record: recordId(n), space }),
          writesIn(log, { type, record: recordId(n), space }),
        )
  for (const view of ['piece', 'changed'])
    assert.equal(
      old.sql.get(`SELECT count(*) AS n FROM ${view}`)?.['n'],
      log.sql.get(`SELECT count(*) AS n FROM ${view}`)?.['n'],
    )
  old.sql.db.close()
})

test('an erasure takes the old file with it, because it has the erased value still (law 10)', () => {
  const file = left(lived())
  const log = openLog(file, fixedBox(1), { sync: 'NORMAL' })
  rewritingDone(log)
  forgetMoved(log)
  assert.ok(existsSync(movedFrom(file)))
  forgetFlesh(log, writesToForget(log, 'need', recordId(9)))
  forgetMoved(log)
  assert.equal(existsSync(movedFrom(file)), false)
  log.db.close()
})

test('of a damaged entry the values and writes stay, so that they can be erased', () => {
  const log = lived()
  const file = left(log)
  const db = new DatabaseSync(file)
  db.exec("UPDATE entry SET bytes = CAST('{' AS BLOB) WHERE id % 2 = 0")
  db.close()
  moveLog(file)
  const moved = openLogFile(file)
  assert.ok(Number(moved.prepare('SELECT count(*) AS n FROM entry WHERE id % 2 = 0').get()?.['n']))
  const rows = (of: DatabaseSync, what: string) =>
    of.prepare(`SELECT * FROM ${what} ORDER BY 1, 2, 3, 4, 5`).all()
  assert.deepEqual(rows(moved, 'piece'), rows(log.db, 'piece'))
  const writes =
    '(SELECT entry, change, record, type, field, space, stamp, head, w.what < 0 FROM write AS w)'
  assert.deepEqual(rows(moved, writes), rows(log.db, writes))
  moved.close()
})
