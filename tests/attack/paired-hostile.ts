import { bricks } from '../../src/app/bricks.ts'
import { inOwnTransaction } from '../../src/engine/transaction.ts'
import { append } from '../../src/log/append.ts'
import { newBox } from '../../src/log/box.ts'
import { decideBox } from '../../src/sync/trust/decisions.ts'
import { packed } from '../exchange/carry.ts'
import { arrives } from '../exchange/met.ts'
import { type OpenEngine, openEngine } from '../support/open-engine.ts'
import type { TestBox } from '../support/test-box.ts'
import { NOON } from '../wire/boxes.ts'

/** The engine of another box, with which this one is paired from now on. */
export function pairedHostile({ engine, log }: TestBox): OpenEngine {
  const hostile = openEngine(bricks, newBox())
  inOwnTransaction(engine, () =>
    decideBox(log, { name: hostile.log.box.name, paired: true, called: 'Mallory' }),
  )
  return hostile
}

/** Writes a record in that box, past every check of ours. */
export function writes(
  engine: OpenEngine,
  type: string,
  record: string,
  fields: Readonly<Record<string, unknown>>,
  space: 'commons' | 'network' = 'commons',
): void {
  const all = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, { value, over: [] }]),
  )
  inOwnTransaction(engine, () =>
    append(engine.log, [{ type, record, space, fields: all }], {
      now: NOON + 1_000_000,
      sure: true,
      by: 'keeper',
    }),
  )
}

/** Gives this box all that the hostile one wrote; returns what came of it. */
export const deliverTo = async (
  { engine, log }: TestBox,
  hostile: OpenEngine,
): ReturnType<typeof arrives> =>
  arrives(engine, await packed(hostile.log, { for: [log.box.name] }), NOON + 2_000_000)
