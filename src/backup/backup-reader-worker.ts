import { parentPort, workerData } from 'node:worker_threads'
import type { BackupToRead, FromReading } from './backup-reader.ts'
import { readBackup } from './open-backup.ts'
import { restoreFault } from './restore-said.ts'
import { backupWords } from './words.ts'

/**
 * The thread that `backup-reader.ts` starts, so that no page waits while gigabytes are decrypted
 * and hashed. An error ends it.
 */
const { lang, passphrase, ...of }: BackupToRead = workerData
const tell = (message: FromReading): void => parentPort?.postMessage(message)
const { restore, archive } = backupWords(lang)

try {
  await readBackup({ ...of, passphrase: () => Promise.resolve(passphrase) })
  tell({ wrong: undefined })
} catch (error) {
  const wrong = restoreFault(error, { folder: of.folder, restore, archive })
  if (wrong === undefined) throw error
  tell({ wrong })
}
