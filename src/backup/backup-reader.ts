import { Worker } from 'node:worker_threads'
import type { Lang } from '../core/lang.ts'

export type BackupToRead = Readonly<{
  folder: string
  file: string
  passphrase: string
  isNew: boolean
  lang: Lang
}>
export type FromReading = Readonly<{ wrong: string | undefined }>

/**
 * Reads a backup whole before the page closes for its restore. Returns the sentence of its fault,
 * or undefined.
 *
 * Errors  those of the disk.
 */
export function wrongWithBackup(of: BackupToRead): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const reading = new Worker(new URL('./backup-reader-worker.ts', import.meta.url), {
      workerData: of,
    })
    reading.once('message', ({ wrong }: FromReading) => resolve(wrong))
    reading.once('error', reject)
    reading.once('exit', () => reject(new Error('the reading stopped')))
  })
}
