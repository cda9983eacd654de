import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { test } from 'node:test'
import { lacked, needs } from './needs.ts'

test('each journey says which bricks it needs, and each line is of a journey', () => {
  const journeys = globSync('*.test.ts', { cwd: import.meta.dirname })
  assert.deepEqual(Object.keys(needs).sort(), journeys.map(file => basename(file)).sort())
})

test('a brick that no house has is lacked', () => {
  assert.deepEqual(lacked('welcome.test.ts'), [])
  for (const [file, bricks] of Object.entries(needs))
    assert.ok(
      lacked(file).every(brick => bricks.includes(brick)),
      file,
    )
})
