import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Projection } from '../contract/projection.ts'
import { sqliteCode } from '../core/narrow.ts'
import type { RecordType } from '../core/schema.ts'
import { touchedBy } from '../log/forget.ts'
import { entriesAfter, entryOf, type Log, lastSeqs, type Touched } from '../log/log.ts'
import { filledMark } from '../log/missing-values.ts'
import { inOneRead, PAGE, Statements, syncFile, syncFolder } from '../log/sqlite.ts'
import { knowAlphabet } from './alphabet.ts'
import {
  byRecord,
  type ChangedShape,
  changedShape,
  isMost,
  isShownAgain,
  remakeChanged,
  shownAgain,
  shownFirst,
} from './changed-shape.ts'
import { holdOrWrite } from './held-words.ts'
import { fillHidden, shownAgainBy } from './hidden.ts'
import { isOfSets, showSets } from './joined.ts'
import { searchAgain } from './search.ts'
import { allTables, partsOf, shapeHash } from './shape.ts'
import { applyAgain, show } from './show.ts'
import { withTextsAhead } from './texts-ahead-client.ts'

/**
 * The tables that pages read, made from the log. They can always be made again. `hasTitles`: the
 * titles of records that are told as new are there already.
 */
export type Tables = Readonly<{
  db: DatabaseSync
  sql: Statements
  file: string
  types: ReadonlyMap<string, RecordType>
  projections: readonly Projection[]
  hasTitles?: boolean
}>
/** The record types and projections of the tables. What of a file has another is made again. */
export type Shape = Readonly<{ types: readonly RecordType[]; projections: readonly Projection[] }>

/**
 * No commit of the tables waits for the disk (`noteOpen`). A turn touches some fifty pages, most of
 * them for a short row: pages are as small as those of the log.
 */
const PRAGMAS =
  `PRAGMA page_size = ${PAGE}; PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; ` +
  'PRAGMA synchronous = OFF; PRAGMA cache_size = -16000'

const BOOT_ID = '/proc/sys/kernel/random/boot_id'
/** The start of the machine. Empty where the system does not name it. */
const thisBoot = (): string => (existsSync(BOOT_ID) ? readFileSync(BOOT_ID, 'utf8').trim() : '')
/** Stands beside the tables while a program has them open, and holds the start of the machine. */
const bootMark = (file: string): string => `${file}.boot`
const notedBoot = (file: string): string | undefined =>
  existsSync(bootMark(file)) ? readFileSync(bootMark(file), 'utf8') : undefined

/**
 * Whether the machine stopped while the tables were open: half of their last writes may be on the
 * disk, the log never. After a program that was killed alone, the system still holds all of them.
 * Where the system does not name the start of the machine, a killed program counts as well.
 */
export function areTorn(file: string): boolean {
  const noted = notedBoot(file)
  return noted !== undefined && (noted === '' || noted !== thisBoot())
}

/** Notes that the tables are open, before anything is written to them. */
function noteOpen(file: string): void {
  const boot = thisBoot()
  if (notedBoot(file) === boot) return
  writeFileSync(bootMark(file), boot)
  syncFile(bootMark(file))
  syncFolder(dirname(file))
}

/**
 * Closes the tables and syncs them, so that no stop of the machine loses them from then on. Tables
 * closed otherwise are made again after the next start of the machine.
 */
export function closeTables({ db, file }: Tables): void {
  db.close()
  if (file === ':memory:') return
  for (const one of [file, `${file}-wal`]) if (existsSync(one)) syncFile(one)
  syncFolder(dirname(file))
  rmSync(bootMark(file), { force: true })
}

function connect(file: string, shape: Shape): Tables {
  if (file !== ':memory:') noteOpen(file)
  return opened(file, shape)
}

function opened(file: string, shape: Shape): Tables {
  const db = new DatabaseSync(file, { timeout: 5_000 })
  db.exec(PRAGMAS)
  knowAlphabet(db)
  return {
    db,
    sql: new Statements(db),
    file,
    types: new Map(shape.types.map(type => [type.name, type])),
    projections: shape.projections,
  }
}

/**
 * Opens the tables of this log.
 *
 * Law     They are made again from nothing after another log, a position ahead of the log, a
 *         damaged file, or a machine that stopped while they were open. After another shape, what
 *         it changed is made again. Tables behind the log catch up. The rows are the same either
 *         way (law 2).
 */
export function openTables(
  file: string,
  shape: Shape,
  log: Log,
  progress?: (done: number) => void,
): Tables {
  return (
    caughtUp(file, shape, log, progress) ??
    inOneRead([log], () => rebuild(file, shape, log, progress))
  )
}

/** SQLite’s codes for a missing table, a damaged file, and another kind of file. */
const UNREADABLE: ReadonlySet<number> = new Set([1, 11, 26])

