import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { env } from 'node:process'
import { type EventData, run } from 'node:test'
import type { Chosen } from './chosen.ts'
import { type Counts, NONE } from './counts.ts'

export type TestEvents = ReturnType<typeof run>
/** Shows a run of tests, and resolves when it has ended. */
export type Show = (events: TestEvents) => Promise<void>

/** The end of a test, as the runner tells it. */
export type Ended = EventData.TestComplete

/** Whatever runs a batch: its suites stand there. */
const BATCHES = join(import.meta.dirname, 'batch.ts')
const BATCH = /[\\/]batch-(\d+)\.js$/
/** The number of the batch whose process this is. */
export const batchOf = (file: string): number | undefined => {
  const number = BATCH.exec(file)?.[1]
  return number === undefined ? undefined : Number(number)
}

/**
 * The test file that ended, when it is a file that ended and not a test. The runner tells of each
 * process as of a test, and a batch tells of each of its files as of a suite (`batch.ts`). A file
 * counts as a test only when it failed itself, outside its tests.
 */
export function fileOf({ name, file = '', nesting }: Ended): string | undefined {
  const isBatched = nesting === 0 && resolve(file) === BATCHES
  return isBatched || resolve(name) === resolve(file) ? name : undefined
}
const failureOf = ({ details }: Ended): string | undefined =>
  (details.error as { failureType?: string } | undefined)?.failureType
/** Whether it failed by itself, not because a test inside it did. */
export const failedItself = (ended: Ended): boolean =>
  !ended.details.passed && failureOf(ended) !== 'subtestsFailed'

/** The process of a batch counts for nothing here: `runFiles` counts what it kept from running. */
function counted(counts: Counts, ended: Ended): Counts {
  if (batchOf(ended.file ?? '') !== undefined) return counts
  const isTest = ended.details.type !== 'suite' && fileOf(ended) === undefined
  if (!isTest && (fileOf(ended) === undefined || !failedItself(ended))) return counts
  const { skip, todo, details } = ended
  if (!details.passed) return { ...counts, failed: counts.failed + 1 }
  if (skip !== undefined || todo !== undefined) return { ...counts, skipped: counts.skipped + 1 }
  return { ...counts, passed: counts.passed + 1 }
}

/** A file waits about as often as it computes: one more runs than there are processors. */
const CONCURRENCY = Number(env['CHECK_CONCURRENCY'] ?? availableParallelism() + 1)

/** Writes the module of each batch into a folder, and gives their paths. */
const modulesOf = (batches: Chosen['batches'], folder: string): readonly string[] =>
  batches.map((files, number) => {
    const module = join(folder, `batch-${number}.js`)
    const batch = JSON.stringify(BATCHES)
    const text = `import { runBatch } from ${batch}\nawait runBatch(${JSON.stringify(files)})\n`
    writeFileSync(module, text)
    return module
  })

/**
 * What runs beside others, in the order in which it begins: files that take minutes, then batches,
 * then the rest, so that the end of a run waits for none of the long ones.
 */
export const inTurn = (
  { first, together }: Pick<Chosen, 'first' | 'together'>,
  modules: readonly string[],
): readonly string[] => [...first, ...modules, ...together]

/**
 * Units   ms. Where no test ended for so long, the files that still run wait for ever, such as one
 * that left a server open: they are ended and count as failed. A test of the long pass takes hours.
 */
const silence = (): number => (env['CHECK_PASS'] === 'long' ? 28_800_000 : 1_800_000)

/**
 * Runs these files: those that run beside others, with one after the other of those that stand
 * apart; then those that run alone. `outside`: the environment of those that stand apart.
 */
export async function runFiles(
  { batches, apart, alone, ...others }: Chosen,
  show: Show,
  outside: NodeJS.ProcessEnv = env,
): Promise<Counts> {
  let counts = NONE
  const hasEnded = new Set<string | undefined>()
  const hasFailed = new Set<number | undefined>()
  const folder = mkdtempSync(join(tmpdir(), 'cocote-batches-'))
  const shown = async (files: readonly string[], concurrency: number, more = {}): Promise<void> => {
    if (files.length === 0) return
    const abort = new AbortController()
    const silent = setTimeout(() => {
      const waiting = batches.flat().find(file => !hasEnded.has(file)) ?? 'a file'
      abort.abort(new Error(`no test ended any more, and ${waiting} had not`))
    }, silence())
    const events = run({ files: [...files], concurrency, signal: abort.signal, ...more })
    events.on('test:complete', ended => {
      silent.refresh()
      counts = counted(counts, ended)
      hasEnded.add(fileOf(ended))
      if (failedItself(ended)) hasFailed.add(batchOf(ended.file ?? ''))
    })
    await show(events).finally(() => clearTimeout(silent))
  }
  try {
    const beside = inTurn(others, modulesOf(batches, folder))
    await Promise.all([shown(beside, CONCURRENCY), shown(apart, 1, { env: outside })])
    await shown(alone, 1)
  } finally {
    rmSync(folder, { recursive: true })
  }
  // One failure for each file that never ended, or for a process that failed after its last file.
  const failed = batches.map((files, number) => {
    const neverEnded = files.filter(file => !hasEnded.has(file)).length
    return neverEnded || (hasFailed.has(number) ? 1 : 0)
  })
  return { ...counts, failed: failed.reduce((sum, n) => sum + n, counts.failed) }
}
