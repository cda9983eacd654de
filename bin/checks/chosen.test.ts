import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Pass } from '../../tests/support/pass.ts'
import { OVER_BRICKS, TIERS, type Tier } from '../../tests/tiers.ts'
import { brickFault, faultsOf, filesOf, filesOfBrick, sorted, testFiles } from './chosen.ts'
import { inTurn } from './run-files.ts'

const ROWS: readonly Tier[] = [
  { files: 'a/slow.test.ts', passes: ['all'], alone: 'it takes both cores' },
  { files: 'a/kernel.test.ts', passes: ['all'], apart: 'two of them share one kernel' },
  { files: 'tests/long.test.ts', passes: ['all'], isFirst: true },
  { files: '{a,bin,tests}/*.test.ts', passes: ['short', 'long'] },
]
const FILES = ['a/kernel', 'a/quick', 'a/slow', 'bin/small', 'tests/box', 'tests/long'].map(
  name => `${name}.test.ts`,
)

test('the first row that names a file says its passes, when it runs, and beside what', () => {
  const quick = ['a/quick.test.ts', 'bin/small.test.ts', 'tests/box.test.ts']
  assert.deepEqual(filesOf('short', FILES, ROWS), quick)
  assert.deepEqual(filesOf('long', FILES, ROWS), quick)
  assert.deepEqual(sorted(FILES, ROWS), {
    first: ['tests/long.test.ts'],
    together: ['a/quick.test.ts', 'tests/box.test.ts', 'bin/small.test.ts'],
    batches: [],
    apart: ['a/kernel.test.ts'],
    alone: ['a/slow.test.ts'],
  })
})

test('files that share a process are cut into batches of neighbours; one of them needs none', () => {
  const rows: readonly Tier[] = [{ files: 'a/*', passes: ['short'], shares: true }]
  const files = Array.from({ length: 40 }, (_, n) => `a/${n}`)
  const { together, batches } = sorted(files, rows)
  assert.deepEqual(together, [])
  assert.deepEqual(batches.flat(), files)
  assert.deepEqual(
    batches.map(batch => batch.length),
    [13, 14, 13],
  )
  assert.deepEqual(sorted(['a/0'], rows).together, ['a/0'])
  assert.deepEqual(sorted(['a/0'], rows).batches, [])
})

test('files that take minutes begin first, then batches, then the others', () => {
  const rows: readonly Tier[] = [
    { files: 'z/*', passes: ['short'], isFirst: true },
    { files: 'a/*', passes: ['short'], shares: true },
    { files: '{b,bin}/*', passes: ['short'] },
  ]
  const chosen = sorted(['a/0', 'a/1', 'bin/0', 'b/0', 'z/0'], rows)
  assert.deepEqual(chosen.batches, [['a/0', 'a/1']])
  assert.deepEqual(inTurn(chosen, ['batch-0.js']), ['z/0', 'batch-0.js', 'b/0', 'bin/0'])
})

test('a file that no row names is a fault, and so is a row that names no file', () => {
  assert.deepEqual(faultsOf(ROWS, FILES), [])
  assert.deepEqual(faultsOf(ROWS, [...FILES, 'b/new.test.ts']), [
    'b/new.test.ts: no row of tests/tiers.ts names it',
  ])
  assert.deepEqual(faultsOf(ROWS.slice(2), ['tests/long.test.ts']), [
    'tests/tiers.ts: {a,bin,tests}/*.test.ts names no file',
  ])
})

test('a brick is tried by its own tests, its journey, and those over every brick', () => {
  const own = ['src/bricks/wall/model/rules.test.ts', 'tests/journeys/wall.test.ts']
  const over = ['tests/crawl.test.ts']
  const others = ['src/bricks/shelf/shelf.test.ts', 'tests/journeys/shelf.test.ts']
  const later = ['src/bricks/wall/later.test.ts']
  const tiers: readonly Tier[] = [
    { files: '{**/later,tests/journeys/*,tests/crawl}.test.ts', passes: ['all'] },
    { files: '**/*.test.ts', passes: ['short'] },
  ]
  const found = (pass: Pass): readonly string[] =>
    filesOfBrick('wall', [...own, ...over, ...others, ...later], { tiers, over, pass })
  assert.deepEqual(found('short'), own)
  assert.deepEqual(found('all'), [...over, ...later])
  assert.equal(brickFault('wall'), undefined)
  assert.match(brickFault('oven') ?? '', /^There is no brick oven\. There are: agenda, .*, wall\.$/)
})

test('each line of the tests over every brick names a file', () => {
  const none = OVER_BRICKS.filter(files => globSync(files).length === 0)
  assert.deepEqual(none, [])
})

test('the table names every test file of the project', () => {
  assert.deepEqual(faultsOf(TIERS, testFiles()), [])
})

const IMPORT = /^import \{[^}]+\} from '[./]+(?:tests\/)?(?:support\/)?pass\.ts'$/m

test('a file has several passes in the table when its tests have several lengths, and only then', () => {
  const rest = new Set([
    ...filesOf('all', testFiles(), TIERS),
    ...filesOf('long', testFiles(), TIERS),
  ])
  const many = filesOf('short', testFiles(), TIERS).filter(file => rest.has(file))
  const lengthened = testFiles().filter(
    file => file !== 'tests/support/pass.test.ts' && IMPORT.test(readFileSync(file, 'utf8')),
  )
  assert.deepEqual(
    many.filter(file => !lengthened.includes(file)),
    [],
    'these would do in test:all what npm test did',
  )
  assert.deepEqual(
    lengthened.filter(file => !rest.has(file)),
    [],
    'the longer part of these would run in no pass',
  )
})
