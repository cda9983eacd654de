import {
  boxOfFeed,
  Damaged,
  type Entry,
  type FeedName,
  type Flesh,
  isFeedName,
  type Signed,
  spaceOfFeed,
} from '../core/change.ts'
import { keyOf, type WriteName } from '../core/merge.ts'
import { type Appending, append } from './append.ts'
import { admitAny } from './branch.ts'
import { hash8, sha256 } from './bytes.ts'
import { unpacked } from './flesh.ts'
import type { FleshName } from './forget.ts'
import { checkFlesh, Gap, validated } from './ingest.ts'
import { entryById, feedState, hasWrite, type Log, ownFeed, row } from './log.ts'
import { type CellValue, cellsIn, type SqliteCell } from './pages.ts'
import { entryId, feedNoOf, feedOfRun, PAGE, seqOf } from './sqlite.ts'

/**
 * Reads what is left of a damaged `log.db` into a new log, when a person restores a box without a
 * whole backup. The salvage goes through the pages of the file without SQLite, takes each row by
 * its shape, and believes a row only when its signature and its hashes are right. Each entry of a
 * *feed* (the entries of one box, one epoch and one space) names the one before, so an entry behind
 * a lost one has no place: those of this box are signed anew.
 */

/**
 * The result of reading a damaged log.
 *
 * Shape   `taken`: entries read. `missing`: entries that can’t be read any more, by feed.
 *         `values`: values that are lost from entries that can be read.
 *         `resaid`: entries of this box behind a missing one, written anew.
 *         `waiting`: such entries of other boxes, which their peers will send again.
 *         `forgotten`: the writes that the log had forgotten.
 */
export type Salvaged = Readonly<{
  taken: number
  missing: ReadonlyMap<FeedName, number>
  values: number
  resaid: number
  waiting: number
  forgotten: readonly FleshName[]
}>

/** An entry that can be read, with the values that are left. */
type Read = Readonly<{ entry: Entry; signed: Signed }>
/**
 * The content of the damaged file. `lasts`: the last seq of each feed by the file itself. `marks`:
 * its notes beside the entries. `values`: how many values are lost.
 */
type SalvageContent = Readonly<{
  entries: ReadonlyMap<FeedName, readonly Read[]>
  lasts: ReadonlyMap<FeedName, number>
  marks: readonly (readonly [string, string])[]
  forgotten: readonly FleshName[]
  values: number
}>

/**
 * Copies into a log everything that can still be read of a damaged file. Each entry is signed and
 * stands alone. It holds the file’s entries in memory.
 *
 * Law     It accepts only what the validator accepts: bytes, signature, values.
 *         An entry of this box behind a lost one has no predecessor any more. It is written anew in
 *         this log’s own epoch, with its day and its author, over the writes that it replaced.
 *         An entry that lost a value is noted as such, and the value is asked of peers.
 */
export function salvageInto(log: Log, file: string): Salvaged {
  const found = contentOf(file)
  const late: Read[] = []
  let taken = 0
  log.db.exec('BEGIN IMMEDIATE')
  for (const reads of found.entries.values())
    for (const read of reads)
      try {
        admitAny(log, read.entry, read.signed)
        taken++
      } catch (error) {
        if (!(error instanceof Gap)) throw error
        late.push(read)
      }
  const own = late
    .filter(({ entry }) => boxOfFeed(entry.feed) === log.box.name)
    .sort((a, b) => (a.entry.stamp < b.entry.stamp ? -1 : 1))
  const names = new Map<string, WriteName>()
  for (const read of own) resay(log, read, names)
  for (const [key, value] of found.marks)
    log.sql.run('INSERT OR IGNORE INTO mark VALUES (?, ?)', key, value)
  log.db.exec('COMMIT')
  return {
    taken,
    missing: missingOf(found),
    values: found.values,
    resaid: own.length,
    waiting: late.length - own.length,
    forgotten: found.forgotten,
  }
}

/** The entries that each feed should have and that can’t be read, counted. */
function missingOf({ entries, lasts }: SalvageContent): ReadonlyMap<FeedName, number> {
  const feeds = [...new Set([...entries.keys(), ...lasts.keys()])]
  const counts = feeds.map((feed): [FeedName, number] => {
    const seqs = new Set((entries.get(feed) ?? []).map(({ entry }) => entry.seq))
    return [feed, Math.max(lasts.get(feed) ?? 0, ...seqs) - seqs.size]
  })
  return new Map(counts.filter(([, count]) => count > 0))
}

