import { createHash } from 'node:crypto'
import { existsSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileRef } from '../core/schema.ts'
import { syncFolder } from '../log/sqlite.ts'
import { makeFolder, placesIn, writeSafely } from './folder.ts'
import { freeOn } from './room.ts'

/**
 * Files too large to be held whole: `heavy/HASH`. They come and go in pieces, never leave this box,
 * and a backup leaves them unless it is asked for them: docs/decisions/0028-the-shelf.md.
 */
const HASH = /^[0-9a-f]{64}$/
const NEW = /^\.new-/

export const heavyFile = (folder: string, hash: string): string =>
  join(placesIn(folder).heavy, hash)

/** Those that are there whole, by their place. */
export function heavyIn(folder: string): readonly string[] {
  const { heavy } = placesIn(folder)
  return (existsSync(heavy) ? readdirSync(heavy) : [])
    .filter(name => HASH.test(name))
    .map(name => join(heavy, name))
}

/** Its size in bytes; undefined where it is not there. */
export function heavySize(folder: string, hash: string): number | undefined {
  if (!HASH.test(hash)) return undefined
  const held = statSync(heavyFile(folder, hash), { throwIfNoEntry: false })
  return held?.isFile() ? held.size : undefined
}

/** Whether it is there; if so, it is young again: a turn is on its way that will name it. */
export function heavyAgain(folder: string, hash: string): boolean {
  if (heavySize(folder, hash) === undefined) return false
  utimesSync(heavyFile(folder, hash), new Date(), new Date())
  return true
}

const AGAIN_MS = 60_000
/**
 * While others are still coming, those that came and that no turn names yet stay young, however
 * slow the Wi-Fi or the key. What it gives back ends it.
 */
export function keepYoung(folder: string, hashes: () => readonly string[]): () => void {
  const timer = setInterval(
    () => hashes().forEach(hash => void heavyAgain(folder, hash)),
    AGAIN_MS,
  ).unref()
  return () => {
    clearInterval(timer)
    for (const hash of hashes()) heavyAgain(folder, hash)
  }
}

/**
 * What a stop cut on its way in: swept at each start, when nobody else is at work in the folder.
 */
export function sweepHalfCome(folder: string): void {
  const { heavy } = placesIn(folder)
  for (const name of existsSync(heavy) ? readdirSync(heavy) : [])
    if (NEW.test(name)) rmSync(join(heavy, name), { force: true })
}

/**
 * Units  bytes: kept free whatever comes, so that the log, its tables and their copies can always
 *        be written.
 */
export const FLOOR_BYTES = 512 * 1024 * 1024
/** `free`: what this server may still write. Units: bytes. */
export type FreeSpace = Readonly<{ free: number }>
export const diskOf = async (folder: string): Promise<FreeSpace> => ({ free: await freeOn(folder) })

/**
 * What may still come in: the share that the keeper chose of what is left, what is there included,
 * and never the floor.
 * Shape   `used`: all that is there · `coming`: what others are sending now. Units: bytes; `share`
 *         in percent.
 */
export function roomLeft(
  of: Readonly<{ free: number; used: number; coming: number; share: number }>,
): number {
  const byShare = Math.floor(((of.free + of.used) * of.share) / 100) - of.used
  return Math.max(0, Math.min(byShare, of.free - FLOOR_BYTES) - of.coming)
}

/** All that is there, whole or on its way. Units: bytes. */
export const heavyUsed = (folder: string): number =>
  heavyIn(folder).reduce(
    (sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
    0,
  )

const HEAD_BYTES = 4 * 1024
const TAIL_BYTES = 1024 * 1024

/** A file on its way in. `keep`: whole on the disk, synced and renamed, before it answers. */
export type Incoming = Readonly<{
  write: (piece: Uint8Array) => Promise<void>
  size: () => number
  /** Its first and last bytes, once all is written. */
  ends: () => Promise<Readonly<{ head: Uint8Array; tail: Uint8Array }>>
  keep: () => Promise<Readonly<{ hash: string; size: number }>>
  drop: () => Promise<void>
}>

/** The same for a file that is held already, as the demonstration's are. */
export function storeHeavy(folder: string, bytes: Uint8Array, name: string, type: string): FileRef {
  const { heavy } = placesIn(folder)
  const hash = createHash('sha256').update(bytes).digest('hex')
  makeFolder(heavy, 0o700)
  if (!heavyAgain(folder, hash)) writeSafely(heavyFile(folder, hash), bytes, 0o600)
  return { hash, name, type, size: bytes.length }
}

let drawn = 0
/**
 * Opens a file beside its name, which is not known before its last byte. Holds a piece and no more.
 * Errors: what the disk says.
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
      // The same bytes may be there: a rename over them changes nothing, and makes them young
      // again.
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
