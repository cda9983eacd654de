import { createHash } from 'node:crypto'
import { existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileRef } from '../core/schema.ts'
import { syncFolder } from '../log/sqlite.ts'
import { makeFolder, placesIn, writeSafely } from './folder.ts'
import { freeOn } from './room.ts'

/**
 * Files too large for memory: `heavy/HASH`. They come and go in pieces, never leave this box, and
 * stand in a backup only on request (docs/decisions/0028-the-shelf.md).
 */
const HASH = /^[0-9a-f]{64}$/
const NEW = /^\.new-/

export const heavyFile = (folder: string, hash: string): string =>
  join(placesIn(folder).heavy, hash)

/** The paths of the complete large files. */
export function heavyIn(folder: string): readonly string[] {
  const { heavy } = placesIn(folder)
  return (existsSync(heavy) ? readdirSync(heavy) : [])
    .filter(name => HASH.test(name))
    .map(name => join(heavy, name))
}

/** The size of a large file in bytes. Undefined when it is missing. */
export function heavySize(folder: string, hash: string): number | undefined {
  if (!HASH.test(hash)) return undefined
  const held = statSync(heavyFile(folder, hash), { throwIfNoEntry: false })
  return held?.isFile() ? held.size : undefined
}

/**
 * Whether a large file is there. If so, its time is set to now, because a turn will name it soon.
 */
export function touchHeavy(folder: string, hash: string): boolean {
  if (heavySize(folder, hash) === undefined) return false
  utimesSync(heavyFile(folder, hash), new Date(), new Date())
  return true
}

const AGAIN_MS = 60_000
/**
 * Keeps these files new while others are still coming, however slow the Wi-Fi or the key. Returns
 * the function that ends it.
 */
export function keepTouched(folder: string, hashes: () => readonly string[]): () => void {
  const timer = setInterval(
    () => hashes().forEach(hash => void touchHeavy(folder, hash)),
    AGAIN_MS,
  ).unref()
  return () => {
    clearInterval(timer)
    for (const hash of hashes()) touchHeavy(folder, hash)
  }
}

/**
 * Deletes large files that a stop left incomplete. Runs at each start, before anybody else works in
 * the folder.
 */
export function sweepHalfCome(folder: string): void {
  const { heavy } = placesIn(folder)
  for (const name of existsSync(heavy) ? readdirSync(heavy) : [])
    if (NEW.test(name)) rmSync(join(heavy, name), { force: true })
}

/**
 * The room that large files leave free, so that the log, its tables and their copies can always be
 * written.
 *
 * Units   bytes.
 */
export const FLOOR_BYTES = 512 * 1024 * 1024
/** The free room on the disk for this server, in bytes. */
export type FreeSpace = Readonly<{ free: number }>
export const diskOf = async (folder: string): Promise<FreeSpace> => ({ free: await freeOn(folder) })

/**
 * The room for more large files: the keeper’s share of the free room and of these files, less what
 * is there and coming. It never takes the last FLOOR_BYTES.
 *
 * Shape   `used`: bytes of large files. `coming`: bytes on their way. `share`: percent.
 */
export function roomLeft(
  of: Readonly<{ free: number; used: number; coming: number; share: number }>,
): number {
  const byShare = Math.floor(((of.free + of.used) * of.share) / 100) - of.used
  return Math.max(0, Math.min(byShare, of.free - FLOOR_BYTES) - of.coming)
}

/** The size of all large files in bytes. */
export const heavyUsed = (folder: string): number =>
  heavyIn(folder).reduce(
    (sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
    0,
  )

const HEAD_BYTES = 4 * 1024
const TAIL_BYTES = 1024 * 1024

/**
 * A large file that is coming in. `keep` returns once it is whole on the disk, synced and renamed.
 */
export type Incoming = Readonly<{
  write: (piece: Uint8Array) => Promise<void>
  size: () => number
  /** Its first and last bytes, once all is written. */
  ends: () => Promise<Readonly<{ head: Uint8Array; tail: Uint8Array }>>
  keep: () => Promise<Readonly<{ hash: string; size: number }>>
  drop: () => Promise<void>
}>

/** Stores a large file from memory, for the demonstration. */
export function storeHeavy(folder: string, bytes: Uint8Array, name: string, type: string): FileRef {
  const { heavy } = placesIn(folder)
  const hash = createHash('sha256').update(bytes).digest('hex')
  makeFolder(heavy, 0o700)
  if (!touchHeavy(folder, hash)) writeSafely(heavyFile(folder, hash), bytes, 0o600)
  return { hash, name, type, size: bytes.length }
}

let drawn = 0
/**
 * Opens a large file for its pieces. Its name is its hash, known after the last byte. One piece is
 * in memory at a time.
 *
 * Errors  those of the disk.
 */
export async function incoming(folder: string): Promise<Incoming> {
  const { heavy } = placesIn(folder)
  makeFolder(heavy, 0o700)
  const beside = join(heavy, `.new-${process.pid}-${Date.now()}-${drawn++}`)
  const file = await open(beside, 'wx+', 0o600)
  const hash = createHash('sha256')
  let size = 0
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await file.close()
    isOpen = false
  }
  return {
    write: async piece => {
      hash.update(piece)
      size += piece.length
      await file.writeFile(piece)
    },
    size: () => size,
    ends: async () => ({
      head: await readAt(file, 0, Math.min(size, HEAD_BYTES)),
      tail: await tailOf(file, size),
    }),
    keep: async () => {
      await file.sync()
      await close()
      const name = hash.digest('hex')
      // Renaming over the same bytes changes nothing and makes the file new again.
      await rename(beside, heavyFile(folder, name))
      syncFolder(heavy)
      return { hash: name, size }
    },
    drop: async () => {
      await close()
      await rm(beside, { force: true })
    },
  }
}

const tailOf = (file: FileHandle, size: number): Promise<Uint8Array> =>
  readAt(file, Math.max(0, size - TAIL_BYTES), Math.min(size, TAIL_BYTES))

async function readAt(file: FileHandle, from: number, length: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(length)
  let at = 0
  while (at < length) {
    const { bytesRead } = await file.read(bytes, at, length - at, from + at)
    if (bytesRead === 0) break
    at += bytesRead
  }
  return bytes.subarray(0, at)
}
