import { availableParallelism, freemem } from 'node:os'
import { availableMemory } from 'node:process'
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { type TextAsked, worksLoaded } from '../core/beforehand.ts'
import type { Log, Touched } from '../log/log.ts'
import { quarantinedIn } from '../log/quarantine.ts'
import type { Tables } from './tables.ts'
import { textsAsked } from './texts-asked.ts'

/** Texts for the other thread: the number of the first one, and by which module each is read. */
export type TextsAsked = Readonly<{
  first: number
  asked: readonly (readonly [from: string, text: string])[]
}>
/** Results of texts that follow one another. Undefined: it gave none. */
export type TextsDone = Readonly<{
  first: number
  results: readonly (readonly string[] | undefined)[]
}>

/** How many records are read at once, and how many are read ahead. */
const TOGETHER = 250
const AHEAD = 2_000
/**
 * The other thread: what it needs, and its module.
 *
 * Shape   `isRoomy`: it takes some 60 to 110 MB, of 500 that the service of a box may have.
 * Units   `letters` of texts that are read ahead, at most: a record of more is read as it is shown.
 */
export const secondThread = {
  processors: availableParallelism(),
  isRoomy: (): boolean => Math.min(availableMemory(), freemem()) >= 300 * 1_048_576,
  least: AHEAD,
  letters: 4_000_000,
  module: new URL('./texts-ahead-worker.ts', import.meta.url),
}

/**
 * The same records in the same order. Where there is a second processor and enough of them, another
 * thread works out beforehand what will be asked of their texts (`core/beforehand.ts`).
 *
 * Law     2. What the tables hold never depends on it: who finds no result makes it. A thread that
 *         ends costs time alone.
 */
export function* withTextsAhead(
  tables: Tables,
  log: Log,
  all: Iterable<Touched>,
): Generator<Touched> {
  // Heads of a log with quarantined entries are read otherwise, each time.
  const { processors, isRoomy } = secondThread
  if (processors < 2 || !isRoomy() || quarantinedIn(log).size > 0) return yield* all
  const coming = Iterator.from(all)
  const ahead = nextOf(coming, secondThread.least)
  if (ahead.length < secondThread.least) return yield* ahead
  const other = startThread()
  if (other === undefined) {
    yield* ahead
    return yield* coming
  }
  const read = (what: Touched): Touched => readAhead(tables, what, other)
  try {
    const waiting = ahead.map(read)
    while (waiting.length > 0) {
      other.post()
      yield* waiting.splice(0, TOGETHER)
      waiting.push(...nextOf(coming, TOGETHER).map(read))
    }
  } finally {
    other.end()
  }
}

function nextOf<T>(all: Iterator<T>, most: number): T[] {
  const next: T[] = []
  while (next.length < most) {
    const { done, value } = all.next()
    if (done) break
    next.push(value)
  }
  return next
}

/** A record with its heads, which are read once, after its texts were asked for. */
function readAhead(tables: Tables, what: Touched, other: OtherThread): Touched {
  // What no type describes is not shown.
  if (what.first === undefined || !tables.types.has(what.type)) return what
  if (other.letters() >= secondThread.letters) return what
  const heads = what.first()
  const number = other.ask(textsAsked(tables, what, heads))
  const first = () => {
    other.shows(number)
    return heads
  }
  return { ...what, first }
}

type OtherThread = Readonly<{
  /** Asks for texts, and returns the number of the first one. `post` sends them. */
  ask: (texts: readonly TextAsked[]) => number
  post: () => void
  /** Of the texts that were asked for and are still needed. */
  letters: () => number
  /** Keeps the results that came. Those of texts before this number are no longer needed. */
  shows: (number: number) => void
  end: () => void
}>

/** Undefined where the system gives no thread. */
function startThread(): OtherThread | undefined {
  const { port1: port, port2 } = new MessageChannel()
  const shown = new Int32Array(new SharedArrayBuffer(4))
  const modules = [...worksLoaded().keys()]
  const of = { workerData: { port: port2, modules, shown }, transferList: [port2] }
  let worker: Worker
  try {
    worker = new Worker(secondThread.module, of)
  } catch {
    port.close()
    return undefined
  }
  // What it did not do is done here.
  worker.on('error', () => undefined)
  worker.unref()
  const waiting = new Map<number, TextAsked>()
  let [asked, posted, passed, letters] = [0, 0, 0, 0]
  return {
    ask: texts => {
      const number = asked
      for (const one of texts) {
        letters += one[1].length
        waiting.set(asked++, one)
      }
      return number
    },
    letters: () => letters,
    post: () => {
      const texts = Array.from({ length: asked - posted }, (_, i) => waiting.get(posted + i)!)
      const said = texts.map(([work, text]) => [work.from, text] as const)
      port.postMessage({ first: posted, asked: said } satisfies TextsAsked)
      posted = asked
    },
    shows: number => {
      for (; passed < number; passed++) {
        const [work, text] = waiting.get(passed)!
        work.done.delete(text)
        waiting.delete(passed)
        letters -= text.length
      }
      Atomics.store(shown, 0, number)
      keepDone(port, waiting)
    },
    end: () => {
      port.close()
      for (const { done } of worksLoaded().values()) done.clear()
      void worker.terminate()
    },
  }
}

/** Keeps the results that have come. */
function keepDone(port: MessagePort, waiting: ReadonlyMap<number, TextAsked>): void {
  for (;;) {
    const come = receiveMessageOnPort(port) as Readonly<{ message: TextsDone }> | undefined
    if (come === undefined) return
    const { first, results } = come.message
    for (const [i, result] of results.entries()) {
      const asked = waiting.get(first + i)
      if (asked && result) asked[0].done.set(asked[1], result)
    }
  }
}
