import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import type { Flesh, Signed } from '../../core/change.ts'
import { errorCode } from '../../core/narrow.ts'
import { BundleFault } from '../intake/fault.ts'

/**
 * Turns signed entries into the bytes of a page of a bundle, and back: each entry is a frame
 * (lengths, then bytes), and a page is frames compressed with Zstandard. An *entry* has signed
 * headers and, beside them, values (*flesh*). Packing writes pages; reading checks their form and
 * their size alone. Signatures and hashes are checked later, by the log.
 */

/**
 * The limit of a page once decompressed. One entry of 4 MiB fits, with all its values and salts.
 * Pages that this program writes are far smaller.
 *
 * Units   bytes.
 */
export const LARGEST_PAGE = 16 * 1024 * 1024
/**
 * The limit, once decompressed, of all pages of a bundle whose author is not believed here.
 *
 * Units   bytes.
 */
export const LARGEST_PAGES_OF_STRANGER = 1024 * 1024
/** The limit of a compressed page. Bytes that can’t be compressed grow a little. */
export const LARGEST_PACKED = LARGEST_PAGE + 64 * 1024
/** Units   bytes of the salt of a value, and of the signature of an entry. */
const SALT = 16
const SIGNATURE = 64

/**
 * The bytes of one entry in a page, as docs/wire-format.md says. The signed bytes are copied, never
 * made again from an object.
 */
export function frame({ bytes, signature, flesh }: Signed): Buffer {
  const parts: Uint8Array[] = [u32(bytes.length), bytes, signature, u32(flesh.length)]
  for (const { index, field, salt, value } of flesh) {
    const text = Buffer.from(value, 'utf8')
    parts.push(
      u32(index),
      Buffer.from([Buffer.byteLength(field)]),
      Buffer.from(field, 'utf8'),
      salt,
      u32(text.length),
      text,
    )
  }
  return Buffer.concat(parts)
}
function u32(n: number): Buffer {
  const out = Buffer.alloc(4)
  out.writeUInt32BE(n)
  return out
}

/**
 * Compresses frames into a page, at level 6: a reader takes any level. A reader refuses a page over
 * LARGEST_PAGE.
 */
export const compressedPage = (frames: readonly Uint8Array[]): Buffer =>
  zstdCompressSync(Buffer.concat(frames), { params: { [constants.ZSTD_c_compressionLevel]: 6 } })

/**
 * The entries of a compressed page. Signatures and hashes are not checked yet.
 *
 * Errors  BundleFault `swollen`, `frames`.
 */
export const entriesOfPage = (packed: Uint8Array, name: string): readonly Signed[] =>
  entriesInFrames(decompressed(packed, name), name)

/**
 * Decompresses a page, up to `most` bytes.
 *
 * Errors  BundleFault `swollen`, `frames`.
 */
export function decompressed(packed: Uint8Array, name: string, most = LARGEST_PAGE): Buffer {
  try {
    return zstdDecompressSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    throw new BundleFault(errorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? 'swollen' : 'frames', name)
  }
}

/**
 * The entries of a decompressed page.
 *
 * Errors  BundleFault `frames` at the first bad frame. An empty entry is a bad one: otherwise a
 *         page of zeros would give two hundred thousand entries.
 */
export function entriesInFrames(bytes: Buffer, name: string): readonly Signed[] {
  const cursor = new Cursor(bytes, name)
  const out: Signed[] = []
  while (!cursor.isDone()) out.push(readFrame(cursor))
  return out
}

function readFrame(cursor: Cursor): Signed {
  const bytes = cursor.some(cursor.number())
  const signature = cursor.take(SIGNATURE)
  const count = cursor.number()
  const flesh: Flesh[] = []
  // The count is only a claim: nothing is allocated for it, and each value must be there.
  for (let i = 0; i < count; i++) flesh.push(readFlesh(cursor))
  return { bytes, signature, flesh }
}
function readFlesh(cursor: Cursor): Flesh {
  const index = cursor.number()
  const field = cursor.take(cursor.take(1)[0]!).toString('utf8')
  const salt = cursor.take(SALT)
  return { index, field, salt, value: cursor.take(cursor.number()).toString('utf8') }
}

/** Reads bytes one after the other. Errors  BundleFault `frames` past the end. */
class Cursor {
  readonly #bytes: Buffer
  readonly #name: string
  #at = 0
  constructor(bytes: Buffer, name: string) {
    this.#bytes = bytes
    this.#name = name
  }
  isDone(): boolean {
    return this.#at === this.#bytes.length
  }
  take(length: number): Buffer {
    if (this.#at + length > this.#bytes.length) throw new BundleFault('frames', this.#name)
    this.#at += length
    return this.#bytes.subarray(this.#at - length, this.#at)
  }
  some(length: number): Buffer {
    if (length === 0) throw new BundleFault('frames', this.#name)
    return this.take(length)
  }
  number(): number {
    return this.take(4).readUInt32BE()
  }
}
