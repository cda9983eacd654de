import { ReadableStream } from 'node:stream/web'
import { normal } from '../core/letters/accents.ts'

/** The first bytes of a file sealed by age. */
export const SEALED = 'age-encryption.org/v1'

/**
 * How hard a guess is made: 128 MiB of memory and about a second, once.
 * Source  OWASP, Password Storage Cheat Sheet, scrypt: N = 2^17, r = 8, p = 1.
 */
const WORK = 17
let work = WORK
/**
 * For tests alone, which seal and open again and again. A file says in its header how hard it was
 * sealed: what is sealed so opens like any other.
 */
export const encryptLightly = (): void => void (work = 10)

/**
 * Read when something is to be sealed: nine megabytes that a box which serves pages has no use for.
 */
const age = () => import('age-encryption')

/**
 * A passphrase seals as it opens a page and a terminal: however a keyboard composes its accents,
 * and without the blanks around it.
 */
const asSealed = (passphrase: string): string => normal(passphrase, 'NFC').trim()
/** Files were once sealed with what a page had sent, as it was. */
const asOnceSealed = (passphrase: string): ReadonlySet<string> =>
  new Set([asSealed(passphrase), normal(passphrase, 'NFD').trim(), passphrase.trim(), passphrase])

/**
 * These bytes sealed with a passphrase (age, scrypt), piece by piece. The same opens with any age
 * program.
 */
export async function* encrypt(
  pieces: AsyncIterable<Uint8Array>,
  passphrase: string,
): AsyncGenerator<Uint8Array> {
  const { Encrypter } = await age()
  const sealing = new Encrypter()
  sealing.setPassphrase(asSealed(passphrase))
  sealing.setScryptWorkFactor(work)
  yield* await sealing.encrypt(streamOf(pieces))
}

/**
 * For whom a backup is sealed without a passphrase being typed; `identity`: what opens it, sealed
 * with that person's passphrase.
 */
export type ForKeeper = Readonly<{ recipient: string; identity: Uint8Array }>

export async function newForKeeper(passphrase: string): Promise<ForKeeper> {
  const { generateX25519Identity, identityToRecipient } = await age()
  const identity = await generateX25519Identity()
  const sealed = encrypt(
    (async function* () {
      yield Buffer.from(`${identity}\n`)
    })(),
    passphrase,
  )
  return { recipient: await identityToRecipient(identity), identity: await whole(sealed) }
}

/**
 * These bytes sealed for a keeper who is not there: the file carries, in its header, what opens it,
 * sealed with their passphrase. Whoever has the file alone and the passphrase opens it; any age
 * program does, given the identity.
 */
export async function* encryptFor(
  pieces: AsyncIterable<Uint8Array>,
  { recipient, identity }: ForKeeper,
): AsyncGenerator<Uint8Array> {
  const { Encrypter, Stanza } = await age()
  const sealing = new Encrypter()
  sealing.addRecipient(recipient)
  sealing.addRecipient({ wrapFileKey: () => [new Stanza([CARRIED], identity)] })
  yield* await sealing.encrypt(streamOf(pieces))
}
/** The stanza that other age programs pass over. */
const CARRIED = 'cocote/identity'

/** Not the right passphrase, or its beginning is damaged: they can't be told apart. */
export class NotOpened extends Error {
  override name = 'NotOpened'
}
/** Opened, and then something in it is not what was sealed. */
export class DecryptError extends Error {
  override name = 'DecryptError'
}

export async function* decrypt(
  pieces: AsyncIterable<Uint8Array>,
  passphrase: string,
): AsyncGenerator<Uint8Array> {
  const { Decrypter } = await age()
  const opening = new Decrypter()
  for (const one of asOnceSealed(passphrase)) opening.addPassphrase(one)
  let opened: AsyncIterable<Uint8Array>
  try {
    const { header, all } = await headerOf(pieces)
    const carried = carriedIn(header)
    if (carried)
      opening.addIdentity((await whole(decrypt(carried, passphrase))).toString('utf8').trim())
    opened = await opening.decrypt(streamOf(all))
  } catch {
    throw new NotOpened()
  }
  try {
    yield* opened
  } catch {
    throw new DecryptError()
  }
}

const END_OF_HEADER = '\n--- '
/** A header is short: what seems longer is none. */
const LONGEST_HEADER = 65_536

/** The lines before the sealed bytes, and everything again. */
async function headerOf(
  pieces: AsyncIterable<Uint8Array>,
): Promise<Readonly<{ header: string; all: AsyncIterable<Uint8Array> }>> {
  const rest = pieces[Symbol.asyncIterator]()
  let begun = Buffer.alloc(0)
  while (!begun.includes(END_OF_HEADER) && begun.length < LONGEST_HEADER) {
    const { value, done } = await rest.next()
    if (done) break
    begun = Buffer.concat([begun, value])
  }
  const end = begun.indexOf(END_OF_HEADER)
  const all = async function* () {
    yield begun
    yield* { [Symbol.asyncIterator]: () => rest }
  }
  return { header: end < 0 ? '' : begun.toString('latin1', 0, end + 1), all: all() }
}

function carriedIn(header: string): AsyncIterable<Uint8Array> | undefined {
  const lines = new RegExp(`\n-> ${CARRIED}\n((?:[A-Za-z0-9+/]*\n)*)`).exec(header)?.[1]
  if (lines === undefined) return undefined
  const bytes = Buffer.from(lines.replaceAll('\n', ''), 'base64')
  return (async function* () {
    yield bytes
  })()
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(pieces))
}

// The library's types are the browser's; Node's stream is the same thing.
const streamOf = (pieces: AsyncIterable<Uint8Array>) =>
  ReadableStream.from(pieces) as unknown as globalThis.ReadableStream<Uint8Array> &
    AsyncIterable<Uint8Array>
