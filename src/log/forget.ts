import { existsSync } from 'node:fs'
import {
  boxOfFeed,
  type Entry,
  type Flesh,
  isFeedName,
  isSeq,
  type Signed,
  spaceOfFeed,
} from '../core/change.ts'
import type { WriteName } from '../core/merge.ts'
import { hash8 } from './bytes.ts'
import { dropPiece } from './flesh.ts'
import {
  entryIdOf,
  entryOf,
  feedNo,
  headById,
  headerById,
  idsNamed,
  type Log,
  type LogToRead,
  type Touched,
} from './log.ts'
import { dropUnnamedFiles } from './missing-files.ts'
import { isValueMissingIn, noteMissingValues } from './missing-values.ts'
import { oweRewriting } from './rewriting.ts'
import { entryId, syncFile } from './sqlite.ts'

/**
 * Erases values (*flesh*) from the log, at the request of this box or of another one. Signed
 * headers (*bones*) stay, so that feeds stay whole. A request is itself a change of type `forget`,
 * in an entry that travels: each box that takes it obeys it for the feeds of the box that asks, and
 * asks its keeper about the others.
 */

/**
 * The name of one write and its field, whose value may be erased. An empty `hash8` means every
 * branch: a feed that *forked* goes on in two ways or more from one entry.
 */
export type FleshName = WriteName & Readonly<{ field: string }>

/**
 * The names of all writes of a record, or of one of its fields, in every space: what a request to
 * forget lists.
 */
export function writesToForget(
  log: LogToRead,
  type: string,
  record: string,
  field?: string,
): readonly FleshName[] {
  const rows = log.sql.all<{ field: string; entry: number; change: number }>(
    'SELECT field, entry, change FROM write WHERE record = ? ' +
      `AND type = ?${field === undefined ? '' : ' AND field = ?'} ` +
      'ORDER BY space, field, entry, change',
    ...(field === undefined ? [record, type] : [record, type, field]),
  )
  return rows.map(({ field: name, entry, change }) => {
    const bones = headerById(log, entry)!
    const filed = bones.entry.changes[change]?.fields[name] === undefined ? `${type}.${name}` : name
    return {
      feed: bones.entry.feed,
      seq: bones.entry.seq,
      index: change,
      hash8: bones.hash8,
      field: filed,
    }
  })
}

/** The stored value of a write, as JSON; undefined once forgotten, or when it never came. */
export function fleshOf(
  log: Log,
  { feed, seq, index, field, hash8 }: FleshName,
): string | undefined {
  // With a hash that is here, the entry of that branch; else that of the feed itself.
  const row = log.sql.get<{ value: string }>(
    'SELECT value FROM piece WHERE entry = ? AND change = ? AND field = ?',
    (hash8 === '' ? undefined : entryIdOf(log, feed, seq, Buffer.from(hash8, 'base64url'))) ??
      entryId(feedNo(log, feed), seq),
    index,
    field,
  )
  return row?.value
}

/**
 * Deletes values and salts. Headers stay, so that a replaced write stays replaced. Returns the
 * records that the tables must project again. Runs inside a transaction.
 *
 * Law     law 10: values that arrive later under these names are not stored. A request to forget is
 *         never forgotten; otherwise its values would come back to a box that has not seen them
 *         yet.
 */
export function forgetFlesh(log: Log, names: readonly FleshName[]): readonly Touched[] {
  const noted = new Set<number>()
  for (const name of names) {
    const unforkedId = entryId(feedNo(log, name.feed), name.seq)
    if (name.hash8 !== '')
      log.sql.run(
        'INSERT OR IGNORE INTO forgotten_one VALUES (?, ?, ?, ?)',
        unforkedId,
        name.index,
        name.field,
        name.hash8,
      )
    for (const id of idsOf(log, name, unforkedId)) {
      if (headerById(log, id)?.entry.changes[name.index]?.type === 'forget') continue
      if (dropPiece(log, id, name.index, name.field)) oweRewriting(log)
      if (name.hash8 === '')
        log.sql.run('INSERT OR IGNORE INTO forgotten VALUES (?, ?, ?)', id, name.index, name.field)
      dropUnnamedFiles(log, id)
      if (isValueMissingIn(log, id)) noted.add(id)
    }
  }
  noteMissingValues(log, noted)
  return touchedByNames(log, names)
}

/**
 * The ids of the entries that a name means. With a hash: the entry with this hash. Without one, as
 * in a `forget`: every branch, and the id that an entry will have when it comes (forgotten.ts).
 */
function idsOf(log: Log, name: FleshName, unforkedId: number): readonly number[] {
  const entries = idsNamed(log, name.feed, name.seq)
  if (name.hash8 === '') return [...new Set([unforkedId, ...entries.map(one => one.id)])]
  return entries.filter(one => hash8(one.hash) === name.hash8).map(one => one.id)
}

/** The records in which these writes are. */
function touchedByNames(log: Log, names: readonly FleshName[]): readonly Touched[] {
  return names.flatMap(name =>
    idsNamed(log, name.feed, name.seq).flatMap(({ id }) => {
      const change = headerById(log, id)?.entry.changes[name.index]
      const type = change?.type === 'base' ? (name.field.split('.')[0] ?? '') : change?.type
      return change && type ? [{ type, record: change.record, space: spaceOfFeed(name.feed) }] : []
    }),
  )
}

