import type { Clock } from '../../contract/clock.ts'
import type { Fading } from '../../contract/projection.ts'
import { tableOf } from '../../contract/tables.ts'
import { SPACES } from '../../core/schema.ts'
import type { Queue } from '../queue.ts'
import type { Engine } from '../turn.ts'
import { fade, saveLifeCount, startLifeCount } from './fading.ts'

/**
 * The timer of fading, in the writer’s thread: it looks for records whose time is over
 * (`fading.ts`), erases them between people’s turns, and sets itself for the next one. The timer
 * counts by the machine’s counter, which no clock change moves.
 */

/**
 * The longest pause between two looks: an unset clock may be set by then, and a passing fault gone.
 */
const LOOKED_MS = 600_000
/** The shortest one: records whose times are close together are erased in one turn. */
const SOONEST_MS = 1_000

/** What the timer works with. `runAlone`: runs work between people’s turns. */
export type FadingOf = Readonly<{
  engine: Engine
  clock: Clock
  runAlone: Queue['runAlone']
  /** Finishes an erasure after its commit. */
  finish: () => void
  report: (error: unknown) => void
}>
/**
 * The timer of fading. `begin`: starts to count the life of the box. `touched`: hears what a commit
 * wrote (`touched.ts`). `look`: looks again now, if a record of a brick that fades was written.
 */
export type FadingClock = Readonly<{
  begin: () => void
  touched: (keys: readonly string[] | undefined) => void
  look: () => void
  stop: () => void
}>

/** Makes the timer. It does nothing before `begin`. */
export function startFading({ engine, clock, runAlone, finish, report }: FadingOf): FadingClock {
  let timer: NodeJS.Timeout | undefined
  let isLiving = false
  const brickOf = fadingTables(engine.bricks)
  const last = new Map<string, Fading>()
  let isWritten = false
  const look = (): void => {
    clearTimeout(timer)
    if (!isLiving) return
    isWritten = false
    runAlone(() => fade(engine, clock, last))
      .then(
        ({ forgot, inMs }) => {
          if (forgot) finish()
          return inMs
        },
        error => {
          last.clear()
          report(error)
          return LOOKED_MS
        },
      )
      .then(inMs => {
        clearTimeout(timer)
        // Nothing waits: the next turn that writes such a record looks again.
        if (inMs !== undefined)
          timer = setTimeout(look, Math.min(LOOKED_MS, Math.max(SOONEST_MS, inMs))).unref()
      })
  }
  return {
    begin: () => {
      isLiving = true
      try {
        startLifeCount(engine, clock)
      } catch (error) {
        // A full disk: the count goes on from the last note.
        report(error)
      }
      look()
    },
    touched: keys => {
      for (const key of keys ?? brickOf.keys()) {
        const brick = brickOf.get(key)
        if (brick === undefined) continue
        last.delete(brick)
        isWritten = true
      }
    },
    look: () => {
      if (isWritten) look()
    },
    stop: () => {
      clearTimeout(timer)
      if (isLiving) saveLifeCount(engine, clock)
    },
  }
}

/** The brick whose records fade, by the keys of a row of one that is new, gone or changed. */
const fadingTables = (bricks: Engine['bricks']): ReadonlyMap<string, string> =>
  new Map(
    bricks
      .filter(({ fades }) => fades !== undefined)
      .flatMap(({ name, records }) =>
        records.flatMap(type =>
          SPACES.map(space => `tables.${tableOf(type.name, space)}`).flatMap(table => [
            [`${table}+`, name] as const,
            [`${table}:*`, name] as const,
          ]),
        ),
      ),
  )