function caughtUp(
  file: string,
  shape: Shape,
  log: Log,
  progress?: (done: number) => void,
): Tables | undefined {
  if (areTorn(file)) return undefined
  let tables: Tables | undefined
  try {
    tables = connect(file, shape)
    if (isOfLog(tables, log) && isOfShape(tables, shape, log, progress)) {
      catchUp(tables, log, progress)
      return tables
    }
  } catch (error) {
    if (!UNREADABLE.has(sqliteCode(error))) throw error
  }
  tables?.db.close()
  return undefined
}

/** Makes the tables from nothing in a file beside, then renames it into place. */
export function rebuild(
  file: string,
  shape: Shape,
  log: Log,
  progress?: (done: number) => void,
): Tables {
  if (file === ':memory:') return filled(file, shape, log, progress)
  const beside = `${file}.new`
  for (const end of ['', '-wal', '-shm']) rmSync(beside + end, { force: true })
  const made = filled(beside, shape, log, progress)
  made.db.close()
  syncFile(beside)
  // The file first: SQLite ignores a WAL without its file, but a file without its WAL may be
  // incomplete.
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
  renameSync(beside, file)
  // Otherwise a pulled plug could bring the old tables back.
  syncFolder(dirname(file))
  return connect(file, shape)
}

/** Empty tables, by the hash of their shape. */
export type EmptyTables = Pick<Map<string, Uint8Array>, 'get' | 'set'>
/** Read back, they cost a tenth of making them. Tests open tables in memory by the thousand. */
let emptyTables: EmptyTables = new Map()
let areFilesKept = false
/** Keeps those of files too, for tests alone: a box makes its file once. */
export function keepEmptyTables(store: EmptyTables): void {
  emptyTables = store
  areFilesKept = true
}

/** The tables of this shape, all empty, in a file that is not there yet. */
function emptied(file: string, shape: Shape, hash: string): Tables {
  const isKept = areFilesKept || file === ':memory:'
  const made = isKept ? emptyTables.get(hash) : undefined
  if (made && file !== ':memory:') writeFileSync(file, made)
  const tables = opened(file, shape)
  const { db } = tables
  if (made && file === ':memory:') {
    // It opens the database again: what was set at its first opening is set again.
    db.deserialize(made)
    db.exec(PRAGMAS)
  }
  if (made) return tables
  db.exec('BEGIN')
  for (const sql of allTables(shape.types, shape.projections)) db.exec(sql)
  db.exec('COMMIT')
  // In WAL mode bytes 18 and 19 of a file are 2: memory opens only a 1, and a file takes both.
  if (isKept) emptyTables.set(hash, db.serialize().fill(1, 18, 20))
  return tables
}

function filled(file: string, shape: Shape, log: Log, progress?: (done: number) => void): Tables {
  const tables = emptied(file, shape, shapeHash(shape.types, shape.projections))
  const known = { log: log.identity, box: log.box.name }
  // Nobody reads the file yet, and half of it is worth nothing: its pages are written once.
  if (file !== ':memory:') tables.db.exec('PRAGMA journal_mode = MEMORY')
  tables.db.exec('BEGIN')
  for (const [key, value] of Object.entries(known))
    tables.sql.run('INSERT INTO mark VALUES (?, ?)', key, value)
  fillHidden(tables.sql, log)
  showEach(tables, log, withTextsAhead(tables, log, shownFirst(log)), progress)
  // Unmerged, the segments of many records would be merged turn by turn.
  tables.sql.run("INSERT INTO search(search) VALUES ('optimize')")
  markPositions(tables, log)
  markShape(tables, shape)
  tables.db.exec('COMMIT')
  return tables
}

/**
 * Makes what another shape changed again, in one commit with its stamps: where it stops before, the
 * next opening begins again. False where that would be most of the tables, which are made quicker
 * from nothing.
 */
function isOfShape(
  tables: Tables,
  shape: Shape,
  log: Log,
  progress?: (done: number) => void,
): boolean {
  if (markOf(tables, 'shape') === shapeHash(shape.types, shape.projections)) return true
  const changed = changedShape(tables, log, shape)
  if (changed === undefined) return false
  const isShown = isShownAgain(tables.sql, changed)
  if (isMost(log, isShown)) return false
  tables.db.exec('BEGIN')
  remakeChanged(tables, shape, changed)
  const again = shownAgain(tables, log, changed, isShown)
  showEach({ ...tables, hasTitles: true }, log, again, progress)
  showSets(tables, log)
  applyChanged(tables, log, changed, isShown)
  if (changed.isSearch) searchAgain(tables)
  markShape(tables, shape)
  tables.db.exec('COMMIT')
  tables.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  return true
}

