import type { Log } from './log.ts'

/**
 * What a long work still has to write: pieces of text, in order, beside the log and in its file, so that one commit moves both.
 *
 * Law     a piece leaves in the transaction that writes it: none is written twice, and none of what was written waits here, where
 *         a forgetting would not find it. All of this must stand inside a transaction.
 * Shape   `whose`: what the work is, in its own words; one at a time.
 */
export type Piece = Readonly<{ n: number; text: string }>

export function stage(log: Log, texts: readonly string[]): void {
  for (const text of texts) log.sql.run('INSERT INTO staged(text) VALUES (?)', text)
}

/** From here on the work is to be finished, whatever comes between; before, it is to be dropped. */
export const sealStaged = (log: Log, whose: string): void =>
  void log.sql.run("INSERT OR REPLACE INTO mark VALUES ('staged', ?)", whose)
export const sealedStaged = (log: Log): string | undefined =>
  log.sql.get<{ value: string }>("SELECT value FROM mark WHERE key = 'staged'")?.value

export const nextStaged = (log: Log, most: number): readonly Piece[] =>
  log.sql.all<Piece>('SELECT n, text FROM staged ORDER BY n LIMIT ?', most)
export const leaveStaged = (log: Log, last: number): void =>
  void log.sql.run('DELETE FROM staged WHERE n <= ?', last)

export function dropStaged(log: Log): void {
  log.sql.run('DELETE FROM staged')
  log.sql.run("DELETE FROM mark WHERE key = 'staged'")
}
