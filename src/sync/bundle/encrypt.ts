import { createHash } from 'node:crypto'
import { fromBase32 } from '../../core/id.ts'
import type { Box } from '../../log/box.ts'

/**
 * Encrypts the private part of a bundle, or a letter, for another box, and decrypts what came for
 * this one, in the format of age. The key of a box for encryption (X25519) is made from its key for
 * signatures (Ed25519), which is its name. A box’s name is therefore enough to encrypt for it, and
 * a backup of `box.key` is a backup of both keys.
 *
 * Source  RFC 7748, section 4.1 (the map between the two curves); RFC 8032, section 5.1.5 (the
 *         scalar of a seed); Thormarker 2021, *On using the same key pair for Ed25519 and an X25519
 *         based KEM*; age-encryption.org/v1, X25519 recipients.
 */

// Each is loaded at its first use: age takes 11 MB of memory and the curves 5 MB, and a box that
// only serves pages needs neither.
const age = () => import('age-encryption')
const curves = () => import('@noble/curves/ed25519.js')
const base = () => import('@scure/base')

/**
 * The points of low order, as their y, little-endian and without its sign: 0, 1, p-1, the two of
 * order 8, and 0 and 1 written as p and p+1.
 *
 * Source  RFC 8032, section 5.1.3 (how a point is written); RFC 7748, section 6.1 (the shared
 *         secret that such a point gives is zero).
 */
const LOW_ORDER: ReadonlySet<string> = new Set([
  '00'.repeat(32),
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
])

/** The 32 bytes of a box’s key, from its name. */
const keyOf = (name: string): Uint8Array | undefined => {
  const raw = fromBase32(name)?.subarray(0, 32)
  return raw?.length === 32 ? raw : undefined
}

/**
 * Whether the key that this name gives is a point of low order: age encrypts nothing for it. No box
 * draws such a key; somebody announced it.
 */
export function hasLowOrderKey(name: string): boolean {
  const raw = keyOf(name)
  if (!raw) return false
  const y = Buffer.from(raw)
  y[31]! &= 0x7f
  return LOW_ORDER.has(y.toString('hex'))
}

/**
 * The age recipient of a box to which something may be encrypted. Undefined for a name that is no
 * key, or whose key is of low order: nothing can be encrypted for either.
 */
export const safeRecipientOf = async (name: string): Promise<string | undefined> =>
  hasLowOrderKey(name) ? undefined : recipientOf(name)

/**
 * The age recipient of a box, from its name.
 *
 * Shape   `age1…`. Undefined when the name is no point of the curve, or its neutral point. age
 *         throws on the recipient of another point of low order (`safeRecipientOf`).
 */
export async function recipientOf(name: string): Promise<string | undefined> {
  const raw = keyOf(name)
  if (!raw) return undefined
  const [{ ed25519 }, { bech32 }] = await Promise.all([curves(), base()])
  const key = montgomeryOf(raw, ed25519.utils.toMontgomery)
  return key && bech32.encodeFromBytes('age', key)
}
function montgomeryOf(
  raw: Uint8Array,
  toMontgomery: (raw: Uint8Array) => Uint8Array,
): Uint8Array | undefined {
  try {
    return toMontgomery(raw)
  } catch {
    return undefined
  }
}

/**
 * The age identity of this box, which decrypts what was encrypted for it. It is computed at each
 * call and stored nowhere.
 *
 * Shape   `AGE-SECRET-KEY-1…`
 */
export async function identityOf(box: Box): Promise<string> {
  const { bech32 } = await base()
  const seed = Buffer.from(String(box.key.export({ format: 'jwk' }).d), 'base64url')
  const scalar = createHash('sha512').update(seed).digest().subarray(0, 32)
  return bech32.encodeFromBytes('age-secret-key-', scalar).toUpperCase()
}

/**
 * Encrypts these bytes for each of these recipients.
 *
 * Errors  what age throws on a recipient that is none. `safeRecipientOf` made them, so this is our
 *         bug.
 */
export async function encryptTo(
  bytes: Uint8Array,
  recipients: readonly string[],
): Promise<Uint8Array> {
  const { Encrypter } = await age()
  const sealing = new Encrypter()
  for (const recipient of recipients) sealing.addRecipient(recipient)
  return sealing.encrypt(bytes)
}

/**
 * Decrypts these bytes with this box's identity. Undefined when they were encrypted for another
 * box, or are damaged: the two look the same.
 */
export async function decryptBundle(
  bytes: Uint8Array,
  identity: string,
): Promise<Uint8Array | undefined> {
  const { Decrypter } = await age()
  const opening = new Decrypter()
  opening.addIdentity(identity)
  try {
    return await opening.decrypt(bytes)
  } catch {
    return undefined
  }
}
