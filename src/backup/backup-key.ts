import { existsSync, readFileSync, rmSync } from 'node:fs'
import type { ForKeeper } from '../files/encrypt-file.ts'
import { placesIn, writeSafely } from '../files/folder.ts'
import { type Local, passphraseSalts } from '../files/local.ts'
import { isHurtLocal } from '../files/local-kept.ts'
import { openToRead } from '../files/open-box.ts'
import { runFolder } from '../files/run-folder.ts'
import { isFull, Statements } from '../log/sqlite.ts'

/**
 * The key pairs of the keepers, in `backup.key`: what a backup is encrypted for, so that the
 * passphrase of any keeper opens it (docs/decisions/0062). A pair is made when a passphrase is
 * known: when it is chosen, or typed by a keeper without a pair. A thief learns no more from it
 * than from the passphrase’s hash.
 *
 * Shape   one line a keeper: the salt of their passphrase’s hash in `local.db`, an age recipient,
 *         the encrypted identity in base64. Older: two lines, the recipient and the identity of one
 *         keeper, who is not known.
 * Law     A pair is used only while a keeper has the passphrase that it was made with: one who
 *         ended, or chose another, opens no later backup by it.
 */
export type KeptPair = ForKeeper & Readonly<{ salt: string }>

/** The passphrase of a keeper, and the salt of its hash. */
export type KeptPassphrase = Readonly<{ salt: string; passphrase: string }>

/** Makes the pair of a keeper, and keeps it. */
export const keepBackupKey = async (folder: string, kept: KeptPassphrase): Promise<void> =>
  keepPair(folder, await newPair(kept))

async function newPair({ salt, passphrase }: KeptPassphrase): Promise<KeptPair> {
  const { newForKeeper } = await import('../files/encrypt-file.ts')
  return { ...(await newForKeeper(passphrase)), salt }
}

/**
 * Keeps the pair of a keeper, unless they ended meanwhile. Of a server, its main thread alone
 * writes the file: two threads would lose each other’s line.
 */
export function keepPair(folder: string, pair: KeptPair): void {
  const salts = saltsOf(folder)
  const others = pairsIn(folder).filter(one => one.salt !== pair.salt)
  if (salts?.includes(pair.salt) !== false)
    write(folder, [...others.filter(one => salts?.includes(one.salt) !== false), pair])
}

function write(folder: string, pairs: readonly KeptPair[]): void {
  const line = ({ salt, recipient, identity }: KeptPair): string =>
    `${salt} ${recipient} ${Buffer.from(identity).toString('base64')}\n`
  writeSafely(placesIn(folder).backupKey, pairs.map(line).join(''), 0o600)
}

/** After the answer that is on its way. Units: milliseconds. */
const SOON_MS = 500
/** The salts of the pairs that are being made. */
const making = new Set<string>()

/**
 * Whether pairs are needed: an installed box backs up by itself. Elsewhere one keeper alone needs
 * none.
 */
export const keepsKeys = (local: Pick<Local, 'sql'>): boolean =>
  runFolder() !== undefined || passphraseSalts(local).size > 1

/** Makes a pair that lacks, without waiting: it takes seconds on a small machine. */
export function keepBackupKeySoon(
  folder: string,
  kept: KeptPassphrase,
  report: (error: unknown) => void,
): void {
  if (hasBackupKey(folder, kept.salt)) return
  making.add(kept.salt)
  const make = () =>
    keepBackupKey(folder, kept)
      .catch(report)
      .finally(() => making.delete(kept.salt))
  setTimeout(make, SOON_MS).unref()
}

/** Whether backups are encrypted for the keeper of this passphrase, or will be in a moment. */
export const hasBackupKey = (folder: string, salt: string): boolean =>
  making.has(salt) || pairsIn(folder).some(one => one.salt === salt)

/**
 * Deletes the pair of a keeper who ends. An older file goes whole: it may be theirs. True when
 * nothing is left to encrypt for, until a keeper signs in.
 */
export function dropBackupKey(folder: string, salt: string): boolean {
  const { backupKey } = placesIn(folder)
  if (!existsSync(backupKey)) return false
  const left = pairsIn(folder).filter(one => one.salt !== salt)
  if (left.length === 0) rmSync(backupKey)
  else
    try {
      write(folder, left)
    } catch (error) {
      // On a full disk it stays, and is used no more: no keeper has that salt.
      if (!isFull(error)) throw error
    }
  return left.length === 0
}

/** For whom a backup is encrypted; empty where no pair was made, or none can be read. */
export function heldBackupKeys(folder: string): readonly ForKeeper[] {
  const salts = saltsOf(folder)
  const pairs = pairsIn(folder).filter(one => salts?.includes(one.salt) !== false)
  return pairs.length > 0 ? pairs.map(pairOnly) : olderPair(folder)
}
const pairOnly = ({ recipient, identity }: KeptPair): ForKeeper => ({ recipient, identity })

/** How a backup is encrypted. `made`: a pair to keep. */
export type BackupSeal = Readonly<{ seal: string | readonly ForKeeper[]; made?: KeptPair }>

/**
 * For whom a backup by page is encrypted: the keeper whose passphrase is `typed`, then the others.
 * Older programs open a backup by its first pair alone.
 */
export async function sealForKeepers(folder: string, typed: KeptPassphrase): Promise<BackupSeal> {
  if (saltsOf(folder)?.includes(typed.salt) === false)
    throw new Error('the keeper who asked for a backup has ended meanwhile')
  const held = pairsIn(folder).find(({ salt }) => salt === typed.salt)
  const own = held ?? (await newPair(typed))
  const others = heldBackupKeys(folder).filter(one => one.recipient !== own.recipient)
  return { seal: [pairOnly(own), ...others], ...(held ? {} : { made: own }) }
}

const RECIPIENT = /^age1[0-9a-z]{58}$/
const linesIn = (folder: string): readonly string[] => {
  const { backupKey } = placesIn(folder)
  return existsSync(backupKey) ? readFileSync(backupKey, 'utf8').split('\n') : []
}

const pairsIn = (folder: string): readonly KeptPair[] =>
  linesIn(folder).flatMap(line => {
    const [salt = '', recipient = '', identity = ''] = line.split(' ')
    return RECIPIENT.test(recipient) && identity !== ''
      ? [{ salt, recipient, identity: Buffer.from(identity, 'base64') }]
      : []
  })

function olderPair(folder: string): readonly ForKeeper[] {
  const [recipient = '', identity = ''] = linesIn(folder)
  return RECIPIENT.test(recipient) && identity !== ''
    ? [{ recipient, identity: Buffer.from(identity, 'base64') }]
    : []
}

/** The salts of the keepers’ passphrases; undefined when `local.db` was lost or says none. */
function saltsOf(folder: string): readonly string[] | undefined {
  const { local } = placesIn(folder)
  if (!existsSync(local) || isHurtLocal(local)) return undefined
  const db = openToRead(local)
  try {
    const sql = new Statements(db)
    const salts = sql.has('kept') ? [...passphraseSalts({ sql }).values()] : []
    return salts.length > 0 ? salts : undefined
  } finally {
    db.close()
  }
}
