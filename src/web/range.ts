/** A piece of a file: its first and last byte, both counted. */
export type ByteRange = Readonly<{ from: number; to: number }>
/**
 * `whole`: all of it, since nothing was asked that can be given otherwise · `none`: nothing of it
 * lies there (416).
 */
export type RequestedRange = 'whole' | 'none' | ByteRange

/**
 * What a `Range` header asks of so many bytes.
 *
 * Law     any header is answered: one range of bytes by that piece, several or what is no range by
 *         the whole, as a server may; a range that lies past the end by `none`. `if-range` that
 *         does not name these very bytes gives the whole: a download goes on only with the same
 *         file.
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
