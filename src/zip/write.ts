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
export async function* zipped(
  parts: Iterable<ZipPart> | AsyncIterable<ZipPart>,
  mtime: Date,
): AsyncGenerator<Uint8Array> {
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
    for await (const piece of gathered(part.bytes())) {
      size += piece.length
      if (size > MOST_BYTES) throw new TooLargeForZip()
      one.push(piece)
      yield* drained()
    }
    one.push(new Uint8Array(), true)
    yield* drained()
  }
  zip.end()
  yield* drained()
}

const PIECE = 64 * 1024
/**
 * Small pieces together: packing costs by the piece. Each is a copy, since fflate keeps what it is
 * given.
 */
async function* gathered(pieces: ReturnType<ZipPart['bytes']>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = []
  let size = 0
  for await (const piece of pieces) {
    held.push(piece)
    size += piece.length
    if (size < PIECE) continue
    yield Uint8Array.from(Buffer.concat(held))
    held = []
    size = 0
  }
  if (size > 0) yield Uint8Array.from(Buffer.concat(held))
}

/**
 * A part that is held whole already: a manifest, a signature, a page. `packs` false: it is folded
 * or sealed, and would only cost.
 */
export const partOf = (name: string, text: string | Uint8Array, packs = true): ZipPart => ({
  name,
  packs,
  bytes: () => [typeof text === 'string' ? Buffer.from(text, 'utf8') : text],
})
