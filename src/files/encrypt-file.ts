import { ReadableStream } from 'node:stream/web'
import { normal } from '../core/letters/accents.ts'

/** The first bytes of a file encrypted by age. */
export const SEALED = 'age-encryption.org/v1'

/**
 * The cost of a guess of the passphrase: 128 MiB of memory and about a second.
 *
 * Source  OWASP, Password Storage Cheat Sheet, scrypt: N = 2^17, r = 8, p = 1.
 */
const WORK = 17
let work = WORK
/**
 * Lowers the cost, for tests alone. A file’s header holds its cost, so that it opens like any
 * other.
 */
export const encryptLightly = (): void => void (work = 10)

/** Loaded when first needed: it takes nine megabytes. */
const age = () => import('age-encryption')

/** The passphrase as it is used: composed accents, without blanks around it, as in signing in. */
const asSealed = (passphrase: string): string => normal(passphrase, 'NFC').trim()
/** The passphrases to try: older versions encrypted with the passphrase as a page sent it. */
const asOnceSealed = (passphrase: string): ReadonlySet<string> =>
  new Set([asSealed(passphrase), normal(passphrase, 'NFD').trim(), passphrase.trim(), passphrase])

/** Encrypts bytes with a passphrase (age, scrypt), piece by piece. Any age program opens them. */
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
 * A key pair of one keeper, for backups that several keepers open, or that are made when nobody
 * types a passphrase. `identity`: its private key, encrypted with the keeper’s passphrase.
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
 * Encrypts bytes for keepers, of whom any opens them. The file’s header carries the encrypted
 * private key of each, so that file and passphrase are enough to open it. Any age program opens it
 * with one private key.
 */
export async function* encryptFor(
  pieces: AsyncIterable<Uint8Array>,
  keepers: readonly ForKeeper[],
): AsyncGenerator<Uint8Array> {
  const { Encrypter, Stanza } = await age()
  const sealing = new Encrypter()
  for (const { recipient, identity } of keepers) {
    sealing.addRecipient(recipient)
    sealing.addRecipient({ wrapFileKey: () => [new Stanza([CARRIED], identity)] })
  }
  yield* await sealing.encrypt(streamOf(pieces))
}
/** The name of our stanza in the header. Other age programs ignore it. */
const CARRIED = 'cocote/identity'
/** The most private keys that are tried: a wrong passphrase costs a second for each. */
const MOST_CARRIED = 10

/** The passphrase is wrong, or the header is damaged: the two look the same. */
export class NotOpened extends Error {
  override name = 'NotOpened'
}
/** The passphrase is right, and the content is damaged. */
export class DecryptError extends Error {
  override name = 'DecryptError'
}

export async function* decrypt(
  pieces: AsyncIterable<Uint8Array>,
  passphrase: string,
): AsyncGenerator<Uint8Array> {
  const opening = await openerOf(passphrase)
  let opened: AsyncIterable<Uint8Array>
  try {
    const { header, all } = await headerOf(pieces)
    const identity = await identityIn(header, passphrase)
    if (identity !== undefined) opening.addIdentity(identity)
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

async function openerOf(passphrase: string) {
  const { Decrypter } = await age()
  const opening = new Decrypter()
  for (const one of asOnceSealed(passphrase)) opening.addPassphrase(one)
  return opening
}

/** The private key that the header carries and this passphrase opens. */
async function identityIn(header: string, passphrase: string): Promise<string | undefined> {
  for (const carried of carriedIn(header)) {
    const opening = await openerOf(passphrase)
    const opened = await opening.decrypt(carried, 'text').catch(() => undefined)
    if (opened !== undefined) return opened.trim()
  }
  return undefined
}

const END_OF_HEADER = '\n--- '
/** The longest header of a file. */
const LONGEST_HEADER = 65_536

/** The header of a file, and the whole file again. */
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

const carriedIn = (header: string): readonly Buffer[] =>
  [...header.matchAll(new RegExp(`\n-> ${CARRIED}\n((?:[A-Za-z0-9+/]+\n)*)`, 'g'))]
    .slice(0, MOST_CARRIED)
    .map(([, lines = '']) => Buffer.from(lines.replaceAll('\n', ''), 'base64'))

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(pieces))
}

// The library's types are the browser's; Node's stream is the same thing.
const streamOf = (pieces: AsyncIterable<Uint8Array>) =>
  ReadableStream.from(pieces) as unknown as globalThis.ReadableStream<Uint8Array> &
    AsyncIterable<Uint8Array>
