import { argon2, randomBytes, randomInt } from 'node:crypto'
import { type Input, one } from '../../core/form/input.ts'
import { normal } from '../../core/letters/accents.ts'
import {
  dropCodes,
  endSessionsOf,
  inSyncedTransaction,
  isFreeCode,
  KEEPER,
  keep,
  keepCodes,
  keeperSession,
  kept,
  type Local,
  PASSPHRASE,
  passphraseSalts,
  sameText,
  spendCode,
} from '../../files/local.ts'
import { fairQueue, MACHINE, type QueuePlace } from '../post/queue.ts'
import type { Server } from '../server-parts.ts'
import type { Visit } from './visit.ts'

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
/** `keeper`: the id of a further keeper; the first has none. */
export const setPassphrase = async (local: Local, passphrase: string, keeper = ''): Promise<void> =>
  keep(local, keyOf(keeper), await hashedPassphrase(passphrase))
const keyOf = (keeper: string): string => (keeper === '' ? PASSPHRASE : `${PASSPHRASE} ${keeper}`)

/** The keepers who have a passphrase: `''` is the first, the others by the ids of their records. */
export const keepersIn = (local: Local): readonly string[] => [...passphraseSalts(local).keys()]

/** The id of the first keeper’s record, once they gave their name. */
export const firstKeeper = (local: Local): string => kept(local, 'keeper first') ?? ''

/**
 * Ends the rights of a keeper: passphrase, codes and visits. When the first goes, another takes
 * their place. False for the last one, who stays.
 *
 * Law     All of it is written or nothing: no keeper is left with a passphrase and no code.
 */
export function endKeeper(local: Local, keeper: string): boolean {
  const others = keepersIn(local).filter(one => one !== keeper)
  const [next] = others
  if (next === undefined || others.length === keepersIn(local).length) return false
  inSyncedTransaction(local, () => {
    dropCodes(local, keeper)
    dropSheet(local, keeper)
    endSessionsOf(local, keeperSession(keeper))
    local.sql.run('DELETE FROM kept WHERE key = ?', keyOf(keeper))
    if (keeper !== '') return
    local.sql.run('UPDATE kept SET key = ? WHERE key = ?', PASSPHRASE, keyOf(next))
    local.sql.run("UPDATE kept SET key = 'sheet' WHERE key = ?", `sheet ${next}`)
    local.sql.run('INSERT OR REPLACE INTO kept VALUES (?, ?)', 'keeper first', next)
    local.sql.run('UPDATE session SET who = ? WHERE who = ?', KEEPER, keeperSession(next))
    local.sql.run('DELETE FROM keeper_code WHERE keeper = ?', next)
  })
  if (keeper === '')
    for (const [key, visit] of local.unwritten)
      if (visit.who === keeperSession(next)) local.unwritten.set(key, { ...visit, who: KEEPER })
  return true
}
const dropSheet = (local: Local, keeper: string): void =>
  void local.sql.run('DELETE FROM kept WHERE key = ?', sheetKey(keeper))
/** The address of the keeper’s sheet: ten codes and the certificate in words. */
export const CODE_SHEET = '/tenir/feuille'
/** Where the ten codes of a keeper stand until they say that their sheet is put away. */
export const sheetKey = (keeper: string): string => (keeper === '' ? 'sheet' : `sheet ${keeper}`)

/** Units   letters: what people remember as four words. */
export const SHORTEST_PASSPHRASE = 12

export const hasKeeper = (local: Local): boolean => kept(local, 'passphrase') !== undefined

/** Errors  Busy, when too many wait to be checked before `place`. */
export const isPassphrase = async (
  local: Local,
  passphrase: string,
  place: QueuePlace = MACHINE,
): Promise<boolean> => (await keeperByPassphrase(local, passphrase, place)) !== undefined

/**
 * The keeper whose passphrase this is: `''` is the first.
 *
 * Errors  Busy, when too many wait to be checked before `place`.
 */
export async function keeperByPassphrase(
  local: Local,
  passphrase: string,
  place: QueuePlace = MACHINE,
): Promise<string | undefined> {
  const secrets = keepersIn(local).map(keeper => kept(local, keyOf(keeper)) ?? '')
  // Without a keeper a try lasts as long.
  for (const secret of secrets.length === 0 ? [''] : secrets) {
    const [salt = '', hash = ''] = secret.split(' ')
    const bytes = salt === '' ? randomBytes(16) : Buffer.from(salt, 'hex')
    const tried = await hashPhrase(passphrase, bytes, place)
    // Meanwhile that keeper may have ended, or taken the place of the first.
    if (hash !== '' && sameText(tried, hash))
      return keepersIn(local).find(keeper => kept(local, keyOf(keeper)) === secret)
  }
  return undefined
}

/** Without the characters that paper makes doubtful: no 0 or o, 1, i or l. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
/**
 * Ten codes of twelve characters (59 bits), made and kept; shown once, to be printed and put away.
 */
export function newCodes(local: Local, keeper = ''): readonly string[] {
  const one = () => Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  const codes = Array.from({ length: 10 }, one)
  keepCodes(local, codes, keeper)
  return codes.map(code => code.replace(/(.{4})(?=.)/g, '$1 '))
}

type Changing = Readonly<{
  server: Pick<Server, 'local'>
  visit: Pick<Visit, 'here' | 'keeper'>
  input: Input
}>
/**
 * The leave to change the keepers’ passphrases and codes, which the form gives: an unused code, or,
 * at the machine, the passphrase of the keeper who asks: a visit that was left open there is not
 * enough. Undefined without it. Whoever has none learns nothing of another keeper’s passphrase.
 *
 * Shape   `codeAlone`: to end another keeper takes a code everywhere. The result spends the code;
 *         false when it was spent meanwhile.
 * Errors  Busy, when too many passphrases wait to be compared.
 */
export async function leaveToChange(
  { server: { local }, visit, input }: Changing,
  of: Readonly<{ codeAlone?: boolean }> = {},
): Promise<(() => boolean) | undefined> {
  const typed = one(input, 'code')
  if (isFreeCode(local, typed)) return () => spendCode(local, typed)
  if (of.codeAlone || !visit.here || typed === '') return undefined
  const keeper = await keeperByPassphrase(local, typed)
  return keeper !== undefined && keeper === (visit.keeper ?? '') ? () => true : undefined
}
