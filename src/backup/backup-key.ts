import { existsSync, readFileSync, rmSync } from 'node:fs'
import type { ForKeeper } from '../files/encrypt-file.ts'
import { placesIn, writeSafely } from '../files/folder.ts'
import { runFolder } from '../files/run-folder.ts'

/**
 * Makes the key pair for backups without a typed passphrase: a public key, and the private key
 * encrypted with the keeper’s passphrase. Made when the passphrase is chosen, or typed on a box
 * without this file: the only moments at which it is known. A thief learns no more from it than
 * from the passphrase’s hash (docs/decisions/0026).
 *
 * Shape   two lines: an age recipient; the encrypted identity, base64.
 */
export async function keepBackupKey(folder: string, passphrase: string): Promise<void> {
  const { newForKeeper } = await import('../files/encrypt-file.ts')
  const { recipient, identity } = await newForKeeper(passphrase)
  writeSafely(
    placesIn(folder).backupKey,
    `${recipient}\n${Buffer.from(identity).toString('base64')}\n`,
    0o600,
  )
}

/** After the answer that is on its way. Units: milliseconds. */
const SOON_MS = 500

/**
 * Makes it on an installed box, which backs up to keys by itself, without waiting: it takes seconds
 * on a small machine.
 */
export function keepBackupKeySoon(
  folder: string,
  passphrase: string,
  report: (error: unknown) => void,
): void {
  if (runFolder() !== undefined)
    setTimeout(() => keepBackupKey(folder, passphrase).catch(report), SOON_MS).unref()
}

/**
 * Deletes it when a keeper is ended: that keeper’s passphrase may open it. The next keeper who
 * signs in makes another. False where none was.
 */
export function dropBackupKey(folder: string): boolean {
  const { backupKey } = placesIn(folder)
  if (!existsSync(backupKey)) return false
  rmSync(backupKey)
  return true
}

/** Undefined where none was made, or it can't be read. */
export function heldBackupKey(folder: string): ForKeeper | undefined {
  const { backupKey } = placesIn(folder)
  if (!existsSync(backupKey)) return undefined
  const [recipient = '', identity = ''] = readFileSync(backupKey, 'utf8').split('\n')
  if (!/^age1[0-9a-z]{58}$/.test(recipient) || identity === '') return undefined
  return { recipient, identity: Buffer.from(identity, 'base64') }
}
