import assert from 'node:assert/strict'
import fc from 'fast-check'
import { deals } from '../../src/bricks/deals/brick.ts'
import { wholeFrom } from '../../src/bricks/deals/model/read.ts'
import { AWAY } from '../../src/bricks/deals/model/rules.ts'
import type { Input } from '../../src/core/form/input.ts'
import { openLetters } from '../../src/engine/letters/incoming.ts'
import { type OpenEngine, openEngine } from '../support/open-engine.ts'
import { packedFrom, pair } from './mail.ts'
import { arrives } from './met.ts'
import {
  bothWays,
  clock,
  idIn,
  KEEPER,
  NOW,
  only,
  others,
  type Person,
  turn,
  type Villages,
} from './villages.ts'

/** Threads between the people of two villages, and their letters in any order. */

export const interested = ({ sail, bed, lucie }: Villages, more: Input = {}): string =>
  idIn(turn(sail, lucie, 'deals.interest', { annonce: bed, named: '1', ...more }))
export function acts(engine: OpenEngine, who: Person, command: string, more: Input = {}): void {
  const answer = turn(engine, who, `deals.${command}`, { id: only(engine)?.id ?? '', ...more })
  assert.ok(answer.done, JSON.stringify(answer))
}
/** The acts of the only thread of a box, as it shows them: `<` was said on the other side. */
export function thread(engine: OpenEngine): readonly string[] {
  const row = only(engine)
  assert.ok(row)
  return wholeFrom(engine.read, row).said.map(
    one => `${one.key === AWAY ? '<' : '>'} ${one.said ?? `${one.says} ${one.when ?? ''}`.trim()}`,
  )
}
/** The same, as the other box shows them. */
export const turned = (all: readonly string[]): readonly string[] =>
  all.map(one => (one.startsWith('<') ? `>${one.slice(1)}` : `<${one.slice(1)}`))

/** The bundles that each box made after each of these steps. */
export async function livedBy({ sail, boen }: Villages, steps: readonly (() => void)[]) {
  const [toBoen, toSail]: [Buffer[], Buffer[]] = [[], []]
  for (const step of steps) {
    step()
    await bothWays(sail, boen)
    toBoen.push(await packedFrom(sail))
    toSail.push(await packedFrom(boen))
  }
  return { toBoen, toSail }
}
/** Boën as it was before anything came to it: the same box, with Barnabé and his bed. */
export function boenAgain({ sail, boen, bed, barnabe }: Villages, mode: string): OpenEngine {
  const there = openEngine([deals, others], boen.log.box)
  pair(there, sail, { paired: true, called: 'Sail' })
  const given = { title: 'Un lit d’enfant', who: 'Barnabé', mode, author: barnabe.me! }
  brought(there, [
    { type: 'member', id: barnabe.me!, fields: { name: 'Barnabé' } },
    { type: 'offer', id: bed, fields: given },
  ])
  return there
}
export function brought(engine: OpenEngine, records: readonly unknown[]): void {
  assert.ok(turn(engine, KEEPER, 'plain.bring', { records: JSON.stringify(records) }).done)
}
/** A bundle comes in; its letters are opened at once, or later. */
export async function comesIn(engine: OpenEngine, bundle: Buffer, opens = true): Promise<void> {
  await arrives(engine, bundle, NOW)
  if (opens) await openLetters(engine, clock)
}
/** Bundles in any order, some of them twice, whose letters are opened now or later. */
export const inAnyOrder = fc.array(fc.record({ which: fc.nat({ max: 3 }), opens: fc.boolean() }), {
  maxLength: 5,
})
