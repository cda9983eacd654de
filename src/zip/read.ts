import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { pipeline, Readable as Stream } from 'node:stream'
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'

/** What is wrong with an archive, for a sentence. */
export class BadArchive extends Error {
  override name = 'BadArchive'
  readonly code: 'cut' | 'damaged' | 'notZip' | 'path' | 'locked' | 'swollen' | 'twice'
  readonly part: string
  constructor(code: BadArchive['code'], part = '') {
    super(`${code} ${part}`)
    this.code = code
    this.part = part
  }
}

/** One file of an archive, as its list of contents says it. */
export type Unzippable = Readonly<{
  name: string
  size: number
  packed: number
  method: number
  isLocked: boolean
  crc: number
  at: number
}>

const END = 0x06054b50
const LISTED = 0x02014b50
const LOCAL = 0x04034b50
const LARGEST_LIST = 64 * 1024 * 1024
const PIECE = 256 * 1024

/** Reads bytes at any place: `read` fills the buffer from `into` on, and says how much it could. */
type Readable = Readonly<{
  length: number
  read: (bytes: Buffer, into: number, at: number) => number
  close: () => void
}>
function onDisk(file: string): Readable {
  const handle = openSync(file, 'r')
  return {
    length: fstatSync(handle).size,
    read: (bytes, into, at) => readSync(handle, bytes, into, bytes.length - into, at),
    close: () => closeSync(handle),
  }
}
function inMemory(held: Uint8Array): Readable {
  const all = Buffer.from(held.buffer, held.byteOffset, held.byteLength)
  return {
    length: all.length,
    read: (bytes, into, at) => (at < all.length ? all.copy(bytes, into, at) : 0),
    close: () => undefined,
  }
}

/**
 * A ZIP, read where its list of contents says. The list stands at the end: a file that was cut on
 * its way has none.
 *
 * Law     a name that leads out of the folder, a name that comes twice, a locked part or a packing
 *         that we don't read refuses the whole archive. A part never unpacks to more than its list
 *         announces, and its sum is checked. `pieces` holds one piece at a time.
 * Errors  BadArchive.
 */
export class ZipFile {
  readonly parts: readonly Unzippable[]
  readonly #bytes: Readable
  readonly #named: ReadonlyMap<string, Unzippable>

  /**
   * Shape   `file`: its path, or its bytes · `isDocument`: a part is looked at when it is read, and
   *         no other is. Such an archive is read by names that we know and never written to a
   *         folder, so that a strange name or a locked picture refuses nothing; of a name that
   *         comes twice, the last counts.
   */
  constructor(file: string | Uint8Array, { isDocument = false } = {}) {
    this.#bytes = typeof file === 'string' ? onDisk(file) : inMemory(file)
    try {
      this.parts = this.#listed()
      if (!isDocument) refuseUnsafe(this.parts)
      this.#named = new Map(this.parts.map(part => [part.name, part]))
    } catch (error) {
      this.close()
      throw error
    }
  }

  close(): void {
    this.#bytes.close()
  }

  find(name: string): Unzippable | undefined {
    return this.#named.get(name)
  }

  /** One part whole, when it is no larger than `most`. */
  async whole(part: Unzippable, most: number): Promise<Buffer> {
    if (part.size > most) throw new BadArchive('swollen', part.name)
    const pieces: Uint8Array[] = []
    for await (const piece of this.pieces(part)) pieces.push(piece)
    return Buffer.concat(pieces)
  }

