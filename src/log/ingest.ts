import {
  boxOfFeed,
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
import { messageOf, ownJson } from '../core/narrow.ts'
import { signedBy } from './box.ts'
import { fleshHash, hash8, hashText, sha256 } from './bytes.ts'
import { addPieces, filed, numberOf, prefixOf, storePieces } from './flesh.ts'
import { obey, touchedBy } from './forget.ts'
import { forgottenOf } from './forgotten.ts'
import {
  entryIdOf,
  feedNo,
  feedState,
  keepEntry,
  type Log,
  type Touched,
  type WriteFacts,
} from './log.ts'
import { noteFilled, noteMissingValues, standingAnew } from './missing-values.ts'
import { entryId } from './sqlite.ts'

/**
 * The way of a signed entry into the log: check it, find its place in its feed, store it.
 * Deliveries from other boxes come through here, and so does each entry that this box signs. An
 * entry is signed headers (*bones*) and values (*flesh*) that may be erased or missing; each header
 * has the hash of its value. Nothing here shows a record, or decides whether a box is believed.
 */

/**
 * The feed has another entry at this seq, with a valid signature: two boxes write with one key. The
 * caller stores it as a branch.
 */
export class Forked extends Error {
  override name = 'Forked'
}
/** The entry before this one has not come. The feed stops there, and peers are asked for more. */
export class Gap extends Error {
  override name = 'Gap'
}

/**
 * Checks an entry of another box and takes it, whole or not at all. Returns the records that the
 * tables must project again. Runs inside a transaction.
 *
 * Law     A second call changes nothing. The order of feeds does not matter. Unknown types are
 *         stored all the same.
 *         An entry that came with values missing takes them when it comes again, unless they were
 *         forgotten here.
 * Errors  Damaged (shape, signature, a value that does not fit the header’s hash), Gap, Forked.
 *         Nothing is written then.
 */
export function ingest(log: Log, signed: Signed): readonly Touched[] {
  return admit(log, validated(signed), signed)
}

/**
 * Takes an entry that `validated` accepted, when it is the next of its feed or is here already.
 * Returns the records that the tables must project again. Runs inside a transaction.
 *
 * Errors  Gap, Forked. Nothing is written then.
 */
export function admit(log: Log, entry: Entry, signed: Signed): readonly Touched[] {
  const run = feedState(log, entry.feed)
  const last = run?.last ?? 0
  if (run && entry.seq <= last) return admitAgain(log, { runNo: run.no }, entry, signed)
  if (entry.seq !== last + 1) throw new Gap(`${entry.feed} ${entry.seq} after ${last}`)
  if (run && last > 0 && entry.prev !== hashText(run.hash!))
    throw new Forked(`${entry.feed} ${entry.seq}`)
  return store(log, { runNo: run?.no ?? feedNo(log, entry.feed) }, entry, signed)
}

/**
 * The place where an entry is stored. `runNo`: the number of its feed or branch in this file.
 * `ownFeedNo`: on a branch, the number of its feed, by which other entries name it.
 */
export type RunPlace = Readonly<{ runNo: number; ownFeedNo?: number }>
/**
 * An entry in this file. `id`: its id. `unforkedId`: the id that it would have if its feed had not
 * forked.
 */
type Filed = Readonly<{ id: number; unforkedId: number; hash: Uint8Array; entry: Entry }>
const filedAt = (
  { runNo, ownFeedNo = runNo }: RunPlace,
  entry: Entry,
  hash: Uint8Array,
): Filed => ({
  id: entryId(runNo, entry.seq),
  unforkedId: entryId(ownFeedNo, entry.seq),
  hash,
  entry,
})

/**
 * Takes an entry that is here already: stores the values that it lacked, and nothing else.
 *
 * Errors  Forked: the entry here has other bytes.
 */
export function admitAgain(
  log: Log,
  place: RunPlace,
  entry: Entry,
  signed: Signed,
): readonly Touched[] {
  const id = entryId(place.runNo, entry.seq)
  const same = log.sql.get<{ hash: Uint8Array }>('SELECT hash FROM entry WHERE id = ?', id)
  if (!same || Buffer.compare(same.hash, sha256(signed.bytes)) !== 0)
    throw new Forked(`${entry.feed} ${entry.seq}`)
  const stored = filedAt(place, entry, same.hash)
  if (addPieces(log, id, notForgotten(log, stored, signed.flesh)) === 0) return []
  noteFilled(log)
  noteMissingValues(log, [id, ...standingAnew(log, [], { entry, flesh: signed.flesh })])
  obey(log, id, entry, signed.flesh)
  return touchedBy(log, signed)
}

/** The values among these that were not forgotten. A request to forget is always stored. */
function notForgotten(
  log: Log,
  { id, unforkedId, hash, entry }: Filed,
  flesh: readonly Flesh[],
): readonly Flesh[] {
  const gone = forgottenOf(log, id, unforkedId, hash)
  return gone.size === 0
    ? flesh
    : flesh.filter(
        ({ index, field }) =>
          entry.changes[index]?.type === 'forget' || !gone.has(`${index} ${field}`),
      )
}

/**
 * The validator: checks the bytes, the signature and the values before anything is written.
 *
 * Shape   `signer`: the box whose signature under these bytes was found valid already, if any.
 * Errors  Damaged.
 */
export function validated(signed: Signed, signer?: string): Entry {
  if (sizeOf(signed) > LARGEST_ENTRY) throw new Damaged('entry too large')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(signed.bytes)
  } catch {
    throw new Damaged('entry is not UTF-8')
  }
  const entry = readEntry(text)
  const box = boxOfFeed(entry.feed)
  if (box !== signer && !signedBy(box, signed.bytes, signed.signature))
    throw new Damaged('signature')
  for (const flesh of signed.flesh) checkFlesh(entry, flesh)
  if (
    new Set(signed.flesh.map(({ index, field }) => `${index} ${field}`)).size < signed.flesh.length
  )
    throw new Damaged('flesh comes twice')
  return entry
}

