import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** One file of an archive, read as it is written: nothing is held whole. */
export type ZipPart = Readonly<{
  name: string
  /** False for what is already packed (pictures). */
  packs: boolean
  bytes: () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>
}>

/** More than a plain ZIP can say: 4 GiB, or 65,000 files. */
export class TooLargeForZip extends Error {
  override name = 'TooLargeForZip'
}
const MOST_BYTES = 2 ** 32 - 1
const MOST_PARTS = 65_000

/**
 * The bytes of a ZIP, piece by piece.
 *
 * Law     holds one piece of one file at a time, whatever their size.
 * Errors  TooLargeForZip.
 */
export async function* zipped(parts: Iterable<ZipPart> | AsyncIterable<ZipPart>, mtime: Date): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = []
  let written = 0
  let count = 0
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    out.push(chunk)
    written += chunk.length
  })
  function* drained(): Generator<Uint8Array> {
    if (written > MOST_BYTES || count > MOST_PARTS) throw new TooLargeForZip()
    yield* out.splice(0)
  }
  for await (const part of parts) {
    const one = part.packs ? new ZipDeflate(part.name, { level: 6 }) : new ZipPassThrough(part.name)
    one.mtime = mtime
    zip.add(one)
    count++
    let size = 0
    for await (const chunk of part.bytes()) {
      size += chunk.length
      if (size > MOST_BYTES) throw new TooLargeForZip()
      // fflate may keep what it is given; a stream's buffers are its own.
      one.push(Uint8Array.from(chunk))
      yield* drained()
    }
    one.push(new Uint8Array(), true)
    yield* drained()
  }
  zip.end()
  yield* drained()
}

export const partOf = (name: string, text: string | Uint8Array, packs = true): ZipPart => ({
  name,
  packs,
  bytes: () => [typeof text === 'string' ? Buffer.from(text, 'utf8') : text],
})
