import crypto from 'node:crypto'
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import os from 'node:os'
import { argv, env } from 'node:process'
import { isMainThread, threadId } from 'node:worker_threads'

/**
 * Preloaded into each program of a crawl, in each of its threads: the clock stands still, and
 * chance comes from a seed. `CRAWL_NOW`: milliseconds since 1970. `CRAWL_SEED`: any word; a crawl
 * must read the same under another word.
 */
const now = Number(env['CRAWL_NOW'])
const seed = `${env['CRAWL_SEED'] ?? ''} ${argv[2] ?? ''} ${threadId}`

/** The name of a box is its key: the same in each crawl, since pages and drawings say it. */
const boxKey = (): Buffer =>
  crypto
    .createHash('sha256')
    .update(`box ${env['CRAWL_BOX'] ?? ''}`)
    .digest()

/**
 * Draws of each size are counted apart, so that one more draw of some kind leaves the other kinds
 * as they were.
 */
const counts = new Map<string, number>()
function drawn(kind: string, size: number): Buffer {
  const parts: Buffer[] = []
  for (let had = 0; had < size; had += 32) {
    const count = counts.get(`${kind} ${size}`) ?? 0
    counts.set(`${kind} ${size}`, count + 1)
    parts.push(crypto.createHash('sha256').update(`${seed} ${kind} ${size} ${count}`).digest())
  }
  return Buffer.from(Buffer.concat(parts).subarray(0, size))
}

globalThis.Date = new Proxy(Date, {
  construct: (target, args, made) =>
    Reflect.construct(target, args.length === 0 ? [now] : args, made),
  apply: target => new target(now).toString(),
  get: (target, name) => (name === 'now' ? () => now : Reflect.get(target, name)),
})
// A disk of 32 GiB, half full.
const disk = {
  type: 0,
  bsize: 4_096,
  frsize: 4_096,
  blocks: 2 ** 23,
  bfree: 2 ** 22,
  bavail: 2 ** 22,
  files: 2 ** 20,
  ffree: 2 ** 19,
}
Object.assign(fs, { statfsSync: () => disk })
Object.assign(fs.promises, { statfs: async () => disk })
os.uptime = () => 100_000
Math.random = () => drawn('random', 6).readUIntBE(0, 6) / 2 ** 48

Object.assign(crypto, {
  randomBytes: (size: number) => drawn('bytes', size),
  randomInt: (least: number, most?: number) => {
    const [from, to] = most === undefined ? [0, least] : [least, most]
    return from + (drawn('int', 6).readUIntBE(0, 6) % (to - from))
  },
  // Ed25519 in PKCS #8 (RFC 8410, section 7): a fixed head, then the 32 bytes of the key.
  generateKeyPairSync: () => {
    const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), boxKey()])
    const privateKey = crypto.createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    return { privateKey, publicKey: crypto.createPublicKey(privateKey) }
  },
})
const filled = <T extends ArrayBufferView | null>(into: T): T => {
  if (into)
    Buffer.from(into.buffer, into.byteOffset, into.byteLength).set(drawn('values', into.byteLength))
  return into
}
crypto.webcrypto.getRandomValues = filled as typeof crypto.webcrypto.getRandomValues
globalThis.crypto.getRandomValues = filled as typeof globalThis.crypto.getRandomValues
syncBuiltinESMExports()

if (isMainThread && env['CRAWL_ROUTES']) await import('./heard.ts')
