import { closeSync, constants, fsyncSync, openSync, statSync } from 'node:fs'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'

/**
 * The file of the log. WAL and FULL: a commit that returned survives a pulled plug. `secure_delete`
 * from the first page: what is forgotten is overwritten, not only unlinked. Pages of 1 KiB: a turn
 * touches some seventeen of them, half full; with 2 KiB it wrote 29 KB where it now writes 18, and
 * a memory card wears by the page (bench/turns.ts). Newer than this code: refused, never guessed
 * at.
 */
export const LOG_FORMAT = 1
export const PAGE = 1_024

const TABLES = `
CREATE TABLE mark(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE feed(no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, last INTEGER NOT NULL, hash BLOB, stamp TEXT, own INTEGER NOT NULL);
CREATE TABLE entry(id INTEGER PRIMARY KEY, hash BLOB NOT NULL, bytes BLOB NOT NULL, signature BLOB NOT NULL);
CREATE TABLE flesh(entry INTEGER, change INTEGER, field TEXT, salt BLOB NOT NULL, value TEXT NOT NULL, PRIMARY KEY(entry, change, field)) WITHOUT ROWID;
CREATE TABLE write(record TEXT, type TEXT, space TEXT, field TEXT, entry INTEGER, change INTEGER, stamp TEXT NOT NULL,
  head INTEGER NOT NULL, PRIMARY KEY(record, type, space, field, entry, change)) WITHOUT ROWID;
CREATE TABLE replaced(entry INTEGER, change INTEGER, hash8 TEXT, record TEXT, type TEXT, field TEXT,
  PRIMARY KEY(entry, change, hash8, record, type, field)) WITHOUT ROWID;
CREATE TABLE forgotten(entry INTEGER, change INTEGER, field TEXT, PRIMARY KEY(entry, change, field)) WITHOUT ROWID;
CREATE TABLE answer(id TEXT PRIMARY KEY, said TEXT NOT NULL) WITHOUT ROWID;
`
/**
 * What a long work still has to write (staged.ts). Logs begun before it was there take it when they
 * are opened: the format is the same.
 */
const STAGED = 'CREATE TABLE IF NOT EXISTS staged(n INTEGER PRIMARY KEY, text TEXT NOT NULL)'

/**
 * What boxes say of boxes is looked for at each meeting, among all writes. Added when a log is
 * opened, as `STAGED` is.
 */
const BOXES = "CREATE INDEX IF NOT EXISTS box_write ON write(record) WHERE type = 'box'"

/** Entries that lack flesh which nobody forgot (missing-values.ts). Added as those above. */
const HOLLOW = 'CREATE TABLE IF NOT EXISTS hollow(entry INTEGER PRIMARY KEY)'

/** Files that an entry names and that did not come (missing-files.ts). Added as those above. */
const LACKED = `CREATE TABLE IF NOT EXISTS lacked(entry INTEGER, hash TEXT, PRIMARY KEY(entry, hash)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS lacked_hash ON lacked(hash)`

/**
 * From which seq on the entries of a feed, or of a branch of one, are set aside (aside.ts). Added
 * as those above.
 */
const ASIDE = 'CREATE TABLE IF NOT EXISTS aside(feed INTEGER PRIMARY KEY, after INTEGER NOT NULL)'

/**
 * What other boxes ask to forget beyond their own feeds: it waits for the keeper, or was refused
 * (asked.ts). Added as those above.
 */
const ASKED =
  'CREATE TABLE IF NOT EXISTS asked(entry INTEGER, change INTEGER, refused INTEGER NOT ' +
  'NULL, PRIMARY KEY(entry, change)) WITHOUT ROWID'

/**
 * Of a feed that forks, the one write that was forgotten (forgotten.ts). `entry`: its number were
 * it on no branch. Added as those above.
 */
const FORGOTTEN_ONE =
  'CREATE TABLE IF NOT EXISTS forgotten_one(entry INTEGER, change INTEGER, field TEXT, ' +
  'hash8 TEXT, PRIMARY KEY(entry, change, field, hash8)) WITHOUT ROWID'

/**
 * An entry's number in the file: its feed's number and its seq in one integer, so that one tree
 * serves both.
 */
export const SEQS = 2 ** 32
/**
 * Units   a feed's number in this file, from 1 · a seq, from 1 to 2^32 - 1: 2^21 feeds fit before a
 *         number is no longer exact.
 */
export const entryId = (feed: number, seq: number): number => feed * SEQS + seq
/** The feed's number that an entry's number holds. */
export const feedNoOf = (id: number): number => Math.floor(id / SEQS)
/** The seq that an entry's number holds. */
export const seqOf = (id: number): number => id % SEQS

