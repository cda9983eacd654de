import { createHash } from 'node:crypto'

export const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
/** A hash as entries write it: base64url, 43 characters. */
export const hashText = (hash: Uint8Array): string => Buffer.from(hash).toString('base64url')
/** The first 8 bytes of a hash, base64url, 11 characters: how a write's name holds its entry. */
export const hash8 = (hash: Uint8Array): string => Buffer.from(hash.subarray(0, 8)).toString('base64url')

/** What the bones hold of a value: SHA-256 of 16 bytes of salt, then the value's JSON in UTF-8. */
export const fleshHash = (salt: Uint8Array, value: string): string => hashText(sha256(salt, Buffer.from(value, 'utf8')))
