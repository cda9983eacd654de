import { existsSync, renameSync, statSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { isHurtFile } from '../log/sqlite.ts'
import { placesIn } from './folder.ts'
import { type Local, openLocal } from './local.ts'

/** The opened file. `aside`: the path of the damaged one, if there was one. */
export type LocalKept = Readonly<{ local: Local; aside: string | undefined }>

/**
 * Opens `local.db`. A damaged one is put aside, never deleted, and a new one is made: it holds
 * sessions and secrets, which are chosen anew (`/ouvrir`, `cocote keeper`).
 */
export function openLocalKept(folder: string, now: Date = new Date()): LocalKept {
  const { local: file } = placesIn(folder)
  if (!isHurtLocal(file)) return { local: openLocal(file), aside: undefined }
  const aside = `${file}.abime-${now.toISOString().slice(0, 19).replace(/[T:]/g, '-')}`
  for (const end of ['', '-wal', '-shm'])
    if (existsSync(file + end)) renameSync(file + end, aside + end)
  return { local: openLocal(file), aside }
}

/** Whether `local.db` is damaged. It is small, so all of it is checked. */
export function isHurtLocal(file: string): boolean {
  if (!existsSync(file)) return false
  if (!statSync(file).isFile()) return true
  try {
    const db = new DatabaseSync(file, { timeout: 5_000 })
    try {
      return saidOf(db) !== 'ok'
    } finally {
      db.close()
    }
  } catch (error) {
    if (isHurtFile(error)) return true
    throw error
  }
}
const saidOf = (db: DatabaseSync): unknown =>
  db.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check']
