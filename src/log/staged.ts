import type { Log } from './log.ts'

/**
 * A piece of a long work, such as an import of a thousand rows, staged in `log.db` until it is
 * written. The engine writes a few pieces at a time between people’s turns, and goes on after a
 * restart. Pieces stand in the log’s own file, so that one commit moves an entry and its piece. One
 * work is staged at a time. Every function here runs inside a transaction.
 *
 * Shape   `n`: its place in the order. `text`: the piece in the caller’s own form.
 * Law     A piece is deleted in the transaction that writes it. No piece is written twice, and no
 *         written piece stays where a forgetting would miss it.
 */
export type StagedPiece = Readonly<{ n: number; text: string }>

/** Adds pieces at the end. */
export function stage(log: Log, texts: readonly string[]): void {
  for (const text of texts) log.sql.run('INSERT INTO staged(text) VALUES (?)', text)
}

/**
 * Marks all pieces of the work as staged: a start after a stop then finishes the work. Before this
 * call, a start drops it. `whose`: the description of the work, in the caller’s own text.
 */
export const finishStaged = (log: Log, whose: string): void =>
  void log.sql.run("INSERT OR REPLACE INTO mark VALUES ('staged', ?)", whose)
/** The description that `finishStaged` was given; undefined when no work is staged whole. */
export const finishedStaged = (log: Log): string | undefined =>
  log.sql.get<{ value: string }>("SELECT value FROM mark WHERE key = 'staged'")?.value

/** The next pieces to write. */
export const nextStaged = (log: Log, most: number): readonly StagedPiece[] =>
  log.sql.all<StagedPiece>('SELECT n, text FROM staged ORDER BY n LIMIT ?', most)
/** Deletes the pieces up to `last`. */
export const deleteStaged = (log: Log, last: number): void =>
  void log.sql.run('DELETE FROM staged WHERE n <= ?', last)

/** Deletes all pieces and the mark. */
export function dropStaged(log: Log): void {
  log.sql.run('DELETE FROM staged')
  log.sql.run("DELETE FROM mark WHERE key = 'staged'")
}
