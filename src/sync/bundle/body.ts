import { createHash } from 'node:crypto'
import { createReadStream, openSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A body that came to the disk, and its SHA-256 in base64url. */
export type BundleBody = Readonly<{ bytes: number; hash: string }>

/** More than was announced, or than is taken. */
export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge'
}

/**
 * Writes what comes into a file, piece by piece.
 *
 * Law     holds one piece; stops as soon as there is more than `most`.
 * Errors  BodyTooLarge; what the stream or the disk says.
 */
export async function writeBody(from: Readable, file: string, most: number): Promise<BundleBody> {
  const handle = await open(file, 'w', 0o600)
  const hash = createHash('sha256')
  let bytes = 0
  const counted = async function* (pieces: AsyncIterable<Uint8Array>) {
    for await (const piece of pieces) {
      bytes += piece.length
      if (bytes > most) throw new BodyTooLarge()
      hash.update(piece)
      yield piece
    }
  }
  await pipeline(from, counted, handle.createWriteStream())
  return { bytes, hash: hash.digest('base64url') }
}

/**
 * A small body, whole; undefined when it is larger than `most`. Units: bytes. Errors what the
 * stream says.
 */
export async function smallBody(
  from: AsyncIterable<Uint8Array>,
  most: number,
): Promise<Buffer | undefined> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of from) {
    if ((size += piece.length) > most) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/**
 * The bytes of a file, to be sent once: its name is off the disk at once, its bytes when they were
 * sent or the receiver went away.
 */
export function sentOnce(file: string): Readable {
  const fd = openSync(file, 'r')
  rmSync(file)
  return createReadStream('', { fd })
}

/** The same of a file that is on the disk. Law: holds one piece. Errors  what the disk says. */
export async function hashOfFile(file: string): Promise<BundleBody> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of createReadStream(file)) {
    bytes += (piece as Buffer).length
    hash.update(piece as Buffer)
  }
  return { bytes, hash: hash.digest('base64url') }
}
