import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type Entry, spaceOfFeed, trustedEntry } from '../core/change.ts'
import { ownJson } from '../core/narrow.ts'
import { filed, numberOf, pieceText, prefixOf } from './flesh.ts'
import type { Log } from './log.ts'
import { owesRewriting } from './rewriting.ts'
import {
  formatOf,
  LOG_FORMAT,
  makeTables,
  PACKED,
  Statements,
  syncFile,
  syncFolder,
} from './sqlite.ts'

/**
 * Moves a log of the first format into a file of this one, once, before it is opened. The old file
 * stays beside as `log.db.1`, until the keeper deletes it or something is erased
 * (`forgetMoved`). A stop at any moment leaves the old file or the new one under its name, whole.
 */

/** The disk has no room for both files. Nothing was written. `bytes`: what must be free. */
export class NoRoomToMove extends Error {
  override name = 'NoRoomToMove'
  readonly bytes: number
  constructor(bytes: number) {
    super(`moving the log takes ${bytes} free bytes`)
    this.bytes = bytes
  }
}

/** The old file of a log that was moved. */
export const movedFrom = (file: string): string => `${file}.1`
/**
 * Deletes the old file once something was erased, because it has the erased values still. Who owes
 * the rewriting of the log calls it before that is done.
 */
export function forgetMoved(log: Log): true {
  const file = log.db.location()
  if (file !== null && owesRewriting(log) && existsSync(movedFrom(file))) {
    rmSync(movedFrom(file), { force: true })
    syncFolder(dirname(file))
  }
  return true
}

/**
 * Moves the log when it has the first format. `free`: the free bytes of its disk, which are asked
 * of the system when they are not given.
 *
 * Law     The moved log is that of the same entries from the start.
 * Errors  NoRoomToMove; those of SQLite and of the disk. The old file is as it was, alone.
 */
export function moveLog(file: string, free?: number): void {
  if (!isOfFirstFormat(file)) return
  const made = `${file}.moving`
  removeFile(made)
  refuseNoRoom(file, free ?? freeBeside(file), hasLinks(file, made))
  settleOld(file)
  wholeOrNone(made, () => {
    copyInto(made, file)
    syncFile(made)
    chmodSync(made, statSync(file).mode)
    keepOld(file)
    renameSync(made, file)
  })
  syncFolder(dirname(file))
}

function removeFile(name: string): void {
  for (const end of ['', '-journal']) rmSync(name + end, { force: true })
}
/** Half a file would keep a full disk full, with values that are erased meanwhile. */
function wholeOrNone(made: string, work: () => void): void {
  try {
    work()
  } catch (error) {
    removeFile(made)
    throw error
  }
}

/** A new file says its format in its first page, which the WAL of an old one may still hold. */
function isOfFirstFormat(file: string): boolean {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  const head = Buffer.alloc(64)
  if (size > 0) {
    const handle = openSync(file, 'r')
    readSync(handle, head, 0, head.length, 0)
    closeSync(handle)
  }
  if (head.readUInt32BE(60) >= PACKED || !existsSync(file)) return false
  // After a stop in `settleOld` nobody reads before somebody who may write has opened the file.
  return (formatHeld(file, true) ?? formatHeld(file, false)) === 1
}
/** The format of a file. Undefined when it can't be read: whoever opens the log says why. */
function formatHeld(file: string, readOnly: boolean): number | undefined {
  try {
    const db = new DatabaseSync(file, { readOnly, timeout: 5_000 })
    try {
      return formatOf(db)
    } finally {
      db.close()
    }
  } catch {
    return undefined
  }
}

/** Whether this disk gives a file a second name, as FAT and exFAT do not. */
function hasLinks(file: string, second: string): boolean {
  try {
    linkSync(file, second)
    return true
  } catch {
    return false
  } finally {
    rmSync(second, { force: true })
  }
}

/** Units   bytes that must be free beside the new file. */
const SPARE = 1 << 20
function freeBeside(file: string): number {
  const { bavail, bsize } = statfsSync(dirname(file))
  return bavail * bsize
}
/** Without second names the old file is copied too. */
function refuseNoRoom(file: string, free: number, isLinked: boolean): void {
  const size = (name: string): number => statSync(name, { throwIfNoEntry: false })?.size ?? 0
  const needed = (isLinked ? 1 : 2) * (size(file) + size(`${file}-wal`)) + SPARE
  if (free < needed) throw new NoRoomToMove(needed)
}

/** Empties the WAL into the old file, and deletes it: it would be read into the new one. */
function settleOld(file: string): void {
  const db = new DatabaseSync(file, { timeout: 5_000 })
  try {
    db.exec('PRAGMA synchronous = FULL')
    const mode = db.prepare('PRAGMA journal_mode = DELETE').get()?.['journal_mode']
    if (mode !== 'delete') throw new Error(`${file} is open elsewhere`)
  } finally {
    db.close()
  }
}

/** The old file under its second name; as a copy where the disk knows no second names. */
function keepOld(file: string): void {
  rmSync(movedFrom(file), { force: true })
  try {
    linkSync(file, movedFrom(file))
  } catch {
    wholeOrNone(movedFrom(file), () => {
      copyFileSync(file, movedFrom(file))
      syncFile(movedFrom(file))
    })
  }
  syncFolder(dirname(file))
}

/** Tables that both formats have alike. An old file may lack one. */
const ALIKE = [
  'mark',
  'feed',
  'replaced',
  'forgotten',
  'answer',
  'staged',
  'hollow',
  'lacked',
  'aside',
  'asked',
  'forgotten_one',
] as const

