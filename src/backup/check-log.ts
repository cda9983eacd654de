import { boxOfFeed, type Entry, readEntry, spaceOfFeed } from '../core/change.ts'
import { isMadeId } from '../core/made.ts'
import { mergeWrites, type Write } from '../core/merge.ts'
import { messageOf, ownJson } from '../core/narrow.ts'
import type { RecordType, Space } from '../core/schema.ts'
import { signedBy } from '../log/box.ts'
import { fleshHash, hashText, sha256 } from '../log/bytes.ts'
import { saltOf } from '../log/flesh.ts'
import { forgottenOf } from '../log/forgotten.ts'
import { allWrites, entryIdOf, everyRecord, feedState, hasWrite, type Log } from '../log/log.ts'
import { isValueMissingIn } from '../log/missing-values.ts'
import { entryId, feedOfRun, seqOf } from '../log/sqlite.ts'

/** A damage, as plain data: `what` has its sentence in fr.ts. */
export type HurtKind =
  | 'key'
  | 'sqlite'
  | 'gap'
  | 'bytes'
  | 'unread'
  | 'prev'
  | 'signature'
  | 'last'
  | 'flesh'
  | 'fleshGone'
  | 'fleshBack'
  | 'write'
  | 'strays'
  | 'heads'
  | 'ahead'
  | 'row'
  | 'fileGone'
  | 'fileOther'
export type Hurt = Readonly<{
  what: HurtKind
  feed?: string
  seq?: number
  type?: string
  record?: string
  field?: string
  table?: string
  file?: string
  count?: number
  said?: string
}>

/** A file that a value names, and the record of that value. */
export type NamedFile = Readonly<{
  space: Space
  hash: string
  type: string
  record: string
  own: boolean
  heavy: boolean
}>
export type LogFound = Readonly<{ entries: number; values: number; files: readonly NamedFile[] }>

type FeedRow = Readonly<{
  no: number
  name: string
  last: number
  hash: Uint8Array | null
  stamp: string | null
}>
type EntryRow = Readonly<{ id: number; hash: Uint8Array; bytes: Uint8Array; signature: Uint8Array }>
type FleshRow = Readonly<{ change: number; field: string; salt: string; value: string }>

type Looking = Readonly<{
  log: Log
  types: ReadonlyMap<string, RecordType>
  hurt: (hurt: Hurt) => void
  files: NamedFile[]
  counts: { entries: number; values: number; writes: number }
  progress: (entries: number) => void
}>

/**
 * Checks every entry of every feed, as a peer would: contiguous, chained, signed, with the values
 * of its hashes, under its own feed and seq.
 */
export function checkEntries(
  log: Log,
  types: ReadonlyMap<string, RecordType>,
  hurt: (hurt: Hurt) => void,
  progress: (entries: number) => void,
): LogFound {
  const looking: Looking = {
    log,
    types,
    hurt,
    files: [],
    counts: { entries: 0, values: 0, writes: 0 },
    progress,
  }
  for (const feed of log.sql.all<FeedRow>(
    'SELECT no, name, last, hash, stamp FROM feed ORDER BY no',
  ))
    checkFeed(looking, feed)
  const { entries, values, writes } = looking.counts
  for (const [table, known] of [
    ['entry', entries],
    ['piece', values],
    [log.sql.isPacked ? 'wrote' : 'changed', writes],
  ] as const) {
    const count = Number(log.sql.get(`SELECT count(*) AS n FROM ${table}`)?.['n'])
    if (count > known) hurt({ what: 'strays', table, count: count - known })
  }
  return { entries, values, files: looking.files }
}

