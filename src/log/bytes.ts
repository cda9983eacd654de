import { hash } from 'node:crypto'
import { ByteCache } from '../core/byte-cache.ts'

/**
 * The hashes of the log (SHA-256) and the forms in which entries write them, and caches by hash.
 * Entries name each other, their values and their files by these; every box must get the same
 * bytes.
 */

/**
 * The SHA-256 of the parts, one after the other: 32 bytes. Nothing marks where a part ends: the
 * caller puts a mark after a part of varying length.
 */
export const sha256 = (...parts: readonly Uint8Array[]): Buffer =>
  hash('sha256', Buffer.concat(parts), 'buffer')
/** A hash as entries write it: 43 characters of base64url. */
export const hashText = (hashed: Uint8Array): string => Buffer.from(hashed).toString('base64url')
/** The first 8 bytes of a hash: 11 characters of base64url. The name of a write ends with them. */
export const hash8 = (hashed: Uint8Array): string =>
  Buffer.from(hashed.subarray(0, 8)).toString('base64url')

/**
 * The hash of a value in the header of a change: SHA-256 of 16 bytes of salt and the value’s JSON
 * in UTF-8.
 */
export const fleshHash = (salt: Uint8Array, value: string): string =>
  hash('sha256', Buffer.concat([salt, Buffer.from(value, 'utf8')]), 'base64url')

/**
 * A cache by hash of what was read from bytes: the bytes of a hash never change.
 *
 * Units   `most`: bytes of all the texts that were read. In memory they take twice as much.
 */
export class HashCache<T> {
  readonly #kept: ByteCache<Readonly<{ read: T; bytes: number }>>
  constructor(name: string, most: number) {
    this.#kept = new ByteCache({ name, most, bytesOf: ({ bytes }) => bytes })
  }
  get(hashed: Uint8Array): T | undefined {
    return this.#kept.get(keyOfHash(hashed))?.read
  }
  keep(hashed: Uint8Array, read: T, bytes: number): T {
    const key = keyOfHash(hashed)
    if (this.#kept.get(key) === undefined) this.#kept.set(key, { read, bytes })
    return read
  }
}
const keyOfHash = (hashed: Uint8Array): string => Buffer.from(hashed).toString('latin1')
