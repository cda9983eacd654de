import { existsSync, readFileSync } from 'node:fs'
import { placesIn, writeSafely } from './folder.ts'
import type { ForKeeper } from './seal-file.ts'

/**
 * What seals a backup that nobody is there to seal: for whom (public), and what opens it, itself sealed with the keeper's passphrase.
 * Made when the passphrase is chosen, the only moment at which it is known; a thief of the box learns from it no more than from the
 * passphrase's own hash. docs/decisions/0026.
 *
 * Shape   two lines: an age recipient; the sealed identity, base64.
 */
export async function keepBackupKey(folder: string, passphrase: string): Promise<void> {
  const { newForKeeper } = await import('./seal-file.ts')
  const { recipient, identity } = await newForKeeper(passphrase)
  writeSafely(placesIn(folder).backupKey, `${recipient}\n${Buffer.from(identity).toString('base64')}\n`, 0o600)
}

/** Undefined where none was made, or it can't be read. */
export function heldBackupKey(folder: string): ForKeeper | undefined {
  const { backupKey } = placesIn(folder)
  if (!existsSync(backupKey)) return undefined
  const [recipient = '', identity = ''] = readFileSync(backupKey, 'utf8').split('\n')
  if (!/^age1[0-9a-z]{58}$/.test(recipient) || identity === '') return undefined
  return { recipient, identity: Buffer.from(identity, 'base64') }
}
