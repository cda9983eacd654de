/** A range of a file: its first and last byte, both included. */
export type ByteRange = Readonly<{ from: number; to: number }>
/**
 * The answer to a `Range` header. `whole`: the whole file. `none`: the range lies past the end
 * (416).
 */
export type RequestedRange = 'whole' | 'none' | ByteRange

/**
 * Reads a `Range` header for a file of so many bytes.
 *
 * Law     One range gives that piece; several, or a malformed header, the whole; a range past the
 *         end `none`. An `if-range` of another version gives the whole: a download continues only
 *         with the same file.
 * Source  RFC 9110, 13.1.5 and 14.1 to 14.2.
 */
export function rangeAsked(
  range: string | undefined,
  ifRange: string | undefined,
  tag: string,
  size: number,
): RequestedRange {
  if (range === undefined || (ifRange !== undefined && ifRange !== tag)) return 'whole'
  const [, first = '', last = ''] =
    /^\s*bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(range) ?? []
  if (first === '' && last === '') return 'whole'
  if (first === '') {
    const length = Math.min(size, Number(last))
    return length === 0 ? 'none' : { from: size - length, to: size - 1 }
  }
  const from = Number(first)
  if (last !== '' && Number(last) < from) return 'whole'
  return from >= size
    ? 'none'
    : { from, to: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}
