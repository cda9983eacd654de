import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, describe, it, test } from 'node:test'
import { copied } from './checks/copied.ts'
import { readmeFaults } from './checks/readmes.ts'
import { changed, type Step, stepsIn } from './checks/steps.ts'

const BRICK = 'src/bricks/seed-swap'
const steps = stepsIn(readFileSync('docs/first-brick.md', 'utf8'))
const sections = [...new Set(steps.map(({ section }) => section))]

describe('docs/first-brick.md, followed step by step, comes to a brick that passes', () => {
  const tree = copied()
  after(() => rmSync(tree, { recursive: true, force: true }))
  // Without this, a test run inside a test run does nothing and says that all is well.
  // The tests called here run in their short pass, whichever pass calls them.
  const { NODE_TEST_CONTEXT: _, CHECK_PASS: __, ...bare } = process.env
  const env = { ...bare, PATH: `${dirname(process.execPath)}:${bare['PATH']}` }
  const run = (command: string, ...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(command, args, {
      cwd: tree,
      encoding: 'utf8',
      env,
    })
    assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`)
    return stdout
  }
  // Only what the brick touches is typed again: the rest is, by the steps before this one.
  const types = readFileSync('tsconfig.json', 'utf8')
  const files = ['src/app/*.ts', `${BRICK}/**/*.ts`, 'seeds/*.ts', 'src/core/*.d.cts']
  writeFileSync(
    join(tree, 'tsconfig.json'),
    JSON.stringify({ ...(JSON.parse(types) as object), include: files }),
  )

  const take = ({ kind, file, text }: Step): void => {
    const path = join(tree, file)
    if (kind === 'sh') run('sh', '-ec', text)
    else if (kind === 'ts') writeFileSync(path, text)
    else writeFileSync(path, changed(readFileSync(path, 'utf8'), text))
  }
  for (const section of sections)
    it(section, () => {
      for (const step of steps.filter(one => one.section === section)) take(step)
      const said = run(process.execPath, '--test', `${BRICK}/seed-swap.test.ts`)
      assert.match(said, /fail 0\b/)
      run('node_modules/.bin/biome', 'check', '--error-on-warnings', BRICK)
    })
  it('has a test for each of its parts', () => {
    const said = run(process.execPath, '--test', `${BRICK}/seed-swap.test.ts`)
    assert.match(said, /pass 13\b/)
  })
  it('stands in the lists that the laws ask of each brick', () => {
    const laws = ['forgetting', 'identity'].map(name => `tests/attack/${name}.test.ts`)
    const said = run(process.execPath, '--test', '--test-name-pattern=^each ', ...laws)
    assert.match(said, /pass 3\b/)
  })
  it('has its record in the demonstration', () => {
    assert.match(readFileSync(join(tree, 'seeds/world.ts'), 'utf8'), /seedSwap\(when\)/)
  })
  it('passes its journey in a real browser, where there is one', () => {
    run(process.execPath, '--test', 'tests/journeys/seed-swap.test.ts')
  })
  it('has no line over 100 columns, and a README with its parts', () => {
    const texts = [...globSync(`${tree}/${BRICK}/**/*.ts`)].map(file => readFileSync(file, 'utf8'))
    for (const line of texts.join('\n').split('\n')) assert.ok(line.length <= 100, line)
    assert.deepEqual(readmeFaults(`${BRICK}/README.md`, tree), [])
  })
})

test('a change stands at one place, and says so when it does not', () => {
  assert.equal(changed('a\nb\nc\n', ' a\n-b\n+B\n+D\n@@\n c\n+e\n'), 'a\nB\nD\nc\ne\n')
  assert.equal(changed('a\n\nb\n', ' a\n \n+x\n b\n'), 'a\n\nx\nb\n')
  assert.throws(() => changed('a\nb\n', '-c\n+d\n'), /stands 0 times/)
  assert.throws(() => changed('a\nx\na\n', '-a\n+d\n'), /stands 2 times/)
})
