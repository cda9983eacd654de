import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { makeFolder, placesIn } from '../../files/folder.ts'
import type { PackedTo } from './pack-to.ts'
import type { PeerHoldings } from './vector.ts'

/**
 * Packs bundles for other boxes in a thread of its own (`pack-worker.ts`), so that no page and no
 * turn waits. Sessions, downloads and USB keys ask for a bundle. The thread reads the log through a
 * read-only connection; it starts at the first order, and ends some seconds after the last. The
 * file also names and sweeps the temporary bundles.
 */

/**
 * The order for a bundle.
 *
 * Shape   `to`: the one receiver. Without it the bundle is for anybody, and its network section
 *         (entries for paired boxes) is encrypted for all paired boxes.
 *         `since`: the receiver’s known state. Without it, that of the receiver’s last manifest;
 *         without `to`, that of an empty box.
 *         `answering`: the path of a bundle of the receiver, which gives its state instead of
 *         `since`.
 *         `isReceipt`: the bundle carries the manifest alone, which tells what this box holds.
 *         `softLimit`: the size in bytes from which no page is begun. `alreadyOffered`: the entries
 *         that the receiver offered already, which its answer leaves out. Both as in `Packing`.
 */
export type PackBundle = Readonly<{
  folder: string
  to?: string
  since?: PeerHoldings
  answering?: string
  isReceipt?: boolean
  softLimit?: number
  alreadyOffered?: PeerHoldings
}>
/**
 * A packed bundle in a temporary file of the data folder `folder`, with what it holds. The caller
 * sends it (`sentOnce`) or deletes it.
 */
export type PackedFile = PackedTo & Readonly<{ file: string }>

/**
 * Packs a bundle in the packing thread, which it starts when there is none.
 *
 * Errors  TooLargeForZip; errors of the disk.
 */
export function pack(of: PackBundle): Promise<PackedFile> {
  const asked: ToPacker = { n: ++last, of, file: transportFile(of.folder) }
  return new Promise((resolve, reject) => {
    waiting.set(asked.n, { resolve, reject })
    busy().postMessage(asked)
  })
}

/**
 * An order to the thread. `n`: its number, which the answer has too. `of`: the order. `file`: where
 * to write.
 */
export type ToPacker = Readonly<{ n: number; of: PackBundle; file: string }>
/**
 * The answer of the thread: the bundle, or its error as data. `failed`: the name, the codes and the
 * stack of the error. `said`: its message.
 */
export type FromPacker = Readonly<
  { n: number; packed: PackedFile } | { n: number; failed: object; said: string }
>

/**
 * A session packs several times in a row, so the thread stays a while. It keeps no ended process
 * alive.
 *
 * Units   milliseconds.
 */
const STAYS_MS = 20_000
type Waiting = Readonly<{ resolve: (packed: PackedFile) => void; reject: (error: unknown) => void }>
const waiting = new Map<number, Waiting>()
let last = 0
let thread: Worker | undefined
let leaving: NodeJS.Timeout | undefined

function busy(): Worker {
  clearTimeout(leaving)
  thread ??= startThread()
  thread.ref()
  return thread
}

function startThread(): Worker {
  const worker = new Worker(new URL('./pack-worker.ts', import.meta.url))
  const ended = (error: unknown): void => {
    if (thread === worker) thread = undefined
    for (const one of waiting.values()) one.reject(error)
    waiting.clear()
  }
  worker.on('message', (told: FromPacker) => {
    const one = waiting.get(told.n)
    waiting.delete(told.n)
    if (waiting.size === 0) rest(worker)
    if ('packed' in told) one?.resolve(told.packed)
    // An error with the name and the codes that it had in the thread.
    else one?.reject(Object.assign(new Error(told.said), told.failed))
  })
  worker.on('error', ended)
  worker.on('exit', code => {
    if (thread === worker) ended(new Error(`packing stopped with ${code}`))
  })
  return worker
}

/** Lets the thread end after a while without orders. */
function rest(worker: Worker): void {
  worker.unref()
  clearTimeout(leaving)
  leaving = setTimeout(() => {
    thread = undefined
    worker.terminate()
  }, STAYS_MS).unref()
}

/**
 * A new name for a temporary bundle. Its folder is readable by the program’s account alone, and
 * emptied at start.
 */
export function transportFile(folder: string): string {
  const { courier } = placesIn(folder)
  makeFolder(courier, 0o700)
  return join(courier, `${randomBytes(8).toString('hex')}.cocote`)
}

/**
 * Deletes the temporary bundles that a stop left. Only the holder of the folder’s lock may call it.
 */
export const sweepTransportFiles = (folder: string): void =>
  rmSync(placesIn(folder).courier, { recursive: true, force: true })
