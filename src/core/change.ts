import { type Json, readJson } from './json.ts'
import type { WriteName } from './merge.ts'
import { messageOf, ownJson } from './narrow.ts'
import { pattern } from './pattern.ts'
import type { Space } from './schema.ts'
import { isStamp, type Stamp } from './stamp.ts'

/**
 * The shape of a signed entry, the unit of the log and of every bundle: how it is written as text,
 * and how the text of another box is read and checked. A *feed* is the list of entries of one box,
 * one epoch (64 random bits, drawn anew after a restore or a copy) and one space; each entry names
 * the one before by its hash. An entry has signed headers (*bones*), kept for ever, and values
 * beside them (*flesh*), which may be erased. No signature is checked here.
 */

/** The name of a feed, `box.epoch.space`: 52 characters of base 32, 16 hex digits, a space. */
export type FeedName = string
// The last character of a name or a hash holds padding bits. They must be zero: otherwise one key
// would have sixteen names.
const BOX = '[0-9a-hjkmnp-tv-z]{51}[0g]'
const BOX_NAME = new RegExp(`^${BOX}$`)
const FEED = new RegExp(`^${BOX}\\.[0-9a-f]{16}\\.(commons|network|home)$`)
const HASH = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/
const HASH8 = /^[A-Za-z0-9_-]{10}[AEIMQUYcgkosw048]$/
/** A field’s name. A base names a field as `type.field`. */
const FIELD = /^[A-Za-z][A-Za-z0-9_-]{0,63}(?:\.[A-Za-z][A-Za-z0-9_-]{0,63})?$/
const TYPE = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/
const RECORD = /^[0-9a-z]{26}$/
const BY = /^(visitor|keeper|[0-9a-z]{26})$/

/**
 * The greatest seq of a feed. The log stores feed and seq in one integer, and has 32 bits for the
 * seq.
 */
export const LAST_SEQ = 2 ** 32 - 1
/**
 * The largest value. Every box refuses a larger one as damaged, and the box that writes refuses it
 * before it signs.
 *
 * Units   bytes of its JSON in UTF-8.
 */
export const LARGEST_VALUE = 256 * 1024
/**
 * The largest entry with its values.
 *
 * Units   bytes, in UTF-8.
 */
export const LARGEST_ENTRY = 4 * 1024 * 1024

/**
 * The header of one field of a change. `flesh`: the hash of its salt and value. `over`: the writes
 * that it replaces, as places in `seen`.
 */
export type FieldBones = Readonly<{ flesh: string; over: readonly number[] }>
/**
 * The header of one change: its type, its record and its fields, without values. It is signed and
 * can’t be forgotten: it must tell nothing of a person.
 */
export type ChangeBones = Readonly<{
  type: string
  record: string
  fields: Readonly<Record<string, FieldBones>>
}>

/**
 * The type and the field under which a field of a change stands. A `base` names each field as
 * `type.field`. Undefined for a name of another form, which stands nowhere.
 */
export function storedAs(
  type: string,
  name: string,
): readonly [type: string, field: string] | undefined {
  if (type !== 'base') return [type, name]
  const [of, field] = name.split('.')
  return of && field ? [of, field] : undefined
}

/**
 * An entry: the signed headers of what one turn writes in one feed. It is kept for ever.
 *
 * Shape   `seq`: its place in the feed, from 1. `prev`: the hash of the entry before it; empty for
 *         the first. `by`: who wrote: `visitor`, `keeper` or a member’s id.
 *         `seen`: the names of all the writes that its fields replace, each once; `over` points
 *         into it.
 * Units   `wall`: milliseconds since 1970 UTC, by the box’s clock. `sure`: that clock was set since
 *         the start.
 */
export type Entry = Readonly<{
  feed: FeedName
  seq: number
  prev: string
  stamp: Stamp
  wall: number
  sure: boolean
  by: string
  seen: readonly WriteName[]
  changes: readonly ChangeBones[]
}>