/** Runs changed projections for the records that stay as they are. */
function applyChanged(
  tables: Tables,
  log: Log,
  { projections }: ChangedShape,
  isShown: (same: readonly Touched[]) => boolean,
): void {
  if (projections.every(({ types }) => types.length === 0)) return
  const changed = { ...tables, projections }
  for (const same of byRecord(log))
    if (!isShown(same)) for (const what of same) applyAgain(changed, what)
}

/**
 * Shows records a thousand at a time: their words are written together. `progress` is told of whole
 * thousands: who starts with a small log says nothing.
 */
function showEach(
  tables: Tables,
  log: Log,
  all: Iterable<Touched>,
  progress?: (done: number) => void,
): void {
  let done = 0
  let page: Touched[] = []
  const showPage = (): void => {
    showAll(tables, log, page)
    page = []
  }
  for (const what of all) {
    if (page.push(what) < SHOWN_TOGETHER) continue
    showPage()
    progress?.((done += SHOWN_TOGETHER))
  }
  showPage()
}

/** How many records a rebuild shows before it writes their words. */
const SHOWN_TOGETHER = 1_000

const markOf = (tables: Tables, key: string) =>
  tables.sql.get<{ value: string }>('SELECT value FROM mark WHERE key = ?', key)?.value

/** Notes the shape of the tables, whole and by parts. */
function markShape(tables: Tables, { types, projections }: Shape): void {
  tables.sql.run("DELETE FROM mark WHERE key = 'shape' OR key LIKE 'part of %'")
  const marks = [['shape', shapeHash(types, projections)] as const, ...partsOf(types, projections)]
  for (const [key, value] of marks) tables.sql.run('INSERT INTO mark VALUES (?, ?)', key, value)
}

function isOfLog(tables: Tables, log: Log): boolean {
  if (markOf(tables, 'log') !== log.identity) return false
  if (markOf(tables, 'filled') !== filledMark(log) || markOf(tables, 'box') !== log.box.name)
    return false
  const held = lastSeqs(log)
  return shownPositions(tables).every(({ feed, seq }) => (held.get(feed) ?? 0) >= seq)
}

const shownPositions = (tables: Tables) =>
  tables.sql.all<{ feed: string; seq: number }>('SELECT feed, seq FROM position')

/** Whether the log holds entries that the tables do not show: only its commit went through. */
export function isBehind(tables: Tables, log: Log): boolean {
  const shown = new Map(shownPositions(tables).map(({ feed, seq }) => [feed, seq]))
  return [...lastSeqs(log)].some(([feed, last]) => (shown.get(feed) ?? 0) < last)
}

/** Shows the entries that the tables lack, after a crash between the two commits or a restart. */
export function catchUp(tables: Tables, log: Log, progress?: (done: number) => void): void {
  let done = 0
  const shown = new Map(shownPositions(tables).map(({ feed, seq }) => [feed, seq]))
  tables.db.exec('BEGIN')
  for (const [feed, last] of lastSeqs(log)) {
    let at = shown.get(feed) ?? 0
    while (at < last) {
      const page = entriesAfter(log, feed, at)
      if (page.length === 0) break
      const all = page.flatMap(signed => touchedBy(log, signed))
      showAll(tables, log, all)
      // A branch of a forked feed does not begin at 1.
      at = entryOf(page.at(-1)!.bytes).seq
      done += all.length
      if (done >= 1000) progress?.(done)
    }
  }
  markPositions(tables, log)
  tables.db.exec('COMMIT')
}

/** Shows each touched record once. Runs inside a transaction of the tables. */
export function showAll(tables: Tables, log: Log, all: readonly Touched[]): void {
  const again = shownAgainBy(tables.sql, log, all)
  const once = new Map(
    [...all, ...again].map(what => [`${what.record} ${what.type} ${what.space}`, what]),
  )
  const searched = [...once.values()].flatMap(what => show(tables, log, what))
  if ([...once.values()].some(what => isOfSets(tables, what))) showSets(tables, log)
  holdOrWrite(tables, searched)
}

/** A row that is written alike would take its page too. */
const POSITION =
  'INSERT INTO position VALUES (?, ?) ' +
  'ON CONFLICT(feed) DO UPDATE SET seq = excluded.seq WHERE seq <> excluded.seq'
/** Notes the last shown entry of each feed. */
export function markPositions(tables: Tables, log: Log): void {
  for (const [feed, seq] of lastSeqs(log)) tables.sql.run(POSITION, feed, seq)
  const filled = filledMark(log)
  if (markOf(tables, 'filled') !== filled)
    tables.sql.run("INSERT OR REPLACE INTO mark VALUES ('filled', ?)", filled)
}