function checkFeed(looking: Looking, feed: FeedRow): void {
  const { log, hurt } = looking
  let before: EntryRow | undefined
  let stamp: string | null = null
  // A branch begins at its fork; the entries before it are in its feed.
  const isBranch = feed.name.includes('@')
  let seq = isBranch ? firstSeq(log, feed.no) - 1 : 0
  for (;;) {
    const page = log.sql.all<EntryRow>(
      'SELECT id, hash, bytes, signature FROM entry WHERE id > ? AND id < ? ORDER BY id LIMIT 20',
      before?.id ?? entryId(feed.no, 0),
      entryId(feed.no + 1, 0),
    )
    for (const row of page) {
      const missing = seqOf(row.id) - seq - 1
      if (missing > 0) hurt({ what: 'gap', feed: feed.name, seq: seq + 1, count: missing })
      seq = seqOf(row.id)
      const prev =
        missing > 0 || (isBranch && before === undefined) ? undefined : (before?.hash ?? null)
      const entry = checkEntry(looking, { feed: feedOfRun(feed.name), seq }, row, prev)
      stamp = entry?.stamp ?? null
      before = row
      looking.progress(++looking.counts.entries)
    }
    if (page.length === 0) break
  }
  const ends =
    (before === undefined && feed.hash === null) ||
    (before && feed.hash && Buffer.compare(before.hash, feed.hash) === 0)
  if (seq !== feed.last || !ends || (stamp !== null && stamp !== feed.stamp))
    hurt({ what: 'last', feed: feed.name, seq: feed.last })
}

const firstSeq = (log: Log, no: number): number =>
  seqOf(
    Number(
      log.sql.get(
        'SELECT min(id) AS id FROM entry WHERE id > ? AND id < ?',
        entryId(no, 0),
        entryId(no + 1, 0),
      )?.['id'] ?? entryId(no, 1),
    ),
  )

