import type { Slices } from './bringing.ts'
import type { TurnAnswer, TurnAsked } from './turn.ts'

/**
 * The queue of the writer’s thread. All waiting turns of people run first, together in one
 * transaction; then one slice of the long work (an import, a bundle), if there is one; then the
 * turns that came meanwhile. A *turn* is one command, decided and written whole. The queue only
 * orders: the functions in `QueueOf` do the work.
 *
 * Shape   `ask`: a turn, and whom to tell its answer. `work`: long work that nobody waits for.
 *         `stop`: runs nothing more.
 */
export type Queue = Readonly<{
  ask: (asked: TurnAsked, answered: (answer: TurnAnswer) => void) => void
  work: (slices: Slices) => void
  /** Runs one piece of long work (a page of a bundle), alone, after the waiting turns. */
  slice: <T>(piece: () => T) => Promise<T>
  stop: () => void
}>
/** The work that a queue orders. */
export type QueueOf = Readonly<{
  /** Runs the waiting turns in one batch. */
  batch: (asked: readonly TurnAsked[]) => readonly TurnAnswer[]
  /** The slices of a turn, when it is long. */
  long: (asked: TurnAsked) => Slices | undefined
  /** Schedules a step after the pending messages came in. */
  soon: (step: () => void) => void
}>
type Answered = (answer: TurnAnswer) => void
type Waiting = Readonly<{ asked: TurnAsked; answered: Answered }>
/** A long work. `id`: that of its turn, so that a second post waits for the same answer. */
type Long = { id: string | undefined; slices: Slices; answered: Answered[] }

/** An empty queue. */
export function queueOf({ batch, long, soon }: QueueOf): Queue {
  let waiting: Waiting[] = []
  const longs: Long[] = []
  let isAwaited = false
  let isStopped = false
  const wake = (): void => {
    if (!isAwaited) soon(step)
    isAwaited = true
  }
  const step = (): void => {
    if (isStopped) return
    isAwaited = false
    const now = waiting
    waiting = []
    if (now.length > 0)
      for (const [i, answer] of batch(now.map(one => one.asked)).entries()) now[i]!.answered(answer)
    const [first] = longs
    const made = first?.slices.next()
    if (first && made?.done) {
      longs.shift()
      for (const answered of first.answered) answered(made.value)
    }
    if (longs.length > 0 || waiting.length > 0) wake()
  }
  return {
    ask: (asked, answered) => {
      const same = longs.find(one => one.id === asked.id)
      const slices = same ? undefined : long(asked)
      // A phone that posts twice waits for the same answer.
      if (same) same.answered.push(answered)
      else if (slices) longs.push({ id: asked.id, slices, answered: [answered] })
      else waiting.push({ asked, answered })
      wake()
    },
    work: slices => {
      longs.push({ id: undefined, slices, answered: [] })
      wake()
    },
    slice: piece =>
      new Promise((resolve, reject) => {
        longs.push({ id: undefined, slices: inOne(piece, resolve, reject), answered: [] })
        wake()
      }),
    stop: () => {
      isStopped = true
    },
  }
}

/** One piece of work, as slices: nothing, then the piece. */
function* inOne<T>(
  piece: () => T,
  done: (made: T) => void,
  failed: (error: unknown) => void,
): Slices {
  // Turns that came meanwhile go first.
  yield
  try {
    done(piece())
  } catch (error) {
    failed(error)
  }
  return { done: true }
}
