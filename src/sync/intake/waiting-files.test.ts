import assert from 'node:assert/strict'
import { readdirSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { tempFolder } from '../../../tests/support/folders.ts'
import { newBox } from '../../log/box.ts'
import { keepWaiting, sweepWaiting, takeWaiting } from './waiting-files.ts'

const DAY_MS = 24 * 3_600_000

test('a file is said to wait only where it is kept: three files, none over 32 MiB', () => {
  const folder = tempFolder()
  const file = join(folder, 'brought.cocote')
  writeFileSync(file, 'news')
  const boxes = Array.from({ length: 4 }, () => newBox().name)
  assert.equal(keepWaiting(folder, file, 'nobody'), false)
  const kept = (): readonly string[] => readdirSync(join(folder, 'news-waiting')).toSorted()
  for (const [n, box] of boxes.entries()) {
    assert.equal(keepWaiting(folder, file, box), true)
    const at = Date.now() / 1_000 - 10 + n
    utimesSync(join(folder, 'news-waiting', `${box}.cocote`), at, at)
  }
  const last = boxes.slice(1).map(box => `${box}.cocote`)
  assert.deepEqual(kept(), last.toSorted())
  truncateSync(file, 32 * 1024 * 1024 + 1)
  assert.equal(keepWaiting(folder, file, boxes[0]!), false)
  assert.deepEqual(kept(), last.toSorted())
  sweepWaiting(folder, Date.now() + 31 * DAY_MS)
  const away = (): string => join(folder, 'away')
  assert.deepEqual(
    takeWaiting(folder, () => true, away),
    [],
  )
})
