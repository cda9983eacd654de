import { existsSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { isHurtFile } from '../log/sqlite.ts'
import { placesIn } from './folder.ts'
import { isHurtLocal } from './local-kept.ts'

/** What a box that serves found of its own files. `log`: only a person can mend it. */
export type HurtFound = 'tables' | 'local' | 'log'

/** No page looks at whole files twice for one fault that comes with every page. */
const AGAIN_MS = 60_000

/**
 * Looks at the files when SQLite says that one is damaged, since it does not say which.
 *
 * Law     what may be lost is made again without anybody: `tables.db` is taken away at once, so
 *         that whatever happens next the next start makes it, and `local.db` is put aside by it
 *         (local-kept.ts). `log.db` is only told.
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

/** The tables hold nothing that the log does not: without them the next start makes them again. */
function takeTables(folder: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(placesIn(folder).tables + end, { force: true })
}
