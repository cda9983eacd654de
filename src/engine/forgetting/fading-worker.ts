import type { Clock } from '../../contract/clock.ts'
import type { Queue } from '../queue.ts'
import type { Engine } from '../turn.ts'
import { beginLiving, fade, noteLiving } from './fading.ts'

/** A clock that was not sure may be by then; and a fault of the moment has passed. */
const LOOKED_MS = 600_000
const SOONEST_MS = 1_000

export type FadingOf = Readonly<{
  engine: Engine
  clock: Clock
  slice: Queue['slice']
  /** What a forgetting leaves to do beyond its commit. */
  finish: () => void
  report: (error: unknown) => void
}>
/**
 * `begin`: the house is open, its count goes on. `look`: something may have to fade now, or earlier
 * than it was thought.
 */
export type FadingClock = Readonly<{ begin: () => void; look: () => void; stop: () => void }>

/**
 * What the house forgets by itself, at its time: between people's turns, woken by the machine's own
 * counter, which no clock moves.
 */
export function startFading({ engine, clock, slice, finish, report }: FadingOf): FadingClock {
  let timer: NodeJS.Timeout | undefined
  let isLiving = false
  const look = (): void => {
    clearTimeout(timer)
    if (!isLiving) return
    slice(() => fade(engine, clock))
      .then(
        ({ forgot, inMs }) => {
          if (forgot) finish()
          return inMs
        },
        error => {
          report(error)
          return LOOKED_MS
        },
      )
      .then(inMs => {
        clearTimeout(timer)
        if (inMs !== undefined)
          timer = setTimeout(look, Math.min(LOOKED_MS, Math.max(SOONEST_MS, inMs))).unref()
      })
  }
  return {
    begin: () => {
      isLiving = true
      try {
        beginLiving(engine, clock)
      } catch (error) {
        // A full disk: what is counted goes on from the note before.
        report(error)
      }
      look()
    },
    look,
    stop: () => {
      clearTimeout(timer)
      if (isLiving) noteLiving(engine, clock)
    },
  }
}
