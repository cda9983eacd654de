import type { DatabaseSync } from 'node:sqlite'
import type { Log, LogToRead } from './log.ts'

/**
 * Writes a database file whole again after an erasure. `secure_delete` overwrites a row where it
 * stands, but a page that SQLite splits or joins keeps copies of rows between its cells
 * (docs/decisions/0030). A file written whole has none. An erasure leaves a note here; the writer
 * and the backup later do the work, and delete the note.
 */

/**
 * Notes that the file must be rewritten. Runs in the transaction that erases, so that the note
 * survives a stop.
 */
export const oweRewriting = ({ sql }: Log): void =>
  void sql.run("INSERT OR IGNORE INTO mark VALUES ('rewriting', '1')")
/** Whether the file must still be rewritten. */
export const owesRewriting = ({ sql }: LogToRead): boolean =>
  sql.get("SELECT 1 FROM mark WHERE key = 'rewriting'") !== undefined
/** Deletes the note. */
export const rewritingDone = ({ sql }: Pick<Log, 'sql'>): void =>
  void sql.run("DELETE FROM mark WHERE key = 'rewriting'")

/**
 * Units   bytes. The largest file to rewrite: memory holds the copy meanwhile, and the memory card
 *         wears.
 */
const MOST = 64 << 20

/**
 * Rewrites the file whole, in a transaction of its own. The WAL (SQLite’s write-ahead log) then
 * holds the new file: the caller empties it. Returns false, and does nothing, when a transaction is
 * open or the file is too large.
 *
 * Law     Every row stays as it was. No byte of a deleted row is left in the file.
 */
export function rewriteWhole(db: DatabaseSync): boolean {
  const of = (pragma: string): number =>
    Number(Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0])
  if (db.isTransaction || of('page_count') * of('page_size') > MOST) return false
  // No private value may be copied into a folder of temporary files.
  db.exec('PRAGMA temp_store = MEMORY')
  try {
    db.exec('VACUUM')
  } finally {
    db.exec('PRAGMA temp_store = DEFAULT')
  }
  return true
}
