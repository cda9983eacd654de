import fc from 'fast-check'
import type { Signed } from '../../src/core/change.ts'
import { entriesAfter, type Log, lastSeqs } from '../../src/log/log.ts'
import {
  deliver,
  entryIn,
  everything,
  fixedBox,
  NOON,
  openMemory,
  recordId,
  write,
} from './boxes.ts'

export const BOXES = [fixedBox(1), fixedBox(2), fixedBox(3)]

/** Boxes write fields of two records, and now and then take what another one wrote. */
export type Step =
  | Readonly<{
      kind: 'write'
      box: number
      record: number
      field: string
      value: number
      later: number
      space: 'commons' | 'network'
    }>
  | Readonly<{ kind: 'take'; box: number; from: number; most: number }>
const stepOf: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      box: fc.nat(2),
      record: fc.nat(1),
      field: fc.constantFrom('title', 'text'),
      value: fc.nat(99),
      later: fc.constantFrom(-3_600_000, 0, 0, 1, 5_000),
      space: fc.constantFrom('commons' as const, 'commons' as const, 'network' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('take' as const),
      box: fc.nat(2),
      from: fc.nat(2),
      most: fc.integer({ min: 1, max: 4 }),
    }),
  },
)

export function play(steps: readonly Step[]): readonly (readonly Signed[])[] {
  const logs = BOXES.map(openMemory)
  for (const [at, step] of steps.entries()) {
    const log = logs[step.box]!
    if (step.kind === 'take') {
      take(log, logs[step.from]!, step.most)
      continue
    }
    const now = NOON + at * 1000 + step.later
    write(log, {
      record: recordId(step.record),
      space: step.space,
      fields: { [step.field]: step.value },
      now,
    })
  }
  return logs.flatMap(log =>
    everything(log).filter(feed => entryIn(feed[0]!).feed.startsWith(log.box.name)),
  )
}
function take(to: Log, from: Log, most: number): void {
  for (const [feed, last] of lastSeqs(from)) {
    const held = lastSeqs(to).get(feed) ?? 0
    if (held < last) for (const signed of entriesAfter(from, feed, held, most)) deliver(to, signed)
  }
}
export const scenario = fc.array(stepOf, { minLength: 3, maxLength: 30 })
export const picks = fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), {
  minLength: 8,
  maxLength: 24,
})
