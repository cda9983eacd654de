import type { Clock } from '../../src/contract/clock.ts'
import { idFrom } from '../../src/core/id.ts'

/** A Saturday in December, at noon in the village. */
export const NOON = Date.UTC(2026, 11, 5, 11)

let drawn = 0
/**
 * An id born at that moment. Ids of one process come in order, and two boxes never draw the same
 * one.
 */
export function drawnId(at: number = NOON): string {
  const chance = new Uint8Array(10)
  new DataView(chance.buffer).setUint32(6, ++drawn)
  return idFrom(at, chance)
}

/** A clock that goes on only when the test says so. */
export type GivenClock = Clock & Readonly<{ later: (ms: number) => void }>
export function givenClock(at: number = NOON): GivenClock {
  let now = at
  return {
    now: () => now,
    sure: true,
    today: ms => new Date(ms).toISOString().slice(0, 10),
    later: ms => void (now += ms),
  }
}
