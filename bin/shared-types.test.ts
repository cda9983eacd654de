import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { owedTypes, sharedFaults, sharedTypes } from './shared-types.ts'

/** The length of the list when it was made: it may only get shorter. */
const MOST_OWED = 82

function planted(...sources: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'types-'))
  mkdirSync(join(folder, 'src/core'), { recursive: true })
  sources.forEach((text, n) => void writeFileSync(join(folder, 'src/core', `${n}.ts`), text))
  return folder
}

test('a type name that two files export is named, with both files', () => {
  const folder = planted('export type Found = 1\n', 'export class Found {}\n', 'type Found = 2\n')
  assert.deepEqual(sharedFaults(folder, []), [
    'the type Found has two meanings: src/core/0.ts, src/core/1.ts',
  ])
  assert.deepEqual(sharedFaults(folder, ['Found']), [])
  assert.deepEqual(sharedFaults(planted('export type A = 1\n', 'export type B = 1\n'), []), [])
})
test('no exported type name has two meanings but those that are owed a rename', () => {
  assert.deepEqual(sharedFaults('.', owedTypes()), [])
})
test('a name leaves the list of those owed with its rename, and does not come back', () => {
  const shared = sharedTypes('.')
  const renamed = owedTypes().filter(name => !shared.has(name))
  assert.deepEqual(renamed, [], 'run `node bin/shared-types.ts`, which takes these out of the list')
  assert.ok(owedTypes().length <= MOST_OWED)
})
