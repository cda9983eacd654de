import { hash } from 'node:crypto'

/**
 * One hash of the parts put end to end, 32 bytes: parts of varying length need their own mark of
 * where they end.
 */
export const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  hash('sha256', Buffer.concat(parts), 'buffer')
/** A hash as entries write it: base64url, 43 characters. */
export const hashText = (hashed: Uint8Array): string => Buffer.from(hashed).toString('base64url')
/** The first 8 bytes of a hash, base64url, 11 characters: how a write's name holds its entry. */
export const hash8 = (hashed: Uint8Array): string =>
  Buffer.from(hashed.subarray(0, 8)).toString('base64url')

/** What the bones hold of a value: SHA-256 of 16 bytes of salt, then the value's JSON in UTF-8. */
export const fleshHash = (salt: Uint8Array, value: string): string =>
  hash('sha256', Buffer.concat([salt, Buffer.from(value, 'utf8')]), 'base64url')
