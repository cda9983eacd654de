import type { Log, Touched } from '../../src/log/log.ts'
import { Bundle } from '../../src/sync/bundle/bundle.ts'
import { bundle, type Packing } from '../../src/sync/bundle/pack.ts'
import { NOTHING } from '../../src/sync/bundle/vector.ts'
import {
  emptyCounts,
  type Intake,
  type IntakeCounts,
  takePage,
} from '../../src/sync/intake/take.ts'
import { type Trust, UNLIMITED } from '../../src/sync/trust/trust.ts'
import { inside, NOON } from '../wire/boxes.ts'

/** A courier in memory: bundles as bytes, from one log to another. */
export async function packed(
  log: Log,
  more: Partial<Omit<Packing, 'log' | 'box'>> = {},
): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const packing: Packing = {
    log,
    box: log.box,
    now: NOON,
    since: NOTHING,
    for: [],
    file: () => undefined,
    ...more,
  }
  for await (const piece of bundle(packing)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** A keeper who paired with these boxes in person. */
export const trusting = (log: Log, ...boxes: readonly (Log | string)[]): Trust => ({
  me: log.box.name,
  paired: new Set(boxes.map(box => (typeof box === 'string' ? box : box.box.name))),
  accepted: new Set(),
  paused: new Set(),
  dismissed: new Map(),
  introductions: [],
})

/** What came of a bundle, and what it says of its box. */
export type Brought = IntakeCounts &
  Pick<Bundle, 'isSealed' | 'manifest' | 'network'> & { faults: string[] }
/** `lands`: how what a page brings is committed; else in the log alone. */
export async function delivered(
  log: Log,
  bytes: Uint8Array,
  trust: Trust,
  { quota = UNLIMITED, now = NOON }: Partial<Pick<Intake, 'quota' | 'now'>> = {},
  lands: (takes: () => readonly Touched[]) => unknown = takes => inside(log, takes),
): Promise<Brought> {
  const opened = await Bundle.open(bytes, log.box)
  const report = emptyCounts()
  const faults: string[] = []
  for await (const page of opened.pages()) {
    if (page.fault) faults.push(`${page.fault.code} ${page.fault.part}`)
    lands(() => takePage(log, page.entries, { trust, quota, now, report }))
  }
  opened.close()
  const { isSealed, manifest, network } = opened
  return Object.assign(report, { faults, isSealed, manifest, network })
}
