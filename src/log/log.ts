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
import { ownJson } from '../core/narrow.ts'
import type { Space } from '../core/schema.ts'
import type { Box } from './box.ts'
import { hash8 } from './bytes.ts'
import { quarantinedIn, withoutQuarantined } from './quarantine.ts'
import { entryId, feedNoOf, openLogFile, Statements, seqOf } from './sqlite.ts'

/**
 * An open log: the signed entries of this box and of others, in the file `log.db`. A *feed* is the
 * list of entries of one box, one epoch and one space, each with the hash of the one before; `seq`
 * is the place of an entry in it. This file opens the log, finds feeds and entries, and reads the
 * writes of a record. The rest of the folder writes it, and nothing else in the program does. The
 * log knows no record type.
 *
 * Shape   `identity`: a random text of this file. `epoch`: 16 hex digits under which this box
 *         writes now; new after a restore, a copy or a fork.
 */
export type Log = Readonly<{
  db: DatabaseSync
  sql: Statements
  box: Box
  identity: string
  epoch: string
}>
/** A log to read, over a read-only connection. */
export type LogToRead = Readonly<{ sql: Statements }>

/** Opens the log, and makes it at the first start, with a new epoch. */
export function openLog(file: string, box: Box, opts: { sync?: 'FULL' | 'NORMAL' } = {}): Log {
  const db = openLogFile(file, opts)
  const sql = new Statements(db)
  const mark = (key: string): string => {
    sql.run('INSERT OR IGNORE INTO mark VALUES (?, ?)', key, randomBytes(8).toString('hex'))
    return String(sql.get('SELECT value FROM mark WHERE key = ?', key)?.['value'])
  }
  return { db, sql, box, identity: mark('identity'), epoch: mark('epoch') }
}

/** Starts a new epoch: after a restore, a copy or a fork. Returns the log that writes in it. */
export function newEpoch(log: Log): Log {
  const epoch = randomBytes(8).toString('hex')
  log.sql.run('UPDATE mark SET value = ? WHERE key = ?', epoch, 'epoch')
  return { ...log, epoch }
}

/** The feed in which this box writes now, in a space. Each epoch has its own. */
export const ownFeed = (log: Log, space: Space): FeedName =>
  feedName(log.box.name, log.epoch, space)

/** The number of a feed in this file. A new name gets a number, with no entries. */
export function feedNo(log: Log, name: FeedName): number {
  const found = log.sql.get<{ no: number }>('SELECT no FROM feed WHERE name = ?', name)
  if (found) return found.no
  const own = name.startsWith(`${log.box.name}.`) ? 1 : 0
  log.sql.run('INSERT INTO feed(name, last, own) VALUES (?, 0, ?)', name, own)
  return log.sql.get<{ no: number }>('SELECT no FROM feed WHERE name = ?', name)!.no
}

/**
 * The number, last seq and last hash of a feed; undefined for an unknown one. `hash` is null before
 * the first entry.
 */
export const feedState = (
  log: LogToRead,
  name: FeedName,
): Readonly<{ no: number; last: number; hash: Uint8Array | null }> | undefined =>
  log.sql.get('SELECT no, last, hash FROM feed WHERE name = ?', name)

/** A feed and its branches (branch.ts), by their numbers in this file. The feed comes first. */
export const runsNamed = (
  log: LogToRead,
  name: FeedName,
): readonly Readonly<{ no: number; last: number; hash: Uint8Array | null }>[] =>
  log.sql.all(
    "SELECT no, last, hash FROM feed WHERE name = ?1 OR (name > ?1 || '@' " +
      "AND name < ?1 || 'A') ORDER BY name",
    name,
  )

/** The id of an entry by its feed, seq and hash (32 bytes, or the first 8), on any branch. */
export function entryIdOf(
  log: LogToRead,
  feed: FeedName,
  seq: number,
  hash: Uint8Array,
): number | undefined {
  return idsNamed(log, feed, seq).find(
    one => Buffer.compare(Buffer.from(one.hash.subarray(0, hash.length)), hash) === 0,
  )?.id
}
/** The entries with this feed and seq: one, or one for each branch. */
export function idsNamed(
  log: LogToRead,
  feed: FeedName,
  seq: number,
): readonly Readonly<{ id: number; hash: Uint8Array }>[] {
  return runsNamed(log, feed).flatMap(({ no }) => {
    const id = entryId(no, seq)
    const found = log.sql.get<{ hash: Uint8Array }>('SELECT hash FROM entry WHERE id = ?', id)
    return found ? [{ id, hash: found.hash }] : []
  })
}

/** The name of a feed or branch, by its number. Empty for an unknown number. */
const nameOfFeed = (log: Log, no: number): FeedName =>
  String(log.sql.get('SELECT name FROM feed WHERE no = ?', no)?.['name'] ?? '')

