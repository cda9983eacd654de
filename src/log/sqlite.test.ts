import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { inOneRead } from './sqlite.ts'

const files = () => ['a', 'b', 'c'].map(() => ({ db: new DatabaseSync(':memory:') }))
const inTransaction = (all: ReturnType<typeof files>) => all.map(({ db }) => db.isTransaction)

test('one read begins and ends a transaction of each file that is in none', () => {
  const all = files()
  all[1]!.db.exec('BEGIN')
  assert.deepEqual(
    inOneRead(all, () => inOneRead(all, () => inTransaction(all))),
    [true, true, true],
  )
  assert.deepEqual(inTransaction(all), [false, true, false])
})

test('a failure of the disk within one read is told as it is', () => {
  const all = files()
  const failure = Object.assign(new Error('disk I/O error'), { errcode: 10 })
  const failing = () => {
    // As SQLite does itself after such a failure.
    all[1]!.db.exec('ROLLBACK')
    throw failure
  }
  assert.throws(() => inOneRead(all, failing), failure)
  assert.deepEqual(inTransaction(all), [false, false, false])
})

test('a BEGIN or a ROLLBACK that fails leaves no other file in a transaction', () => {
  for (const fails of ['BEGIN', 'ROLLBACK'])
    for (const at of [0, 1, 2]) {
      const all = files()
      const { db } = all[at]!
      const { exec } = DatabaseSync.prototype
      db.exec = sql => {
        if (sql === fails) throw new Error(fails)
        exec.call(db, sql)
      }
      assert.throws(() => inOneRead(all, () => 1), new Error(fails))
      const others = inTransaction(all).filter((_, one) => one !== at)
      assert.deepEqual(others, [false, false])
    }
})
