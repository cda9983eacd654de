import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import {
  type Entry,
  type FeedName,
  type Flesh,
  feedName,
  type Signed,
  trustedEntry,
} from '../core/change.ts'
import type { Merged, Write, WriteName } from '../core/merge.ts'
import { settle } from '../core/merge.ts'
import type { Space } from '../core/schema.ts'
import type { Box } from './box.ts'
import { hash8 } from './bytes.ts'
import { quarantinedIn, withoutAside } from './quarantine.ts'
import { entryId, feedNoOf, openLogFile, SEQS, Statements, seqOf } from './sqlite.ts'

/**
 * The log: entries on disk, and what follows from their bones. It knows no record type. The only
 * room that writes `log.db`.
 */
export type Log = Readonly<{
  db: DatabaseSync
  sql: Statements
  box: Box
  identity: string
  epoch: string
}>
/** Enough of a log to read it: a page's read-only connection. */
export type LogToRead = Readonly<{ sql: Statements }>

/** Opens the log, making it at the first start. `epoch` is drawn then, and again by `newEpoch`. */
export function openLog(file: string, box: Box, opts: { sync?: 'FULL' | 'NORMAL' } = {}): Log {
  const db = openLogFile(file, opts)
  const sql = new Statements(db)
  const mark = (key: string): string => {
    sql.run('INSERT OR IGNORE INTO mark VALUES (?, ?)', key, randomBytes(8).toString('hex'))
    return String(sql.get('SELECT value FROM mark WHERE key = ?', key)?.['value'])
  }
  return { db, sql, box, identity: mark('identity'), epoch: mark('epoch') }
}

/**
 * A new epoch: after a restore, when the machine's marks changed, and on learning of a fork.
 * Returns the log that writes in it.
 */
export function newEpoch(log: Log): Log {
  const epoch = randomBytes(8).toString('hex')
  log.sql.run('UPDATE mark SET value = ? WHERE key = ?', epoch, 'epoch')
  return { ...log, epoch }
}

/** The feed in which this box writes now, in that space; another epoch makes another feed. */
export const ownFeed = (log: Log, space: Space): FeedName =>
  feedName(log.box.name, log.epoch, space)

/**
 * The number of a feed in this file; a feed that is only named by others gets one too, and holds
 * nothing yet.
 */
export function feedNo(log: Log, name: FeedName): number {
  const found = log.sql.get<{ no: number }>('SELECT no FROM feed WHERE name = ?', name)
  if (found) return found.no
  const own = name.startsWith(`${log.box.name}.`) ? 1 : 0
  log.sql.run('INSERT INTO feed(name, last, own) VALUES (?, 0, ?)', name, own)
  return log.sql.get<{ no: number }>('SELECT no FROM feed WHERE name = ?', name)!.no
}

/** What this file holds of a feed, when it has a number here: reading gives it none. */
export const feedHeld = (
  log: LogToRead,
  name: FeedName,
): Readonly<{ no: number; last: number; hash: Uint8Array | null }> | undefined =>
  log.sql.get('SELECT no, last, hash FROM feed WHERE name = ?', name)

/**
 * A feed and the branches of it that were kept aside (branch.ts), by their numbers in this file;
 * the feed itself first.
 */
export const runsNamed = (
  log: LogToRead,
  name: FeedName,
): readonly Readonly<{ no: number; last: number; hash: Uint8Array | null }>[] =>
  log.sql.all(
    "SELECT no, last, hash FROM feed WHERE name = ?1 OR (name > ?1 || '@' " +
      "AND name < ?1 || 'A') ORDER BY name",
    name,
  )

/**
 * The number in this file of the entry of that feed, seq and hash (32 bytes, or the first 8), on
 * whatever branch.
 */
export function entryNo(
  log: LogToRead,
  feed: FeedName,
  seq: number,
  hash: Uint8Array,
): number | undefined {
  return idsNamed(log, feed, seq).find(
    one => Buffer.compare(Buffer.from(one.hash.subarray(0, hash.length)), hash) === 0,
  )?.id
}
/** The entries of that feed and seq: one, or one for each branch. */
export function idsNamed(
  log: LogToRead,
  feed: FeedName,
  seq: number,
): readonly Readonly<{ id: number; hash: Uint8Array }>[] {
  return runsNamed(log, feed).flatMap(({ no }) => {
    const id = entryId(no, seq)
    const held = log.sql.get<{ hash: Uint8Array }>('SELECT hash FROM entry WHERE id = ?', id)
    return held ? [{ id, hash: held.hash }] : []
  })
}

const nameOfFeed = (log: Log, no: number): FeedName =>
  String(log.sql.get('SELECT name FROM feed WHERE no = ?', no)?.['name'] ?? '')

/**
 * What this file holds of a feed, or of every feed: its last seq. `home` feeds are in no announced
 * vector.
 */
export function positions(log: LogToRead): ReadonlyMap<FeedName, number> {
  return new Map(
    log.sql
      .all<{ name: string; last: number }>('SELECT name, last FROM feed WHERE last > 0')
      .map(f => [f.name, f.last]),
  )
}