/** The value of a `forget` change: its names as `[feed, seq, index, field]`. */
export const forgetValue = (
  names: readonly FleshName[],
): readonly (readonly [string, number, number, string])[] =>
  names.map(({ feed, seq, index, field }) => [feed, seq, index, field])

/**
 * The names in a value. Another box may write anything: a piece that names no write is left out.
 */
function namesIn(value: string): readonly FleshName[] {
  const list: unknown = JSON.parse(value)
  return (Array.isArray(list) ? list : []).flatMap((one: unknown): readonly FleshName[] => {
    const [feed, seq, index, field]: readonly unknown[] = Array.isArray(one) ? one : []
    const names =
      isFeedName(feed) && isSeq(seq) && Number.isSafeInteger(index) && typeof field === 'string'
    return names ? [{ feed, seq, index: index as number, field, hash8: '' }] : []
  })
}

/**
 * The writes that a `forget` names and those that a `base` replaces, with the change that names
 * them.
 */
function namesSaid(
  entry: Entry,
  flesh: readonly Flesh[],
): readonly Readonly<{ change: number; name: FleshName }>[] {
  const asked = flesh
    .filter(piece => entry.changes[piece.index]?.type === 'forget' && piece.field === 'writes')
    .flatMap(piece => namesIn(piece.value).map(name => ({ change: piece.index, name })))
  const based = entry.changes.flatMap((one, change) =>
    one.type !== 'base'
      ? []
      : Object.entries(one.fields).flatMap(([said, bones]) =>
          bones.over.flatMap(place =>
            [said, said.split('.')[1] ?? ''].map(field => ({
              change,
              name: { ...entry.seen[place]!, field },
            })),
          ),
        ),
  )
  return [...asked, ...based]
}

/**
 * Whether a request is carried out at once: another box may erase values in its own feeds, and this
 * box everywhere. Otherwise it waits for the keeper.
 */
const isObeyed = (log: Log, { feed }: Entry, name: FleshName): boolean =>
  boxOfFeed(feed) === log.box.name || boxOfFeed(name.feed) === boxOfFeed(feed)

const namesObeyed = (log: Log, entry: Entry, flesh: readonly Flesh[]): readonly FleshName[] =>
  namesSaid(entry, flesh)
    .map(({ name }) => name)
    .filter(name => isObeyed(log, entry, name))

/**
 * Carries out the requests to forget of an entry, by its id here. A peer’s request about values of
 * another box, this one included, is only noted: it waits for the keeper of this box (asked.ts).
 * Returns the records to project again.
 */
export function obey(
  log: Log,
  id: number,
  entry: Entry,
  flesh: readonly Flesh[],
): readonly Touched[] {
  const waiting = namesSaid(entry, flesh).filter(
    ({ change, name }) => entry.changes[change]?.type === 'forget' && !isObeyed(log, entry, name),
  )
  for (const change of new Set(waiting.map(one => one.change)))
    log.sql.run('INSERT OR IGNORE INTO asked VALUES (?, ?, 0)', id, change)
  return forgetFlesh(log, namesObeyed(log, entry, flesh))
}

/**
 * The names in a waiting request that wait for the keeper: those in feeds of any other box than the
 * one that asks, this box included.
 */
export function namesWaiting(log: LogToRead, id: number, change: number): readonly FleshName[] {
  const row = log.sql.get<{ value: string }>(
    "SELECT value FROM piece WHERE entry = ? AND change = ? AND field = 'writes'",
    id,
    change,
  )
  const by = boxOfFeed(headById(log, id)?.head.feed ?? '')
  return row ? namesIn(row.value).filter(name => boxOfFeed(name.feed) !== by) : []
}

/**
 * The records whose rows an entry changes: those that it writes, and those whose values it forgets.
 */
export function touchedBy(log: Log, signed: Signed): readonly Touched[] {
  const entry = entryOf(signed.bytes)
  const space = spaceOfFeed(entry.feed)
  const written = entry.changes.flatMap(change => {
    const types =
      change.type === 'base'
        ? Object.keys(change.fields).map(name => name.split('.')[0] ?? '')
        : [change.type]
    return types.map(type => ({ type, record: change.record, space }))
  })
  return [...written, ...touchedByNames(log, namesObeyed(log, entry, signed.flesh))]
}

/**
 * The number of values that requests made this file forget, those that never came included. When it
 * grows, files may have to go too. Values that a base replaced are not counted: their table is
 * `forgotten_one`.
 */
export const countForgotten = (log: LogToRead): number =>
  log.sql.get<{ n: number }>('SELECT count(*) AS n FROM forgotten')!.n

/**
 * Empties the WAL (SQLite’s write-ahead log) into the file, and syncs both: SQLite syncs no cut of
 * a WAL, and of the tables nothing. False when a reader was in the way: the caller tries again.
 */
export function checkpoint({ db }: Readonly<{ db: Log['db'] }>): boolean {
  if (db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] !== 0) return false
  const file = db.location()
  if (file) for (const one of [file, `${file}-wal`]) if (existsSync(one)) syncFile(one)
  return true
}
