import { parentPort, workerData } from 'node:worker_threads'
import { backupTo } from '../backup/backup.ts'
import { type BackupSeal, sealForKeepers } from '../backup/backup-key.ts'
import { HurtLog } from '../backup/hurt-log.ts'
import type { FromSaving, SaveOf } from '../backup/saves.ts'
import { exportTo } from '../data/export.ts'
import { bricks } from './bricks.ts'

/**
 * The thread that `backup/saves.ts` starts: no page waits while a log is read whole and sealed.
 * What is thrown here ends it.
 */
const { folder, file, version, save }: SaveOf = workerData
const tell = (message: FromSaving): void => parentPort?.postMessage(message)
const now = new Date()
const progress = (done: number, total: number): void => tell({ done, total })

try {
  if (save.kind === 'backup') {
    const { salt, passphrase } = save
    const { seal, made }: BackupSeal =
      salt === undefined ? { seal: passphrase } : await sealForKeepers(folder, { salt, passphrase })
    if (made) tell({ made })
    const { bytes, hurt } = await backupTo({
      folder,
      file,
      seal,
      version,
      now,
      progress,
    })
    tell({ ready: bytes, missing: 0, hurt })
  } else {
    const { missing } = await exportTo({
      folder,
      file,
      bricks,
      private: save.private,
      lang: save.lang,
      version,
      now,
      progress,
    })
    const { statSync } = await import('node:fs')
    tell({ ready: statSync(file).size, missing, hurt: [] })
  }
} catch (error) {
  if (!(error instanceof HurtLog)) throw error
  tell({ hurts: error.hurts })
}
