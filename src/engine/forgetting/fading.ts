import { randomBytes } from 'node:crypto'
import { type Clock, upOf } from '../../contract/clock.ts'
import type { Fading } from '../../contract/projection.ts'
import { idFrom } from '../../core/id.ts'
import { afterClockRead, afterStart, livedAt } from '../../core/lived.ts'
import { append } from '../../log/append.ts'
import { livedIn, noteLived } from '../../log/lived.ts'
import { showAll } from '../../projection/tables.ts'
import { forgetSaid } from '../kept-answers.ts'
import { lettersToErase } from '../letters/letters.ts'
import { inOwnTransaction } from '../transaction.ts'
import type { Engine } from '../turn.ts'
import { cascadeOf } from './cascade.ts'
import { forgetDrafts } from './forgetting.ts'

/**
 * Erases records whose time is over (*fading*), such as sentences on the wall, as their brick says
 * (`fades`). Time is how long the box has lived, a count that no clock moves; this file keeps that
 * count too. The writer’s thread calls it; `fading-worker.ts` is the timer.
 */

/**
 * How often the running count is saved. After a pulled plug, a box with an unset clock erases that
 * much later.
 */
const NOTED_EACH_MS = 3_600_000

/**
 * The result of a look. `forgot`: records were erased. `inMs`: the time until the next look, in
 * milliseconds; absent when no record waits for its time.
 */
export type FadingResult = Readonly<{ forgot: boolean; inMs?: number }>

/** Starts the count of the box’s life from its last saved value. */
export function startLifeCount(engine: Engine, clock: Clock): void {
  const up = upOf(clock)
  noteLived(
    engine.log,
    afterClockRead(afterStart(livedIn(engine.log), up), {
      up,
      wall: clock.now(),
      sure: clock.sure,
    }),
  )
}

/** Saves the count, at a stop and each hour. */
export function saveLifeCount(engine: Engine, clock: Clock): void {
  noteLived(
    engine.log,
    afterClockRead(livedIn(engine.log), { up: upOf(clock), wall: clock.now(), sure: clock.sure }),
  )
}

/**
 * Forgets the records whose time has come, as the bricks say, in one turn of the engine’s own.
 *
 * Shape   `last`: what each brick said last, by its name. One whose answer stands there is not
 *         asked before its time.
 * Law     Time is the counted life of the box, never a clock. Records about a forgotten record are
 *         forgotten with it.
 */
export function fade(
  engine: Engine,
  clock: Clock,
  last: Map<string, Fading> = new Map(),
): FadingResult {
  const lived = livedOf(engine, clock)
  const all = engine.bricks.flatMap(({ name, fades }): Fading[] => {
    if (!fades) return []
    const held = last.get(name)
    const stands = held?.forget.length === 0 && (held.again ?? Number.POSITIVE_INFINITY) > lived
    const said = stands ? held : fades(engine.read, lived)
    last.set(name, said)
    return [said]
  })
  const forget = all.flatMap(one => one.forget)
  const waits = all.flatMap(one => one.again ?? [])
  if (forget.length > 0) inOwnTransaction(engine, () => forgetAll(engine, forget, clock))
  return {
    forgot: forget.length > 0,
    ...(waits.length > 0 ? { inMs: Math.max(0, Math.min(...waits) - lived) } : {}),
  }
}

/**
 * How long the box has lived now, in milliseconds. The count is saved each hour, and once the clock
 * is set.
 */
function livedOf(engine: Engine, clock: Clock): number {
  const lived = livedIn(engine.log)
  const up = upOf(clock)
  // Whether a clock is sure is asked of files.
  if (up - lived.up > NOTED_EACH_MS || (!lived.set && clock.sure)) saveLifeCount(engine, clock)
  return livedAt(livedIn(engine.log), up)
}

/**
 * Erases these records, the letters about them and what speaks of them. The entry says `keeper`:
 * the engine has no role.
 */
function forgetAll(engine: Engine, forget: Fading['forget'], clock: Clock): void {
  const now = clock.now()
  const decided = { drafts: [], forget }
  const all = [...forget, ...lettersToErase(engine, decided), ...cascadeOf(engine, decided)]
  const { writes } = forgetDrafts(engine, all, () => idFrom(now, randomBytes(10)))
  forgetSaid(engine)
  showAll(
    engine.tables,
    engine.log,
    append(engine.log, writes, { now, sure: clock.sure, by: 'keeper' }),
  )
}
