/**
 * A short hash of a text (16 hex digits), to notice that something changed. The hash is not
 * cryptographic: anybody can make two texts with one digest.
 *
 * Source  Fowler, Noll, Vo and Eastlake, *The FNV Non-Cryptographic Hash Algorithm*
 *         (draft-eastlake-fnv): FNV-1a, 64 bits, over UTF-8, with its offset basis and its prime.
 */
export function digest(text: string): string {
  let sum = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text))
    sum = ((sum ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn
  return sum.toString(16).padStart(16, '0')
}
