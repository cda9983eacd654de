import type { Entry, FeedName } from '../core/change.ts'
import { forgottenOf } from './forgotten.ts'
import { entryById, feedState, type Log, type LogToRead } from './log.ts'
import { entryId } from './sqlite.ts'

/**
 * Entries whose values came incomplete: their headers are here, and some values that nobody here
 * asked to forget are not, because their carrier had forgotten them or left them out. This file
 * notes such entries in the table `hollow`, and lists them for the next manifest (the signed list
 * in a bundle), so that a peer (another box) that has the values gives them. Without these notes
 * one carrier could silence others for ever.
 */

/** The entries to ask for, by feed, each by its seq (its place in the feed). */
export type MissingValues = Readonly<Record<FeedName, readonly number[]>>

/**
 * Notes an entry with missing values, or deletes the note when none is missing. Runs inside a
 * transaction.
 */
export function noteMissingValues(log: Log, id: number, entry: Entry): void {
  log.sql.run(
    lacksValues(log, id, entry)
      ? 'INSERT OR IGNORE INTO hollow VALUES (?)'
      : 'DELETE FROM hollow WHERE entry = ?',
    id,
  )
}

/** Whether a value of this entry is neither here nor forgotten. */
function lacksValues(log: LogToRead, id: number, entry: Entry): boolean {
  const unforkedId = entryId(feedState(log, entry.feed)?.no ?? 0, entry.seq)
  const { hash } = log.sql.get<{ hash: Uint8Array }>('SELECT hash FROM entry WHERE id = ?', id)!
  const gone = forgottenOf(log, id, unforkedId, hash)
  const stored = log.sql.all<{ change: number; field: string }>(
    'SELECT change, field FROM flesh WHERE entry = ?',
    id,
  )
  const known = new Set([...gone, ...stored.map(({ change, field }) => `${change} ${field}`)])
  return entry.changes.some((change, index) =>
    Object.keys(change.fields).some(field => !known.has(`${index} ${field}`)),
  )
}

/**
 * Whether a missing value would show if it came: no write replaced it, and its record was not
 * withdrawn. A `base` (a long text without its history) always counts.
 */
const lacksShown = (log: LogToRead, id: number, { changes }: Entry): boolean =>
  changes.some(
    ({ type, record }, change) =>
      type === 'base' ||
      log.sql.get(
        `SELECT 1 FROM write w WHERE w.record = ? AND w.entry = ? AND w.change = ? AND w.head = 1
          AND NOT EXISTS
          (SELECT 1 FROM flesh f WHERE f.entry = w.entry AND f.change = w.change
            AND f.field = w.field) AND NOT EXISTS
          (SELECT 1 FROM write r JOIN flesh g ON g.entry = r.entry AND g.change = r.change
            AND g.field = r.field
            WHERE r.record = w.record AND r.type = w.type AND r.space = w.space
              AND r.field = 'removed' AND r.head = 1 AND g.value = 'true')
          LIMIT 1`,
        record,
        id,
        change,
      ) !== undefined,
  )

/** Whether any entry here has missing values that nobody asked to forget. */
export const isAnyValueMissing = ({ sql }: LogToRead): boolean =>
  sql.has('hollow') && sql.get('SELECT 1 FROM hollow LIMIT 1') !== undefined

/** The most entries to ask for at once. The rest is asked for later. */
export const MOST_VALUES_ASKED = 1_000

/**
 * The entries to ask for, of the feeds that `isOf` accepts. Beyond `most` of them, those with
 * values that would show are preferred, because replaced values may be missing for ever. In each
 * feed the result is in the order of the seqs.
 */
export function missingValuesIn(
  log: LogToRead,
  isOf: (feed: FeedName) => boolean,
  most = MOST_VALUES_ASKED,
): MissingValues {
  const out: Record<FeedName, number[]> = {}
  if (!log.sql.has('hollow')) return out
  const lacking = log.sql
    .all<{ entry: number }>('SELECT entry FROM hollow ORDER BY entry')
    .flatMap(({ entry: id }) => {
      const entry = entryById(log, id)
      return entry && isOf(entry.feed) && lacksValues(log, id, entry)
        ? [{ entry, isShown: lacksShown(log, id, entry) }]
        : []
    })
  const first = [
    ...lacking.filter(one => one.isShown),
    ...lacking.filter(one => !one.isShown),
  ].slice(0, most)
  for (const { entry } of first.sort((a, b) => a.entry.seq - b.entry.seq)) {
    const seqs = out[entry.feed] ?? []
    seqs.push(entry.seq)
    out[entry.feed] = seqs
  }
  return out
}

/** Whether this entry is noted as having missing values. */
export const isValueMissingIn = (log: LogToRead, id: number): boolean =>
  log.sql.has('hollow') && log.sql.get('SELECT 1 FROM hollow WHERE entry = ?', id) !== undefined