/** The size of an entry with the values that come with it, in bytes. */
export const sizeOf = ({ bytes, flesh }: Signed): number =>
  flesh.reduce((sum, { value }) => sum + Buffer.byteLength(value), bytes.length)

/**
 * Checks one value: the header has its hash, and every program reads its JSON alike.
 *
 * Errors  Damaged.
 */
export function checkFlesh(entry: Entry, flesh: Flesh): void {
  const fields = entry.changes[flesh.index]?.fields
  const bones = fields && Object.hasOwn(fields, flesh.field) ? fields[flesh.field] : undefined
  if (bones === undefined || flesh.salt.length !== 16) throw new Damaged('flesh without bones')
  if (Buffer.byteLength(flesh.value) > LARGEST_VALUE) throw new Damaged('value too large')
  if (fleshHash(flesh.salt, flesh.value) !== bones.flesh)
    throw new Damaged('flesh is not what the bones say')
  try {
    readJson(flesh.value)
  } catch (error) {
    throw new Damaged(`value: ${messageOf(error)}`)
  }
}

/**
 * Stores the entry that is next in its feed: its writes, what they replace, and what it forgets.
 * Runs inside a transaction.
 */
export function store(log: Log, place: RunPlace, entry: Entry, signed: Signed): readonly Touched[] {
  const { sql } = log
  const hash = sha256(signed.bytes)
  const stored = filedAt(place, entry, hash)
  const { id, unforkedId } = stored
  const { bytes, signature } = signed
  sql.run('INSERT INTO entry VALUES (?, ?, ?, ?, ?)', id, entry.stamp, hash, bytes, signature)
  sql.run(
    'UPDATE feed SET last = ?, hash = ?, stamp = ? WHERE no = ?',
    entry.seq,
    hash,
    entry.stamp,
    place.runNo,
  )
  keepEntry(entry, hash, signed.bytes.length)
  const kept = notForgotten(log, stored, signed.flesh)
  storePieces(log, id, entry.changes, kept)
  const space = spaceOfFeed(entry.feed)
  const someReplaced =
    sql.get('SELECT 1 FROM replaced WHERE entry = ? LIMIT 1', unforkedId) !== undefined
  const ownHash8 = hash8(hash)
  const isPlain = kept.length === countFields(entry) && !someReplaced && entry.seen.length === 0
  const written = entry.changes.flatMap((change, index) =>
    filed(change).map(({ type, fields }): Touched => {
      const what = { type, record: change.record, space }
      const isFirst = isPlain && change.type !== 'base' && isUnwritten(log, what)
      const prefix = prefixOf(change, type)
      const hash8Of = someReplaced ? ownHash8 : undefined
      storeWrite(log, { ...what, prefix, fields, id, unforkedId, index, entry, hash8: hash8Of })
      return isFirst ? { ...what, first: () => headsOf(stored, index, signed) } : what
    }),
  )
  const obeyed = obey(log, id, entry, signed.flesh)
  // A value that it replaces may be missing here: nobody is asked for it any more. Of this box’s
  // own entries such a note stays.
  const isOthers = boxOfFeed(entry.feed) !== log.box.name
  const replacing = entry.seen.length > 0 ? written : []
  const { flesh } = signed
  noteMissingValues(
    log,
    new Set([
      ...(kept.length < countFields(entry) ? [id] : []),
      ...(isOthers ? standingAnew(log, replacing, { entry, flesh }) : []),
    ]),
  )
  return [...written, ...obeyed]
}
/** How many values the headers of an entry name. */
const countFields = ({ changes }: Entry): number =>
  changes.reduce((sum, { fields }) => sum + Object.keys(fields).length, 0)

