import { argon2, randomBytes, randomInt } from 'node:crypto'
import { normal } from '../../core/letters/accents.ts'
import { keep, keepCodes, kept, type Local, sameText } from '../../files/local.ts'
import { fairQueue, MACHINE, type QueuePlace } from '../post/queue.ts'

/**
 * Argon2id with 19 MiB, two passes, one lane: what a small box can bear, one at a time. Source:
 * OWASP, Password Storage Cheat Sheet.
 */
const COST = { memory: 19 * 1024, passes: 2, parallelism: 1, tagLength: 32 } as const
let cost: Readonly<Record<keyof typeof COST, number>> = COST
/**
 * For tests alone, which sign in again and again: 50 ms each. A hash that was made otherwise opens
 * nothing meanwhile. Returns what sets the cost back.
 */
export function hashLightly(isLight = true): () => void {
  const before = cost
  cost = isLight ? { ...COST, memory: 64, passes: 1 } : COST
  return () => void (cost = before)
}
const check = fairQueue()
/**
 * Argon2id of a phrase, one at a time. Errors Busy, when too many wait to be checked before
 * `place`.
 */
export const hashPhrase = (
  phrase: string,
  salt: Buffer,
  place: QueuePlace = MACHINE,
): Promise<string> => check(place, () => tag(phrase, salt))

const tag = (passphrase: string, nonce: Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const message = Buffer.from(normal(passphrase, 'NFC').trim(), 'utf8')
    argon2('argon2id', { message, nonce, ...cost }, (error, out) =>
      error ? reject(error) : resolve(Buffer.from(out).toString('hex')),
    )
  })

/** As it is kept. */
export async function hashedPassphrase(passphrase: string): Promise<string> {
  const salt = randomBytes(16)
  return `${salt.toString('hex')} ${await hashPhrase(passphrase, salt)}`
}
export const setPassphrase = async (local: Local, passphrase: string): Promise<void> =>
  keep(local, 'passphrase', await hashedPassphrase(passphrase))

/** Units   letters: what people remember as four words. */
export const SHORTEST_PASSPHRASE = 12

export const hasKeeper = (local: Local): boolean => kept(local, 'passphrase') !== undefined

/** Errors  Busy, when too many wait to be checked before `place`. */
export async function isPassphrase(
  local: Local,
  passphrase: string,
  place: QueuePlace = MACHINE,
): Promise<boolean> {
  const [salt = '', hash = ''] = (kept(local, 'passphrase') ?? '').split(' ')
  const tried = await hashPhrase(passphrase, Buffer.from(salt, 'hex'), place)
  return hash !== '' && sameText(tried, hash)
}

/** Without the characters that paper makes doubtful: no 0 or o, 1, i or l. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
/**
 * Ten codes of twelve characters (59 bits), made and kept; shown once, to be printed and put away.
 */
export function newCodes(local: Local): readonly string[] {
  const one = () => Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  const codes = Array.from({ length: 10 }, one)
  keepCodes(local, codes)
  return codes.map(code => code.replace(/(.{4})(?=.)/g, '$1 '))
}
