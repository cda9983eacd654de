import { existsSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { type Box, boxFromPem } from '../log/box.ts'
import type { Log } from '../log/log.ts'
import { LOG_FORMAT, NewerFormat, openLogFile, Statements } from '../log/sqlite.ts'
import { FolderFault, placesIn, refuseAnotherName, refuseLostLog } from './folder.ts'

/**
 * Refuses a folder without a box, for verbs that make none.
 *
 * Errors  FolderFault `missing`, `lostLog`.
 */
export function refuseMissing(folder: string): void {
  refuseLostLog(folder)
  refuseAbsent(folder)
}

/**
 * Refuses a folder without a log, for verbs that inspect it, damaged or not.
 *
 * Errors  FolderFault `missing`, `lostLog`.
 */
export function refuseAbsent(folder: string): void {
  if (existsSync(placesIn(folder).log)) return
  refuseLostLog(folder)
  throw new FolderFault('missing', folder)
}

/** The box of a folder. Undefined when its key is missing or can’t be read. */
export function heldBox(folder: string): Box | undefined {
  const { key } = placesIn(folder)
  try {
    return existsSync(key) ? boxFromPem(readFileSync(key, 'utf8')) : undefined
  } catch {
    return undefined
  }
}

/**
 * The box of a folder that must have one.
 *
 * Errors  FolderFault `missing`, `lostLog`, `noKey`, `lostKey`, `otherKey`.
 */
export function neededBox(folder: string): Box {
  refuseMissing(folder)
  const box = heldBox(folder)
  if (!box) throw new FolderFault('noKey', folder)
  refuseAnotherName(folder, box)
  return box
}

/**
 * Opens the log read-only, whether a server runs on the folder or not.
 *
 * Errors  FolderFault `missing`, `lostLog`; NotLog; NewerFormat.
 */
export function readLog(folder: string, box: Box): Log {
  refuseAbsent(folder)
  const { log: file } = placesIn(folder)
  const db = openLogFile(file, { readOnly: true })
  try {
    const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version'])
    if (found > LOG_FORMAT) throw new NewerFormat(file, found)
    const sql = new Statements(db)
    const mark = (key: string) =>
      String(sql.get('SELECT value FROM mark WHERE key = ?', key)?.['value'] ?? '')
    return { db, sql, box, identity: mark('identity'), epoch: mark('epoch') }
  } catch (error) {
    db.close()
    throw error
  }
}

export const openToRead = (file: string): DatabaseSync =>
  new DatabaseSync(file, { readOnly: true, timeout: 5_000 })

/** How many rows a rebuild will show. */
export const countTouched = (log: Pick<Log, 'sql'>): number =>
  Number(
    log.sql.get('SELECT count(*) AS n FROM (SELECT DISTINCT record, type, space FROM changed)')?.[
      'n'
    ] ?? 0,
  )
