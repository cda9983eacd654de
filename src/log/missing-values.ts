import { type Entry, type FeedName, type Flesh, spaceOfFeed, storedAs } from '../core/change.ts'
import { forgottenIn } from './forgotten.ts'
import { type FormerOf, formerReader, valuePlace } from './former.ts'
import { entryById, type Log, type LogToRead, type Touched } from './log.ts'
import { feedNoOf } from './sqlite.ts'

/**
 * Entries whose values came incomplete: their headers are here, and some values that nobody here
 * asked to forget are not, because their carrier had forgotten them or left them out. This file
 * notes such entries in the table `hollow`, and lists them for the next manifest (the signed list
 * in a bundle), so that a peer (another box) that has the values gives them. Without these notes
 * one carrier could silence others for ever. A former value (former.ts) is asked of nobody, because
 * no bundle carries it.
 */

/** The entries to ask for, by feed, each by its seq (its place in the feed). */
export type MissingValues = Readonly<Record<FeedName, readonly number[]>>

/**
 * Notes the entries with missing values among these, by their ids, and deletes the notes of those
 * that lack none. Runs inside a transaction.
 *
 * Law     The note of an entry of this box stays while a former value is missing: it was written
 *         here, so a check of the file looks for it (`backup/check-log.ts`).
 *         Each record is read once, however many of its entries are looked at.
 */
export function noteMissingValues(log: Log, ids: Iterable<number>): void {
  const formerOf = formerReader(log)
  for (const id of ids) {
    const entry = entryById(log, id)
    if (entry === undefined) continue
    const lacks = isOwn(log, id) ? lacksAny(log, id, entry) : lacksValues(log, id, entry, formerOf)
    log.sql.run(
      lacks ? 'INSERT OR IGNORE INTO hollow VALUES (?)' : 'DELETE FROM hollow WHERE entry = ?',
      id,
    )
  }
}
const isOwn = (log: LogToRead, id: number): boolean =>
  log.sql.get<{ own: number }>('SELECT own FROM feed WHERE no = ?', feedNoOf(id))?.own === 1

/**
 * Notes again all entries that wrote these records and whose values are not all here: a box is
 * believed no more, or again, so that more values count as missing, or fewer. Runs inside a
 * transaction.
 */
export const noteMissingOf = (log: Log, records: readonly Touched[]): void =>
  noteMissingValues(log, new Set(records.flatMap(one => lackingIn(log, one))))

/**
 * The entries that have another standing once an entry wrote these records: those that are noted,
 * because a value that they lack may be former now; and, where it brings an update of a long text,
 * those that lack a value of this text, because other boxes’ writes count between no more.
 */
export function standingAnew(
  log: LogToRead,
  records: readonly Touched[],
  { entry, flesh }: Readonly<{ entry: Entry; flesh: readonly Flesh[] }>,
): readonly number[] {
  const noted = isAnyValueMissing(log) ? records.flatMap(one => notedIn(log, one)) : []
  const space = spaceOfFeed(entry.feed)
  const unnoted = flesh.flatMap(({ index, field: name, value }) => {
    const { type, record } = entry.changes[index]!
    const [of, field] = storedAs(type, name) ?? []
    return of && field && value.includes('"yjs"')
      ? lackingIn(log, { type: of, record, space }, field)
      : []
  })
  return [...noted, ...unnoted]
}

/** The noted entries that wrote this record. */
const notedIn = (log: LogToRead, { type, record, space }: Touched): readonly number[] =>
  log.sql
    .all<{ entry: number }>(
      'SELECT DISTINCT w.entry FROM write w CROSS JOIN hollow h ON h.entry = w.entry ' +
        'WHERE w.record = ? AND w.type = ? AND w.space = ?',
      record,
      type,
      space,
    )
    .map(({ entry }) => entry)

/** The entries that wrote this record, or one field of it, and lack the value of such a write. */
const lackingIn = (
  log: LogToRead,
  { type, record, space }: Touched,
  field?: string,
): readonly number[] =>
  log.sql
    .all<{ entry: number }>(
      'SELECT DISTINCT w.entry FROM write w WHERE w.record = ? AND w.type = ? AND w.space = ? ' +
        `${field === undefined ? '' : 'AND w.field = ? '}AND NOT EXISTS (SELECT 1 FROM piece f ` +
        'WHERE f.entry = w.entry AND f.change = w.change AND f.field = w.field)',
      record,
      type,
      space,
      ...(field === undefined ? [] : [field]),
    )
    .map(({ entry }) => entry)

/** Whether a value of this entry is neither here nor forgotten nor former. */
const lacksValues = (log: LogToRead, id: number, entry: Entry, formerOf: FormerOf): boolean =>
  lacksAny(log, id, entry, formerOf(id))

const NONE: ReadonlySet<string> = new Set()
/** Whether a value of this entry is neither here nor forgotten nor among those spared. */
function lacksAny(log: LogToRead, id: number, entry: Entry, spared = NONE): boolean {
  const gone = forgottenIn(log, id, entry.feed)
  const stored = log.sql.all<{ change: number; field: string }>(
    'SELECT change, field FROM piece WHERE entry = ?',
    id,
  )
  const here = stored.map(({ change, field }) => valuePlace(change, field))
  const known = new Set([...gone, ...spared, ...here])
  return entry.changes.some((change, index) =>
    Object.keys(change.fields).some(field => !known.has(valuePlace(index, field))),
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
          (SELECT 1 FROM piece f WHERE f.entry = w.entry AND f.change = w.change
            AND f.field = w.field) AND NOT EXISTS
          (SELECT 1 FROM write r JOIN piece g ON g.entry = r.entry AND g.change = r.change
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
  const formerOf = formerReader(log)
  const lacking = log.sql
    .all<{ entry: number }>('SELECT entry FROM hollow ORDER BY entry')
    .flatMap(({ entry: id }) => {
      const entry = entryById(log, id)
      return entry && isOf(entry.feed) && lacksValues(log, id, entry, formerOf)
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

/** Whether a value of this entry is missing that a peer may give: one that is not former. */
export const lacksMoreThanFormer = (
  log: LogToRead,
  id: number,
  entry: Entry,
  formerOf: FormerOf,
): boolean => isValueMissingIn(log, id) && lacksValues(log, id, entry, formerOf)

/** Whether this entry is noted as having missing values. */
export const isValueMissingIn = (log: LogToRead, id: number): boolean =>
  log.sql.has('hollow') && log.sql.get('SELECT 1 FROM hollow WHERE entry = ?', id) !== undefined

/**
 * Counts one time that values came after their entry. The seqs don’t change then; the tables
 * compare this count with their own to see that they are behind.
 */
export const noteFilled = (log: Log): void =>
  void log.sql.run(
    "INSERT INTO mark VALUES ('filled', '1') ON CONFLICT(key) DO UPDATE " +
      'SET value = CAST(value AS INTEGER) + 1',
  )
/** The count of `noteFilled` as text, to compare with the tables’ own. */
export const filledMark = (log: LogToRead): string =>
  String(log.sql.get("SELECT value FROM mark WHERE key = 'filled'")?.['value'] ?? '0')
