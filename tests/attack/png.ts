import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'

/** `rows`: how many are really there; the header says `height`. */
export type Png = Readonly<{
  width: number
  height: number
  depth?: 8 | 16
  rows?: number
  interlaced?: boolean
}>

/** A picture of four channels, written by hand, so that its header may say anything. */
export function png({
  width,
  height,
  depth = 8,
  rows = height,
  interlaced = false,
}: Png): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([depth, 6, 0, 0, interlaced ? 1 : 0], 8)
  const data = deflateSync(Buffer.alloc((1 + (width * 4 * depth) / 8) * rows), { level: 9 })
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    part('IHDR', head),
    part('IDAT', data),
    part('IEND', Buffer.alloc(0)),
  ])
}

function part(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const WHOLE = png({ width: 60, height: 40 })
/** A small picture that ends early, or of which some bytes are others. */
export const cutOrBent = fc
  .tuple(
    fc.integer({ min: 12, max: WHOLE.length }),
    fc.array(fc.tuple(fc.nat(WHOLE.length - 1), fc.nat(255)), { maxLength: 8 }),
  )
  .map(([length, bent]) => {
    const bytes = Uint8Array.from(WHOLE)
    for (const [at, byte] of bent) bytes[at] = byte
    return bytes.subarray(0, length)
  })
