import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { ByteCache } from '../core/byte-cache.ts'
import { base32, fromBase32 } from '../core/id.ts'

/**
 * The identity of a box: its private key, and its name. The name is the public key in base 32, so
 * that anybody checks a signature with the name alone, and no directory of keys is needed. This
 * file makes, stores and reads keys, signs bytes, and checks signatures; it opens no file.
 */
export type Box = Readonly<{ name: string; key: KeyObject }>

// The 12 bytes that stand before the 32 bytes of an Ed25519 public key in DER (RFC 8410, section
// 4).
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

/** A new box with a new key. The caller stores the key (`boxPem`). */
export function newBox(): Box {
  return boxOf(generateKeyPairSync('ed25519').privateKey)
}
/** The private key as `box.key` stores it: PKCS #8, PEM. */
export const boxPem = (box: Box): string => box.key.export({ type: 'pkcs8', format: 'pem' })
/**
 * The box of a stored key.
 *
 * Errors  Node’s own, when the text is no private key. The caller never draws a new key instead.
 */
export const boxFromPem = (pem: string): Box => boxOf(createPrivateKey(pem))

function boxOf(key: KeyObject): Box {
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' })
  return { name: base32(der.subarray(SPKI.length)), key }
}

/** Signs bytes: Ed25519, 64 bytes. The bytes themselves are signed, not a hash of them. */
export const signBytes = (box: Box, bytes: Uint8Array): Buffer => sign(null, bytes, box.key)

/** A cache of the keys that signed something, by name. A false name gets no place in it. */
const keys = new ByteCache<KeyObject>({
  name: 'keys',
  most: 1024 * 1024,
  // Of a key in OpenSSL, about.
  bytesOf: () => 1_000,
})
function keyOf(name: string): KeyObject | undefined {
  const known = keys.get(name)
  if (known) return known
  const raw = fromBase32(name)?.subarray(0, 32)
  if (raw === undefined || raw.length !== 32 || base32(raw) !== name) return undefined
  return createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' })
}

/**
 * Whether the box with this name signed these bytes. A name that is no key, or has another form
 * than its key’s one form, signed nothing.
 */
export function signedBy(name: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = keyOf(name)
    const signs = key !== undefined && verify(null, bytes, key, signature)
    if (signs) keys.set(name, key)
    return signs
  } catch {
    return false
  }
}

/** `signedBy` in Node’s own threads: this thread goes on. It starts at once and never rejects. */
export function signedByLater(
  name: string,
  bytes: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  return new Promise(resolve => {
    try {
      const key = keyOf(name)
      if (key === undefined) return resolve(false)
      verify(null, bytes, key, signature, (error, signs) => {
        if (!error && signs) keys.set(name, key)
        resolve(!error && signs)
      })
    } catch {
      resolve(false)
    }
  })
}
