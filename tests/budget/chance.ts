import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { chanceFrom } from '../faults/chance.ts'

/**
 * Chance that is given: whoever imports this file draws the same bytes at each run, on any machine.
 * Ids, salts and tokens decide where a row lies in its tree and how well a page packs, so that
 * counts would move with them.
 */
let chance = chanceFrom(0)
const given = (size: number): Buffer =>
  Buffer.from(Array.from({ length: size }, () => chance.below(256)))
crypto.randomBytes = given as typeof crypto.randomBytes
syncBuiltinESMExports()

/** Begins again: what is measured next does not depend on how often others drew before it. */
export function drawFrom(seed: number): void {
  chance = chanceFrom(seed)
}
