import type { Clock } from '../../src/contract/clock.ts'
import { type House, runBatch as run, type TurnAsked } from '../../src/engine/turn.ts'
import { type Worded, worded } from '../../src/engine/worded.ts'

/**
 * Turns as whoever asked reads their answers, which crossed a thread before: a test of what a
 * command says compares sentences.
 */
export type TurnAnswer = Worded
export const runBatch = (
  house: House,
  asked: readonly TurnAsked[],
  clock: Clock,
): readonly TurnAnswer[] =>
  run(house, asked, clock).map((answer, i) => worded(house, asked[i]!, structuredClone(answer)))
