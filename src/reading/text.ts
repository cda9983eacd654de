import { Unreadable } from './unreadable.ts'

/** Control characters that text does not hold, beyond tab, line ends, form feed and escape. */
const CONTROL = /[\x00-\x06\x0e-\x1a\x1c-\x1f]/g
/** Above this share of control characters, bytes are not text. */
const MOST_CONTROL = 0.02

/**
 * The text of a file as people save them in France: UTF-8, UTF-16 with its mark, or the
 * Windows-1252 of older machines. The mark (BOM) is no part of the text; line ends stay as they
 * are, so that offsets hold in what was given. `charset` is what a server or a page says of itself:
 * believed only where the bytes are not UTF-8. Errors: `Unreadable` (`binary`, `encrypted`…) for
 * bytes that are no text.
 */
export function decodeText(bytes: Uint8Array, charset?: string): string {
  const text = decoded(bytes, charset)
  if (text.includes('\0')) throw Unreadable.of('binary', {})
  const controls = text.match(CONTROL)?.length ?? 0
  if (controls > text.length * MOST_CONTROL) throw Unreadable.of('binary', {})
  return text
}

/** Which of the encodings it was read with; for a report, never needed to read. */
export function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const loose = new TextDecoder('utf-8').decode(bytes)
  return mostlyUtf8(loose) ? 'utf-8' : 'windows-1252'
}

function decoded(bytes: Uint8Array, charset: string | undefined): string {
  const encoding = encodingOf(bytes)
  return new TextDecoder(encoding === 'windows-1252' ? believed(charset) : encoding).decode(bytes)
}

/**
 * UTF-8 with a few bad bytes (a file cut by a copy, a piece pasted in by another program) is still
 * UTF-8: read as Windows-1252 every accent of it would be lost. An accented Windows-1252 text gives
 * almost no valid sequence.
 */
function mostlyUtf8(loose: string): boolean {
  const bad = loose.match(/\ufffd/g)?.length ?? 0
  if (bad === 0) return true
  const accented = loose.match(/[^\x00-\x7f\ufffd]/g)?.length ?? 0
  return accented > 4 * bad
}

function believed(charset: string | undefined): string {
  if (!charset) return 'windows-1252'
  try {
    const known = new TextDecoder(charset).encoding
    return known.startsWith('utf-') ? 'windows-1252' : known
  } catch {
    return 'windows-1252'
  }
}
