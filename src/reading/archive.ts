import { crc32, inflateRawSync } from 'node:zlib'
import { Unreadable } from './unreadable.ts'

/** What the parts of one document may unfold into, all together. */
export const MOST_UNFOLDED = 20_000_000

type Part = Readonly<{
  name: string
  flags: number
  method: number
  crc: number
  size: number
  unfolded: number
  at: number
}>

/**
 * The parts of a ZIP (a .docx and an .odt are one), each unfolded under a limit that does not trust what the file says of itself.
 * Law: never holds more than `MOST_UNFOLDED` bytes; a part whose sum differs is never given.
 * Errors: `Unreadable` (`cutArchive`, `damaged`, `encrypted`, `swollen`).
 */
export class Archive {
  private readonly parts = new Map<string, Part>()
  private readonly bytes: Uint8Array
  private readonly view: DataView
  private left = MOST_UNFOLDED

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (const part of directory(this.view, bytes)) this.parts.set(part.name, part)
  }

  get names(): readonly string[] {
    return [...this.parts.keys()]
  }

  has(name: string): boolean {
    return this.parts.has(name)
  }

  /** One part, or undefined where the archive has none of that name. */
  part(name: string): Uint8Array | undefined {
    const part = this.parts.get(name)
    if (!part) return undefined
    if (part.flags & 1) throw Unreadable.of('encrypted', {})
    const data = this.folded(part)
    const bytes = part.method === 0 ? data : this.inflated(part, data)
    if (bytes.length > this.left) throw swollen()
    if (crc32(bytes) !== part.crc) throw Unreadable.of('damaged', {})
    this.left -= bytes.length
    return bytes
  }

  private folded(part: Part): Uint8Array {
    const { view, bytes } = this
    if (part.at + 30 > bytes.length || view.getUint32(part.at, true) !== 0x04034b50)
      throw Unreadable.of('damaged', {})
    const from =
      part.at + 30 + view.getUint16(part.at + 26, true) + view.getUint16(part.at + 28, true)
    if (from + part.size > bytes.length) throw Unreadable.of('cutArchive', {})
    return bytes.subarray(from, from + part.size)
  }

  private inflated(part: Part, data: Uint8Array): Uint8Array {
    if (part.method !== 8) throw Unreadable.of('damaged', {})
    if (part.unfolded > this.left) throw swollen()
    try {
      return inflateRawSync(data, { maxOutputLength: Math.max(1, this.left) })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw swollen()
      throw Unreadable.of('damaged', {})
    }
  }
}

const swollen = (): Unreadable => Unreadable.of('swollen', { most: MOST_UNFOLDED })

/** The list of parts stands at the end of the file: a file cut on its way has none. */
function directory(view: DataView, bytes: Uint8Array): Part[] {
  const end = endRecord(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const parts: Part[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw Unreadable.of('damaged', {})
    const named = view.getUint16(at + 28, true)
    const next = at + 46 + named + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) throw Unreadable.of('damaged', {})
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + named)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 20, true),
      unfolded: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at = next
  }
  return parts
}

function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw Unreadable.of('cutArchive', {})
}
