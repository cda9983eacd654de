/**
 * Ids of records, and base 32. A record’s id is drawn where the record is made, without asking any
 * other box: the time of making, then 80 random bits. Names of boxes use the same base 32.
 */

const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'
/** The form of a record’s id. */
export const ID_SHAPE = /^[0-9a-hjkmnp-tv-z]{26}$/

/**
 * A new id of a record: 26 characters. The first ten are the time, the other sixteen are 80 random
 * bits. Ids sort by time.
 *
 * Units   `now`: milliseconds since 1970 UTC. `chance`: at least 10 random bytes, of which the
 *         first 10 count; fewer give an id that is too short, and nothing says so. The caller gives
 *         both.
 * Source  Crockford’s base 32, lower case; the layout of ULID.
 */
export function idFrom(now: number, chance: Uint8Array): string {
  // Ten characters of five bits each; a time before 1970 counts as 1970.
  let ms = Math.max(0, Math.floor(now))
  const time: string[] = []
  for (let i = 0; i < 10; i++) {
    time.unshift(DIGITS[ms % 32] ?? '0')
    ms = Math.floor(ms / 32)
  }
  return time.join('') + base32(chance.subarray(0, 10))
}

/**
 * The time of an id. It does not check the id: a character outside the alphabet counts as 0.
 *
 * Units   milliseconds since 1970 UTC.
 */
export const bornAt = (id: string): number =>
  [...id.slice(0, 10)].reduce((ms, digit) => ms * 32 + Math.max(0, DIGITS.indexOf(digit)), 0)

/**
 * The smallest id of a day in the village (`2026-11-28`): the condition `id >= firstIdOf(day)`
 * finds the records that were made from that day on, by the index.
 */
export const firstIdOf = (day: string, zone = 'Europe/Paris'): string =>
  idFrom(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds, new Uint8Array(10))

/** Bytes as base 32, five bits a character. The last character is padded with zero bits. */
export function base32(bytes: Uint8Array): string {
  let out = ''
  let bits = 0
  let buffer = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      out += DIGITS[(buffer >> bits) & 31] ?? ''
      buffer &= (1 << bits) - 1
    }
  }
  return bits > 0 ? out + (DIGITS[(buffer << (5 - bits)) & 31] ?? '') : out
}

/** The bytes of a base 32 text; undefined when a character is outside the alphabet (`A` too). */
export function fromBase32(text: string): Uint8Array | undefined {
  const out: number[] = []
  let bits = 0
  let buffer = 0
  for (const char of text) {
    const digit = DIGITS.indexOf(char)
    if (digit < 0) return undefined
    buffer = (buffer << 5) | digit
    bits += 5
    if (bits >= 8) {
      bits -= 8
      out.push((buffer >> bits) & 255)
      buffer &= (1 << bits) - 1
    }
  }
  return Uint8Array.from(out)
}
