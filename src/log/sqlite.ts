import { closeSync, constants, fsyncSync, openSync, statSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { sqliteCode } from '../core/narrow.ts'

/**
 * The SQLite file below a log (`log.db`): opened, with its tables, the numbers of its entries and
 * its prepared statements. The rest of the program also asks here what an error means: a full disk,
 * a damaged file, or a file that is no log. Nothing here knows the content of entries.
 */

/** The format of the file. A file of a later format is refused. */
export const LOG_FORMAT = 2
/**
 * Units   bytes of a page of the file. A turn touches some twelve pages, many half full: a larger
 *         page would write more. A memory card wears by the page (bench/turns.ts).
 */
export const PAGE = 1_024

/**
 * The tables of a log.
 *
 * Shape   `mark`: single values by key, such as the epoch, and the keeper’s decisions on boxes.
 *         `feed`: the feeds of all boxes, each with its last entry; `own`: a feed of this box.
 *         `entry`: the signed bytes of an entry; its `id` is its feed’s number and its place there.
 *         `flesh`: the values of a change (flesh.ts).
 *         `what`: a type in a space, by a number, below zero for the type `box`. `prefix`: what
 *         stands before a field’s name in a `base`, as `offer.`; else empty.
 *         `wrote`: a row for each change of a record. Its fields are those of its row in `flesh`;
 *         `past`: those whose writes were replaced, each between two spaces.
 *         `replaced`: names of writes that are replaced and have not come yet.
 *         `forgotten`: values that must not come back.
 *         `answer`: the answers of turns, by the id of their form.
 *         `piece`, `write`, `changed`: what the rest of the program reads, as views: each value,
 *         each field that an entry wrote (`head`: no write replaced it), each change.
 *
 * SQLite stores the text of a table as it is written: a backslash joins two lines of code.
 */
const TABLES = `
CREATE TABLE mark(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE feed(no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, last INTEGER NOT NULL, \
hash BLOB, stamp TEXT, own INTEGER NOT NULL);
CREATE TABLE entry(id INTEGER PRIMARY KEY, stamp TEXT NOT NULL, hash BLOB NOT NULL, \
bytes BLOB NOT NULL, signature BLOB NOT NULL);
CREATE TABLE flesh(entry INTEGER, change INTEGER, pieces TEXT NOT NULL, \
PRIMARY KEY(entry, change));
CREATE TABLE what(no INTEGER PRIMARY KEY, type TEXT NOT NULL, space TEXT NOT NULL, \
prefix TEXT NOT NULL, UNIQUE(type, space, prefix));
CREATE TABLE wrote(record TEXT, what INTEGER, entry INTEGER, change INTEGER, past TEXT, \
PRIMARY KEY(record, what, entry, change)) WITHOUT ROWID;
CREATE VIEW piece AS SELECT f.entry, f.change, j.key AS field, \
substr(j.value, 1, 22) AS salt, substr(j.value, 23) AS value
  FROM flesh AS f, json_each(iif(json_valid(f.pieces), f.pieces, '{}')) AS j
  WHERE j.type = 'text';
CREATE VIEW changed AS SELECT w.record, k.type, k.space, w.entry, w.change, \
(SELECT e.stamp FROM entry AS e WHERE e.id = w.entry) AS stamp
  FROM wrote AS w JOIN what AS k ON k.no = w.what;
CREATE VIEW write AS SELECT w.record, k.type, k.space, \
substr(j.key, length(k.prefix) + 1) AS field, w.entry, w.change, \
(SELECT e.stamp FROM entry AS e WHERE e.id = w.entry) AS stamp, \
w.past IS NULL OR instr(w.past, ' ' || substr(j.key, length(k.prefix) + 1) || ' ') = 0 AS head, \
w.what
  FROM wrote AS w JOIN what AS k ON k.no = w.what
  JOIN flesh AS f ON f.entry = w.entry AND f.change = w.change
  JOIN json_each(iif(json_valid(f.pieces), f.pieces, '{}')) AS j
  WHERE k.prefix = '' OR substr(j.key, 1, length(k.prefix)) = k.prefix;
CREATE TABLE replaced(entry INTEGER, change INTEGER, hash8 TEXT, record TEXT, type TEXT, field TEXT,
  PRIMARY KEY(entry, change, hash8, record, type, field)) WITHOUT ROWID;
CREATE TABLE forgotten(entry INTEGER, change INTEGER, field TEXT, \
PRIMARY KEY(entry, change, field)) WITHOUT ROWID;
CREATE TABLE answer(id TEXT PRIMARY KEY, said TEXT NOT NULL) WITHOUT ROWID;
`
/**
 * The pieces that a long work, such as an import, has still to write (staged.ts). An older log gets
 * this table when it is opened, in the same format.
 */
const STAGED = 'CREATE TABLE IF NOT EXISTS staged(n INTEGER PRIMARY KEY, text TEXT NOT NULL)'

/** Finds the writes of type `box`, which each session with a peer reads. Added like `STAGED`. */
const BOXES = 'CREATE INDEX IF NOT EXISTS box_write ON wrote(what, record) WHERE what < 0'

/** Entries with missing values (missing-values.ts). Added like `STAGED`. */
const HOLLOW = 'CREATE TABLE IF NOT EXISTS hollow(entry INTEGER PRIMARY KEY)'

/** Missing files, by the entry that names them (missing-files.ts). Added like `STAGED`. */
const LACKED = `CREATE TABLE IF NOT EXISTS lacked(entry INTEGER, hash TEXT, \
PRIMARY KEY(entry, hash)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS lacked_hash ON lacked(hash)`

/** The last seq of a feed or branch before its quarantine (quarantine.ts). Added like `STAGED`. */
const ASIDE = 'CREATE TABLE IF NOT EXISTS aside(feed INTEGER PRIMARY KEY, after INTEGER NOT NULL)'

/**
 * Requests of other boxes to forget values outside their own feeds, and the keeper’s no (asked.ts).
 * Added like `STAGED`.
 */
const ASKED =
  'CREATE TABLE IF NOT EXISTS asked(entry INTEGER, change INTEGER, refused INTEGER NOT ' +
  'NULL, PRIMARY KEY(entry, change)) WITHOUT ROWID'

/**
 * Forgotten writes that were named with a hash: on one branch alone, where a feed forked
 * (forgotten.ts). `entry`: the id that the entry would have if its feed had not forked. Added like
 * `STAGED`.
 */
const FORGOTTEN_ONE =
  'CREATE TABLE IF NOT EXISTS forgotten_one(entry INTEGER, change INTEGER, field TEXT, ' +
  'hash8 TEXT, PRIMARY KEY(entry, change, field, hash8)) WITHOUT ROWID'

/**
 * The number of seqs (places of an entry in its feed, from 1) that a feed has at most. An entry’s
 * id in the file is one integer: the feed’s number, times this, plus the seq.
 */
export const SEQS = 2 ** 32
/**
 * The id of an entry in this file.
 *
 * Units   `feed`: a number from 1. `seq`: from 1 to 2^32 - 1. With 2^21 feeds the id is still an
 *         exact number.
 */
export const entryId = (feed: number, seq: number): number => feed * SEQS + seq
/** The number of the feed of an entry, by the entry’s id. */
export const feedNoOf = (id: number): number => Math.floor(id / SEQS)
/** The seq of an entry, by the entry’s id. */
export const seqOf = (id: number): number => id % SEQS

/** The log has a format of a later version. `found`: that format. */
export class NewerFormat extends Error {
  override name = 'NewerFormat'
  readonly found: number
  constructor(file: string, found: number) {
    super(`${file} was written by a newer version (format ${found})`)
    this.found = found
  }
}

/** SQLite’s code for a damaged file. */
export const SQLITE_CORRUPT = 11
const SQLITE_NOTADB = 26
/**
 * The file is no log: a database of another program, a folder, or an empty file to read. It has the
 * code by which SQLite refuses a file that is no database.
 */
class NotLog extends Error {
  override name = 'NotLog'
  readonly errcode = SQLITE_NOTADB
  constructor() {
    super('no log of CoCoTe')
  }
}

/** SQLITE_FULL, and SQLITE_IOERR_SHMSIZE, when the index of a WAL has no room. */
const NO_ROOM: ReadonlySet<unknown> = new Set([13, 4874])
/** Whether an error means a full disk or a full quota, for SQLite or for the system. */
export function isFull(error: unknown): boolean {
  const { errcode, code }: { errcode?: unknown; code?: unknown } = error ?? {}
  return NO_ROOM.has(errcode) || code === 'ENOSPC' || code === 'EDQUOT'
}

/**
 * The reason why an act failed through no fault of the person who asked: the disk is full, or the
 * program has a bug. `reference`: the name of the error in the machine’s journal, which the page
 * shows.
 */
export type Failure = Readonly<{ is: 'full' }> | Readonly<{ is: 'fault'; reference: string }>
/** The failure of a full disk. */
export const FULL: Failure = { is: 'full' }

/** The failure that an error means. `report` writes the error down and gives its reference. */
export function failureOf(error: unknown, report: (error: unknown) => string): Failure {
  const reference = report(error)
  return isFull(error) ? FULL : { is: 'fault', reference }
}

/** Whether an error means a damaged database, or a file that is no database. */
export const isHurtFile = (error: unknown): boolean =>
  [SQLITE_CORRUPT, SQLITE_NOTADB].includes(sqliteCode(error))

/**
 * Opens the log’s file, and makes its tables when it is new. `journal_mode` WAL and `synchronous`
 * FULL: a commit that returned survives a pulled plug. `secure_delete`: erased rows are
 * overwritten.
 *
 * Shape   `sync`: tests alone give `NORMAL`, which is faster and survives no pulled plug.
 * Law     A file that is no log is refused before a byte of it is written.
 * Errors  NotLog, NewerFormat. SQLite’s own errors (a missing file, no right to read, damage) pass
 *         unchanged.
 */
export function openLogFile(
  file: string,
  opts: { readOnly?: boolean; sync?: 'FULL' | 'NORMAL' } = {},
): DatabaseSync {
  const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() ?? true
  if (!isFile) throw new NotLog()
  // `timeout`: the milliseconds that a statement waits for another connection.
  const db = new DatabaseSync(file, { readOnly: opts.readOnly ?? false, timeout: 5_000 })
  if (file === ':memory:' && emptyInMemory) db.deserialize(emptyInMemory)
  const fresh =
    !opts.readOnly && db.prepare('SELECT count(*) AS n FROM sqlite_master').get()?.['n'] === 0
  if (!fresh) refuseOther(db)
  if (opts.readOnly) return seeLog(db)
  if (fresh) db.exec(`PRAGMA page_size = ${PAGE}`)
  db.exec(
    'PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = ' +
      `${opts.sync ?? 'FULL'}; PRAGMA cell_size_check = ON`,
  )
  if (fresh) db.exec(`BEGIN; ${TABLES} PRAGMA user_version = ${LOG_FORMAT}; COMMIT`)
  const found = formatOf(db)
  if (found > LOG_FORMAT) {
    db.close()
    throw new NewerFormat(file, found)
  }
  addTables(db)
  if (file === ':memory:') emptyInMemory ??= db.serialize()
  return db
}
/** The views over the tables of the first format, where `flesh` and `write` have a row a field. */
const FIRST_FORMAT = `
CREATE TEMP VIEW piece AS SELECT * FROM main.flesh;
CREATE TEMP VIEW changed AS
  SELECT DISTINCT record, type, space, entry, change, stamp FROM main.write;
CREATE TEMP VIEW write AS SELECT *, iif(type = 'box', -1, 1) AS what FROM main.write;
`
/** Makes the tables of a log in an empty file, but says no format yet. */
export function makeTables(db: DatabaseSync): void {
  db.exec(`PRAGMA page_size = ${PAGE}; ${TABLES}`)
  addTables(db)
}
/** Tables that a log of this format may lack. */
function addTables(db: DatabaseSync): void {
  for (const table of [STAGED, BOXES, HOLLOW, LACKED, FORGOTTEN_ONE, ASIDE, ASKED]) db.exec(table)
}
/** Gives a connection that only reads a log of the first format the view of values. */
export function seeLog(db: DatabaseSync): DatabaseSync {
  if (formatOf(db) < PACKED) {
    db.exec(FIRST_FORMAT)
    ofFirstFormat.add(db)
  }
  return db
}
const ofFirstFormat = new WeakSet<DatabaseSync>()
/** The format of an open file. */
export const formatOf = (db: DatabaseSync): number =>
  Number(db.prepare('PRAGMA user_version').get()?.['user_version'])
/** The first format in which a row has the values of a whole change. */
export const PACKED = 2
/** An empty log in memory. Tests open logs in memory by the thousand. */
let emptyInMemory: Uint8Array | undefined

/** Errors  NotLog, when the file has not the log’s tables. */
function refuseOther(db: DatabaseSync): void {
  try {
    const ours = db.prepare(
      "SELECT count(*) AS n FROM sqlite_master WHERE type = 'table' " +
        "AND name IN ('mark', 'feed', 'entry', 'flesh')",
    )
    if (ours.get()?.['n'] === 4) return
  } catch (error) {
    db.close()
    throw error
  }
  db.close()
  throw new NotLog()
}

/** Syncs a file that another part of the program wrote. */
export function syncFile(file: string): void {
  const handle = openSync(file, constants.O_RDWR)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Syncs a folder, so that a file that was made, renamed or deleted in it stays so after a pulled
 * plug.
 */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, constants.O_RDONLY)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/**
 * Runs work that reads one state of these files, and writes nothing. Each statement would begin and
 * end a transaction of its own. A file that is in a transaction already stays in it.
 *
 * Errors  those of the work, and of SQLite. A ROLLBACK that fails leaves no other file in a
 *         transaction.
 */
export function inOneRead<T>(files: readonly Readonly<{ db: DatabaseSync }>[], work: () => T): T {
  const [file, ...others] = files
  if (file === undefined) return work()
  if (file.db.isTransaction) return inOneRead(others, work)
  file.db.exec('BEGIN')
  try {
    return inOneRead(others, work)
  } finally {
    // SQLite ends a transaction itself after a failure of the disk. A COMMIT of a hurt file fails.
    if (file.db.isTransaction) file.db.exec('ROLLBACK')
  }
}

/**
 * The feed of a run. A run is a feed or one of its branches; a branch is a second sequel of a feed
 * that goes on in two ways, and is stored as `feed@hash` (branch.ts).
 */
export const feedOfRun = (name: string): string => name.split('@')[0]!
/** The feeds of a box in this file, and their branches. */
export const runsOfBox = (
  sql: Statements,
  box: string,
): readonly Readonly<{ no: number; name: string; last: number }>[] =>
  sql.all("SELECT no, name, last FROM feed WHERE name > ?1 || '.' AND name < ?1 || '/'", box)

/**
 * So many statements of a connection stay prepared. Pages and turns use some 150 texts; one with a
 * list has another text for each length of the list.
 */
const MOST_MADE = 500
/**
 * The prepared statements of one connection. Each is made at its first use. The one that was used
 * longest ago goes when there are too many.
 */
export class Statements {
  readonly db: DatabaseSync
  readonly #made = new Map<string, StatementSync>()
  /** Called with the text of each statement before it is asked, as long as it is set. */
  asked: ((sql: string) => void) | undefined
  constructor(db: DatabaseSync) {
    this.db = db
  }
  of(sql: string): StatementSync {
    this.asked?.(sql)
    let statement = this.#made.get(sql)
    if (statement === undefined) {
      statement = this.db.prepare(sql)
      if (this.#made.size >= MOST_MADE) this.#drop(this.#made.keys().next().value!)
    } else this.#made.delete(sql)
    this.#made.set(sql, statement)
    return statement
  }
  #drop(sql: string): void {
    this.#made.delete(sql)
    this.dropped(sql)
  }
  /** Called with the text of a statement that is no longer prepared. */
  protected dropped(_: string): void {}
  /** Whether the file has this table. An older file that is only read may lack one. */
  has(table: string): boolean {
    return this.#had.has(table) || this.#found(table)
  }
  /** Whether the file has the values of a change in one row: only a moved file has. */
  get isPacked(): boolean {
    return !ofFirstFormat.has(this.db)
  }
  readonly #had = new Set<string>()
  #found(table: string): boolean {
    if (this.get('SELECT 1 FROM sqlite_master WHERE name = ?', table) === undefined) return false
    this.#had.add(table)
    return true
  }
  run(sql: string, ...params: readonly SQLInputValue[]): number {
    return Number(this.of(sql).run(...params).changes)
  }
  get<T = Record<string, unknown>>(
    sql: string,
    ...params: readonly SQLInputValue[]
  ): T | undefined {
    return this.of(sql).get(...params) as T | undefined
  }
  all<T = Record<string, unknown>>(sql: string, ...params: readonly SQLInputValue[]): T[] {
    return this.of(sql).all(...params) as T[]
  }
}
