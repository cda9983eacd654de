import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { inLines } from './mask.ts'
import { textOfPdf } from './pdf.ts'

const TEXT = /^(?:text\/|application\/(?:json|javascript|xml|atom))|\+json|\+xml/

/** What an answer holds, as text: a print as what it says, an archive as its files, what is no text as its hash. */
export function opened(type: string, bytes: Uint8Array): string {
  if (type.startsWith('application/pdf')) return textOfPdf(bytes)
  if (type.startsWith('text/html')) return inLines(Buffer.from(bytes).toString('utf8'))
  if (TEXT.test(type)) return Buffer.from(bytes).toString('utf8')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return filesIn(bytes)
  return `[${bytes.length} bytes ${hashOf(bytes)}]`
}

export const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex').slice(0, 12)

function filesIn(bytes: Uint8Array): string {
  const files = Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1))
  return files
    .map(([name, part]) => `=== ${name}\n${isText(part) ? inLines(Buffer.from(part).toString('utf8')) : opened('', part)}`)
    .join('\n')
}

const isText = (bytes: Uint8Array): boolean => {
  try {
    return !new TextDecoder('utf8', { fatal: true }).decode(bytes).includes('\0')
  } catch {
    return false
  }
}
