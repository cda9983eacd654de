import { createHash } from 'node:crypto'
import { createReadStream, openSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * Bodies of HTTP requests and answers that carry bundles (files of entries that one box gives to
 * another), for the box that asks and the box that answers. A body goes through a file, because a
 * bundle may be larger than the memory of a small box. `proof.ts` signs the hash of the body.
 */

/** The size of a file on the disk, and its SHA-256 in base64url. */
export type SizeAndHash = Readonly<{ bytes: number; hash: string }>

/** The body is larger than its limit. */
export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge'
}

/**
 * Writes a body of a request or an answer into a file, piece by piece. One piece is in memory at a
 * time. After an error the file holds a part of the body: the caller deletes it.
 *
 * Errors  BodyTooLarge as soon as more than `most` bytes came; errors of the stream or the disk.
 */
export async function writeBody(from: Readable, file: string, most: number): Promise<SizeAndHash> {
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
 * Reads a small body into memory. Undefined when it is larger than `most` bytes: it is then no
 * message of ours, and the callers treat it as none.
 *
 * Errors  those of the stream.
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
 * A stream that sends a file once. The file is deleted from its folder at once; the disk gets its
 * room back when the stream closes.
 */
export function sentOnce(file: string): Readable {
  const fd = openSync(file, 'r')
  rmSync(file)
  return createReadStream('', { fd })
}

/**
 * The size and hash of a file on the disk. One piece is in memory at a time.
 *
 * Errors  those of the disk.
 */
export async function hashOfFile(file: string): Promise<SizeAndHash> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of createReadStream(file)) {
    bytes += (piece as Buffer).length
    hash.update(piece as Buffer)
  }
  return { bytes, hash: hash.digest('base64url') }
}