/**
 * The value of one field of one change, as JSON text, with 16 bytes of salt. `index`: the place of
 * the change in its entry.
 */
export type Flesh = Readonly<{ index: number; field: string; salt: Uint8Array; value: string }>

/** An entry as it travels: its signed bytes, its signature, and the values that came with it. */
export type Signed = Readonly<{ bytes: Uint8Array; signature: Uint8Array; flesh: readonly Flesh[] }>

/** A refused entry: it is damaged or forged. The message is for the log, not for a person. */
export class Damaged extends Error {
  override name = 'Damaged'
}

/** The space of a feed. The name must be one that `isFeedName` accepts. */
export const spaceOfFeed = (feed: FeedName): Space => feed.slice(feed.lastIndexOf('.') + 1) as Space
/** The name of the box that writes this feed: its 52 characters come first. */
export const boxOfFeed = (feed: FeedName): string => feed.slice(0, 52)
/**
 * The name of a feed. `box`: 52 characters of base 32. `epoch`: 16 hex digits. Neither is checked.
 */
export const feedName = (box: string, epoch: string, space: Space): FeedName =>
  `${box}.${epoch}.${space}`
/**
 * Whether a text is a box’s name: 32 bytes in base 32. The padding bits must be zero, because one
 * key has one name.
 */
export const isBoxName = (text: string): boolean => BOX_NAME.test(text)
/** Whether a value is a feed’s name. Law: one feed has one name. */
export const isFeedName = (text: unknown): text is FeedName =>
  typeof text === 'string' && FEED.test(text)
/** Whether a value is a seq: a whole number from 1 to `LAST_SEQ`. */
export const isSeq = (seq: unknown): seq is number =>
  Number.isSafeInteger(seq) && (seq as number) >= 1 && (seq as number) <= LAST_SEQ

/** Whether a value is a hash: 43 characters of base64url. Law: one hash has one form. */
export const isHash = (text: unknown): text is string => typeof text === 'string' && HASH.test(text)
/**
 * Whether a value is the first eight bytes of a hash: 11 characters of base64url. Law: they have
 * one form.
 */
export const isHash8 = (text: unknown): text is string =>
  typeof text === 'string' && HASH8.test(text)

/**
 * The text of an entry to sign. The box that makes the entry writes it once; nobody makes it again
 * from an object.
 */
export function entryText(entry: Entry): string {
  const { feed, seq, prev, stamp, wall, sure, by, seen, changes } = entry
  const names = seen.map(name => [name.feed, name.seq, name.index, name.hash8])
  return JSON.stringify({ feed, seq, prev, stamp, wall, sure, by, seen: names, changes })
}

/** Reads an entry from the log without checks, because it was checked when it came in. */
export function trustedEntry(text: string): Entry {
  const entry = ownJson<
    Omit<Entry, 'seen'> & {
      seen: [string, number, number, string][]
    }
  >(text)
  return {
    ...entry,
    seen: entry.seen.map(([feed, seq, index, hash8]) => ({ feed, seq, index, hash8 })),
  }
}

/** An entry without its changes. */
export type EntryHead = Omit<Entry, 'changes'>
/** The members before `changes`, in the order in which `entryText` writes them. */
const HEAD = pattern()`
  ^(\{"feed":"[^"\\]+","seq":\d+,"prev":"[^"\\]*","stamp":"[^"\\]+","wall":\d+,
  "sure":(?:true|false),"by":"[^"\\]+","seen":\[[^\{\}\\]*\]),"changes":\[`
/**
 * Reads the head of an entry from its first bytes, without checks, as `trustedEntry` does.
 * `length`: the bytes of the head. Undefined when the members stand in another order, or when the
 * changes begin later.
 */
export function trustedHead(
  start: string,
): Readonly<{ head: EntryHead; length: number }> | undefined {
  const text = HEAD.exec(start)?.[1]
  return text === undefined ? undefined : { head: trustedEntry(`${text}}`), length: text.length }
}