/** The last seq of each feed and branch in this file, those of `home` included. */
export function lastSeqs(log: LogToRead): ReadonlyMap<FeedName, number> {
  return new Map(
    log.sql
      .all<{ name: string; last: number }>('SELECT name, last FROM feed WHERE last > 0')
      .map(f => [f.name, f.last]),
  )
}

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

/** An entry by its id, with the values that are left. */
export function signedById(log: LogToRead, id: number): Signed | undefined {
  const row = log.sql.get<{ bytes: Uint8Array; signature: Uint8Array }>(
    'SELECT bytes, signature FROM entry WHERE id = ?',
    id,
  )
  return row && { ...row, flesh: valuesLeft(log, id) }
}
/** The values of an entry that are here and were not forgotten. */
const valuesLeft = (log: LogToRead, id: number): Flesh[] =>
  log.sql
    .all<{ change: number; field: string; salt: Uint8Array; value: string }>(
      'SELECT change, field, salt, value FROM flesh WHERE entry = ?',
      id,
    )
    .map(({ change, ...rest }) => ({ index: change, ...rest }))

/**
 * The next entries of one feed after a seq, in order: `most` at most. A caller asks again from the
 * last one, and holds no transaction between.
 */
export function entriesAfter(
  log: LogToRead,
  feed: FeedName,
  seq: number,
  most = 500,
): readonly Signed[] {
  const no = feedState(log, feed)?.no
  if (no === undefined) return []
  const ids = log.sql.all<{ id: number }>(
    'SELECT id FROM entry WHERE id > ? AND id < ? ORDER BY id LIMIT ?',
    entryId(no, seq),
    entryId(no + 1, 0),
    most,
  )
  return ids.map(({ id }) => signedById(log, id)!)
}

/**
 * Reads an entry from its stored bytes.
 *
 * Law     only for bytes that `readEntry` accepted once: they are not checked again.
 */
export function entryOf(bytes: Uint8Array): Entry {
  return trustedEntry(Buffer.from(bytes).toString('utf8'))
}

/**
 * Units   bytes of all the entries in the cache below; in memory they take twice as much. An entry
 *         of 500 changes has three hundred thousand.
 */
const MOST_READ = 4 * 1024 * 1024
/**
 * A cache of entries by hash: many records of an import are in one entry. The bytes of a hash never
 * change.
 */
