import { renameSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { saltOf } from '../../src/log/flesh.ts'
import { openLogFile } from '../../src/log/sqlite.ts'

/** The tables of a log as version 0.1 made them. */
const TABLES = `
CREATE TABLE mark(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE feed(no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, last INTEGER NOT NULL,
  hash BLOB, stamp TEXT, own INTEGER NOT NULL);
CREATE TABLE entry(id INTEGER PRIMARY KEY, hash BLOB NOT NULL, bytes BLOB NOT NULL,
  signature BLOB NOT NULL);
CREATE TABLE flesh(entry INTEGER, change INTEGER, field TEXT, salt BLOB NOT NULL,
  value TEXT NOT NULL, PRIMARY KEY(entry, change, field)) WITHOUT ROWID;
CREATE TABLE write(record TEXT, type TEXT, space TEXT, field TEXT, entry INTEGER, change INTEGER,
  stamp TEXT NOT NULL, head INTEGER NOT NULL,
  PRIMARY KEY(record, type, space, field, entry, change)) WITHOUT ROWID;
CREATE TABLE replaced(entry INTEGER, change INTEGER, hash8 TEXT, record TEXT, type TEXT, field TEXT,
  PRIMARY KEY(entry, change, hash8, record, type, field)) WITHOUT ROWID;
CREATE TABLE forgotten(entry INTEGER, change INTEGER, field TEXT,
  PRIMARY KEY(entry, change, field)) WITHOUT ROWID;
CREATE TABLE answer(id TEXT PRIMARY KEY, said TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE staged(n INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE hollow(entry INTEGER PRIMARY KEY);
CREATE TABLE lacked(entry INTEGER, hash TEXT, PRIMARY KEY(entry, hash)) WITHOUT ROWID;
CREATE TABLE aside(feed INTEGER PRIMARY KEY, after INTEGER NOT NULL);
CREATE TABLE asked(entry INTEGER, change INTEGER, refused INTEGER NOT NULL,
  PRIMARY KEY(entry, change)) WITHOUT ROWID;
CREATE TABLE forgotten_one(entry INTEGER, change INTEGER, field TEXT, hash8 TEXT,
  PRIMARY KEY(entry, change, field, hash8)) WITHOUT ROWID;
CREATE INDEX box_write ON write(record) WHERE type = 'box';
CREATE INDEX lacked_hash ON lacked(hash);
`
const ALIKE = ['mark', 'feed', 'replaced', 'forgotten', 'answer', 'staged', 'hollow', 'lacked']
const LATER = ['aside', 'asked', 'forgotten_one']

/** Writes a log as version 0.1 would hold it. The connection stays open, with all in its WAL. */
export function asFirstFormat(log: DatabaseSync, file: string): DatabaseSync {
  const db = new DatabaseSync(file)
  db.exec('PRAGMA page_size = 1024; PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0')
  db.exec(`BEGIN; ${TABLES}`)
  const copy = (table: string, rows: readonly Record<string, unknown>[]): void => {
    for (const row of rows) {
      const values = Object.values(row) as (string | number | Uint8Array | null)[]
      db.prepare(`INSERT INTO ${table} VALUES (${values.map(() => '?').join(', ')})`).run(...values)
    }
  }
  for (const table of [...ALIKE, ...LATER]) copy(table, log.prepare(`SELECT * FROM ${table}`).all())
  copy('entry', log.prepare('SELECT id, hash, bytes, signature FROM entry').all())
  const pieces = log.prepare('SELECT entry, change, field, salt, value FROM piece').all()
  copy(
    'flesh',
    pieces.map(row => ({ ...row, salt: saltOf(String(row['salt'])) })),
  )
  copy(
    'write',
    log.prepare('SELECT record, type, space, field, entry, change, stamp, head FROM write').all(),
  )
  db.exec('PRAGMA user_version = 1; COMMIT')
  return db
}

/** Makes of a log that nobody has open the one that version 0.1 would have written. */
export function toFirstFormat(file: string): void {
  const db = openLogFile(file)
  asFirstFormat(db, `${file}.was`).close()
  db.close()
  renameSync(`${file}.was`, file)
}

/** All rows of a log of this format, but for the order in which names were replaced. */
export function rowsOfLog(db: DatabaseSync): unknown {
  const all = [...ALIKE, ...LATER, 'entry', 'flesh'].map(table =>
    db
      .prepare(`SELECT * FROM ${table} ORDER BY 1${table === 'flesh' ? ', 2' : ''}`)
      .all()
      .map(row => ({ ...row })),
  )
  const writes = db
    .prepare(
      'SELECT record, type, space, prefix, entry, change, past FROM wrote JOIN what ON no = what ' +
        'ORDER BY record, type, space, prefix, entry, change',
    )
    .all()
  const past = (names: unknown): readonly string[] =>
    String(names ?? '')
      .split(' ')
      .toSorted()
  return [all, writes.map(row => ({ ...row, past: past(row['past']) }))]
}