/**
 * Marks that a salvaged log needs: decisions about other boxes, the time lived, the greatest stamp
 * seen, an owed rewriting.
 */
const KEPT_MARK = /^(box:.*|lived|witnessed|rewriting)$/

/** Reads every row of the file, whichever table it was in: the form of a row tells its table. */
function contentOf(file: string): SalvageContent {
  const raw = new Map<number, Readonly<{ bytes: Uint8Array; signature: Uint8Array }>>()
  const flesh = new Map<number, Flesh[]>()
  const feeds = new Map<number, string>()
  const lasts = new Map<FeedName, number>()
  const marks: (readonly [string, string])[] = []
  const gone: (readonly [number, number, string])[] = []
  for (const cell of cellsIn(file, PAGE)) {
    const { rowid, values: v } = cell
    // In turn: a row of `entry`, `feed`, `flesh`, `forgotten`, `mark`.
    if (rowid !== undefined && isEntry(cell))
      raw.set(rowid, { bytes: v.at(-2) as Uint8Array, signature: v.at(-1) as Uint8Array })
    else if (rowid !== undefined && isFeed(cell)) {
      feeds.set(rowid, String(v[1]))
      if (!String(v[1]).includes('@')) lasts.set(String(v[1]), Number(v[2]))
    } else if (rowid === undefined && is(v, 'int', 'int', 'text', 'blob', 'text')) {
      const pieces = flesh.get(Number(v[0])) ?? []
      pieces.push({
        index: Number(v[1]),
        field: String(v[2]),
        salt: v[3] as Uint8Array,
        value: String(v[4]),
      })
      flesh.set(Number(v[0]), pieces)
    } else if (rowid !== undefined && is(v, 'int', 'int', 'text')) {
      const pieces = flesh.get(Number(v[0])) ?? []
      pieces.push(...unpacked(String(v[2])).map(piece => ({ index: Number(v[1]), ...piece })))
      flesh.set(Number(v[0]), pieces)
    } else if (rowid === undefined && is(v, 'int', 'int', 'text'))
      gone.push([Number(v[0]), Number(v[1]), String(v[2])])
    else if (rowid === undefined && is(v, 'text', 'text') && KEPT_MARK.test(String(v[0])))
      marks.push([String(v[0]), String(v[1])])
  }
  const isGone = new Set(gone.map(([id, index, field]) => `${id} ${index} ${field}`))
  let values = 0
  const reads: Read[] = []
  for (const [id, one] of raw) {
    const read = readable(one, flesh.get(id) ?? [])
    if (!read) continue
    reads.push(read)
    if (!feeds.has(feedNoOf(id))) feeds.set(feedNoOf(id), read.entry.feed)
    const intact = new Set(read.signed.flesh.map(({ index, field }) => `${index} ${field}`))
    values += fieldsOf(read.entry).filter(
      field => !intact.has(field) && !isGone.has(`${id} ${field}`),
    ).length
  }
  const forgotten = gone.flatMap(([id, index, field]): readonly FleshName[] => {
    const feed = feedOfRun(feeds.get(feedNoOf(id)) ?? '')
    return isFeedName(feed) ? [{ feed, seq: seqOf(id), index, field, hash8: '' }] : []
  })
  const sorted = reads.sort((a, b) => a.entry.seq - b.entry.seq)
  return {
    entries: Map.groupBy(sorted, ({ entry }) => entry.feed),
    lasts,
    marks,
    forgotten,
    values,
  }
}

const fieldsOf = (entry: Entry): readonly string[] =>
  entry.changes.flatMap(({ fields }, index) =>
    Object.keys(fields).map(field => `${index} ${field}`),
  )

type Kind = 'int' | 'text' | 'blob'
const kindOf = (value: CellValue): Kind | undefined =>
  typeof value === 'number'
    ? 'int'
    : typeof value === 'string'
      ? 'text'
      : value === null
        ? undefined
        : 'blob'
const is = (values: readonly CellValue[], ...kinds: readonly Kind[]): boolean =>
  values.length === kinds.length && values.every((value, i) => kindOf(value) === kinds[i])
/** An entry’s row: its stamp, but in a file of the first format; hash, bytes, signature. */
const isEntry = ({ values: [id, ...rest] }: SqliteCell): boolean =>
  id === null && (is(rest, 'text', 'blob', 'blob', 'blob') || is(rest, 'blob', 'blob', 'blob'))
