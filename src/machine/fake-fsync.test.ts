import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { tempFolder } from '../../tests/support/folders.ts'
import { fakesFsyncOn } from './fake-fsync.ts'

/** A watch that says that each sync took so long. */
function watch(ms: number): () => number {
  let asked = 0
  return () => Math.ceil(asked++ / 2) * ms
}

test('a card that answers sooner than any can is suspected; nothing is left behind', async () => {
  const folder = tempFolder()
  assert.equal(await fakesFsyncOn(folder, watch(0.1)), true)
  assert.equal(await fakesFsyncOn(folder, watch(0.6)), false)
  assert.equal(await fakesFsyncOn(folder, watch(30)), false)
  assert.deepEqual(readdirSync(folder), [])
})

test('where nothing can be written, nothing is said', async () => {
  assert.equal(await fakesFsyncOn(join(tempFolder(), 'absent')), null)
})