/** `prev`: the hash of the entry before; null at the beginning; undefined when it is missing. */
function checkEntry(
  looking: Looking,
  where: Readonly<{ feed: string; seq: number }>,
  row: EntryRow,
  prev: Uint8Array | null | undefined,
): Entry | undefined {
  const { hurt } = looking
  const { feed, seq } = where
  const bytes = Buffer.from(row.bytes) // a hurt row may hold text where bytes belong
  if (Buffer.compare(sha256(bytes), row.hash) !== 0) hurt({ what: 'bytes', ...where })
  let entry: Entry
  try {
    entry = readEntry(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch (error) {
    hurt({ what: 'unread', ...where, said: messageOf(error) })
    return undefined
  }
  if (entry.feed !== feed || entry.seq !== seq)
    hurt({ what: 'unread', ...where, said: `${entry.feed} ${entry.seq}` })
  if (prev !== undefined && entry.prev !== (prev === null ? '' : hashText(prev)))
    hurt({ what: 'prev', ...where })
  if (!signedBy(boxOfFeed(feed), bytes, row.signature)) hurt({ what: 'signature', ...where })
  checkFleshOf(looking, entry, row)
  checkWritesOf(looking, entry, row)
  return entry
}

function checkFleshOf(looking: Looking, entry: Entry, { id, hash }: EntryRow): void {
  const { log, hurt, counts, files, types } = looking
  const own = boxOfFeed(entry.feed) === log.box.name
  // Branches are asked for under the number of their feed.
  const named = entryId(feedState(log, entry.feed)?.no ?? 0, entry.seq)
  const flesh = new Map(
    log.sql
      .all<FleshRow>('SELECT change, field, salt, value FROM piece WHERE entry = ?', id)
      .map(row => [`${row.change} ${row.field}`, row] as const),
  )
  const forgotten = forgottenOf(log, id, named, hash)
  counts.values += flesh.size
  for (const [index, change] of entry.changes.entries())
    for (const [field, bones] of Object.entries(change.fields)) {
      const where = {
        feed: entry.feed,
        seq: entry.seq,
        type: change.type,
        record: change.record,
        field,
      }
      const held = flesh.get(`${index} ${field}`)
      flesh.delete(`${index} ${field}`)
      const gone = forgotten.has(`${index} ${field}`) && change.type !== 'forget'
      if (held && gone) hurt({ what: 'fleshBack', ...where })
      // Another box’s values may never have come. Our own are missing only after an erasure, or
      // when a peer gave the entry back without them, and then they are asked for.
      if (!held && !gone && own && !isValueMissingIn(log, id)) hurt({ what: 'fleshGone', ...where })
      if (!held) continue
      const known = types.get(change.type)?.fields[field]
      // A field that a keeper made holds references to files only when it asks for photos.
      if (fleshHash(saltOf(held.salt), held.value) !== bones.flesh)
        hurt({ what: 'flesh', ...where })
      else if (known?.kind === 'files' || isMadeId(field)) {
        const heavy = known?.heavy === true
        const said = {
          space: spaceOfFeed(entry.feed),
          type: change.type,
          record: change.record,
          own,
          heavy,
        }
        files.push(...filesIn(held.value).map(hash => ({ ...said, hash })))
      }
    }
  for (const stray of flesh.values())
    hurt({ what: 'flesh', feed: entry.feed, seq: entry.seq, field: stray.field })
}

function filesIn(value: string): readonly string[] {
  const held = ownJson<unknown>(value)
  const hashes = (Array.isArray(held) ? held : []).map(
    one => (one as { hash?: unknown } | null)?.hash,
  )
  return hashes.filter(
    (hash): hash is string => typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash),
  )
}

/**
 * The index of writes says what the bones say, and what each entry replaces is noted where it has
 * not come yet.
 */
function checkWritesOf({ log, hurt, counts }: Looking, entry: Entry, row: EntryRow): void {
  const space = spaceOfFeed(entry.feed)
  for (const [index, change] of entry.changes.entries()) {
    const types = new Set<string>()
    for (const [name, bones] of Object.entries(change.fields)) {
      const [type, field] = change.type === 'base' ? name.split('.') : [change.type, name]
      if (!type || !field) continue
      const { record } = change
      const filed = log.sql.get<{ stamp: string }>(
        'SELECT stamp FROM write WHERE record = ? AND type = ? AND space = ? AND field = ? ' +
          'AND entry = ? AND change = ?',
        ...[record, type, space, field, row.id, index],
      )
      if (filed) types.add(type)
      const waits = bones.over
        .map(place => entry.seen[place]!)
        .filter(seen => spaceOfFeed(seen.feed) === space)
      const noted = waits.every(seen => isNoted(log, seen, { record, type, field }))
      if (filed?.stamp !== entry.stamp || !noted)
        hurt({ what: 'write', feed: entry.feed, seq: entry.seq, type, record, field })
    }
    counts.writes += types.size
  }
}

function isNoted(
  log: Log,
  seen: Write['name'],
  of: Readonly<{ record: string; type: string; field: string }>,
): boolean {
  const no = feedState(log, seen.feed)?.no
  if (no === undefined) return false
  const id = entryId(no, seen.seq)
  if (hasWrite(log, seen)) return true
  const noted = log.sql.get(
    'SELECT 1 FROM replaced WHERE entry = ? AND change = ? AND hash8 = ? AND record = ? ' +
      'AND type = ? AND field = ?',
    ...[id, seen.index, seen.hash8, of.record, of.type, of.field],
  )
  return noted !== undefined
}

const idOf = (log: Log, { feed, seq, hash8 }: Write['name']): number =>
  entryIdOf(log, feed, seq, Buffer.from(hash8, 'base64url')) ?? -1

/**
 * The heads that ingest kept, step by step, beside those that the set of all writes gives, set
 * aside or not.
 */
export function checkHeads(
  log: Log,
  hurt: (hurt: Hurt) => void,
  progress: (records: number) => void,
): number {
  let done = 0
  for (const { type, record, space } of everyRecord(log)) {
    const expected = new Set<string>()
    const fields = Map.groupBy(allWrites(log, { type, record, space }), write => write.field)
    for (const [field, writes] of fields)
      for (const { name } of mergeWrites(writes).heads)
        expected.add(`${field} ${idOf(log, name)} ${name.index}`)
    const kept = log.sql
      .all<{ field: string; entry: number; change: number }>(
        'SELECT field, entry, change FROM write WHERE record = ? AND type = ? AND space = ? ' +
          'AND head = 1',
        ...[record, type, space],
      )
      .map(row => `${row.field} ${row.entry} ${row.change}`)
    const odd = [...new Set(kept).symmetricDifference(expected)].map(key => key.split(' ')[0]!)
    for (const field of new Set(odd)) hurt({ what: 'heads', type, record, field })
    progress(++done)
  }
  return done
}
