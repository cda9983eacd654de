/**
 * A set of words kept as bits (Bloom 1970): small, read at once, and never in doubt of a word that
 * it holds.
 *
 * Law     a word that was set is held; one word in some three hundred that was never set seems held
 *         too.
 * Shape   `words.json` beside this file, made by `bin/make-names.ts`: the keys of the folded forms
 *         of a French dictionary, proper names left out.
 */
const BITS_A_WORD = 12
const HASHES = 8

/** One key for a word and its plural: a third fewer to keep. */
export const keyOf = (word: string): string => (word.length > 3 ? word.replace(/[sx]$/, '') : word)
export const bitsFor = (words: number): number => Math.ceil((words * BITS_A_WORD) / 8)

/**
 * FNV-1a over UTF-16 units, from two starts: the other hashes are sums of both (Kirsch and
 * Mitzenmacher 2006).
 */
function hash(word: string, start: number): number {
  let value = start
  for (let at = 0; at < word.length; at++)
    value = Math.imul(value ^ word.charCodeAt(at), 0x01000193)
  value ^= value >>> 15
  return Math.imul(value, 0x2c1b3c6d) >>> 0
}

const placeOf = (bits: Uint8Array, word: string): ((i: number) => number) => {
  const [first, second] = [hash(word, 0x811c9dc5), (hash(word, 0x9747b28c) | 1) >>> 0]
  return i => (first + i * second) % (bits.length * 8)
}

export function setWord(bits: Uint8Array, word: string): void {
  const placeAt = placeOf(bits, word)
  for (let i = 0; i < HASHES; i++) bits[placeAt(i) >>> 3]! |= 1 << (placeAt(i) & 7)
}

export function holdsWord(bits: Uint8Array, word: string): boolean {
  const placeAt = placeOf(bits, word)
  for (let i = 0; i < HASHES; i++) {
    const place = placeAt(i)
    if (!(bits[place >>> 3]! & (1 << (place & 7)))) return false
  }
  return true
}
