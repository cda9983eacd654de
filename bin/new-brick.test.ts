import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it, test } from 'node:test'
import { faultOf, listed } from './new-brick.ts'

const HOUSE = new URL('..', import.meta.url).pathname
const COPIED = ['src', 'bin', 'seeds', 'tests', 'public', 'package.json', 'tsconfig.json', 'biome.json']

describe('a new brick passes every check, and leaves without a trace', () => {
  const tree = mkdtempSync(join(tmpdir(), 'cocote-brick-'))
  const list = join(tree, 'src/app/bricks.ts')
  let first = ''
  before(() => {
    for (const one of COPIED) cpSync(join(HOUSE, one), join(tree, one), { recursive: true })
    symlinkSync(join(HOUSE, 'node_modules'), join(tree, 'node_modules'))
    // Only what the brick touches is checked again: the rest is, by the steps before this one.
    const types = JSON.parse(readFileSync(join(tree, 'tsconfig.json'), 'utf8')) as { include: string[] }
    writeFileSync(join(tree, 'tsconfig.json'), JSON.stringify({ ...types, include: ['src'] }))
    first = readFileSync(list, 'utf8')
  })
  after(() => rmSync(tree, { recursive: true, force: true }))

  // Without this, a test run inside a test run does nothing and says that all is well.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const run = (command: string, ...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(join(tree, command), args, { cwd: tree, encoding: 'utf8', env })
    assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`)
    return stdout
  }
  const node = 'node_modules/.bin/node'

  it('is written by one command, with its two lines in the list', () => {
    run('bin/new-brick', 'book-club')
    const said = readFileSync(list, 'utf8')
    assert.match(said, /import \{ bookClub \} from '..\/bricks\/book-club\/brick.ts'\n/)
    // On one line, or one a line once there are many.
    assert.match(said, /,\s+bookClub,?\s*\]/)
  })
  it('is laid out as the house is', () => {
    run('node_modules/.bin/biome', 'check', '--error-on-warnings', 'src/bricks/book-club', list)
  })
  it('has its types right', () => {
    run('node_modules/.bin/tsc', '-p', '.')
  })
  it('stays in its room', () => {
    run(node, 'bin/check-rooms.ts')
  })
  it('passes its own tests, and those of the roof that gathers all bricks', () => {
    const said = run(node, '--test', 'src/bricks/book-club/book-club.test.ts', 'src/dev/atelier.test.ts')
    assert.match(said, /pass 6\b/)
  })
  it('is refused the second time, and nothing changes', () => {
    const said = readFileSync(list, 'utf8')
    const again = spawnSync(join(tree, 'bin/new-brick'), ['book-club'], { cwd: tree, encoding: 'utf8' })
    assert.equal(again.status, 1)
    assert.match(again.stderr, /is there already/)
    assert.equal(readFileSync(list, 'utf8'), said)
  })
  it('taken out, its folder and its two lines, leaves a house that still has its types right', () => {
    rmSync(join(tree, 'src/bricks/book-club'), { recursive: true })
    const left = readFileSync(list, 'utf8')
      .replace(/^import \{ bookClub \}.*\n/m, '')
      .replace(/,\s+bookClub(,?\s*\])/, '$1')
    const bare = (text: string): string => text.replace(/\s+/g, '').replaceAll(',]', ']')
    assert.equal(bare(left), bare(first))
    writeFileSync(list, left)
    run('node_modules/.bin/tsc', '-p', '.')
  })
})

test('names that can’t be are refused in a sentence', () => {
  for (const name of ['', 'x', 'Book', 'prêts', '../up', 'a--b', 'book_club', '2nd', 'class', 'pages', 'a'.repeat(31), '__proto__'])
    assert.ok(faultOf(name), name)
  for (const name of ['offers', 'plain', 'offer', 'annonces', 'carte', 'tenir', 'cueillette'])
    assert.match(faultOf(name) ?? '', /already|another|needs/, name)
  for (const name of ['lending', 'book-club', 'repair-cafe']) assert.equal(faultOf(name), undefined)
})

test('a list of bricks in another shape is left alone', () => {
  assert.equal(listed('export const bricks = all()', 'lending'), undefined)
})
