import { bricks } from '../../src/app/bricks.ts'
import type { BoxDecided, RequestAnswered } from '../../src/contract/box/boxes.ts'
import { type Brick, brick } from '../../src/contract/brick.ts'
import type { Command } from '../../src/contract/command.ts'
import type { Who } from '../../src/contract/permission.ts'
import type { Input } from '../../src/core/form/input.ts'
import { inOwnTransaction } from '../../src/engine/transaction.ts'
import { NOTHING, type PeerHoldings } from '../../src/sync/bundle/vector.ts'
import type { IntakeCounts } from '../../src/sync/intake/take.ts'
import { lastStateOf, noteManifest } from '../../src/sync/session/heard.ts'
import { trustOf } from '../../src/sync/trust/decisions.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { openEngine } from '../support/open-engine.ts'
import { runBatch, type TurnAnswer } from '../support/turns.ts'
import { fixedBox, NOON } from '../wire/boxes.ts'
import { packed } from './carry.ts'
import { arrives } from './met.ts'

/**
 * Whole engines in memory, with all their bricks, that a courier visits: what pages, turns and
 * bundles come to together.
 */

/** A keeper who says of other boxes what a test says. */
const words = { types: {} }
const decide: Command<typeof words> = {
  name: 'decide',
  path: '/decider',
  who: 'keeper',
  decide: input => ({
    drafts: [],
    boxes: JSON.parse(String(input['boxes'] ?? '[]')) as readonly BoxDecided[],
    requests: JSON.parse(String(input['requests'] ?? '[]')) as readonly RequestAnswered[],
  }),
}
/**
 * The same said by somebody who is not asked: the engine must refuse it, whatever a brick lets
 * through.
 */
const boldly: Command<typeof words> = { ...decide, name: 'boldly', path: '/oser', who: 'visitor' }
const keeping: Brick = brick({
  name: 'keeping',
  records: [],
  commands: [decide, boldly],
  pages: [],
  words: { fr: words, en: words },
})

export const engineOf = (n: number): OpenEngine => openEngine([...bricks, keeping], fixedBox(n))
export const nameOf = (engine: OpenEngine): string => engine.log.box.name

let turns = 0
let now = NOON
/** One turn a minute: nothing here hangs on the clock of the machine. */
export function said(
  engine: OpenEngine,
  command: string,
  input: Input,
  by: Who = 'keeper',
): TurnAnswer {
  now += 60_000
  const [named, verb] = command.includes('.') ? command.split('.') : ['plain', command]
  const id = `turn${String(++turns).padStart(9, '0')}`
  const asked = { brick: named!, command: verb!, input, by, id, lang: 'fr' as const }
  return runBatch(engine, [asked], { now: () => now, sure: true, today: () => '2026-12-05' })[0]!
}
export const decided = (engine: OpenEngine, ...boxes: readonly BoxDecided[]): TurnAnswer =>
  said(engine, 'keeping.decide', { boxes: JSON.stringify(boxes) })
export const answered = (engine: OpenEngine, ...requests: readonly RequestAnswered[]): TurnAnswer =>
  said(engine, 'keeping.decide', { requests: JSON.stringify(requests) })
export const bring = (
  engine: OpenEngine,
  type: string,
  id: string,
  fields: Readonly<Record<string, unknown>>,
): TurnAnswer => said(engine, 'bring', { records: JSON.stringify([{ type, id, fields }]) })

/** Both recognise each other, in person. */
export function paired(one: OpenEngine, two: OpenEngine, called = 'Boën', there = 'Sail'): void {
  decided(one, { name: nameOf(two), paired: true, called })
  decided(two, { name: nameOf(one), paired: true, called: there })
}

/**
 * A bundle from one engine, for the other: made against what the other last said, or against
 * nothing.
 */
export const bundleFor = (
  from: OpenEngine,
  to: OpenEngine,
  since: PeerHoldings = lastStateOf(from.log, nameOf(to)),
): Promise<Buffer> =>
  packed(from.log, {
    since,
    now,
    for: trustOf(from.log, nameOf(from)).paired.has(nameOf(to)) ? [nameOf(to)] : [],
  })

export async function taken(engine: OpenEngine, bytes: Uint8Array): Promise<IntakeCounts> {
  now += 60_000
  const came = await arrives(engine, bytes, now)
  inOwnTransaction(engine, () => noteManifest(engine.log, came, now))
  return came
}
/** A courier goes from one to the other, with all that it has. */
export const carried = async (from: OpenEngine, to: OpenEngine): Promise<IntakeCounts> =>
  taken(to, await bundleFor(from, to, NOTHING))
