import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pid } from 'node:process'
import { type TestContext, test } from 'node:test'
import { temporaryInMemory } from './temporary.ts'

function place(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'cocote-memory-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return folder
}

test('a run has a temporary folder in memory until it ends, and what a killed one left goes', t => {
  const [memory, before] = [place(t), tmpdir()]
  const dead = join(memory, 'cocote-check-4194305')
  mkdirSync(join(dead, 'box'), { recursive: true })
  mkdirSync(join(memory, 'of-another-program'))
  const end = temporaryInMemory(memory, 0)
  assert.equal(tmpdir(), join(memory, `cocote-check-${pid}`))
  assert.ok(existsSync(tmpdir()))
  assert.equal(existsSync(dead), false)
  end()
  assert.equal(tmpdir(), before)
  assert.deepEqual(readdirSync(memory), ['of-another-program'])
})

test('without room or without such a place it is the system’s', t => {
  const before = tmpdir()
  temporaryInMemory(place(t), Number.POSITIVE_INFINITY)()
  temporaryInMemory(join(place(t), 'none'), 0)()
  assert.equal(tmpdir(), before)
})