/** Whether nothing was written of a record in this space, nor in any space as another type. */
const isUnwritten = ({ sql }: Log, { type, record, space }: Touched): boolean =>
  sql.get(
    'SELECT 1 FROM changed WHERE record = ? AND (type <> ? OR space = ?) LIMIT 1',
    record,
    type,
    space,
  ) === undefined

/** The heads that a change makes whose values are all here, and which replaces nothing. */
function headsOf({ id, hash, entry }: Filed, index: number, { flesh }: Signed): WriteFacts[] {
  const { type } = entry.changes[index]!
  const { feed, seq, stamp, by, wall, sure } = entry
  const shared = { stamp, over: [], type, entry: id, by, wall, sure }
  const name = { feed, seq, index, hash8: hash8(hash) }
  return flesh
    .filter(one => one.index === index)
    .sort((a, b) => (a.field < b.field ? -1 : 1))
    .map(({ field, value }) => ({ name, ...shared, value: ownJson<unknown>(value), field }))
}

/** The fields of one change under one type, with all that their row needs. */
type Storing = Readonly<{
  type: string
  record: string
  space: string
  prefix: string
  fields: readonly (readonly [string, readonly number[]])[]
  id: number
  unforkedId: number
  index: number
  entry: Entry
  /** Given when a write that is here already replaces some write of this entry. */
  hash8: string | undefined
}>
function storeWrite(log: Log, w: Storing): void {
  const past = w.fields.flatMap(([field]) => (isReplaced(log, w, field) ? [field] : []))
  if (w.fields.length > 0)
    log.sql.run(
      'INSERT INTO wrote VALUES (?, ?, ?, ?, ?)',
      ...[w.record, numberOf(log.sql, w.type, w.space, w.prefix), w.id, w.index],
      past.length > 0 ? ` ${past.join(' ')} ` : null,
    )
  for (const [field, over] of w.fields)
    for (const place of over) replace(log, w, field, w.entry.seen[place]!)
}
const isReplaced = ({ sql }: Log, w: Storing, field: string): boolean =>
  w.hash8 !== undefined &&
  sql.get(
    'SELECT 1 FROM replaced WHERE entry = ? AND change = ? AND hash8 = ? AND record = ? ' +
      'AND type = ? AND field = ?',
    ...[w.unforkedId, w.index, w.hash8, w.record, w.type, field],
  ) !== undefined

/**
 * Marks a write as replaced, or notes its name in `replaced` when it has not come yet. A write
 * replaces writes of its own space only.
 */
function replace(log: Log, w: Storing, field: string, name: WriteName): void {
  if (spaceOfFeed(name.feed) !== w.space) return
  const { sql } = log
  const unforkedId = entryId(feedNo(log, name.feed), name.seq)
  const first = sql.get<{ hash: Uint8Array }>('SELECT hash FROM entry WHERE id = ?', unforkedId)
  const known =
    first && hash8(first.hash) === name.hash8
      ? unforkedId
      : entryIdOf(log, name.feed, name.seq, Buffer.from(name.hash8, 'base64url'))
  if (known !== undefined)
    sql.run(
      "UPDATE wrote SET past = coalesce(past, ' ') || ?1 || ' ' WHERE record = ?2 AND entry = ?3 " +
        'AND change = ?4 AND what IN (SELECT no FROM what WHERE type = ?5 AND space = ?6) ' +
        "AND instr(coalesce(past, ''), ' ' || ?1 || ' ') = 0",
      ...[field, w.record, known, name.index, w.type, w.space],
    )
  else
    sql.run(
      'INSERT OR IGNORE INTO replaced VALUES (?, ?, ?, ?, ?, ?)',
      unforkedId,
      name.index,
      name.hash8,
      w.record,
      w.type,
      field,
    )
}
