import { randomBytes } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import {
  type Entry,
  type EntryHead,
  type FeedName,
  type Flesh,
  feedName,
  LARGEST_ENTRY,
  type Signed,
  trustedEntry,
  trustedHead,
} from '../core/change.ts'
import type { Merged, Write, WriteName } from '../core/merge.ts'
import { settle } from '../core/merge.ts'
import { ownJson } from '../core/narrow.ts'
import type { Space } from '../core/schema.ts'
import { readBy } from '../core/tracking.ts'
import type { Box } from './box.ts'
import { HashCache, hash8 } from './bytes.ts'
import { fieldRows, recordsAfter, saltOf } from './flesh.ts'
import { moveLog } from './moving.ts'
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

/**
 * Opens the log, and makes it at the first start, with a new epoch. A log of the first format is
 * moved before (moving.ts).
 *
 * Errors  NoRoomToMove; those of `openLogFile`.
 */
export function openLog(file: string, box: Box, opts: { sync?: 'FULL' | 'NORMAL' } = {}): Log {
  if (file !== ':memory:') moveLog(file)
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
/** The numbers of a feed and its branches: their last entries, which change at each turn, apart. */
const numbersNamed = (log: LogToRead, name: FeedName): readonly number[] =>
  log.sql
    .all<{ no: number }>(
      "SELECT no FROM feed WHERE name = ?1 OR (name > ?1 || '@' " +
        "AND name < ?1 || 'A') ORDER BY name",
      name,
    )
    .map(({ no }) => no)
/** Runs work that reads of the entries this one alone. */
const ofEntry = <T>(id: number, work: () => T): T => readBy('log.entry', 'id', [id], work)
/** The entries with this feed and seq: one, or one for each branch. */
export function idsNamed(
  log: LogToRead,
  feed: FeedName,
  seq: number,
): readonly Readonly<{ id: number; hash: Uint8Array }>[] {
  return numbersNamed(log, feed).flatMap(no => {
    const id = entryId(no, seq)
    const found = ofEntry(id, () =>
      log.sql.get<{ hash: Uint8Array }>('SELECT hash FROM entry WHERE id = ?', id),
    )
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
    .all<{ change: number; field: string; salt: string | Uint8Array; value: string }>(
      'SELECT change, field, salt, value FROM piece WHERE entry = ? ORDER BY change, field',
      id,
    )
    .map(({ change, salt, ...rest }) => ({ index: change, salt: saltOf(salt), ...rest }))

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
export const entryOf = (bytes: Uint8Array): Entry =>
  trustedEntry(Buffer.from(bytes).toString('utf8'))

/** Units   bytes. An entry of 500 changes has three hundred thousand; the largest one fits. */
const entriesRead = new HashCache<Entry>('entries', LARGEST_ENTRY + 256)
/** Keeps an entry that was just stored, since its rows are read at once. */
export const keepEntry = (entry: Entry, hash: Uint8Array, bytes: number): void =>
  void entriesRead.keep(hash, entry, bytes)
function entryByHash(log: LogToRead, id: number, hash: Uint8Array): Entry {
  const known = entriesRead.get(hash)
  if (known) return known
  const { bytes } = ofEntry(id, () =>
    log.sql.get<{ bytes: Uint8Array }>('SELECT bytes FROM entry WHERE id = ?', id),
  )!
  return entriesRead.keep(hash, entryOf(bytes), bytes.length)
}

/** An entry and the first 8 bytes of its hash, by its id. */
export function headerById(
  log: LogToRead,
  id: number,
): Readonly<{ entry: Entry; hash8: string }> | undefined {
  const row = ofEntry(id, () =>
    log.sql.get<{ hash: Uint8Array }>('SELECT hash FROM entry WHERE id = ?', id),
  )
  return row && { entry: entryByHash(log, id, row.hash), hash8: hash8(row.hash) }
}

/** The head of an entry, with its hash. */
type ReadHead = Readonly<{ head: EntryHead; hash: Uint8Array; hash8: string }>
/** Units   bytes of the longest head that is kept, and of all: some four thousand of them. */
const LONGEST_HEAD = 1_024
const headsRead = new HashCache<ReadHead>('heads', 1024 * 1024)
const START_OF = `SELECT substr(bytes, 1, ${LONGEST_HEAD}) AS start FROM entry WHERE id = ?`
/**
 * The head of an entry, by its id: who wrote and when. Of an import’s entry only the first bytes
 * come into memory. An entry that another program wrote in another order is read whole.
 */
export const headById = (log: LogToRead, id: number): ReadHead | undefined =>
  ofEntry(id, () => readHead(log, id))

function readHead(log: LogToRead, id: number): ReadHead | undefined {
  const hash = log.sql.get<{ hash: Uint8Array }>('SELECT hash FROM entry WHERE id = ?', id)?.hash
  const known = hash && headsRead.get(hash)
  if (!hash || known) return known
  const kept = entriesRead.get(hash)
  if (kept) return { head: kept, hash, hash8: hash8(hash) }
  const { start } = log.sql.get<{ start: Uint8Array }>(START_OF, id)!
  const read = trustedHead(Buffer.from(start).toString('latin1'))
  const found = { head: read?.head ?? entryByHash(log, id, hash), hash, hash8: hash8(hash) }
  return read ? headsRead.keep(hash, found, read.length) : found
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
export const row = (log: LogToRead, type: string, record: string, space: Space): LogRow =>
  rowOf(log, headsIn(log, { type, record, space }))

/** The same from the heads of the record, where they were read already. */
export function rowOf(log: LogToRead, heads: readonly WriteFacts[]): LogRow {
  const fields = Map.groupBy(heads, write => write.field)
  return new Map(
    [...fields].map(([field, all]) => [field, settle(all, name => hasWrite(log, name))]),
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

/** The heads of a record as the log stores them, for a log without quarantined entries. */
export const storedHeads = (log: LogToRead, of: Touched): readonly WriteFacts[] =>
  everyWrite(log, of, 'heads')

function believedWrites(
  log: LogToRead,
  of: Touched,
  which: 'all' | 'heads',
): readonly WriteFacts[] {
  const believed = quarantinedIn(log)
  if (believed.size === 0) return everyWrite(log, of, which)
  return withoutQuarantined(everyWrite(log, of, 'all'), believed, which === 'heads')
}

/** Every write of a record in a space, quarantined ones too. */
export const allWrites = (log: LogToRead, of: Touched): readonly WriteFacts[] =>
  everyWrite(log, of, 'all')

/** The writes with their values and heads. */
function everyWrite(log: LogToRead, of: Touched, which: 'all' | 'heads'): readonly WriteFacts[] {
  const rows = fieldRows(log, of, which === 'heads')
  const heads = new Map([...new Set(rows.map(r => r.entry))].map(id => [id, headById(log, id)]))
  const whole = new Map<number, Entry>()
  for (const [id, read] of heads)
    if (read && (read.head.seen.length > 0 || !log.sql.isPacked))
      whole.set(id, entryByHash(log, id, read.hash))
  return rows.flatMap(r => {
    const read = heads.get(r.entry)
    // A damaged file may have writes without an entry: they are left out, and `check` names them.
    if (read === undefined) return []
    const { head } = read
    const bones = whole.get(r.entry)?.changes[r.change]
    const isBase = log.sql.isPacked ? r.prefix !== '' : bones?.type === 'base'
    const field = bones?.fields[isBase ? `${of.type}.${r.field}` : r.field]
    return {
      name: { feed: head.feed, seq: head.seq, index: r.change, hash8: read.hash8 },
      stamp: head.stamp,
      over: (field?.over ?? []).map(place => head.seen[place]!),
      value: r.value === null ? undefined : ownJson<unknown>(r.value),
      field: r.field,
      type: isBase ? 'base' : of.type,
      entry: r.entry,
      by: head.by,
      wall: head.wall,
      sure: head.sure,
    }
  })
}

/** Whether this file has the write with this name, hash included. */
export const hasWrite = (log: LogToRead, name: WriteName): boolean =>
  entryIdOf(log, name.feed, name.seq, Buffer.from(name.hash8, 'base64url')) !== undefined

/** Each record once in a type and a space: a long text may stand under two numbers. */
function* distinct(all: readonly Touched[]): Generator<Touched> {
  const keyOf = ({ type, record, space }: Touched): string => `${record} ${type} ${space}`
  const byKey = new Map(all.map(one => [keyOf(one), one]))
  for (const key of [...byKey.keys()].sort()) yield byKey.get(key)!
}
/** The most rows that `everyRecord` reads at once. */
const ROWS_AT_ONCE = 2_000
/** Every (type, record, space) that was ever written, for a rebuild, in the order of record ids. */
export function* everyRecord(log: LogToRead): Generator<Touched> {
  let after = ''
  for (;;) {
    const page = recordsAfter(log, after, ROWS_AT_ONCE)
    if (page.length === 0) return
    // The last record of a full page may go on: the next page has all of it.
    const last = page.at(-1)!.record
    const whole = page.length < ROWS_AT_ONCE ? page : page.filter(t => t.record !== last)
    yield* distinct(whole)
    if (page.length < ROWS_AT_ONCE) return
    after = whole.at(-1)?.record ?? last
  }
}

export { entryId, feedNoOf, nameOfFeed, seqOf }

/** The head of the last entry of this box, in any feed. Its stamps grow, whatever its clock. */
export function lastOwnEntry(log: LogToRead): EntryHead | undefined {
  const last = log.sql.get<{ no: number; last: number }>(
    'SELECT no, last FROM feed WHERE own = 1 AND last > 0 ORDER BY stamp DESC LIMIT 1',
  )
  return last && headById(log, entryId(last.no, last.last))?.head
}

/** The name of this box (52 characters), from its own feeds; empty before its first entry. */
export const ownBox = (log: LogToRead): string =>
  String(
    log.sql.get('SELECT name FROM feed WHERE own = 1 ORDER BY no DESC LIMIT 1')?.['name'] ?? '',
  ).slice(0, 52)