function copyInto(made: string, from: string): void {
  const db = new DatabaseSync(made)
  try {
    const sql = new Statements(db)
    db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA secure_delete = ON')
    makeTables(db)
    sql.run('ATTACH ? AS was', from)
    db.exec('BEGIN')
    const there = new Set(
      sql.all<{ name: string }>('SELECT name FROM was.sqlite_master').map(one => one.name),
    )
    for (const table of ALIKE)
      if (there.has(table)) db.exec(`INSERT INTO main.${table} SELECT * FROM was.${table}`)
    for (const id of sql.all<{ id: number }>('SELECT id FROM was.entry ORDER BY id'))
      moveEntry(sql, id.id)
    movePast(sql)
    db.exec(`PRAGMA user_version = ${LOG_FORMAT}; COMMIT; DETACH was`)
  } finally {
    db.close()
  }
}

type EntryRow = Readonly<{ hash: Uint8Array; bytes: Uint8Array; signature: Uint8Array }>
type ValueRow = Readonly<{ change: number; field: string; salt: Uint8Array; value: string }>
/** Moves an entry, its values and its writes. */
function moveEntry(sql: Statements, id: number): void {
  const { hash, bytes, signature } = sql.get<EntryRow>(
    'SELECT hash, bytes, signature FROM was.entry WHERE id = ?',
    id,
  )!
  const values = sql.all<ValueRow>(
    'SELECT change, field, salt, value FROM was.flesh WHERE entry = ?',
    id,
  )
  const entry = readIn(bytes)
  const { stamp, changes } = entry ? changesIn(entry) : changesLeft(sql, id, values)
  sql.run('INSERT INTO entry VALUES (?, ?, ?, ?, ?)', id, stamp, hash, bytes, signature)
  const rows = new Map<number, Record<string, string | null>>()
  for (const { change, names } of changes)
    rows.set(change, {
      ...rows.get(change),
      ...Object.fromEntries(names.map(name => [name, null])),
    })
  for (const { change, field, ...piece } of values)
    rows.set(change, { ...rows.get(change), [field]: pieceText(piece) })
  for (const [change, pieces] of rows)
    if (Object.keys(pieces).length > 0)
      sql.run('INSERT INTO flesh VALUES (?, ?, ?)', id, change, JSON.stringify(pieces))
  for (const { change, record, kinds } of changes)
    for (const { type, space, prefix } of kinds) {
      const what = numberOf(sql, type, space, prefix)
      sql.run('INSERT INTO wrote VALUES (?, ?, ?, ?, NULL)', record, what, id, change)
    }
}
function readIn(bytes: Uint8Array): Entry | undefined {
  try {
    return trustedEntry(Buffer.from(bytes).toString('utf8'))
  } catch {
    return undefined
  }
}

/** A change as it is stored: the names of its fields, and the types that it is filed under. */
type Moved = Readonly<{
  change: number
  record: string
  names: readonly string[]
  kinds: readonly Readonly<{ type: string; space: string; prefix: string }>[]
}>
type MovedEntry = Readonly<{ stamp: string; changes: readonly Moved[] }>
function changesIn(entry: Entry): MovedEntry {
  const space = spaceOfFeed(entry.feed)
  const changes = [...entry.changes.entries()].map(([index, change]) => ({
    change: index,
    record: change.record,
    names: Object.keys(change.fields),
    kinds: filed(change)
      .filter(({ fields }) => fields.length > 0)
      .map(({ type }) => ({ type, space, prefix: prefixOf(change, type) })),
  }))
  return { stamp: entry.stamp, changes }
}

type WriteRow = Readonly<{
  change: number
  record: string
  type: string
  space: string
  fields: string
  stamp: string
}>
/** The writes of a damaged entry as the old file has them: by these its values can be erased. */
function changesLeft(sql: Statements, id: number, values: readonly ValueRow[]): MovedEntry {
  const rows = sql.all<WriteRow>(
    'SELECT change, record, type, space, json_group_array(field) AS fields, stamp FROM was.write ' +
      'WHERE entry = ? GROUP BY change, record, type, space, stamp',
    id,
  )
  const changes = rows.map(({ change, record, type, space, fields }) => {
    const types = rows.filter(one => one.change === change).map(one => `${one.type}.`)
    const isBase =
      types.length > 1 ||
      values.some(one => one.change === change && one.field.startsWith(types[0]!))
    const prefix = isBase ? `${type}.` : ''
    const names = ownJson<readonly string[]>(fields).map(field => prefix + field)
    return { change, record, names, kinds: [{ type, space, prefix }] }
  })
  return { stamp: rows[0]?.stamp ?? '', changes }
}

type PastRow = Readonly<{
  record: string
  type: string
  space: string
  entry: number
  change: number
  past: string
}>
/** Marks the writes that were replaced. */
function movePast(sql: Statements): void {
  const rows = sql.of(
    "SELECT record, type, space, entry, change, ' ' || group_concat(field, ' ') || ' ' AS past " +
      'FROM was.write WHERE head = 0 GROUP BY record, type, space, entry, change',
  )
  for (const row of rows.iterate() as Iterable<PastRow>)
    sql.run(
      'UPDATE wrote SET past = ? WHERE record = ? AND entry = ? AND change = ? AND what IN ' +
        '(SELECT no FROM what WHERE type = ? AND space = ?)',
      ...[row.past, row.record, row.entry, row.change, row.type, row.space],
    )
}
