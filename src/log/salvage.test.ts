import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fixedBox, openMemory, recordId, write } from '../../tests/wire/boxes.ts'
import { openLog, row } from './log.ts'
import { salvageInto } from './salvage.ts'

test('a text that was written whole over its updates is so after a salvage', t => {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-salvage-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const hurt = join(folder, 'log.db')
  const log = openLog(hurt, fixedBox(1))
  write(log, { record: recordId(2), fields: { title: 'gone' } })
  write(log, { record: recordId(1), fields: { text: { yjs: 'AAA=' } }, over: [] })
  write(log, { record: recordId(1), fields: { text: { yjs: 'AAE=' } }, over: [] })
  write(log, { record: recordId(1), fields: { text: { yjs: 'AAI=' } } })
  write(log, { record: recordId(1), fields: { text: { yjs: 'AAM=' } }, over: [] })
  log.db.exec('DELETE FROM entry WHERE id = (SELECT min(id) FROM entry)')
  log.db.close()
  const whole = openMemory(fixedBox(1))
  const { resaid } = salvageInto(whole, hurt)
  assert.ok(resaid > 0)
  const heads = row(whole, 'need', recordId(1), 'commons').get('text')?.heads ?? []
  assert.deepEqual(heads.map(({ value }) => (value as { yjs: string }).yjs).toSorted(), [
    'AAI=',
    'AAM=',
  ])
})
