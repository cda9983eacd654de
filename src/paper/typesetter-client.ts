import { Worker } from 'node:worker_threads'
import type { Paper } from '../contract/paper.ts'
import { NotSet } from './not-set.ts'
import { picturesIn } from './pictures.ts'
import type { PictureOf, SetPaper } from './typeset.ts'

export type ToTypesetter = Readonly<{
  n: number
  paper: Paper
  pictures: readonly (readonly [hash: string, bytes: Uint8Array])[]
}>
export type FromTypesetter = Readonly<
  { n: number } & ({ set: SetPaper } | { fault: string; isNotSet: boolean })
>

/**
 * Sets prints in a thread of its own, so that no page waits for one. The thread holds some 80 MB of
 * compiler and fonts: it comes with the first print and goes when nothing was printed for a while.
 *
 * Errors  NotSet.
 */
export type Typesetter = Readonly<{
  set: (paper: Paper, picture: PictureOf) => Promise<SetPaper>
  /** So many wait already that one more would wait in vain. */
  isBusy: () => boolean
  close: () => Promise<void>
}>

const IDLE_MS = 30_000
/** A print takes a second or two on a small box: whoever is behind these is told to come back. */
const MOST_WAITING = 12

export function typesetterThread(): Typesetter {
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let last = 0
  const waiting = new Map<
    number,
    Readonly<{ done: (set: SetPaper) => void; failed: (error: Error) => void }>
  >()
  const end = async (): Promise<void> => {
    clearTimeout(idle)
    const ending = worker
    worker = undefined
    await ending?.terminate()
  }
  const fail = (error: Error): void => {
    for (const one of waiting.values()) one.failed(error)
    waiting.clear()
    worker = undefined
  }
  const start = (): Worker => {
    const made = new Worker(new URL('./typesetter-worker.ts', import.meta.url))
    made.on('message', (message: FromTypesetter) => {
      const one = waiting.get(message.n)
      waiting.delete(message.n)
      if ('set' in message) one?.done(message.set)
      else one?.failed(message.isNotSet ? new NotSet(message.fault) : new Error(message.fault))
      if (waiting.size === 0) idle = setTimeout(() => void end(), IDLE_MS).unref()
    })
    made.on('error', error => fail(error as Error))
    made.on('exit', code =>
      worker === made ? fail(new Error(`the setting of prints stopped with ${code}`)) : undefined,
    )
    return made
  }
  return {
    set: (paper, picture) =>
      new Promise((done, failed) => {
        clearTimeout(idle)
        worker ??= start()
        const n = ++last
        waiting.set(n, { done, failed })
        const pictures = picturesIn(paper).flatMap(hash => {
          const bytes = picture(hash)
          return bytes ? [[hash, bytes] as const] : []
        })
        worker.postMessage({ n, paper, pictures } satisfies ToTypesetter)
      }),
    isBusy: () => waiting.size >= MOST_WAITING,
    close: end,
  }
}