const lately = new Map<string, Readonly<{ entry: Entry; weight: number }>>()
let weighs = 0
function entryByHash(log: LogToRead, id: number, hash: Uint8Array): Entry {
  const key = Buffer.from(hash).toString('latin1')
  const known = lately.get(key)
  if (known) return known.entry
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

/** An entry and the first 8 bytes of its hash, by its id. */
export function headerById(
  log: LogToRead,
  id: number,
): Readonly<{ entry: Entry; hash8: string }> | undefined {
  const row = log.sql.get<{ hash: Uint8Array }>('SELECT hash FROM entry WHERE id = ?', id)
  return row && { entry: entryByHash(log, id, row.hash), hash8: hash8(row.hash) }
}

/** An entry by its id. */
export const entryById = (log: LogToRead, id: number): Entry | undefined =>
  headerById(log, id)?.entry

/**
 * A record in one space. As a result: it was written, and the tables must project it again. As an
 * argument: the record to read. `first`: its heads, from memory, where nothing had written it
 * before, in this space or as another type. A later result for the same record takes its place.
 */
export type Touched = Readonly<{ type: string; record: string; space: Space; first?: FirstWrites }>
type FirstWrites = () => readonly WriteFacts[]

/** A row of a write, with its value as JSON; null once forgotten. */
type WriteRow = Readonly<{
  field: string
  entry: number
  change: number
  value: string | null
}>
const ROWS = `SELECT w.field, w.entry, w.change, f.value FROM write w
  LEFT JOIN flesh f ON f.entry = w.entry AND f.change = w.change AND f.field = `
const PLAIN = `${ROWS} w.field`
/** The values of a base are stored under `type.field`; all others under their field. */
const BASED = `${ROWS} w.type || '.' || w.field`

/** Which writes of a record to read: all, or the heads. */
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

/**
 * A record in one space, by field: the write that shows, the heads (writes that no write replaces),
 * and whether they are in conflict.
 */
export type LogRow = ReadonlyMap<string, Merged<unknown>>

/**
 * A record in one space, merged from its heads.
 *
 * Shape   a forgotten head has no value. In prose every update that no base replaced is a head.
 * Law     The result is that of `mergeWrites` on all its writes (log.test.ts), without reading the
 *         replaced ones.
 */
export function row(log: LogToRead, type: string, record: string, space: Space): LogRow {
  const fields = new Map<string, Write[]>()
  for (const write of headsIn(log, { type, record, space })) {
    const heads = fields.get(write.field)
    if (heads) heads.push(write)
    else fields.set(write.field, [write])
  }
  return new Map(
    [...fields].map(([field, heads]) => [field, settle(heads, name => hasWrite(log, name))]),
  )
}

/**
 * A write with the facts of its entry: who wrote it, when, and whether the clock was sure. `type`:
 * the type of its change, which is `base` for a long text without its history.
 */
export type WriteFacts = Write &
  Readonly<{ field: string; by: string; wall: number; sure: boolean; type: string; entry: number }>

/**
 * Every write of a record in a space, replaced ones too, oldest first in each feed. Forgotten ones
 * have no value. Quarantined ones are left out.
 */
export const writesIn = (log: LogToRead, of: Touched): readonly WriteFacts[] =>
  believedWrites(log, of, 'all')

/** The heads of a record in a space. Those of a first write come from memory. */
export const headsIn = (log: LogToRead, of: Touched): readonly WriteFacts[] =>
  of.first && quarantinedIn(log).size === 0 ? of.first() : believedWrites(log, of, 'heads')

function believedWrites(log: LogToRead, of: Touched, which: Which): readonly WriteFacts[] {
  const believed = quarantinedIn(log)
  return believed.size === 0
    ? everyWrite(log, of, which)
    : withoutQuarantined(everyWrite(log, of, 'all'), believed, which === 'heads')
}

/** Every write of a record in a space, quarantined ones too. */
export const allWrites = (log: LogToRead, of: Touched): readonly WriteFacts[] =>
  everyWrite(log, of, 'all')

/**
 * The writes with their values and headers. A base (a long text without its history) stores its
 * values under `type.field`, so a write without a value is looked for there too.
 */
function everyWrite(log: LogToRead, of: Touched, which: Which): readonly WriteFacts[] {
  const plain = rowsOf(log, of, which, PLAIN)
  const based = plain.some(r => r.value === null) ? rowsOf(log, of, which, BASED) : []
  const bases = new Map(
    based.filter(r => r.value !== null).map(r => [`${r.field} ${r.entry} ${r.change}`, r.value]),
  )
  // Most records are in one entry or two: each is read once, not once for each field.
  const bonesOf = new Map(
    [...new Set(plain.map(r => r.entry))].map(id => [id, headerById(log, id)!]),
  )
  // A damaged file may have writes without an entry: they are left out, and `check` names them.
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
      value: value === null ? undefined : ownJson<unknown>(value),
      field: r.field,
      type: bones.type,
      entry: r.entry,
      by: entry.by,
      wall: entry.wall,
      sure: entry.sure,
    }
  })
}

/** Whether this file has the write with this name, hash included. */
export const hasWrite = (log: LogToRead, name: WriteName): boolean =>
  entryIdOf(log, name.feed, name.seq, Buffer.from(name.hash8, 'base64url')) !== undefined

/** The most rows that `everyRecord` reads at once. */
const ROWS_AT_ONCE = 2_000
/** Every (type, record, space) that was ever written, for a rebuild, in the order of record ids. */
export function* everyRecord(log: LogToRead): Generator<Touched> {
  let after = ''
  for (;;) {
    const page = log.sql.all<{ record: string; type: string; space: Space }>(
      'SELECT DISTINCT record, type, space FROM write WHERE record > ? ORDER BY record ' +
        `LIMIT ${ROWS_AT_ONCE}`,
      after,
    )
    if (page.length === 0) return
    // The last record of a full page may go on: the next page has all of it.
    const last = page.at(-1)!.record
    const whole = page.length < ROWS_AT_ONCE ? page : page.filter(t => t.record !== last)
    yield* whole
    if (page.length < ROWS_AT_ONCE) return
    after = whole.at(-1)?.record ?? last
  }
}

export { entryId, feedNoOf, nameOfFeed, seqOf }

/** The last entry of this box, in any feed. Its stamps always grow, whatever its clock says. */
export function lastOwnEntry(log: LogToRead): Entry | undefined {
  const last = log.sql.get<{ no: number; last: number }>(
    'SELECT no, last FROM feed WHERE own = 1 AND last > 0 ORDER BY stamp DESC LIMIT 1',
  )
  return last && entryById(log, entryId(last.no, last.last))
}

/** The name of this box (52 characters), from its own feeds; empty before its first entry. */
export const ownBox = (log: LogToRead): string =>
  String(
    log.sql.get('SELECT name FROM feed WHERE own = 1 ORDER BY no DESC LIMIT 1')?.['name'] ?? '',
  ).slice(0, 52)
