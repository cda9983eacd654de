import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { largeFolders, lights, typesTwice } from './lights.ts'

function planted(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'lights-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}

test('a folder of more than forty files is told', () => {
  const many = (n: number) =>
    planted(Object.fromEntries(Array.from({ length: n }, (_, i) => [`src/core/a${i}.ts`, ''])))
  assert.deepEqual(largeFolders(many(40)), [])
  assert.deepEqual(largeFolders(many(41)), ['src/core holds 41 files'])
})

test('an exported type name that two files share is told', () => {
  const folder = planted({
    'src/a.ts': 'export type Asked = 1\ntype Own = 1',
    'src/b.ts': 'export interface Asked {}\ntype Own = 2',
  })
  assert.deepEqual(typesTwice(folder), ['Asked: src/a.ts, src/b.ts'])
  assert.match(lights(folder), /1 names of exported types stand in several files, as Asked/)
})
