import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as later } from 'node:timers/promises'
import { inTransaction } from '../../src/engine/transaction.ts'
import { placesIn } from '../../src/files/folder.ts'
import { forgetFlesh, writesToForget } from '../../src/log/forget.ts'
import { movedFrom } from '../../src/log/moving.ts'
import { owesRewriting } from '../../src/log/rewriting.ts'
import { openLogFile, Statements } from '../../src/log/sqlite.ts'
import { showAll } from '../../src/projection/tables.ts'
import { toFirstFormat } from '../support/first-format.ts'
import { bring, lacking, recordId, tempFolder, within } from '../support/folders.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { filesLeft, filesWhere, holding } from './on-disk.ts'
import { kill, serving } from './serving.ts'

test('what a forgetting left owed is done at the next start, and every other line is there', {
  skip: lacking('offer'),
}, async () => {
  const folder = tempFolder()
  const owes = (): boolean => {
    const db = openLogFile(placesIn(folder).log, { readOnly: true })
    const is = owesRewriting({ sql: new Statements(db) })
    db.close()
    return is
  }
  const held = (): readonly unknown[] =>
    within(folder, ({ log, tables }) => [
      log.db.prepare('SELECT * FROM piece ORDER BY entry, change, field').all(),
      log.db.prepare('SELECT * FROM entry ORDER BY id').all(),
      tables.db.prepare('SELECT * FROM offer ORDER BY id').all(),
    ])
  within(folder, engine =>
    bring(
      engine,
      ...Array.from({ length: 40 }, (_, n) => ({
        type: 'offer',
        id: recordId(n + 1),
        fields: { title: `Rosa prête l’outil ${n}` },
      })),
    ),
  )
  assert.equal(owes(), false)
  within(folder, forgetSeventh)
  assert.equal(owes(), true)
  const before = held()
  const server = serving(folder)
  await server.ready
  for (let i = 0; i < 300 && owes(); i++) await later(100)
  assert.equal(owes(), false)
  await kill(server, 'SIGTERM')
  assert.deepEqual(held(), before)
})

test('law 10: an erasure that a stop cut leaves no log of version 0.1 with what it erased', {
  skip: lacking('offer'),
}, async () => {
  const folder = tempFolder()
  const { log: file } = placesIn(folder)
  const canary = holding('brimulastrok')
  const fields = { title: 'Rosa prête son brimulastrok' }
  within(folder, engine => bring(engine, { type: 'offer', id: recordId(7), fields }))
  toFirstFormat(file)
  // The box moves its log, and stops between an erasure and what follows it.
  within(folder, forgetSeventh)
  assert.ok(filesWhere(folder, canary).includes(movedFrom(file)))
  const server = serving(folder)
  await server.ready
  const left = await filesLeft(folder, canary)
  await kill(server, 'SIGKILL')
  assert.deepEqual(left, [])
})

const forgetSeventh = (engine: OpenEngine): unknown =>
  inTransaction(engine, () =>
    showAll(
      engine.tables,
      engine.log,
      forgetFlesh(engine.log, writesToForget(engine.log, 'offer', recordId(7))),
    ),
  )
