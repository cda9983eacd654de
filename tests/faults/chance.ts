import { randomBytes } from 'node:crypto'
import { env } from 'node:process'

/** Chance that can be lived through again: `FAULTS_SEED` says which. */
export const SEED = Number(env['FAULTS_SEED'] ?? randomBytes(4).readUInt32BE())

export type Chance = Readonly<{ below: (n: number) => number }>

/** Source: mulberry32, Tommy Ettinger, public domain. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  return { below: n => Math.floor(next() * n) }
}
