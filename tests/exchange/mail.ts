import type { Clock } from '../../src/contract/clock.ts'
import { openLetters } from '../../src/engine/letters/incoming.ts'
import { encryptLetters } from '../../src/engine/letters/outgoing.ts'
import { inOwnTransaction } from '../../src/engine/transaction.ts'
import { entriesAfter, lastSeqs } from '../../src/log/log.ts'
import { trustOf } from '../../src/sync/trust/decisions.ts'
import { type Mark, setPeerMark } from '../../src/sync/trust/marks.ts'
import type { OpenEngine } from '../support/open-engine.ts'
import { packed } from './carry.ts'
import { arrives } from './met.ts'

/**
 * Letters between houses in memory, with the courier between them: all of the road but the disk.
 */

export const pair = (
  here: OpenEngine,
  there: OpenEngine,
  marks: { readonly [K in keyof Mark]?: Mark[K] | undefined } = { paired: true },
): void => inOwnTransaction(here, () => setPeerMark(here.log, there.log.box.name, marks))
export function recognise(
  one: OpenEngine,
  two: OpenEngine,
  called: readonly [string, string] = ['', ''],
): void {
  pair(one, two, { paired: true, called: called[1] })
  pair(two, one, { paired: true, called: called[0] })
}

/** A bundle of all that a box holds, for those that it paired with. */
export const packedFrom = ({ log }: OpenEngine): Promise<Buffer> =>
  packed(log, { for: [...trustOf(log, log.box.name).paired] })

/**
 * What the worker does of it: sealed there, opened here, and the answers sealed. `here`: the clock
 * of the box to which it comes, where it has one of its own.
 */
export async function carry(
  from: OpenEngine,
  to: OpenEngine,
  clock: Clock,
  here: Clock = clock,
): Promise<void> {
  await encryptLetters(from, clock)
  await arrives(to, await packedFrom(from), here.now())
  await openLetters(to, here)
  await encryptLetters(to, here)
}

/** Every value that a house still holds, in whatever feed. */
export const valuesIn = ({ log }: OpenEngine): string =>
  [...lastSeqs(log).keys()]
    .flatMap(feed => entriesAfter(log, feed, 0, 100_000))
    .flatMap(one => one.flesh.map(({ value }) => value))
    .join('\n')
