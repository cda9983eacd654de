import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { owedTypes, sharedFaults, shortened } from './shared-types.ts'

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
  const fault = 'the type Found has 2 meanings: src/core/0.ts, src/core/1.ts'
  assert.deepEqual(sharedFaults(folder, {}), [fault])
  assert.deepEqual(sharedFaults(folder, { Found: 2 }), [])
  assert.deepEqual(sharedFaults(planted('export type A = 1\n', 'export type B = 1\n'), {}), [])
})
test('one more file than the list says is named, one file less shortens the list', () => {
  const folder = planted('export type A = 1\n', 'export type A = 2\n', 'export type A = 3\n')
  assert.equal(sharedFaults(folder, { A: 2 }).length, 1)
  assert.deepEqual(shortened({ A: 4, B: 2 }, folder), { A: 3 })
})
test('no exported type name has two meanings but those that are owed a rename', () => {
  assert.deepEqual(sharedFaults('.', owedTypes()), [])
})
test('a name leaves the list of those owed with its rename, and does not come back', () => {
  const owed = owedTypes()
  assert.deepEqual(shortened(owed, '.'), owed, 'run `node bin/shared-types.ts`')
  assert.ok(Object.keys(owed).length <= MOST_OWED)
})
