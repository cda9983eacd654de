import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'
import { freeOn } from '../files/room.ts'
import type { Box } from '../log/box.ts'
import { syncFolder } from '../log/sqlite.ts'
import type { VersionEntry } from './chosen.ts'
import { FRONT, frontOf, type Statement, VERSION_FORMAT } from './statement.ts'
import { END, filling, headerOf } from './tar.ts'

export type PackVersion = Readonly<{
  file: string
  chosen: readonly VersionEntry[]
  about: Pick<Statement, 'version' | 'arch' | 'from' | 'log'>
  /** The date of every file: the same tree gives the same bytes. */
  made: Date
  signer: Box | undefined
  progress?: (done: number, total: number) => void
}>

const KEPT_BLOCK = 4_096
const onDisk = (one: VersionEntry): number =>
  (one.kind === 'file' ? Math.ceil(one.size / KEPT_BLOCK) : 1) * KEPT_BLOCK
export const unpackedSize = (chosen: readonly VersionEntry[]): number =>
  chosen.reduce((sum, one) => sum + onDisk(one), 0)

/** A disk without the room that a file is sure to take. */
export class DiskTooFull extends Error {
  override name = 'DiskTooFull'
  readonly missing: number
  constructor(missing: number) {
    super(String(missing))
    this.missing = missing
  }
}
/** Errors  DiskTooFull. */
export async function needRoom(folder: string, bytes: number): Promise<void> {
  const free = await freeOn(folder)
  if (free < bytes) throw new DiskTooFull(bytes - free)
}

/**
 * Writes a version file beside its name, then renames it.
 *
 * Law     It is whole, or absent. The same tree, date and key give the same bytes.
 * Errors  those of the disk.
 */
export async function packVersion(of: PackVersion): Promise<Statement> {
  const beside = `${of.file}.new`
  const handle = openSync(beside, 'w', 0o644)
  try {
    let said: Omit<Statement, 'key'>
    try {
      // The front is known once the rest is: its place is kept, since its size is always the same.
      writeWhole(handle, Buffer.alloc(FRONT), 0)
      const { bytes, sha256 } = await writeBody(handle, of)
      said = {
        kind: 'cocote-version',
        format: VERSION_FORMAT,
        ...of.about,
        made: of.made.toISOString(),
        bytes,
        sha256,
        unpacked: unpackedSize(of.chosen),
        entries: of.chosen.length,
      }
      writeWhole(handle, frontOf(said, of.signer), 0)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(beside, of.file)
    syncFolder(dirname(of.file))
    return { ...said, key: of.signer?.name ?? '' }
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}

function writeWhole(handle: number, bytes: Uint8Array, position: number): void {
  for (let at = 0; at < bytes.length; )
    at += writeSync(handle, bytes, at, bytes.length - at, position + at)
}

async function writeBody(
  handle: number,
  of: PackVersion,
): Promise<Readonly<{ bytes: number; sha256: string }>> {
  const hash = createHash('sha256')
  let bytes = 0
  // An empty time in gzip's own header: Node writes none.
  for await (const piece of Readable.from(archive(of)).pipe(
    createGzip({ level: 9 }),
  ) as AsyncIterable<Buffer>) {
    writeWhole(handle, piece, FRONT + bytes)
    hash.update(piece)
    bytes += piece.length
  }
  return { bytes, sha256: hash.digest('hex') }
}

async function* archive({ chosen, made, progress }: PackVersion): AsyncGenerator<Uint8Array> {
  const seconds = Math.floor(made.getTime() / 1_000)
  const total = unpackedSize(chosen)
  let done = 0
  for (const one of chosen) {
    yield headerOf(one, seconds)
    if (one.kind === 'file') {
      yield* contentOf(one)
      yield filling(one.size)
    }
    done += onDisk(one)
    progress?.(done, total)
  }
  yield END
}

/** A file that changed its size meanwhile would put everything after it out of place. */
async function* contentOf(one: VersionEntry & { kind: 'file' }): AsyncGenerator<Uint8Array> {
  let size = 0
  const pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array> = one.bytes
    ? [one.bytes]
    : createReadStream(one.from ?? '')
  for await (const piece of pieces) {
    size += piece.length
    yield piece
  }
  if (size !== one.size) throw new Error(`${one.name} changed while it was read`)
}
