import { closeSync, openSync, readSync, statSync } from 'node:fs'

/**
 * Reads the rows of a damaged SQLite file page by page, without SQLite, for the salvage of a log.
 * SQLite gives up whole trees of a file for one bad page, while each other page can still be read.
 * The result doesn’t say from which table a row comes. Nothing read this way is trusted: the caller
 * checks hashes and signatures.
 *
 * Source  https://www.sqlite.org/fileformat2.html, 1.3 and 1.6 (pages of a b-tree), 2.1 (records).
 */
/** A value in a cell: NULL, a number, a text or a blob. */
export type CellValue = null | number | string | Uint8Array
/** A cell: a row of a table or of an index. `rowid` is undefined in a table without row ids. */
export type SqliteCell = Readonly<{ rowid: number | undefined; values: readonly CellValue[] }>

/** The first byte of a page: its kind. */
const [LEAF_TABLE, LEAF_INDEX, INNER_INDEX] = [0x0d, 0x0a, 0x02]

/**
 * Reads every cell of a file, page by page. An unreadable cell is left out.
 *
 * Units   `usual`: bytes of a page, when the first page no longer gives it.
 */
export function* cellsIn(file: string, usual: number): Generator<SqliteCell> {
  const handle = openSync(file, 'r')
  try {
    const head = Buffer.alloc(100)
    readSync(handle, head, 0, 100, 0)
    const said = head.readUInt16BE(16) === 1 ? 65_536 : head.readUInt16BE(16)
    const size =
      head.toString('latin1', 0, 15) === 'SQLite format 3' && isPageSize(said) ? said : usual
    const count = Math.floor(statSync(file).size / size)
    const page = (no: number): Buffer => {
      const bytes = Buffer.alloc(size)
      if (no >= 1 && no <= count) readSync(handle, bytes, 0, size, (no - 1) * size)
      return bytes
    }
    const pages = { count, page }
    for (let no = 1; no <= count; no++) yield* cellsOf(page(no), no === 1 ? 100 : 0, pages)
  } finally {
    closeSync(handle)
  }
}
const isPageSize = (size: number): boolean =>
  size >= 512 && size <= 65_536 && (size & (size - 1)) === 0

/** The pages of a file, numbered from 1. A page that is not there reads as zeros. */
type Pages = Readonly<{ count: number; page: (no: number) => Buffer }>

/** The cells of one page. `from`: where its header begins. Pages without rows give none. */
function* cellsOf(bytes: Buffer, from: number, pages: Pages): Generator<SqliteCell> {
  const kind = bytes[from]
  if (kind !== LEAF_TABLE && kind !== LEAF_INDEX && kind !== INNER_INDEX) return
  const list = from + (kind === INNER_INDEX ? 12 : 8)
  const count = Math.min(bytes.readUInt16BE(from + 3), Math.floor((bytes.length - list) / 2))
  for (let i = 0; i < count; i++)
    try {
      const cell = cellAt(bytes, bytes.readUInt16BE(list + 2 * i), kind, pages)
      if (cell) yield cell
    } catch (error) {
      // A cell beyond its page or longer than the file is damaged.
      if (!(error instanceof RangeError)) throw error
    }
}

function cellAt(bytes: Buffer, start: number, kind: number, pages: Pages): SqliteCell | undefined {
  let at = start + (kind === INNER_INDEX ? 4 : 0)
  const [length, afterLength] = varint(bytes, at)
  at = afterLength
  let rowid: number | undefined
  if (kind === LEAF_TABLE) [rowid, at] = varint(bytes, at)
  if (length > pages.count * bytes.length) return undefined
  return { rowid, values: valuesIn(payloadAt(bytes, { at, length }, kind, pages)) }
}

/**
 * The content of a cell, with the rest of it from overflow pages. The numbers are those of the
 * file format, 1.6: how much of a payload stays in its page.
 */
function payloadAt(
  bytes: Buffer,
  { at, length }: Readonly<{ at: number; length: number }>,
  kind: number,
  { page }: Pages,
): Buffer {
  const usable = bytes.length
  const most = kind === LEAF_TABLE ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23
  if (length <= most) return bytes.subarray(at, at + length)
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const kept = least + ((length - least) % (usable - 4))
  const here = kept <= most ? kept : least
  const parts = [bytes.subarray(at, at + here)]
  let next = bytes.readUInt32BE(at + here)
  for (let left = length - here; left > 0 && next > 0; left -= usable - 4) {
    const more = page(next)
    parts.push(more.subarray(4, 4 + Math.min(left, usable - 4)))
    next = more.readUInt32BE(0)
  }
  return Buffer.concat(parts)
}

/** The values of a row: its header gives the type of each, and the rest their bytes. */
function valuesIn(record: Buffer): readonly CellValue[] {
  const [headEnd, first] = varint(record, 0)
  const values: CellValue[] = []
  let [at, body] = [first, headEnd]
  while (at < headEnd) {
    let type: number
    ;[type, at] = varint(record, at)
    const size = sizeOf(type)
    if (body + size > record.length) throw new RangeError('a value beyond its record')
    values.push(cellValue(record, body, type, size))
    body += size
  }
  return values
}

/** Units   bytes of a value, by its type in the header of a row. Larger types: texts and blobs. */
const SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0] as const
const sizeOf = (type: number): number =>
  type < SIZES.length ? SIZES[type]! : type < 12 ? 0 : Math.floor((type - 12) / 2)

function cellValue(bytes: Buffer, at: number, type: number, size: number): CellValue {
  if (type === 0) return null
  if (type >= 12)
    return type % 2 === 0
      ? new Uint8Array(bytes.subarray(at, at + size))
      : bytes.toString('utf8', at, at + size)
  if (type === 7) return bytes.readDoubleBE(at)
  if (type === 8 || type === 9) return type - 8
  return size === 8 ? Number(bytes.readBigInt64BE(at)) : bytes.readIntBE(at, size)
}

/** A number of one to nine bytes, and the place after it. */
function varint(bytes: Buffer, at: number): [number, number] {
  let value = 0
  for (let i = 0; i < 9; i++) {
    const byte = bytes.readUInt8(at + i)
    if (i === 8) return [value * 256 + byte, at + 9]
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return [value, at + i + 1]
  }
  return [value, at + 9]
}
