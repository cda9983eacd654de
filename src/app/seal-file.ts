import { ReadableStream } from 'node:stream/web'

/** The first bytes of a file sealed by age. */
export const SEALED = 'age-encryption.org/v1'

/**
 * How hard a guess is made: 128 MiB of memory and about a second, once.
 * Source  OWASP, Password Storage Cheat Sheet, scrypt: N = 2^17, r = 8, p = 1.
 */
const WORK = 17

/** Read when something is to be sealed: nine megabytes that a box which serves pages has no use for. */
const age = () => import('age-encryption')

/** These bytes sealed with a passphrase (age, scrypt), piece by piece. The same opens with any age program. */
export async function* seal(pieces: AsyncIterable<Uint8Array>, passphrase: string): AsyncGenerator<Uint8Array> {
  const { Encrypter } = await age()
  const sealing = new Encrypter()
  sealing.setPassphrase(passphrase)
  sealing.setScryptWorkFactor(WORK)
  yield* await sealing.encrypt(streamOf(pieces))
}

/** Not the right passphrase, or its beginning is damaged: they can't be told apart. */
export class NotOpened extends Error {
  override name = 'NotOpened'
}
/** Opened, and then something in it is not what was sealed. */
export class SealBroken extends Error {
  override name = 'SealBroken'
}

export async function* unseal(pieces: AsyncIterable<Uint8Array>, passphrase: string): AsyncGenerator<Uint8Array> {
  const { Decrypter } = await age()
  const opening = new Decrypter()
  opening.addPassphrase(passphrase)
  let opened: AsyncIterable<Uint8Array>
  try {
    opened = await opening.decrypt(streamOf(pieces))
  } catch {
    throw new NotOpened()
  }
  try {
    yield* opened
  } catch {
    throw new SealBroken()
  }
}

// The library's types are the browser's; Node's stream is the same thing.
const streamOf = (pieces: AsyncIterable<Uint8Array>) =>
  ReadableStream.from(pieces) as unknown as globalThis.ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>
