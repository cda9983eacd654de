import type { DatabaseSync } from 'node:sqlite'
import type { Log, LogToRead } from './log.ts'

/*
 * `secure_delete` zeroes a row where it stands. But a page that SQLite splits or joins keeps copies
 * of the rows that it handed on, in the room between its cells, and those are reached by nothing:
 * docs/decisions/0030. Only a file that is written whole again has none.
 */

/** Noted in the transaction that forgets, so that a stop in between loses nothing of it. */
export const oweRewriting = ({ sql }: Log): void =>
  void sql.run("INSERT OR IGNORE INTO mark VALUES ('rewriting', '1')")
export const owesRewriting = ({ sql }: LogToRead): boolean =>
  sql.get("SELECT 1 FROM mark WHERE key = 'rewriting'") !== undefined
export const rewritingDone = ({ sql }: Pick<Log, 'sql'>): void =>
  void sql.run("DELETE FROM mark WHERE key = 'rewriting'")

/**
 * Units   bytes: what is written again is held in memory meanwhile, and worn off the card. A larger
 *         file stays as it is.
 */
const MOST = 64 << 20

/**
 * Writes the file whole again, in one transaction of its own; the WAL then holds it, and is to be
 * emptied.
 *
 * Law     every row is what it was; no byte of a row that was deleted is left in the file.
 * Returns false where nothing was done: a transaction is open, or the file is too large.
 */
export function rewriteWhole(db: DatabaseSync): boolean {
  const of = (pragma: string): number =>
    Number(Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? {})[0])
  if (db.isTransaction || of('page_count') * of('page_size') > MOST) return false
  // No copy of what is private lies in a folder of temporary files.
  db.exec('PRAGMA temp_store = MEMORY')
  try {
    db.exec('VACUUM')
  } finally {
    db.exec('PRAGMA temp_store = DEFAULT')
  }
  return true
}
