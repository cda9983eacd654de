import { constants, crc32, deflateRawSync } from 'node:zlib'
import { aroundHoles, type Fill } from './holes.ts'

/**
 * The body of a page with holes, made ready once: what stands around them is compressed, and each
 * answer copies it and writes what fills them.
 *
 * Shape   gzip: a stored block for each hole, between blocks that are compressed.
 * Law     Its text is that of the page with each hole filled, by letters of ASCII alone.
 * Units   `size`: bytes, of what stays in memory.
 * Source  RFC 1951, 3.2.4; RFC 1952, 2.3.
 */
export type HoledBody = Readonly<{
  encoding?: 'gzip'
  size: number
  /** The body of one more answer; undefined: what fills a hole is longer or shorter than it was. */
  next: () => Uint8Array<ArrayBuffer> | undefined
}>

/** Each is a stored block, however often the same filling stands in a page. */
const MOST_HOLES = 16
/** Units   bytes. About what a hole takes beside its place: its name, a closure, numbers. */
const AROUND = 200

/**
 * The body of the answer that is made now, and what the next ones are made of. Undefined for a text
 * without holes, or with more than are worth it.
 */
export function holedBody(
  text: string,
  fillFor: () => Fill,
  encoding: 'gzip' | undefined,
): Readonly<{ first: Uint8Array<ArrayBuffer>; holed: HoledBody }> | undefined {
  const parts = aroundHoles(text)
  const holes = parts.filter((_, i) => i % 2 === 1).map(copied)
  if (holes.length === 0 || holes.length > MOST_HOLES) return undefined
  const texts = parts.filter((_, i) => i % 2 === 0).map(part => Buffer.from(part, 'utf8'))
  const begun = holes.map(fillFor())
  if (!begun.every(isPlain)) return undefined
  const lengths = begun.map(filling => filling.length)
  const packed = encoding ? zipped(texts, lengths) : texts
  const { body, at } = joined(packed, lengths)
  const sumOf = encoding && sumAround(texts.map(alone))
  const filledBy = (fillings: readonly string[]): Uint8Array<ArrayBuffer> => {
    const made = Buffer.from(body)
    for (const [i, filling] of fillings.entries()) made.write(filling, at[i]!, 'latin1')
    if (sumOf) made.writeUInt32LE(sumOf(fillings), made.length - END)
    return made
  }
  const next = (): Uint8Array<ArrayBuffer> | undefined => {
    const fillings = holes.map(fillFor())
    const fits = fillings.every((one, i) => one.length === lengths[i] && isPlain(one))
    return fits ? filledBy(fillings) : undefined
  }
  const size = body.length + (encoding ? bytesOf(texts.slice(1)) : 0) + AROUND * holes.length
  return { first: filledBy(begun), holed: { ...(encoding ? { encoding } : {}), size, next } }
}

/** A byte a letter, and no more of them than a stored block holds. */
const isPlain = (filling: string): boolean =>
  filling.length <= MOST_STORED && /^[\x20-\x7e]*$/.test(filling)
const MOST_STORED = 0xffff

/** A small buffer would hold a block of 8 KB. */
const alone = (bytes: Buffer): Uint8Array => new Uint8Array(bytes)
/** A part of a text would hold the whole of it. */
const copied = (part: string): string => Buffer.from(part, 'latin1').toString('latin1')

const bytesOf = (texts: readonly Buffer[]): number =>
  texts.reduce((sum, { length }) => sum + length, 0)

/** All in one, and where the holes between them begin. */
function joined(
  pieces: readonly Buffer[],
  lengths: readonly number[],
): Readonly<{ body: Uint8Array; at: readonly number[] }> {
  const at: number[] = []
  let length = 0
  for (const [i, hole] of lengths.entries()) {
    length += pieces[i]!.length
    at.push(length)
    length += hole
  }
  const body = Buffer.concat(pieces.flatMap((one, i) => [one, Buffer.alloc(lengths[i] ?? 0)]))
  return { body: alone(body), at }
}

/** Deflate; no name, no time; of Unix. */
const HEAD = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])
/** Units   bytes: the sum, and how long the text is. */
const END = 8
/** No text has this byte: what follows a hole refers to none of it. */
const NO_TEXT = 0xff

function zipped(texts: readonly Buffer[], lengths: readonly number[]): readonly Buffer[] {
  const end = Buffer.alloc(END)
  let before: Buffer = Buffer.alloc(0)
  const pieces = texts.map((text, i) => {
    const hole = lengths[i]
    const finishFlush = hole === undefined ? constants.Z_FINISH : constants.Z_SYNC_FLUSH
    const after = i === 0 ? {} : { dictionary: before }
    const packed = deflateRawSync(text, { level: 9, finishFlush, ...after })
    before = Buffer.concat([before, text, Buffer.alloc(hole ?? 0, NO_TEXT)])
    end.writeUInt32LE(before.length, 4)
    const around = [...(i === 0 ? [HEAD] : []), packed, hole === undefined ? end : storedHead(hole)]
    return Buffer.concat(around)
  })
  return pieces
}

/** The head of a stored block that is not the last. A flush ends on a whole byte before it. */
function storedHead(length: number): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt16LE(length, 1)
  head.writeUInt16LE(0xffff - length, 3)
  return head
}

/** The sum of these texts with fillings between them. */
function sumAround([first, ...rest]: readonly Uint8Array[]): (
  fillings: readonly string[],
) => number {
  const begun = crc32(first!)
  return fillings => fillings.reduce((sum, one, i) => crc32(rest[i]!, crc32(one, sum)), begun)
}
