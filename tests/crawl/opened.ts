import { createHash } from 'node:crypto'
import { zstdDecompressSync } from 'node:zlib'
import { unzipSync } from 'fflate'
import { decodeUpdate } from 'yjs'
import { inLines } from './mask.ts'
import { textOfPdf } from './pdf.ts'

const TEXT = /^(?:text\/|application\/(?:json|javascript|xml|atom))|\+json|\+xml/
/** Opens what is sealed for a box whose key the crawl holds; undefined for any other. */
export type Unseal = (bytes: Uint8Array) => Promise<Uint8Array | undefined>

/**
 * What an answer holds, as text: a print as what it says, an archive or a bundle as its parts, what
 * is no text as its hash.
 */
export async function opened(type: string, bytes: Uint8Array, unseal: Unseal): Promise<string> {
  if (type.startsWith('application/pdf')) return textOfPdf(bytes)
  if (type.startsWith('text/html')) return inLines(Buffer.from(bytes).toString('utf8'))
  if (TEXT.test(type)) return Buffer.from(bytes).toString('utf8')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return partsIn(bytes, unseal)
  return `[${bytes.length} bytes ${hashOf(bytes)}]`
}

export const hashOf = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 12)

async function partsIn(bytes: Uint8Array, unseal: Unseal): Promise<string> {
  const parts = Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1))
  const told = await Promise.all(
    parts.map(async ([name, part]) => `=== ${name}\n${await partOf(name, part, unseal)}`),
  )
  return told.join('\n')
}

async function partOf(name: string, part: Uint8Array, unseal: Unseal): Promise<string> {
  // A signature is made of all the rest: it says nothing more.
  if (name.endsWith('.sig')) return `[${part.length} bytes]`
  if (Buffer.from(part.subarray(0, 3)).toString() === 'age') {
    const open = await unseal(part)
    return open ? `unsealed\n${await partOf(name, open, unseal)}` : '[sealed for another]'
  }
  if (part.length > 4 && Buffer.from(part).readUInt32LE(0) === ZSTD)
    return entriesIn(zstdDecompressSync(part))
  return isText(part) ? inLines(Buffer.from(part).toString('utf8')) : opened('', part, unseal)
}
const ZSTD = 0xfd2fb528

/**
 * The entries of a page of a bundle, as `docs/wire-format.md` lays them: the signed text, then its
 * values. Signatures and salts are chance.
 */
function entriesIn(page: Buffer): string {
  let at = 0
  const take = (length: number): Buffer => page.subarray(at, (at += length))
  const number = (): number => take(4).readUInt32BE()
  const lines: string[] = []
  while (at < page.length) {
    lines.push(`entry ${take(number()).toString('utf8')}`)
    take(64)
    for (let left = number(); left > 0; left--) {
      const [index, field] = [number(), take(take(1)[0]!).toString('utf8')]
      take(16)
      lines.push(`  ${index} ${field} ${saidIn(take(number()).toString('utf8'))}`)
    }
  }
  return lines.join('\n')
}

/**
 * A text that several may write travels as its changes: what each says, without the random number
 * of who wrote it.
 */
function saidIn(json: string): string {
  const [, changes] = /^\{"yjs":"([^"]*)"\}$/.exec(json) ?? []
  if (changes === undefined) return json
  const { structs } = decodeUpdate(Buffer.from(changes, 'base64'))
  const said = structs.map(
    one => `${one.id.clock} ${'content' in one ? JSON.stringify(one.content) : one.length}`,
  )
  return `changes of a text: ${said.join(', ')}`
}

const isText = (bytes: Uint8Array): boolean => {
  try {
    return !new TextDecoder('utf8', { fatal: true }).decode(bytes).includes('\0')
  } catch {
    return false
  }
}
