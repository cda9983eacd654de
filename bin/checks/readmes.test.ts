import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { ROOMS } from '../rooms.ts'
import { importsSaid, lostPaths, readmeFaults, readmesOf } from './readmes.ts'

const PAGE = `# log

Entries on disk.

**Start here:** \`log.ts\`.

**May import:** \`core\`.

**Invariants:**

- None.

**Deliberately absent:** tables.

**Tests:** beside the files.
`
function faultsOf(text: string): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), 'readmes-'))
  mkdirSync(join(root, 'src/log'), { recursive: true })
  writeFileSync(join(root, 'src/log/log.ts'), '')
  writeFileSync(join(root, 'src/log/README.md'), text)
  return readmeFaults('src/log/README.md', root)
}

test(
  'each floor and each brick has a README with its parts, true imports and files that are ' +
    'there',
  () => {
    const pages = readmesOf()
    assert.ok(pages.includes('src/core/README.md'))
    assert.ok(pages.some(page => page.startsWith('src/bricks/')))
    assert.deepEqual(
      pages.flatMap(page => readmeFaults(page)),
      [],
    )
  },
)
test('ARCHITECTURE.md names files and folders that are there, and each floor', () => {
  const text = readFileSync('ARCHITECTURE.md', 'utf8')
  assert.deepEqual(lostPaths(text, 'docs'), [])
  assert.deepEqual(lostPaths('`core/gone.ts`, `core/change.ts`, `gone/`', 'docs'), [
    'core/gone.ts',
    'gone/',
  ])
  const floors = new Set(Object.keys(ROOMS).map(room => room.split('/')[0] ?? ''))
  for (const floor of floors) assert.match(text, new RegExp(`\\x60${floor}[/\\x60]`), floor)
})
test('a README without a part, with other imports or with a lost file is named', () => {
  assert.deepEqual(faultsOf(PAGE), [])
  assert.equal(faultsOf(PAGE.replace('**Deliberately absent:** tables.\n', '')).length, 1)
  assert.equal(faultsOf(PAGE.replace('`core`', '`core`, `web`')).length, 1)
  assert.equal(faultsOf(PAGE.replace('`log.ts`', '`gone.ts`')).length, 1)
  assert.equal(faultsOf(PAGE.replace('# log', '# entries')).length, 1)
})
test('imports are said by what a floor may not see where that is shorter', () => {
  assert.equal(importsSaid('core'), 'nothing of the project.')
  assert.equal(importsSaid('log'), '`core`.')
  assert.match(importsSaid('dev'), /^every floor but `cli`\.$/)
})