/** A feed’s row: name, last, hash, stamp, own. */
const isFeed = ({ values: v }: SqliteCell): boolean =>
  v.length === 6 &&
  v[0] === null &&
  is(v.slice(1, 3), 'text', 'int') &&
  isFeedName(feedOfRun(String(v[1])))

/** The entry, with those of its values that fit their hashes. */
function readable(one: Omit<Signed, 'flesh'>, flesh: readonly Flesh[]): Read | undefined {
  try {
    const entry = validated({ ...one, flesh: [] })
    const good = flesh.filter(piece => isGood(entry, piece))
    return { entry, signed: { ...one, flesh: good } }
  } catch (error) {
    if (error instanceof Damaged) return undefined
    throw error
  }
}
function isGood(entry: Entry, piece: Flesh): boolean {
  try {
    checkFlesh(entry, piece)
    return true
  } catch (error) {
    if (error instanceof Damaged) return false
    throw error
  }
}

/**
 * Writes an entry of this box anew, under a new name and signature. `names`: the new name of each
 * write that was written anew; this function adds to it.
 */
function resay(log: Log, { entry, signed }: Read, names: Map<string, WriteName>): void {
  const space = spaceOfFeed(entry.feed)
  const all = entry.changes.flatMap((change, index) =>
    Object.entries(change.fields).flatMap(([name, bones]) => {
      const piece = signed.flesh.find(one => one.index === index && one.field === name)
      if (!piece) return []
      const [type, field] =
        change.type === 'base' ? (name.split('.') as [string, string]) : [change.type, name]
      const value: unknown = JSON.parse(piece.value)
      const of = { type, record: change.record, space, field }
      const seen = bones.over.map(place => entry.seen[place]!)
      const over = isProse(value) ? stillHere(log, seen, names) : overOf(log, of, seen, names)
      return [
        {
          index,
          write: {
            type,
            record: change.record,
            space,
            fields: { [field]: { value, over } },
          } satisfies Appending,
        },
      ]
    }),
  )
  const together = joined(all)
  const feed = ownFeed(log, space)
  const before = feedState(log, feed)?.last ?? 0
  append(
    log,
    together.map(({ write }) => write),
    { now: entry.wall, sure: entry.sure, by: entry.by },
  )
  const { no, last } = feedState(log, feed) ?? { no: 0, last: before }
  let at = 0
  const old = hash8(sha256(signed.bytes))
  for (let seq = before + 1; seq <= last; seq++) {
    const id = entryId(no, seq)
    const hash = log.sql.get<{ hash: Uint8Array }>('SELECT hash FROM entry WHERE id = ?', id)!.hash
    for (const [index] of (entryById(log, id)?.changes ?? []).entries()) {
      const from = together[at++]!
      names.set(keyOf({ feed: entry.feed, seq: entry.seq, index: from.index, hash8: old }), {
        feed,
        seq,
        index,
        hash8: hash8(hash),
      })
    }
  }
}
/** A write to sign anew. `index`: the place that its change had in the old entry. */
type Anew = Readonly<{ index: number; write: Appending }>
/** Joins the fields of one change into one write again. */
function joined(all: readonly Anew[]): readonly Anew[] {
  const groups = Map.groupBy(all, ({ index, write }) => `${index} ${write.type}`)
  return [...groups.values()].map(some => {
    const { index, write } = some[0]!
    return {
      index,
      write: {
        ...write,
        fields: Object.assign({}, ...some.map(one => one.write.fields)) as Appending['fields'],
      },
    }
  })
}
/** Whether a value is an update of a long text (Yjs). */
const isProse = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'yjs' in value

type Place = Readonly<{ type: string; record: string; space: Appending['space']; field: string }>
/** The present names of the writes that are here, rewritten or not. */
const stillHere = (
  log: Log,
  over: readonly WriteName[],
  names: ReadonlyMap<string, WriteName>,
): readonly WriteName[] =>
  over.flatMap(name => (hasWrite(log, name) ? name : (names.get(keyOf(name)) ?? [])))

/**
 * The writes that a rewritten write replaces, by their present names. When one of them is lost: all
 * the heads of the field, the writes that nothing replaced.
 */
function overOf(
  log: Log,
  of: Place,
  over: readonly WriteName[],
  names: ReadonlyMap<string, WriteName>,
): readonly WriteName[] {
  const now = stillHere(log, over, names)
  if (now.length === over.length) return now
  const heads = row(log, of.type, of.record, of.space).get(of.field)?.heads ?? []
  return heads.map(head => head.name)
}
