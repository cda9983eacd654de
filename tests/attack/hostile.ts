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

/** A box that this one is paired with, and that may write anything. */
export function mallory({ engine, log }: TestBox): OpenEngine {
  const hostile = openEngine(bricks, newBox())
  inOwnTransaction(engine, () =>
    decideBox(log, { name: hostile.log.box.name, paired: true, called: 'Mallory' }),
  )
  return hostile
}

export /** By a box of its own, past every check of ours. */
function writes(
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

/** Takes in all that the hostile box wrote. */
export const takes = async (
  { engine, log }: TestBox,
  hostile: OpenEngine,
): ReturnType<typeof arrives> =>
  arrives(engine, await packed(hostile.log, { for: [log.box.name] }), NOON + 2_000_000)