/**
 * Counts the times that flesh came later than its bones: positions do not move then, and tables
 * that missed one are made again.
 */
export const noteFilled = (log: Log): void =>
  void log.sql.run(
    "INSERT INTO mark VALUES ('filled', '1') ON CONFLICT(key) DO UPDATE " +
      'SET value = CAST(value AS INTEGER) + 1',
  )
/** How many times that was, as a text to compare with what the tables hold. */
export const filledMark = (log: LogToRead): string =>
  String(log.sql.get("SELECT value FROM mark WHERE key = 'filled'")?.['value'] ?? '0')

/** An entry by its number in this file, with the flesh that is left. */
export function signedById(log: LogToRead, id: number): Signed | undefined {
  const row = log.sql.get<{ bytes: Uint8Array; signature: Uint8Array }>(
    'SELECT bytes, signature FROM entry WHERE id = ?',
    id,
  )
  return row && { ...row, flesh: fleshOf(log, id) }
}
const fleshOf = (log: LogToRead, id: number): Flesh[] =>
  log.sql
    .all<{ change: number; field: string; salt: Uint8Array; value: string }>(
      'SELECT change, field, salt, value FROM flesh WHERE entry = ?',
      id,
    )
    .map(({ change, ...rest }) => ({ index: change, ...rest }))

/**
 * Entries of one feed after a seq, in order, a page at a time: a reader holds no transaction
 * between pages.
 */
export function since(log: LogToRead, feed: FeedName, seq: number, most = 500): readonly Signed[] {
  const no = feedHeld(log, feed)?.no
  if (no === undefined) return []
  const ids = log.sql.all<{ id: number }>(
    'SELECT id FROM entry WHERE id > ? AND id < ? ORDER BY id LIMIT ?',
    entryId(no, seq),
    (no + 1) * SEQS,
    most,
  )
  return ids.map(({ id }) => signedById(log, id)!)
}

/**
 * An entry from the bytes that this file holds.
 *
 * Law     only for bytes that came in by the door: nothing is checked again (`readEntry` is the
 *         door).
 */
export function entryOf(bytes: Uint8Array): Entry {
  return trustedEntry(Buffer.from(bytes).toString('utf8'))
}

/**
 * Bytes of the entries below, in all; read, they weigh twice as much. An import’s 500 changes take
 * three hundred thousand.
 */
const MOST_READ = 4 * 1024 * 1024
/**
 * Entries read lately, by hash: an import's 500 changes stand in one entry. Bytes never change
 * under a hash.
 */
const lately = new Map<string, Readonly<{ entry: Entry; weight: number }>>()
let weighs = 0
function entryByHash(log: LogToRead, id: number, hash: Uint8Array): Entry {
  const key = Buffer.from(hash).toString('latin1')
  const held = lately.get(key)
  if (held) return held.entry
  const { bytes } = log.sql.get<{ bytes: Uint8Array }>('SELECT bytes FROM entry WHERE id = ?', id)!
  const entry = entryOf(bytes)
  for (const [oldest, { weight }] of lately) {
    if (weighs + bytes.length <= MOST_READ) break
    lately.delete(oldest)
    weighs -= weight
  }
  lately.set(key, { entry, weight: bytes.length })
  weighs += bytes.length
  return entry
}

/** The entry's bones and hash, by its number in this file. */
export function boneById(
  log: LogToRead,
  id: number,
): Readonly<{ entry: Entry; hash8: string }> | undefined {
  const row = log.sql.get<{ hash: Uint8Array }>('SELECT hash FROM entry WHERE id = ?', id)
  return row && { entry: entryByHash(log, id, row.hash), hash8: hash8(row.hash) }
}

/** The entry alone, by its number in this file. */
export const entryById = (log: LogToRead, id: number): Entry | undefined => boneById(log, id)?.entry

/** What a write touched: the tables show it again. */
export type Touched = Readonly<{ type: string; record: string; space: Space }>

type WriteRow = Readonly<{
  field: string
  entry: number
  change: number
  value: string | null
}>
const ROWS = `SELECT w.field, w.entry, w.change, f.value FROM write w
  LEFT JOIN flesh f ON f.entry = w.entry AND f.change = w.change AND f.field = `
const PLAIN = `${ROWS} w.field`
/** The flesh of a base is filed under `type.field`; everything else under its field. */
const BASED = `${ROWS} w.type || '.' || w.field`

/** Which writes of a record are read: all of them, or those that nobody replaced. */
type Which = 'all' | 'heads'

function rowsOf(
  log: LogToRead,
  { type, record, space }: Touched,
  which: Which,
  sql: string,
): WriteRow[] {
  return log.sql.all<WriteRow>(
    `${sql} WHERE w.record = ? AND w.type = ? AND w.space = ` +
      `?${which === 'heads' ? ' AND w.head = 1' : ''}`,
    record,
    type,
    space,
  )
}

/** One record in one space, by field: what shows, its heads, its conflict. */
export type LogRow = ReadonlyMap<string, Merged<unknown>>

