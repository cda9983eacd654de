import type { Clock } from '../../src/contract/clock.ts'
import { type Engine, runBatch as run, type TurnAsked } from '../../src/engine/turn.ts'
import { type Worded, worded } from '../../src/engine/worded.ts'

/**
 * Turns as whoever asked reads their answers, which crossed a thread before: a test of what a
 * command says compares sentences.
 */
export type TurnAnswer = Worded
export const runBatch = (
  engine: Engine,
  asked: readonly TurnAsked[],
  clock: Clock,
): readonly TurnAnswer[] =>
  run(engine, asked, clock).map((answer, i) => worded(engine, asked[i]!, structuredClone(answer)))
