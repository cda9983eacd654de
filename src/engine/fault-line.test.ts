import assert from 'node:assert/strict'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { faultLine } from './fault-line.ts'

function thrown(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  assert.fail('nothing was thrown')
}

test('the line of a fault says its kind, its code and where, never the text that it met', () => {
  const db = new DatabaseSync(':memory:')
  db.exec('CREATE VIRTUAL TABLE t USING fts5(a)')
  const faults = [
    () => JSON.parse('zwyntrolubak {'),
    () => Object.defineProperty('zwyntrolubak' as unknown as object, 'a', { value: 1 }),
    () => (undefined as unknown as Record<string, string>)['zwyntrolubak'],
    () => decodeURIComponent('%zwyntrolubak'),
    () => Temporal.PlainDate.from('zwyntrolubak'),
    () => db.prepare('SELECT a FROM t WHERE t MATCH ?').get('zwyntrolubak "'),
    () => db.prepare('SELECT a FROM t WHERE t MATCH ?').get('NEAR(a, "zwyntrolubak")'),
    () => new URL('zwyntrolubak'),
    () => {
      throw new Error('unknown word: "\n    at zwyntrolubak"')
    },
    () => {
      throw new Error('unknown word: "le "zwyntrolubak"')
    },
    () => {
      throw new Error('unknown word: "zwyntrolubak')
    },
  ]
  for (const fault of faults) {
    const line = faultLine(thrown(fault))
    assert.ok(!line.includes('zwyntrolubak'), line)
    assert.match(line, /\n\s+at .*fault-line\.test\.ts/)
  }
  const full = thrown(() => db.exec('CREATE TABLE t(a)'))
  assert.match(faultLine(full), /^Error ERR_SQLITE_ERROR 1: table .*already exists/)
  class Lost extends Error {
    override name = 'Lost'
  }
  assert.match(faultLine(new Lost('the transaction is gone')), /^Lost: the transaction is gone\n/)
  assert.equal(faultLine('zwyntrolubak'), 'string')
})
