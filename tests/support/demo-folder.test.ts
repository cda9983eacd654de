import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { copyDemo, demoFolder } from './demo-folder.ts'

const temp = mkdtempSync(join(tmpdir(), 'cocote-demo-test-'))
after(() => rmSync(temp, { recursive: true }))
const keyIn = (folder: string): string => readFileSync(join(folder, 'box.key'), 'utf8')

test('two processes that need the demonstration at once come to one original', async () => {
  const script = `const { demoFolder } = await import(${JSON.stringify(new URL('./demo-folder.ts', import.meta.url).href)})
    process.stdout.write(await demoFolder())`
  const asked = () =>
    promisify(execFile)(execPath, ['-e', script], { env: { ...process.env, TMPDIR: temp } })
  const [one, two] = await Promise.all([asked(), asked()])
  assert.equal(one.stdout, two.stdout)
  assert.ok(one.stdout.startsWith(temp))
  const made = readdirSync(join(temp, readdirSync(temp)[0]!))
  assert.equal(made.length, 1, made.join(' '))
})

test('a copy is the same box as its original, and a twin is another', async () => {
  const [one, two] = [join(temp, 'one'), join(temp, 'two')]
  await copyDemo(one)
  await copyDemo(two, 'second')
  assert.equal(keyIn(one), keyIn(await demoFolder()))
  assert.notEqual(keyIn(one), keyIn(two))
})

test('what is written in a copy reaches neither its original nor another copy', async () => {
  const [one, two] = [join(temp, 'written'), join(temp, 'left')]
  const { codes } = await copyDemo(one)
  await copyDemo(two)
  const before = readFileSync(join(two, 'log.db'))
  writeFileSync(join(one, 'log.db'), 'nothing')
  for (const folder of [two, await demoFolder()])
    assert.ok(readFileSync(join(folder, 'log.db')).equals(before), folder)
  assert.equal(new Set(codes).size, 10)
})
