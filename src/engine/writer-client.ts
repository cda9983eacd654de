import { Worker } from 'node:worker_threads'
import type { Deliver, DeliverAnswer } from '../sync/intake/delivered.ts'
import type { OnTouched } from './touched.ts'
import type { TurnAnswer, TurnAsked } from './turn.ts'
import type { FromWriter, ToWriter } from './writer-worker.ts'

/**
 * The main thread’s end of the writer: the one thread that writes the log and its tables. The
 * server posts turns and bundles here and awaits the answers; each comes after its commit. Nothing
 * else in the server writes what people say.
 */
export type WriterClient = Readonly<{
  turn: (asked: TurnAsked) => Promise<TurnAnswer>
  /** Copies the log as of one moment, while turns go on. */
  copy: (to: string) => Promise<void>
  /** Delivers a bundle file, while turns go on. */
  deliver: Deliver
  /** How many messages have no answer yet. */
  waiting: () => number
  /** Resolves when the worker reads its messages: between two batches or two slices. */
  alive: () => Promise<unknown>
  /** Resolves when the worker has read the words that its first turn would read. */
  warm: () => Promise<unknown>
  /** Starts the count of the box’s life, and with it the erasures that come in time. */
  begin: () => Promise<unknown>
  close: () => Promise<void>
}>

/**
 * The worker could not open the folder. `errorName`: `Full` for a full disk, `Hurt` for a damaged
 * file, else the class of its error.
 */
export class WriterFailed extends Error {
  override name = 'WriterFailed'
  readonly errorName: string
  constructor(errorName: string, why: string) {
    super(why)
    this.errorName = errorName
  }
}

type Opts = Readonly<{
  /** The module of the thread. It names the models, which this floor does not know. */
  worker: URL
  folder: string
  /** SQLite’s `synchronous`. Tests alone give `NORMAL`, which survives no pulled plug. */
  sync?: 'FULL' | 'NORMAL'
  /**
   * Called with each fault of ours. `reference`: the name under which a page shows it; `full` for a
   * full disk.
   */
  onFault: (reference: string, stack: string) => void
  /** Called after a fault of the worker. `isHurt`: SQLite reports a damaged file. */
  onFailed?: (isHurt: boolean) => void
  /** Called while the tables are made again, with the entries so far. */
  onProgress?: (done: number) => void
  /** Called when the folder was on another machine before: a new epoch begins. */
  onMoved?: () => void
  /** Called with what each commit wrote, before its turns are answered. */
  onTouched?: OnTouched
  /** Called when values were erased, before the turn is answered. */
  onForgot?: () => void
  /** Called when the thread ended without being asked to. */
  onDeath: (error: unknown) => void
}>

/**
 * Starts the writer’s worker. Resolves once it has opened the folder.
 *
 * Errors  WriterFailed.
 */
export function startWriting(opts: Opts): Promise<WriterClient> {
  const worker = new Worker(opts.worker, { workerData: { folder: opts.folder, sync: opts.sync } })
  const asked = new Map<number, (answer: unknown) => void>()
  let last = 0
  let closing = false
  const ask = (message: ToWriter): Promise<unknown> =>
    new Promise(resolve => {
      asked.set(message.n, resolve)
      worker.postMessage(message)
    })
  const writing: WriterClient = {
    turn: one => ask({ n: ++last, kind: 'turn', asked: one }) as Promise<TurnAnswer>,
    copy: async to => {
      const answer = await ask({ n: ++last, kind: 'copy', to })
      if (answer !== true) throw new Error(String(answer))
    },
    deliver: (file, yes, context = {}) =>
      ask({ n: ++last, kind: 'deliver', file, yes, context }) as Promise<DeliverAnswer>,
    waiting: () => asked.size,
    alive: () => ask({ n: ++last, kind: 'alive' }),
    warm: () => ask({ n: ++last, kind: 'warm' }),
    begin: () => ask({ n: ++last, kind: 'begin' }),
    close: async () => {
      closing = true
      await ask({ n: ++last, kind: 'close' })
      await worker.terminate()
    },
  }
  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromWriter) => {
      if (message.kind === 'ready') resolve(writing)
      else if (message.kind === 'failed') reject(new WriterFailed(message.name, message.why))
      else if (message.kind === 'progress') opts.onProgress?.(message.done)
      else if (message.kind === 'moved') opts.onMoved?.()
      else if (message.kind === 'touched') opts.onTouched?.(message.keys)
      else if (message.kind === 'forgot') opts.onForgot?.()
      else if (message.kind === 'fault') {
        opts.onFault(message.reference, message.stack)
        opts.onFailed?.(message.isHurt)
      } else {
        asked.get(message.n)?.(message.answer)
        asked.delete(message.n)
      }
    })
    worker.on('error', error => {
      reject(error)
      if (!closing) opts.onDeath(error)
    })
    worker.on('exit', code => {
      if (!closing && code !== 0) opts.onDeath(new Error(`writer stopped with ${code}`))
    })
  })
}
