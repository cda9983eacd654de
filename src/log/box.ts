import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto'
import { base32, fromBase32 } from '../core/id.ts'

/**
 * The box that speaks: its name is its public key, so that a signature needs no directory of keys.
 */
export type Box = Readonly<{ name: string; key: KeyObject }>

// The 12 bytes that stand before the 32 bytes of an Ed25519 public key in DER (RFC 8410, section
// 4).
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

/**
 * A box that never spoke, with a key drawn now: whoever calls keeps it (`boxPem`), or the box is
 * gone with the process.
 */
export function newBox(): Box {
  return boxOf(generateKeyPairSync('ed25519').privateKey)
}
/** The key as it is kept in `box.key`: PKCS #8, PEM. */
export const boxPem = (box: Box): string =>
  box.key.export({ type: 'pkcs8', format: 'pem' }) as string
/**
 * Errors  what Node throws when the text is no private key: a `box.key` that can't be read is never
 *         guessed at, nor drawn again.
 */
export const boxFromPem = (pem: string): Box => boxOf(createPrivateKey(pem))

function boxOf(key: KeyObject): Box {
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' })
  return { name: base32(der.subarray(SPKI.length)), key }
}

/**
 * The box's word on these bytes: Ed25519, 64 bytes, over the bytes themselves and never over a hash
 * of them.
 */
export const signBytes = (box: Box, bytes: Uint8Array): Buffer => sign(null, bytes, box.key)

/** Keys of those who did sign something: a name that only claims to leaves nothing here. */
const keys = new Map<string, KeyObject>()
function keyOf(name: string): KeyObject | undefined {
  const held = keys.get(name)
  if (held) return held
  const raw = fromBase32(name)?.subarray(0, 32)
  if (raw === undefined || raw.length !== 32 || base32(raw) !== name) return undefined
  return createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' })
}

/**
 * True when the box of that name signed these bytes. A name that is no key, or not the one form of
 * its key, signs nothing.
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

/**
 * The same, in threads of Node's own: this one goes on meanwhile. Begun before it returns; never
 * fails.
 */
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