  /**
   * One part whole, at once: for an archive that is held in memory. It stops at `most` bytes,
   * whatever the list announces.
   */
  wholeNow(part: Unzippable, most: number): Buffer {
    refuseUnread(part)
    const packed = Buffer.concat([...this.#raw(part)])
    if (part.size > most) throw new BadArchive('swollen', part.name)
    const bytes = part.method === 0 ? packed : inflated(packed, part.name, most)
    if (bytes.length > most) throw new BadArchive('swollen', part.name)
    if (bytes.length !== part.size || crc32(bytes) !== part.crc)
      throw new BadArchive('damaged', part.name)
    return bytes
  }

  async *pieces(part: Unzippable): AsyncGenerator<Uint8Array> {
    refuseUnread(part)
    let size = 0
    let sum = 0
    for await (const piece of part.method === 0 ? this.#raw(part) : this.#inflated(part)) {
      size += piece.length
      if (size > part.size) throw new BadArchive('damaged', part.name)
      sum = crc32(piece, sum)
      yield piece
    }
    if (size !== part.size || sum !== part.crc) throw new BadArchive('damaged', part.name)
  }

  *#raw(part: Unzippable): Generator<Buffer> {
    const head = this.#read(part.at, 30)
    if (head.readUInt32LE(0) !== LOCAL) throw new BadArchive('damaged', part.name)
    const from = part.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
    if (from + part.packed > this.#bytes.length) throw new BadArchive('cut', part.name)
    for (let done = 0; done < part.packed; done += PIECE)
      yield this.#read(from + done, Math.min(PIECE, part.packed - done))
  }

  async *#inflated(part: Unzippable): AsyncGenerator<Buffer> {
    const unpacking = createInflateRaw()
    pipeline(Stream.from(this.#raw(part)), unpacking, () => undefined)
    try {
      for await (const piece of unpacking) yield piece as Buffer
    } catch (error) {
      throw error instanceof BadArchive ? error : new BadArchive('damaged', part.name)
    }
  }

  #read(at: number, length: number): Buffer {
    const bytes = Buffer.alloc(length)
    let got = 0
    while (got < length) {
      const n = this.#bytes.read(bytes, got, at + got)
      if (n === 0) throw new BadArchive('cut')
      got += n
    }
    return bytes
  }

  #listed(): readonly Unzippable[] {
    if (this.#bytes.length < 4 || this.#read(0, 2).toString('latin1') !== 'PK')
      throw new BadArchive('notZip')
    const tailAt = Math.max(0, this.#bytes.length - 22 - 0xffff)
    const tail = this.#read(tailAt, this.#bytes.length - tailAt)
    let end = tail.length - 22
    while (end >= 0 && tail.readUInt32LE(end) !== END) end--
    if (end < 0) throw new BadArchive('cut')
    const [count, size, at] = [
      tail.readUInt16LE(end + 10),
      tail.readUInt32LE(end + 12),
      tail.readUInt32LE(end + 16),
    ]
    if (size > LARGEST_LIST || at + size > tailAt + end) throw new BadArchive('damaged')
    return partsIn(this.#read(at, size), count)
  }
}

function partsIn(list: Buffer, count: number): readonly Unzippable[] {
  const parts: Unzippable[] = []
  for (let at = 0; parts.length < count; ) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== LISTED) throw new BadArchive('damaged')
    const named = list.readUInt16LE(at + 28)
    const next = at + 46 + named + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32)
    if (next > list.length) throw new BadArchive('damaged')
    parts.push({
      name: list.toString('utf8', at + 46, at + 46 + named),
      isLocked: (list.readUInt16LE(at + 8) & 1) === 1,
      method: list.readUInt16LE(at + 10),
      crc: list.readUInt32LE(at + 16),
      packed: list.readUInt32LE(at + 20),
      size: list.readUInt32LE(at + 24),
      at: list.readUInt32LE(at + 42),
    })
    at = next
  }
  return parts
}

function refuseUnsafe(parts: readonly Unzippable[]): void {
  const names = new Set<string>()
  for (const part of parts) {
    refuseUnread(part)
    if (!isSafeName(part.name)) throw new BadArchive('path', part.name)
    if (names.has(part.name)) throw new BadArchive('twice', part.name)
    names.add(part.name)
  }
}
function refuseUnread({ name, isLocked, method }: Unzippable): void {
  if (isLocked) throw new BadArchive('locked', name)
  if (method !== 0 && method !== 8) throw new BadArchive('damaged', name)
}

function inflated(packed: Uint8Array, name: string, most: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new BadArchive(code === 'ERR_BUFFER_TOO_LARGE' ? 'swollen' : 'damaged', name)
  }
}

/** A name that stays inside the folder where it is put, on any system. */
const isSafeName = (name: string): boolean =>
  name !== '' &&
  !/[\\\u0000-\u001f:]/.test(name) &&
  !name.startsWith('/') &&
  !name.split('/').includes('..')
