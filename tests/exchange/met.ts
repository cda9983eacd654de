import { inOwnTransaction } from '../../src/engine/transaction.ts'
import { showAll } from '../../src/projection/tables.ts'
import { startAgainIfForked } from '../../src/sync/intake/take.ts'
import { trustOf } from '../../src/sync/trust/decisions.ts'
import type { Trust } from '../../src/sync/trust/trust.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { type Brought, delivered, packed, trusting } from './carry.ts'

/** A courier in memory between two whole houses: what one holds, the other's pages say. */

/**
 * A bundle comes in, a page a commit, and is shown; what its box says that it holds is not yet
 * heard. `trust`: another than the keeper's.
 */
export const arrives = (
  engine: OpenEngine,
  bytes: Uint8Array,
  now: number,
  trust: Trust = trustOf(engine.log, engine.log.box.name),
): Promise<Brought> =>
  delivered(engine.log, bytes, trust, { now }, takes =>
    inOwnTransaction(engine, () => showAll(engine.tables, engine.log, takes())),
  )

/** From one to the other, whose keepers recognised each other. */
export async function carried(from: OpenEngine, to: OpenEngine, now: number): Promise<void> {
  const bytes = await packed(from.log, { now, for: [to.log.box.name] })
  const report = await arrives(to, bytes, now, trusting(to.log, from.log))
  inOwnTransaction(to, () => void startAgainIfForked(to.log, report))
}

/** Both give and both take. */
export async function met(one: OpenEngine, two: OpenEngine, now: number): Promise<void> {
  await carried(one, two, now)
  await carried(two, one, now)
}
