import { ownJson } from '../core/narrow.ts'
import type { Log, LogToRead } from '../log/log.ts'
import type { TurnAnswer } from './turn.ts'

/**
 * The answers of the last turns, in the log, by the id of their form: a form that is posted twice
 * gets the same answer, after a restart too.
 */

/** How many answers are stored for forms that are posted twice. */
const KEPT_ANSWERS = 10_000

/** The stored answer of a turn that was done. */
export function answerKept(
  { log: { sql } }: Readonly<{ log: LogToRead }>,
  id: string,
): TurnAnswer | undefined {
  const row = sql.get<{ said: string }>('SELECT said FROM answer WHERE id = ?', id)
  return row && { ...ownJson<DoneAnswer>(row.said), done: true }
}
type DoneAnswer = Extract<TurnAnswer, { done: true }>

/**
 * Stores the answer of a turn that was done, so that a second post gets it too.
 *
 * Law     It says nothing that every row would say: a row of more than 230 bytes takes a page of
 *         its own in the log.
 */
export function keepAnswer(
  { log: { sql } }: Readonly<{ log: Log }>,
  id: string,
  answer: TurnAnswer,
): void {
  sql.run(
    'INSERT INTO answer VALUES (?, ?)',
    id,
    JSON.stringify({ ...answer, done: undefined, unnamed: undefined, wrote: undefined }),
  )
  // Ids are ordered by the time of their form. The oldest hundred are deleted at once, rarely,
  // because each page written costs. One id in thirty-two ends in 0: the rows are counted then.
  if (
    id.endsWith('0') &&
    sql.get<{ n: number }>('SELECT count(*) AS n FROM answer')!.n > KEPT_ANSWERS + 100
  )
    sql.run('DELETE FROM answer WHERE id IN (SELECT id FROM answer ORDER BY id LIMIT 100)')
}

/**
 * Deletes the sentences of stored answers, since one may hold a name (*Élodie est sur la page*).
 * Called at each erasure.
 */
export function forgetSaid({ log: { sql } }: Readonly<{ log: Log }>): void {
  sql.run(
    "UPDATE answer SET said = json_remove(said, '$.said') " +
      "WHERE json_type(said, '$.said') IS NOT NULL",
  )
}
