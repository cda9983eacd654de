import { randomBytes } from 'node:crypto'
import { createReadStream, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { Known } from '../exchange/pack.ts'
import type { PackedTo } from './courier.ts'
import { makeFolder, placesIn } from './folder.ts'

/**
 * A bundle packed in a thread of its own, over a connection that only reads and the box's key: no page waits for it, and no turn.
 *
 * Shape   `to`: the one box that it is for; else whoever comes, and the network is sealed for all that are paired. `since`: what the
 *         receiver is known to hold; else what it last said, or nothing. `answering`: the bundle that it brought, which says so better.
 *         `isReceipt`: nothing is carried, but what this box holds. `most`, `asks`: a bounded bundle (exchange/pack.ts).
 */
export type PackOf = Readonly<{
  folder: string
  to?: string
  since?: Known
  answering?: string
  isReceipt?: boolean
  most?: number
  asks?: Known
}>
/** `file`: a temporary one in the data folder, its maker's to send (`sentOnce`) or to take away. */
export type PackedFile = PackedTo & Readonly<{ file: string }>

/** Errors  TooLargeForZip, a full disk; anything else is our bug. */
export function pack(of: PackOf): Promise<PackedFile> {
  const file = courierFile(of.folder)
  const worker = new Worker(new URL('./packing.ts', import.meta.url), { workerData: { of, file } })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', code => reject(new Error(`packing stopped with ${code}`)))
  })
}

/** A name for something that a courier brings or takes, for the time of a delivery: such files are the owner's only, and swept at start. */
export function courierFile(folder: string): string {
  const { courier } = placesIn(folder)
  makeFolder(courier, 0o700)
  return join(courier, `${randomBytes(8).toString('hex')}.cocote`)
}

/** What a stop left of them. Only who holds the folder's lock may ask. */
export const sweepCourier = (folder: string): void => rmSync(placesIn(folder).courier, { recursive: true, force: true })

/** The bytes of such a file, to be sent. Its name is off the disk at once, its bytes when they were sent or the receiver went away. */
export function sentOnce(file: string): Readable {
  const fd = openSync(file, 'r')
  rmSync(file)
  return createReadStream('', { fd })
}
