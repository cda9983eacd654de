import type { Slices } from './bringing.ts'
import type { TurnAnswer, TurnAsked } from './turn.ts'

/**
 * The queue of the writer’s thread. All waiting turns of people run first, together in one
 * transaction; then one slice of the long work (an import, a bundle), if there is one; then the
 * turns that came meanwhile. A *turn* is one command, decided and written whole. Long work is done
 * one after another, in the order in which it came. The queue only orders: the functions in
 * `QueueWork` do the work.
 *
 * Shape   `ask`: a turn, and whom to tell its answer. `work`: long work that nobody waits for.
 *         `stop`: runs nothing more. The answers and promises that still wait are never settled.
 */
export type Queue = Readonly<{
  ask: (asked: TurnAsked, answered: (answer: TurnAnswer) => void) => void
  work: (slices: Slices) => void
  /**
   * Runs one piece of work (a page of a bundle) in a step of its own, after the long work that came
   * before it. Its error rejects the promise.
   */
  runAlone: <T>(piece: () => T) => Promise<T>
  stop: () => void
}>
/** The work that a queue orders. */
export type QueueWork = Readonly<{
  /**
   * Runs the waiting turns in one transaction. It returns one answer for each turn, in their order,
   * and throws nothing.
   */
  batch: (asked: readonly TurnAsked[]) => readonly TurnAnswer[]
  /** The slices of a turn that is long; undefined for any other. */
  long: (asked: TurnAsked) => Slices | undefined
  /** Calls `step` once the thread has received the messages that already wait for it. */
  soon: (step: () => void) => void
}>
type Answered = (answer: TurnAnswer) => void
type Waiting = Readonly<{ asked: TurnAsked; answered: Answered }>
/** A long work. `id`: that of its turn, so that a second post waits for the same answer. */
type Long = { id: string | undefined; slices: Slices; answered: Answered[] }

/** An empty queue. */
export function queueOf({ batch, long, soon }: QueueWork): Queue {
  let waiting: Waiting[] = []
  const longs: Long[] = []
  let isScheduled = false
  let isStopped = false
  const wake = (): void => {
    if (!isScheduled) soon(step)
    isScheduled = true
  }
  const step = (): void => {
    if (isStopped) return
    isScheduled = false
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
    runAlone: piece =>
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
