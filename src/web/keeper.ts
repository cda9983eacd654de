import { argon2, randomBytes, randomInt } from 'node:crypto'
import { keep, keepCodes, kept, type Local, sameText } from './local.ts'

/** Argon2id with 19 MiB, two passes, one lane: what a small box can bear, one at a time. Source: OWASP, Password Storage Cheat Sheet. */
const COST = { memory: 19 * 1024, passes: 2, parallelism: 1, tagLength: 32 } as const
/** How many may wait for their turn to be checked; beyond, *come back in a moment* (503). */
const QUEUE = 8

export class Busy extends Error {
  override name = 'Busy'
}

let waiting = 0
let last: Promise<unknown> = Promise.resolve()

/** Argon2id of a phrase, one at a time. Errors  Busy when too many wait. */
export async function hashPhrase(passphrase: string, salt: Buffer): Promise<string> {
  if (waiting >= QUEUE) throw new Busy('too many sign-ins at once')
  waiting++
  const mine = last.then(() => tag(passphrase, salt))
  last = mine.catch(() => undefined)
  try {
    return await mine
  } finally {
    waiting--
  }
}

const tag = (passphrase: string, nonce: Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const message = Buffer.from(passphrase.normalize('NFC').trim(), 'utf8')
    argon2('argon2id', { message, nonce, ...COST }, (error, out) => (error ? reject(error) : resolve(Buffer.from(out).toString('hex'))))
  })

export async function setPassphrase(local: Local, passphrase: string): Promise<void> {
  const salt = randomBytes(16)
  keep(local, 'passphrase', `${salt.toString('hex')} ${await hashPhrase(passphrase, salt)}`)
}

export const hasKeeper = (local: Local): boolean => kept(local, 'passphrase') !== undefined

export async function isPassphrase(local: Local, passphrase: string): Promise<boolean> {
  const [salt = '', hash = ''] = (kept(local, 'passphrase') ?? '').split(' ')
  const tried = await hashPhrase(passphrase, Buffer.from(salt, 'hex'))
  return hash !== '' && sameText(tried, hash)
}

/** Without the characters that paper makes doubtful: no 0 or o, 1, i or l. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
/** Ten codes of twelve characters (59 bits), made and kept; shown once, to be printed and put away. */
export function newCodes(local: Local): readonly string[] {
  const one = () => Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  const codes = Array.from({ length: 10 }, one)
  keepCodes(local, codes)
  return codes.map(code => code.replace(/(.{4})(?=.)/g, '$1 '))
}