/**
 * A record as its heads say it.
 *
 * Shape   field → merged; a forgotten head has no value. Prose: every update that no base replaced
 *         is a head.
 * Law     the same as `mergeWrites` on all its writes (log.test.ts), without reading those that
 *         were replaced.
 */
export function row(log: LogToRead, type: string, record: string, space: Space): LogRow {
  const fields = new Map<string, Write[]>()
  for (const write of headsIn(log, { type, record, space })) {
    const held = fields.get(write.field)
    if (held) held.push(write)
    else fields.set(write.field, [write])
  }
  return new Map(
    [...fields].map(([field, heads]) => [field, settle(heads, name => holds(log, name))]),
  )
}

type WriteHeld = Write &
  Readonly<{ field: string; by: string; wall: number; sure: boolean; type: string; entry: number }>

/**
 * Every write of a record in a space, replaced ones too, oldest first by feed; forgotten ones
 * without value; none that is set aside.
 */
export const writesIn = (log: LogToRead, of: Touched): readonly WriteHeld[] =>
  heldIn(log, of, 'all')

/** Those of them that nobody replaced. */
export const headsIn = (log: LogToRead, of: Touched): readonly WriteHeld[] =>
  heldIn(log, of, 'heads')

function heldIn(log: LogToRead, of: Touched, which: Which): readonly WriteHeld[] {
  const aside = quarantinedIn(log)
  return aside.size === 0
    ? everyWrite(log, of, which)
    : withoutAside(everyWrite(log, of, 'all'), aside, which === 'heads')
}

/** Every write, whatever is set aside. */
export const allWrites = (log: LogToRead, of: Touched): readonly WriteHeld[] =>
  everyWrite(log, of, 'all')

function everyWrite(log: LogToRead, of: Touched, which: Which): readonly WriteHeld[] {
  const plain = rowsOf(log, of, which, PLAIN)
  const based = plain.some(r => r.value === null) ? rowsOf(log, of, which, BASED) : []
  const bases = new Map(
    based.filter(r => r.value !== null).map(r => [`${r.field} ${r.entry} ${r.change}`, r.value]),
  )
  // Most of a record stands in one entry or two: each is read once, not once a field.
  const bonesOf = new Map([...new Set(plain.map(r => r.entry))].map(id => [id, boneById(log, id)!]))
  // A hurt file may hold writes of no entry: they say nothing here, and `check` names them.
  const standing = plain.filter(r => bonesOf.get(r.entry) !== undefined)
  return standing.map(r => {
    const { entry, hash8 } = bonesOf.get(r.entry)!
    const bones = entry.changes[r.change]!
    const isBase = bones.type === 'base'
    const field = bones.fields[isBase ? `${of.type}.${r.field}` : r.field]
    const value = (isBase ? bases.get(`${r.field} ${r.entry} ${r.change}`) : r.value) ?? null
    return {
      name: { feed: entry.feed, seq: entry.seq, index: r.change, hash8 },
      stamp: entry.stamp,
      over: (field?.over ?? []).map(place => entry.seen[place]!),
      value: value === null ? undefined : (JSON.parse(value) as unknown),
      field: r.field,
      type: bones.type,
      entry: r.entry,
      by: entry.by,
      wall: entry.wall,
      sure: entry.sure,
    }
  })
}

/** True when this file holds the write of that name, hash included. */
export const holds = (log: LogToRead, name: WriteName): boolean =>
  entryNo(log, name.feed, name.seq, Buffer.from(name.hash8, 'base64url')) !== undefined

/** Every (type, record, space) ever written, for a rebuild; in the order of the record ids. */
export function* touched(log: LogToRead): Generator<Touched> {
  let after = ''
  for (;;) {
    const page = log.sql.all<{ record: string; type: string; space: Space }>(
      'SELECT DISTINCT record, type, space FROM write WHERE record > ? ORDER BY record LIMIT 2000',
      after,
    )
    if (page.length === 0) return
    // The last record of a full page may continue: it is left for the next one.
    const last = page.at(-1)!.record
    const whole = page.length < 2000 ? page : page.filter(t => t.record !== last)
    yield* whole
    if (page.length < 2000) return
    after = whole.at(-1)?.record ?? last
  }
}

export { entryId, feedNoOf, nameOfFeed, seqOf }

/**
 * What this box wrote last, in whatever feed: its stamps only ever grow, whatever its clock says.
 */
export function lastOwnEntry(log: LogToRead): Entry | undefined {
  const last = log.sql.get<{ no: number; last: number }>(
    'SELECT no, last FROM feed WHERE own = 1 AND last > 0 ORDER BY stamp DESC LIMIT 1',
  )
  return last && entryById(log, entryId(last.no, last.last))
}

/** The public name of this box, as its own feeds say it; empty before its first entry. */
export const ownBox = (log: LogToRead): string =>
  String(
    log.sql.get('SELECT name FROM feed WHERE own = 1 ORDER BY no DESC LIMIT 1')?.['name'] ?? '',
  ).slice(0, 52)
