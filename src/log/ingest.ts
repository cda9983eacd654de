import {
  boxOfFeed,
  type ChangeBones,
  Damaged,
  type Entry,
  type Flesh,
  LARGEST_ENTRY,
  LARGEST_VALUE,
  readEntry,
  type Signed,
  spaceOfFeed,
} from '../core/change.ts'
import { readJson } from '../core/json.ts'
import type { WriteName } from '../core/merge.ts'
import { signedBy } from './box.ts'
import { fleshHash, hash8, hashText, sha256 } from './bytes.ts'
import { obey } from './forget.ts'
import { feedNo, type Log, type Touched } from './log.ts'
import { entryId } from './sqlite.ts'

/** A rightly signed entry at a seq that another one already holds: two boxes speak with one key. Kept aside by who asked. */
export class Forked extends Error {
  override name = 'Forked'
}
/** The entry before it has not arrived: the feed stops here and is asked for again. */
export class Gap extends Error {
  override name = 'Gap'
}

/**
 * Takes an entry made elsewhere, whole or not at all. Must stand inside a transaction.
 *
 * Law     twice is as once; the order of feeds never matters; types that are not known here are kept all the same.
 * Errors  Damaged (shape, signature, flesh that is not what the bones say), Gap, Forked. Nothing is written then.
 */
export function ingest(log: Log, signed: Signed): readonly Touched[] {
  const entry = checked(signed)
  const no = feedNo(log, entry.feed)
  const held = log.sql.get<{ last: number; hash: Uint8Array | null }>('SELECT last, hash FROM feed WHERE no = ?', no)!
  if (entry.seq <= held.last) {
    const same = log.sql.get<{ hash: Uint8Array }>('SELECT hash FROM entry WHERE id = ?', entryId(no, entry.seq))
    if (same && Buffer.compare(same.hash, sha256(signed.bytes)) === 0) return []
    throw new Forked(`${entry.feed} ${entry.seq}`)
  }
  if (entry.seq !== held.last + 1) throw new Gap(`${entry.feed} ${entry.seq} after ${held.last}`)
  if (entry.seq > 1 && entry.prev !== hashText(held.hash!)) throw new Forked(`${entry.feed} ${entry.seq}`)
  return store(log, no, entry, signed)
}

/** The door: bytes, signature and flesh, before anything touches the file. */
function checked(signed: Signed): Entry {
  const size = signed.bytes.length + signed.flesh.reduce((sum, flesh) => sum + flesh.value.length, 0)
  if (size > LARGEST_ENTRY) throw new Damaged('entry too large')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(signed.bytes)
  } catch {
    throw new Damaged('entry is not UTF-8')
  }
  const entry = readEntry(text)
  if (!signedBy(boxOfFeed(entry.feed), signed.bytes, signed.signature)) throw new Damaged('signature')
  for (const flesh of signed.flesh) checkFlesh(entry, flesh)
  return entry
}

function checkFlesh(entry: Entry, flesh: Flesh): void {
  const bones = entry.changes[flesh.index]?.fields[flesh.field]
  if (bones === undefined || flesh.salt.length !== 16) throw new Damaged('flesh without bones')
  if (Buffer.byteLength(flesh.value) > LARGEST_VALUE) throw new Damaged('value too large')
  if (fleshHash(flesh.salt, flesh.value) !== bones.flesh) throw new Damaged('flesh is not what the bones say')
  try {
    readJson(flesh.value)
  } catch (error) {
    throw new Damaged(`value: ${(error as Error).message}`)
  }
}

/** Writes an entry that is known to be next in its feed, and what follows from its bones. Must stand inside a transaction. */
export function store(log: Log, no: number, entry: Entry, signed: Signed): readonly Touched[] {
  const { sql } = log
  const id = entryId(no, entry.seq)
  const hash = sha256(signed.bytes)
  sql.run('INSERT INTO entry VALUES (?, ?, ?, ?)', id, hash, signed.bytes, signed.signature)
  sql.run('UPDATE feed SET last = ?, hash = ?, stamp = ? WHERE no = ?', entry.seq, hash, entry.stamp, no)
  for (const { index, field, salt, value } of signed.flesh)
    if (!sql.get('SELECT 1 FROM forgotten WHERE entry = ? AND change = ? AND field = ?', id, index, field))
      sql.run('INSERT INTO flesh VALUES (?, ?, ?, ?, ?)', id, index, field, salt, value)
  const space = spaceOfFeed(entry.feed)
  const written = entry.changes.flatMap((change, index) =>
    filed(change).map(({ type, fields }) => {
      for (const [field, over] of fields)
        storeWrite(log, { type, record: change.record, space, field, id, index, entry, over, hash8: hash8(hash) })
      return { type, record: change.record, space }
    }),
  )
  return [...written, ...obey(log, entry, signed.flesh)]
}

/** Under which type and fields a change is filed: a `base` names each field as `type.field`, and stands among that type's writes. */
function filed(change: ChangeBones): { type: string; fields: [string, readonly number[]][] }[] {
  const fields = Object.entries(change.fields).map(([name, bones]): [string, readonly number[]] => [name, bones.over])
  if (change.type !== 'base') return [{ type: change.type, fields }]
  return fields.map(([name, over]) => {
    const [type = '', field = ''] = name.split('.')
    return { type, fields: [[field, over]] }
  })
}

type Storing = Readonly<{
  type: string
  record: string
  space: string
  field: string
  id: number
  index: number
  entry: Entry
  over: readonly number[]
  hash8: string
}>
function storeWrite(log: Log, w: Storing): void {
  const { sql } = log
  const gone = sql.get(
    'SELECT 1 FROM replaced WHERE entry = ? AND change = ? AND hash8 = ? AND record = ? AND type = ? AND field = ?',
    w.id,
    w.index,
    w.hash8,
    w.record,
    w.type,
    w.field,
  )
  sql.run(
    'INSERT INTO write VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    w.record,
    w.type,
    w.space,
    w.field,
    w.id,
    w.index,
    w.entry.stamp,
    gone ? 0 : 1,
  )
  for (const place of w.over) replace(log, w, w.entry.seen[place]!)
}

function replace(log: Log, w: Storing, name: WriteName): void {
  const { sql } = log
  const named = entryId(feedNo(log, name.feed), name.seq)
  const known = sql.get<{ hash: Uint8Array }>('SELECT hash FROM entry WHERE id = ?', named)
  if (known && hash8(known.hash) === name.hash8)
    sql.run(
      'UPDATE write SET head = 0 WHERE record = ? AND type = ? AND space = ? AND field = ? AND entry = ? AND change = ?',
      w.record,
      w.type,
      w.space,
      w.field,
      named,
      name.index,
    )
  else sql.run('INSERT OR IGNORE INTO replaced VALUES (?, ?, ?, ?, ?, ?)', named, name.index, name.hash8, w.record, w.type, w.field)
}
