import { Bundle } from '../../src/exchange/bundle.ts'
import { bundle, type Packing } from '../../src/exchange/pack.ts'
import { nothingTaken, type Taken, takePage } from '../../src/exchange/take.ts'
import { NO_QUOTA, type Trust } from '../../src/exchange/trust.ts'
import { type Known, NOTHING, runsOf, vectorOf } from '../../src/exchange/vector.ts'
import type { Log } from '../../src/log/log.ts'
import { inside, NOON } from '../wire/boxes.ts'

/** A courier in memory: bundles as bytes, from one log to another. */
export async function packed(log: Log, more: Partial<Omit<Packing, 'log' | 'box'>> = {}): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  const packing: Packing = { log, box: log.box, now: NOON, since: NOTHING, for: [], file: () => undefined, ...more }
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

export type Brought = Taken & { faults: string[]; isSealed: boolean }
export async function delivered(
  log: Log,
  bytes: Uint8Array,
  trust: Trust,
  { quota = NO_QUOTA, now = NOON }: { quota?: { entries: number; bytes: number }; now?: number } = {},
): Promise<Brought> {
  const opened = await Bundle.open(bytes, log.box)
  const report = nothingTaken()
  const faults: string[] = []
  for await (const page of opened.pages()) {
    if (page.fault) faults.push(`${page.fault.code} ${page.fault.part}`)
    inside(log, () => takePage(log, page.entries, { trust, quota, now, report }))
  }
  opened.close()
  return Object.assign(report, { faults, isSealed: opened.isSealed })
}

export const holding = (log: Log): Known => ({ commons: vectorOf(runsOf(log, 'commons')), network: vectorOf(runsOf(log, 'network')) })
