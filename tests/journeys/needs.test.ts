import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { basename } from 'node:path'
import { test } from 'node:test'
import { lacked, needs } from './needs.ts'

test('each journey says which bricks it needs, and each line is of a journey', () => {
  const journeys = globSync('*.test.ts', { cwd: import.meta.dirname })
  const files = journeys.map(file => basename(file))
  const asked = files
    .filter(file => !(file in needs))
    .map(file => `tests/journeys/needs.ts: add '${file}' with the bricks that it needs`)
  const gone = Object.keys(needs)
    .filter(file => !files.includes(file))
    .map(file => `tests/journeys/needs.ts: take '${file}' out, no journey is called so`)
  assert.deepEqual([...asked, ...gone], [])
})

test('a brick that no house has is lacked', () => {
  assert.deepEqual(lacked('welcome.test.ts'), [])
  for (const [file, bricks] of Object.entries(needs))
    assert.ok(
      lacked(file).every(brick => bricks.includes(brick)),
      file,
    )
})
