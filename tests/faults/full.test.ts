import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { webWords } from '../../src/web/words.ts'
import type { Seen } from './full-disk.ts'
import { onSmallDisk } from './small-disk.ts'

const INSIDE = fileURLToPath(new URL('./full-disk.ts', import.meta.url))

test(
  'a disk that fills inside a batch: what was answered is stored, the rest is not, reading ' +
    'goes on, turns too once there is room',
  t => {
    const folder = mkdtempSync(join(tmpdir(), 'cocote-full-'))
    t.after(() => rmSync(folder, { recursive: true, force: true }))
    const seen = onSmallDisk<Seen>(INSIDE, join(folder, 'small'))
    if (typeof seen === 'string') return t.skip(seen)
    assert.deepEqual(seen.faults, [])
    assert.deepEqual(seen.held, seen.acknowledged, 'acknowledged = stored')
    assert.deepEqual(
      Object.keys(seen.refused),
      ['507'],
      'every other turn is told that the box is full',
    )
    assert.ok(seen.sentence.includes(webWords('fr').full))
    assert.deepEqual([...new Set(seen.read)], [200], 'pages are read while the disk is full')
    assert.equal(seen.notes, 507, 'a file finds no room either')
    assert.deepEqual(seen.halves, [], 'half a file is left')
    assert.deepEqual(
      seen.after,
      seen.after.map(() => 20),
      'with room again, every turn is answered, without a restart',
    )
    assert.equal(seen.ended, 0)
    t.diagnostic(
      `${seen.acknowledged.length} turns stored, ${seen.refused['507']} told that the box is full`,
    )
  },
)
