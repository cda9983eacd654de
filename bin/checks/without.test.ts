import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { dependents } from './dependents.ts'
import { importing, says, withoutLines } from './without.ts'

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
  assert.deepEqual(importing('x', folder), ['tests/a.test.ts', 'tests/support/shared.ts'])
})

test('a test names a brick by its record types, its commands and its addresses', () => {
  const names = { name: 'wall', types: ['wall-rule', 'member'], paths: ['/mur'] }
  for (const named of [
    "bring({ type: 'wall-rule' })",
    "turn('wall.write', {})",
    "ask('/mur?page=2')",
    'ask(`${box}/mur`)',
    'SELECT id FROM wall_rule_home',
    "box.bring('member', {})",
    "bring(engine, 'member', {})",
  ])
    assert.equal(says(named, names), true, named)
  for (const other of ["by: 'member'", "ask('/murier')", "'the wall is high'", '// wall-rule'])
    assert.equal(says(other, names), false, other)
  for (const [name, helper] of [
    ['directory', 'box.territory()'],
    ['members', "box.member('Nadia')"],
  ] as const) {
    assert.equal(says(helper, { name, types: [], paths: [] }), true, helper)
    assert.equal(says(helper, names), false, helper)
  }
})

test('what depends on a file imports it, starts it, or reads its folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dependents-'))
  const files = {
    'src/x/gone.ts': '',
    'src/y/imports.ts': "import '../x/gone.ts'",
    'src/y/through.test.ts': "import './imports.ts'",
    'bin/starts': 'exec node "$root/src/x/gone.ts"',
    'src/y/program.test.ts': "spawn(new URL('../../bin/starts', import.meta.url))",
    'src/y/worker.test.ts': 'new Worker(new URL("../x/gone.ts", import.meta.url))',
    'src/y/pattern.test.ts': "globSync('src/*/gone.ts')",
    'src/y/folder.test.ts': "readdirSync('src/x')",
    'src/y/comment.test.ts': '// src/x/gone.ts\n',
    'src/y/other.test.ts': "import '../x/stays.ts'",
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  const { 'src/y/comment.test.ts': _, 'src/y/other.test.ts': __, ...found } = files
  assert.deepEqual([...dependents(folder, ['src/x/gone.ts'])].sort(), Object.keys(found).sort())
})
