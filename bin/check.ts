import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { env, execPath, exit, hrtime, stdout } from 'node:process'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { prepareGround } from '../tests/box/ground.ts'
import { prepareBrowser, shareBrowser } from '../tests/journeys/chromium.ts'

/** Runs a step; a step that fails ends the check, since what follows would only repeat it. */
function step(name: string, command: string, ...args: readonly string[]): void {
  stdout.write(`· ${name}\n`)
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) {
    console.log('0 passed, 1 failed')
    exit(1)
  }
}

function largest(): void {
  const ours = globSync('{src,bin,tests,seeds,bench}/**/*.ts').filter(file => !file.includes('node_modules'))
  const files = ours.map(file => ({
    file,
    lines: readFileSync(file, 'utf8').split('\n').length,
  }))
  const top = files.sort((a, b) => b.lines - a.lines).slice(0, 10)
  console.log(`\nThe ten largest files:\n${top.map(one => `  ${String(one.lines).padStart(5)}  ${one.file}`).join('\n')}\n`)
}

const only = process.argv.slice(2)
const began = hrtime.bigint()
if (only.length === 0) {
  step('format and lint', 'biome', 'check', '--error-on-warnings')
  step('types', 'tsc')
  step('rooms', execPath, 'bin/check-rooms.ts')
  await prepareBrowser()
  prepareGround()
}
const files = only.length > 0 ? only : globSync('{src,bin,tests,seeds}/**/*.test.ts').sort()
const endBrowser = files.some(file => file.startsWith('tests/journeys/')) ? await shareBrowser() : undefined
let passed = 0
let failed = 0
let skipped = 0
/** Crash tests and whole boxes kill real servers, and the simulator takes both cores by itself: one at a time, so that nothing else tells on them. */
const isAlone = (file: string): boolean => /^tests\/(?:faults|box)\//.test(file) || file === 'tests/exchange/simulator.test.ts'
for (const [some, concurrency] of [
  [files.filter(file => !isAlone(file)), Number(env['CHECK_CONCURRENCY'] ?? 2)],
  [files.filter(isAlone), 1],
] as const) {
  if (some.length === 0) continue
  const stream = run({ files: [...some], concurrency, timeout: 900_000 })
  stream.on('test:pass', event => {
    if (event.details.type === 'suite') return
    if (event.skip !== undefined || event.todo !== undefined) skipped++
    else passed++
  })
  stream.on('test:fail', event => {
    if (event.details.type !== 'suite') failed++
  })
  await new Promise(resolve => stream.compose(spec).on('end', resolve).pipe(stdout, { end: false }))
}
await endBrowser?.()
largest()
console.log(`in ${Math.round(Number(hrtime.bigint() - began) / 1e9)} s`)
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
exit(failed > 0 || passed === 0 ? 1 : 0)
