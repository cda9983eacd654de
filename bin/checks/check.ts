import { chmodSync, existsSync, globSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env, stdout } from 'node:process'
import { prepareGround } from '../../tests/box/ground.ts'
import { prepareBrowser, shareBrowser } from '../../tests/journeys/chromium.ts'
import type { Pass } from '../../tests/support/pass.ts'
import { OVER_BRICKS, TIERS } from '../../tests/tiers.ts'
import { brickFault, faultsOf, filesOf, filesOfBrick, sorted, testFiles } from './chosen.ts'
import { type Counts, STOPPED, sentenceOf } from './counts.ts'
import { lights } from './lights.ts'
import { runFiles } from './run-files.ts'
import { Folders, listed } from './shown.ts'
import { allRight, rooms, step, types } from './step.ts'
import { temporaryInMemory } from './temporary.ts'

export type Checked = Readonly<{
  pass: Pass | undefined
  files: readonly string[]
  /** The tests of this brick and those over every brick. */
  brick?: string
}>

/** Checks what was asked, and says at its end how many tests passed. Returns the exit code. */
export async function check({ pass, files, brick }: Checked): Promise<number> {
  const fault = brick === undefined ? undefined : brickFault(brick)
  if (fault !== undefined) {
    stdout.write(`${fault}\n`)
    return 2
  }
  const began = performance.now()
  if (pass !== undefined) env['CHECK_PASS'] = pass
  const counts = await inOwnFolder(() =>
    files.length > 0 ? checkThese(files, pass ?? 'short') : checkPass(pass ?? 'short', brick),
  )
  stdout.write(`in ${((performance.now() - began) / 1_000).toFixed(0)} s\n${sentenceOf(counts)}\n`)
  return counts.failed > 0 || counts.passed === 0 ? 1 : 0
}

/**
 * Tests and the programs that they start make their temporary folders in one of this check. The
 * check removes it at its end, with what killed programs left there. A bare Debian is kept for the
 * next check.
 */
async function inOwnFolder<T>(run: () => Promise<T>): Promise<T> {
  env['COCOTE_DEBOOTSTRAP_CACHE'] ??= join(tmpdir(), 'cocote-debootstrap')
  const folder = mkdtempSync(join(tmpdir(), 'cocote-'))
  // A program of another user goes through it to what a test opens to that user.
  chmodSync(folder, 0o711)
  env['TMPDIR'] = folder
  try {
    return await run()
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** The test files that a name stands for: that file, or those of a folder that this pass runs. */
function filesNamed(name: string, pass: Pass): readonly string[] {
  if (!existsSync(name)) return []
  if (!statSync(name).isDirectory()) return [name]
  return filesOf(pass, globSync(join(name, '**/*.test.ts')).sort(), TIERS)
}

async function checkThese(names: readonly string[], pass: Pass): Promise<Counts> {
  const named = names.map(name => [name, filesNamed(name, pass)] as const)
  const absent = named.filter(([, files]) => files.length === 0).map(([name]) => name)
  for (const name of absent)
    stdout.write(
      existsSync(name)
        ? `The folder ${name} has no test of this pass.\n`
        : `There is no file ${name}.\n`,
    )
  if (absent.length > 0) {
    stdout.write('No test was run.\n')
    return STOPPED
  }
  const files = [...new Set(named.flatMap(([, files]) => files))]
  return withBrowser(files, () => runFiles(sorted(files, TIERS), listed))
}

/** Format, types and rooms. What fails ends the check: what follows would only repeat it. */
const isRight = (): Promise<boolean> =>
  allRight(types(), step('format and lint', 'biome', 'check', '--error-on-warnings'), rooms())

/** Journeys share one Chromium. */
async function withBrowser(files: readonly string[], run: () => Promise<Counts>): Promise<Counts> {
  const end = files.some(file => file.startsWith('tests/journeys/'))
    ? await shareBrowser()
    : undefined
  try {
    return await run()
  } finally {
    await end?.()
  }
}

async function checkPass(pass: Pass, brick?: string): Promise<Counts> {
  const all = testFiles()
  const faults = faultsOf(TIERS, all)
  for (const fault of faults) stdout.write(`✖ ${fault}\n`)
  if (faults.length > 0 || (pass === 'short' && !(await isRight()))) return STOPPED
  await prepareBrowser()
  const files =
    brick === undefined
      ? filesOf(pass, all, TIERS)
      : filesOfBrick(brick, all, { tiers: TIERS, over: OVER_BRICKS, pass })
  if (files.some(file => file.startsWith('tests/box/'))) prepareGround()
  stdout.write(`· tests, ${files.length} files\n`)
  const chosen = sorted(files, TIERS)
  const shown = new Folders(files, chosen.batches)
  const outside = { ...env }
  const end = temporaryInMemory()
  const told = setInterval(() => stdout.write(shown.progress()), stdout.isTTY ? 20_000 : 60_000)
  const counts = await withBrowser(files, () => runFiles(chosen, shown.show, outside)).finally(
    () => {
      clearInterval(told)
      end()
    },
  )
  const isWhole = pass === 'short' && brick === undefined
  stdout.write(`\n${isWhole ? `${lights()}\n\n` : ''}${shown.ending(pass)}\n\n`)
  return counts
}