/**
 * Reads and checks the text of an entry from another box.
 *
 * Law     It accepts only what every box reads alike: JSON as `readJson` accepts it, names and
 *         hashes of the right form, each field of a record written once, `over` inside `seen`.
 * Errors  Damaged.
 */
export function readEntry(text: string): Entry {
  let json: Json
  try {
    json = readJson(text)
  } catch (error) {
    throw new Damaged(`entry is not JSON as it must be: ${messageOf(error)}`)
  }
  const raw = object(json, 'entry')
  const seen = array(raw['seen'], 'seen').map(readName)
  const entry: Entry = {
    feed: shaped(raw['feed'], FEED, 'feed'),
    seq: readSeq(raw['seq']),
    prev: raw['seq'] === 1 ? shaped(raw['prev'], /^$/, 'prev') : shaped(raw['prev'], HASH, 'prev'),
    stamp: readStamp(raw['stamp']),
    wall: whole(raw['wall'], 0, 'wall'),
    sure: yesNo(raw['sure'], 'sure'),
    by: shaped(raw['by'], BY, 'by'),
    seen,
    changes: array(raw['changes'], 'changes').map(change => readChange(change, seen.length)),
  }
  refuseDoubles(entry)
  return entry
}

function readChange(json: Json, seen: number): ChangeBones {
  const raw = object(json, 'change')
  const fields: Record<string, FieldBones> = {}
  for (const [name, bones] of Object.entries(object(raw['fields'], 'fields'))) {
    const { flesh, over } = object(bones, name)
    const places =
      over === undefined ? [] : array(over, 'over').map(place => whole(place, 0, 'over'))
    if (places.some(place => place >= seen)) throw new Damaged('over points outside seen')
    fields[shaped(name, FIELD, 'field')] = { flesh: shaped(flesh, HASH, 'flesh'), over: places }
  }
  return {
    type: shaped(raw['type'], TYPE, 'type'),
    record: shaped(raw['record'], RECORD, 'record'),
    fields,
  }
}

/** Errors  Damaged, when an entry writes one field of a record twice. */
function refuseDoubles(entry: Entry): void {
  const written = new Set<string>()
  for (const change of entry.changes)
    for (const field of Object.keys(change.fields)) {
      const key = `${change.record} ${change.type} ${field}`
      if (written.has(key)) throw new Damaged(`a field is written twice in one entry: ${field}`)
      written.add(key)
    }
}

function readName(json: Json): WriteName {
  const [feed, seq, index, hash8] = array(json, 'seen')
  return {
    feed: shaped(feed, FEED, 'seen'),
    seq: readSeq(seq),
    index: whole(index, 0, 'seen'),
    hash8: shaped(hash8, HASH8, 'seen'),
  }
}
function readSeq(json: Json | undefined): number {
  if (!isSeq(json)) throw new Damaged('seq')
  return json
}
function yesNo(json: Json | undefined, what: string): boolean {
  if (typeof json !== 'boolean') throw new Damaged(what)
  return json
}
function readStamp(json: Json | undefined): Stamp {
  if (typeof json !== 'string' || !isStamp(json)) throw new Damaged('stamp')
  return json
}
function shaped(json: Json | undefined, shape: RegExp, what: string): string {
  if (typeof json !== 'string' || !shape.test(json)) throw new Damaged(what)
  return json
}
/** A whole number below 2⁴⁸ (docs/wire-format.md). Errors  Damaged, with `what` it is. */
function whole(json: Json | undefined, least: number, what: string): number {
  if (typeof json !== 'number' || !Number.isSafeInteger(json) || json < least || json >= 2 ** 48)
    throw new Damaged(what)
  return json
}
function array(json: Json | undefined, what: string): readonly Json[] {
  if (!Array.isArray(json)) throw new Damaged(what)
  return json
}
function object(json: Json | undefined, what: string): Readonly<Record<string, Json>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw new Damaged(what)
  return json as Readonly<Record<string, Json>>
}
