import { createHash } from 'node:crypto'
import { fromBase32 } from '../../core/id.ts'
import type { Box } from '../../log/box.ts'

/**
 * What is sealed for a box opens with that box's own key: its X25519 key is the one that its Ed25519 key gives, so that a box's
 * name is enough to seal for it, and a backup of `box.key` is a backup of both.
 * Source  RFC 7748, section 4.1 (the map between the two curves); RFC 8032, section 5.1.5 (the scalar of a seed); Thormarker 2021,
 *         *On using the same key pair for Ed25519 and an X25519 based KEM*; age-encryption.org/v1, X25519 recipients.
 */
const P = 2n ** 255n - 19n

/** Read when something is to be sealed: nine megabytes that a box which serves pages has no use for. */
const age = () => import('age-encryption')

/** The age recipient (`age1…`) of the box of that name; undefined when the name is no point of the curve where one can seal. */
export function recipientOf(name: string): string | undefined {
  const raw = fromBase32(name)?.subarray(0, 32)
  if (raw?.length !== 32) return undefined
  const y = littleEndian(raw) & (2n ** 255n - 1n)
  const below = mod(1n - y)
  // y = 1 is the neutral point; beyond P, no name of a point.
  if (below === 0n || y >= P) return undefined
  const u = mod((1n + y) * power(below, P - 2n))
  return bech32('age', bytesOf(u))
}

/** The age identity (`AGE-SECRET-KEY-1…`) of this box: made when it is asked for, kept nowhere. */
export function identityOf(box: Box): string {
  const seed = Buffer.from(String(box.key.export({ format: 'jwk' }).d), 'base64url')
  const scalar = createHash('sha512').update(seed).digest().subarray(0, 32)
  return bech32('age-secret-key-', scalar).toUpperCase()
}

/** Errors  what age says of a recipient that is none: `recipientOf` gave them, so this is a fault of ours. */
export async function sealFor(
  bytes: Uint8Array,
  recipients: readonly string[],
): Promise<Uint8Array> {
  const { Encrypter } = await age()
  const sealing = new Encrypter()
  for (const recipient of recipients) sealing.addRecipient(recipient)
  return sealing.encrypt(bytes)
}

/** Undefined when it was not sealed for us, or is damaged: from outside the two are one. */
export async function unseal(bytes: Uint8Array, identity: string): Promise<Uint8Array | undefined> {
  const { Decrypter } = await age()
  const opening = new Decrypter()
  opening.addIdentity(identity)
  try {
    return await opening.decrypt(bytes)
  } catch {
    return undefined
  }
}

const mod = (n: bigint): bigint => ((n % P) + P) % P
const littleEndian = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
const bytesOf = (n: bigint): Uint8Array =>
  Uint8Array.from({ length: 32 }, (_, i) => Number((n >> BigInt(8 * i)) & 255n))
function power(base: bigint, exponent: bigint): bigint {
  let out = 1n
  let square = mod(base)
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) out = mod(out * square)
    square = mod(square * square)
  }
  return out
}

const CHARS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3]
/** Source  BIP 173, which age takes without its limit of 90 characters. */
function bech32(prefix: string, bytes: Uint8Array): string {
  const five: number[] = []
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff
    for (bits += 8; bits >= 5; bits -= 5) five.push((held >> (bits - 5)) & 31)
  }
  if (bits > 0) five.push((held << (5 - bits)) & 31)
  const chars = [...prefix].map(char => char.charCodeAt(0))
  const sum =
    polymod([
      ...chars.map(code => code >> 5),
      0,
      ...chars.map(code => code & 31),
      ...five,
      0,
      0,
      0,
      0,
      0,
      0,
    ]) ^ 1
  const check = Array.from({ length: 6 }, (_, i) => (sum >> (5 * (5 - i))) & 31)
  return `${prefix}1${[...five, ...check].map(n => CHARS[n]).join('')}`
}
function polymod(values: readonly number[]): number {
  let sum = 1
  for (const value of values) {
    const top = sum >>> 25
    sum = ((sum & 0x1ffffff) << 5) ^ value
    for (let i = 0; i < 5; i++) if ((top >> i) & 1) sum ^= GENERATOR[i]!
  }
  return sum
}
