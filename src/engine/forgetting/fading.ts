import { randomBytes } from 'node:crypto'
import { type Clock, upOf } from '../../contract/clock.ts'
import type { Fading } from '../../contract/projection.ts'

import { idFrom } from '../../core/id.ts'
import { begun, livedAt, looked } from '../../core/lived.ts'
import { append } from '../../log/append.ts'
import { livedIn, noteLived } from '../../log/lived.ts'
import { showAll } from '../../projection/tables.ts'
import { forgetSaid, type House, landed } from '../turn.ts'
import { goesAlong } from './cascade.ts'
import { forgetDrafts } from './forgetting.ts'

/**
 * How often a count that runs is noted: a plug pulled meanwhile, on a box whose clock is never
 * sure, forgets that much later.
 */
const NOTED_EACH_MS = 3_600_000

/** What was forgotten, and in how long to ask again; undefined when nothing waits. */
export type Faded = Readonly<{ forgot: boolean; inMs?: number }>

/** A start of the house: the count goes on from what was noted. */
export function beginLiving(house: House, clock: Clock): void {
  const up = upOf(clock)
  noteLived(
    house.log,
    looked(begun(livedIn(house.log), up), { up, wall: clock.now(), sure: clock.sure }),
  )
}

/** A stop, or an hour that went by: what is counted is noted. */
export function noteLiving(house: House, clock: Clock): void {
  noteLived(
    house.log,
    looked(livedIn(house.log), { up: upOf(clock), wall: clock.now(), sure: clock.sure }),
  )
}

/**
 * Forgets the records whose time has come, as the bricks say, in one turn of the engine’s own.
 *
 * Law     Time is the counted life of the box, never a clock. Records about a forgotten record are
 *         forgotten with it.
 */
export function fade(house: House, clock: Clock): Faded {
  const lived = livedOf(house, clock)
  const all = house.bricks.flatMap((brick): Fading[] =>
    brick.fades ? [brick.fades(house.read, lived)] : [],
  )
  const forget = all.flatMap(one => one.forget)
  const waits = all.flatMap(one => one.again ?? [])
  if (forget.length > 0) landed(house, () => forgetAll(house, forget, clock))
  return {
    forgot: forget.length > 0,
    ...(waits.length > 0 ? { inMs: Math.max(0, Math.min(...waits) - lived) } : {}),
  }
}

/** What is counted by now. The clock is looked at for as long as it was not sure, and each hour. */
function livedOf(house: House, clock: Clock): number {
  const held = livedIn(house.log)
  const up = upOf(clock)
  if (up - held.up > NOTED_EACH_MS || (clock.sure && !held.set)) noteLiving(house, clock)
  return livedAt(livedIn(house.log), up)
}

function forgetAll(house: House, forget: Fading['forget'], clock: Clock): void {
  const now = clock.now()
  const all = [...forget, ...goesAlong(house, { drafts: [], forget })]
  const { writes } = forgetDrafts(house, all, () => idFrom(now, randomBytes(10)))
  forgetSaid(house)
  showAll(
    house.tables,
    house.log,
    append(house.log, writes, { now, sure: clock.sure, by: 'keeper' }),
  )
}