/** A database written by a later version of the program. */
export class NewerFormat extends Error {
  override name = 'NewerFormat'
  readonly found: number
  constructor(file: string, found: number) {
    super(`${file} was written by a newer version (format ${found})`)
    this.found = found
  }
}

export const SQLITE_CORRUPT = 11
const SQLITE_NOTADB = 26
/**
 * Not a log: another program's database, a folder, a file with nothing in it where a log is to be
 * read. Told as SQLite tells a file of something else.
 */
class NotLog extends Error {
  override name = 'NotLog'
  readonly errcode = SQLITE_NOTADB
  constructor() {
    super('no log of CoCoTe')
  }
}

/** SQLITE_FULL, and SQLITE_IOERR_SHMSIZE: the index of a WAL finds no room either. */
const NO_ROOM: ReadonlySet<unknown> = new Set([13, 4874])
/**
 * True when the disk is full, or what its owner may write on it: SQLite's word, or the system's.
 */
export function isFull(error: unknown): boolean {
  const { errcode, code } = (error ?? {}) as { errcode?: unknown; code?: unknown }
  return NO_ROOM.has(errcode) || code === 'ENOSPC' || code === 'EDQUOT'
}

/**
 * Why an act came to nothing through no fault of the person who asked: the disk is full, or we have
 * a bug. `reference`: the name of its trace in the machine's log.
 */
export type Failure = Readonly<{ is: 'full' }> | Readonly<{ is: 'fault'; reference: string }>
export const FULL: Failure = { is: 'full' }

/** The failure that an error means, once it is reported. */
export function failureOf(error: unknown, report: (error: unknown) => string): Failure {
  const reference = report(error)
  return isFull(error) ? FULL : { is: 'fault', reference }
}

/** A damaged file, or a file of something else. */
export const isHurtFile = (error: unknown): boolean =>
  [SQLITE_CORRUPT, SQLITE_NOTADB].includes(
    Number((error as { errcode?: unknown } | null)?.errcode) & 0xff,
  )

/**
 * Opens the log’s file, and makes its tables when it is new.
 *
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
  const db = new DatabaseSync(file, { readOnly: opts.readOnly ?? false, timeout: 5_000 })
  const fresh =
    !opts.readOnly && db.prepare('SELECT count(*) AS n FROM sqlite_master').get()?.['n'] === 0
  if (!fresh) refuseOther(db)
  if (opts.readOnly) return db
  if (fresh) db.exec(`PRAGMA page_size = ${PAGE}`)
  db.exec(
    'PRAGMA secure_delete = ON; PRAGMA journal_mode = WAL; PRAGMA synchronous = ' +
      `${opts.sync ?? 'FULL'}; PRAGMA cell_size_check = ON`,
  )
  if (fresh) db.exec(`BEGIN; ${TABLES} PRAGMA user_version = ${LOG_FORMAT}; COMMIT`)
  const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version'])
  if (found > LOG_FORMAT) {
    db.close()
    throw new NewerFormat(file, found)
  }
  db.exec(STAGED)
  db.exec(BOXES)
  db.exec(HOLLOW)
  db.exec(LACKED)
  db.exec(FORGOTTEN_ONE)
  db.exec(ASIDE)
  db.exec(ASKED)
  return db
}

/** A log has all its tables, or is another program's. */
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

/**
 * A name that was made, changed or taken away in a folder outlives a pulled plug once the folder
 * itself is synced.
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
 * The feed that a run of this file is of: a branch of one stands under `feed@hash` (branch.ts), a
 * name that leads nowhere else.
 */
export const feedOfRun = (name: string): string => name.split('@')[0]!
/** The feeds of a box in this file, and their branches. */
export const runsOfBox = (
  sql: Statements,
  box: string,
): readonly Readonly<{ no: number; name: string; last: number }>[] =>
  sql.all("SELECT no, name, last FROM feed WHERE name > ?1 || '.' AND name < ?1 || '/'", box)

/** Prepared statements of one connection, made when first asked for. */
export class Statements {
  readonly db: DatabaseSync
  readonly #made = new Map<string, StatementSync>()
  constructor(db: DatabaseSync) {
    this.db = db
  }
  of(sql: string): StatementSync {
    let statement = this.#made.get(sql)
    if (statement === undefined) {
      statement = this.db.prepare(sql)
      this.#made.set(sql, statement)
    }
    return statement
  }
  /**
   * Whether the file has this table: one that was begun before it was added, and is only read, has
   * not.
   */
  has(table: string): boolean {
    return this.#had.has(table) || this.#found(table)
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
