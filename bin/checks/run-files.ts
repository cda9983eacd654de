import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { env } from 'node:process'
import { type EventData, run } from 'node:test'
import type { Chosen } from './chosen.ts'
import { type Counts, NONE } from './counts.ts'

export type TestEvents = ReturnType<typeof run>
/** Shows a run of tests, and resolves when it has ended. */
export type Show = (events: TestEvents) => Promise<void>

/** The end of a test, as the runner tells it. */
export type Ended = EventData.TestComplete

/**
 * The runner tells of each file as of a test. It counts as one only when the file itself failed,
 * outside its tests.
 */
export const isFile = ({ name, file }: Ended): boolean =>
  file !== undefined && resolve(name) === resolve(file)
const failureOf = ({ details }: Ended): string | undefined =>
  (details.error as { failureType?: string } | undefined)?.failureType
/** Whether it failed by itself, not because a test inside it did. */
export const failedItself = (ended: Ended): boolean =>
  !ended.details.passed && failureOf(ended) !== 'subtestsFailed'

function counted(counts: Counts, ended: Ended): Counts {
  if (ended.details.type === 'suite' || (isFile(ended) && !failedItself(ended))) return counts
  const { skip, todo, details } = ended
  if (!details.passed) return { ...counts, failed: counts.failed + 1 }
  if (skip !== undefined || todo !== undefined) return { ...counts, skipped: counts.skipped + 1 }
  return { ...counts, passed: counts.passed + 1 }
}

/** A file waits about as often as it computes: one more runs than there are processors. */
const CONCURRENCY = Number(env['CHECK_CONCURRENCY'] ?? availableParallelism() + 1)

/**
 * Runs these files: those that run beside others, with one after the other of those that stand
 * apart; then those that run alone. `outside`: the environment of those that stand apart.
 */
export async function runFiles(
  { together, apart, alone }: Chosen,
  show: Show,
  outside: NodeJS.ProcessEnv = env,
): Promise<Counts> {
  let counts = NONE
  const shown = async (files: readonly string[], concurrency: number, more = {}): Promise<void> => {
    if (files.length === 0) return
    const events = run({ files: [...files], concurrency, timeout: 3_600_000, ...more })
    events.on('test:complete', ended => {
      counts = counted(counts, ended)
    })
    await show(events)
  }
  await Promise.all([shown(together, CONCURRENCY), shown(apart, 1, { env: outside })])
  await shown(alone, 1)
  return counts
}
