import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { naming, withoutLines } from './without.ts'

test('a brick leaves the list: its import, its name, and nothing else', () => {
  const list = `import { agenda } from '../bricks/agenda/brick.ts'
import { wall } from '../bricks/wall/brick.ts'

export const bricks: readonly Brick[] = [agenda, wall]
`
  assert.equal(withoutLines(list, 'shelf'), list)
  assert.doesNotMatch(withoutLines(list, 'wall'), /wall/)
  assert.match(withoutLines(list, 'wall'), /\[agenda,\s*\]/)
  assert.match(withoutLines(list, 'agenda'), /\[\s*wall\]/)
  for (const real of ['src/app/bricks.ts', 'src/app/models.ts', 'src/app/tables.ts'].map(file =>
    readFileSync(file, 'utf8'),
  )) {
    const named = [...real.matchAll(/bricks\/(\w+)\//g)]
    assert.ok(named.length > 10)
    for (const [, brick = ''] of named)
      assert.equal(withoutLines(real, brick).split('\n').length, real.split('\n').length - 2, brick)
  }
  const verbs = withoutLines(readFileSync('src/cli/verbs.ts', 'utf8'), 'harvest')
  assert.doesNotMatch(verbs, /harvest/)
  assert.match(verbs, /shelfVerb/)
})

test('tests that import a brick, or what imports it, are found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'naming-'))
  const files = {
    'src/bricks/x/model/records.ts': '',
    'src/bricks/x/x.test.ts': "import './model/records.ts'",
    'tests/support/shared.ts': "import '../../src/bricks/x/model/records.ts'",
    'tests/a.test.ts': "import './support/shared.ts'",
    'tests/b.test.ts': "import '../src/core/id.ts'",
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  assert.deepEqual(naming('x', folder), ['tests/a.test.ts', 'tests/support/shared.ts'])
})
