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

/** Runs these files: first those that run beside others, then the others, one at a time. */
export async function runFiles({ together, alone }: Chosen, show: Show): Promise<Counts> {
  let counts = NONE
  const parts = [
    { files: together, concurrency: Number(env['CHECK_CONCURRENCY'] ?? 2) },
    { files: alone, concurrency: 1 },
  ]
  for (const { files, concurrency } of parts) {
    if (files.length === 0) continue
    const events = run({ files: [...files], concurrency, timeout: 3_600_000 })
    events.on('test:complete', ended => {
      counts = counted(counts, ended)
    })
    await show(events)
  }
  return counts
}
