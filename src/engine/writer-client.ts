import { Worker } from 'node:worker_threads'
import type { Deliver, DeliverAnswer } from '../sync/intake/delivered.ts'
import type { TurnAnswer, TurnAsked } from './turn.ts'
import type { FromWriter, ToWriter } from './writer-worker.ts'

/** The main thread's end of the worker. */
export type WriterClient = Readonly<{
  turn: (asked: TurnAsked) => Promise<TurnAnswer>
  /** A copy of the log as it is at one moment, while turns go on. */
  copy: (to: string) => Promise<void>
  /** Takes what may be taken of a bundle that lies on the disk, while turns go on. */
  deliver: Deliver
  waiting: () => number
  /** Answered when the worker comes to its messages: between two batches or two slices. */
  alive: () => Promise<unknown>
  /** All is open: the box lives on from here, and forgets by itself what its time has come for. */
  begin: () => Promise<unknown>
  close: () => Promise<void>
}>

/** The worker could not open the folder: its error's name, and what it said. */
export class WriterFailed extends Error {
  override name = 'WriterFailed'
  readonly errorName: string
  constructor(errorName: string, why: string) {
    super(why)
    this.errorName = errorName
  }
}

type Opts = Readonly<{
  /** The entry of the thread: it names the models of the house, which this floor does not know. */
  worker: URL
  folder: string
  sync?: 'FULL' | 'NORMAL'
  onFault: (reference: string, stack: string) => void
  /** After a fault of the worker. `isHurt`: SQLite says that a file is damaged. */
  onFailed?: (isHurt: boolean) => void
  onProgress?: (done: number) => void
  /** The folder was on another machine before: a new epoch begins. */
  onMoved?: () => void
  /** Something was forgotten: told before the turn that did it is answered. */
  onForgot?: () => void
  onDeath: (error: unknown) => void
}>

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
    deliver: (file, yes, brings = {}) =>
      ask({ n: ++last, kind: 'deliver', file, yes, brings }) as Promise<DeliverAnswer>,
    waiting: () => asked.size,
    alive: () => ask({ n: ++last, kind: 'alive' }),
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
