import { existsSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { isHurtFile } from '../log/sqlite.ts'
import { placesIn } from './folder.ts'
import { isHurtLocal } from './local-kept.ts'

/** A damaged file of a serving box. `log`: only a person can repair it. */
export type HurtFound = 'tables' | 'local' | 'log'

/** The pause between two checks: a fault may come with every page. */
const AGAIN_MS = 60_000

/**
 * Checks the files when SQLite reports a damaged one, since it does not say which.
 *
 * Law     Files that may be lost are made again without anybody: `tables.db` is deleted at once,
 *         and the next start makes it; the next start also puts `local.db` aside (`local-kept.ts`).
 *         `log.db` is only reported.
 */
export function hurtWatch(
  folder: string,
  found: (what: HurtFound) => void,
  now = () => performance.now(),
): (error?: unknown) => void {
  let last = Number.NEGATIVE_INFINITY
  return error => {
    const isGone = !existsSync(placesIn(folder).tables) || !existsSync(placesIn(folder).local)
    if (!isGone && !isHurtFile(error)) return
    if (now() - last < AGAIN_MS) return
    last = now()
    const what = hurtIn(folder)
    if (what === 'tables') takeTables(folder)
    if (what) found(what)
  }
}

function hurtIn(folder: string): HurtFound | undefined {
  const { tables, local, log } = placesIn(folder)
  if (!existsSync(tables) || isHurt(tables)) return 'tables'
  if (!existsSync(local) || isHurtLocal(local)) return 'local'
  return isHurt(log) ? 'log' : undefined
}

function isHurt(file: string): boolean {
  try {
    const db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 })
    try {
      return db.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] !== 'ok'
    } finally {
      db.close()
    }
  } catch (error) {
    if (isHurtFile(error)) return true
    throw error
  }
}

/** Deletes the tables. The next start makes them again from the log. */
function takeTables(folder: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(placesIn(folder).tables + end, { force: true })
}
