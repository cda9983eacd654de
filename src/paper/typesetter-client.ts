import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { execArgv } from 'node:process'
import type { Paper } from '../contract/paper.ts'
import { NotSet } from './not-set.ts'
import { picturesIn } from './pictures.ts'
import type { PictureOf, SetPaper } from './typeset.ts'

export type ToTypesetter = Readonly<{
  n: number
  paper: Paper
  pictures: readonly (readonly [hash: string, bytes: Uint8Array])[]
}>
/** `rss`: the memory of the process, in bytes. */
export type FromTypesetter = Readonly<
  { n: number; rss: number } & ({ set: SetPaper } | { fault: string; isNotSet: boolean })
>

/**
 * Sets prints in a process of its own, so that no page waits for one. The compiler and its fonts
 * take some 80 MB, and each print leaves some more in the compiler: all of it is given back with
 * the process. It comes with the first print. It goes when nothing was printed for a while, or when
 * it grew too large and nobody waits.
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
/** Units   bytes. The first print takes it to some 130 MB. */
const LARGEST_RSS = 200 * 1024 * 1024
/** A print takes a second or two on a small box: whoever is behind these is told to come back. */
const MOST_WAITING = 12

export function typesetterProcess({ largestRss = LARGEST_RSS } = {}): Typesetter {
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let last = 0
  const waiting = new Map<
    number,
    Readonly<{ done: (set: SetPaper) => void; failed: (error: Error) => void }>
  >()
  const end = async (): Promise<void> => {
    clearTimeout(idle)
    const ending = child
    child = undefined
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return
    const ended = once(ending, 'exit')
    ending.kill()
    await ended
  }
  const fail = (error: Error): void => {
    for (const one of waiting.values()) one.failed(error)
    waiting.clear()
    child = undefined
  }
  const hear = (message: FromTypesetter): void => {
    const one = waiting.get(message.n)
    waiting.delete(message.n)
    if ('set' in message) one?.done(message.set)
    else one?.failed(message.isNotSet ? new NotSet(message.fault) : new Error(message.fault))
    if (waiting.size > 0) return
    if (message.rss > largestRss) void end()
    else idle = setTimeout(() => void end(), IDLE_MS).unref()
  }
  const start = (): ChildProcess => {
    const made = fork(new URL('./typesetter-worker.ts', import.meta.url), {
      // A test runner's own flags would run tests there.
      execArgv: execArgv.filter(flag => !flag.startsWith('--test')),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    made.on('message', message => hear(message as FromTypesetter))
    made.on('error', error => (child === made ? fail(error) : undefined))
    made.on('exit', (code, signal) =>
      child === made
        ? fail(new Error(`the setting of prints stopped with ${code ?? signal}`))
        : undefined,
    )
    return made
  }
  return {
    set: (paper, picture) =>
      new Promise((done, failed) => {
        clearTimeout(idle)
        child ??= start()
        const n = ++last
        waiting.set(n, { done, failed })
        const pictures = picturesIn(paper).flatMap(hash => {
          const bytes = picture(hash)
          return bytes ? [[hash, bytes] as const] : []
        })
        child.send({ n, paper, pictures } satisfies ToTypesetter)
      }),
    isBusy: () => waiting.size >= MOST_WAITING,
    close: end,
  }
}
