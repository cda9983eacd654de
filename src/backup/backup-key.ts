import { existsSync, readFileSync } from 'node:fs'
import type { ForKeeper } from '../files/encrypt-file.ts'
import { placesIn, writeSafely } from '../files/folder.ts'
import { runFolder } from '../files/run-folder.ts'

/**
 * What seals a backup that nobody is there to seal: for whom (public), and what opens it, itself
 * sealed with the keeper's passphrase. Made when the passphrase is chosen, or typed by its keeper
 * on a box that has none yet (data that came from a laptop, a plug pulled meanwhile): the only
 * moments at which it is known. A thief of the box learns from it no more than from the
 * passphrase's own hash. docs/decisions/0026.
 *
 * Shape   two lines: an age recipient; the sealed identity, base64.
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
 * The same on an installed box, where keys are backed up to by themselves. Not waited for: it takes
 * seconds on a small machine.
 */
export function keepBackupKeySoon(
  folder: string,
  passphrase: string,
  report: (error: unknown) => void,
): void {
  if (runFolder() !== undefined)
    setTimeout(() => keepBackupKey(folder, passphrase).catch(report), SOON_MS).unref()
}

/** Undefined where none was made, or it can't be read. */
export function heldBackupKey(folder: string): ForKeeper | undefined {
  const { backupKey } = placesIn(folder)
  if (!existsSync(backupKey)) return undefined
  const [recipient = '', identity = ''] = readFileSync(backupKey, 'utf8').split('\n')
  if (!/^age1[0-9a-z]{58}$/.test(recipient) || identity === '') return undefined
  return { recipient, identity: Buffer.from(identity, 'base64') }
}
