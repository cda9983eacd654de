import { type Json, readJson } from './json.ts'
import type { WriteName } from './merge.ts'
import type { Space } from './schema.ts'
import { isStamp, type Stamp } from './stamp.ts'

/** `box.epoch.space`: 52 characters of base 32, 16 hex digits, a space. */
export type FeedName = string
// The last character of a name or a hash holds padding: only zero bits there, or one key would have
// sixteen names.
const BOX = '[0-9a-hjkmnp-tv-z]{51}[0g]'
const BOX_NAME = new RegExp(`^${BOX}$`)
const FEED = new RegExp(`^${BOX}\\.[0-9a-f]{16}\\.(commons|network|home)$`)
const HASH = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/
const HASH8 = /^[A-Za-z0-9_-]{10}[AEIMQUYcgkosw048]$/
/** Keeper-made fields are ids; `base` names a field as `type.field`. */
const FIELD = /^[A-Za-z][A-Za-z0-9_-]{0,63}(?:\.[A-Za-z][A-Za-z0-9_-]{0,63})?$/
const TYPE = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/
const RECORD = /^[0-9a-z]{26}$/
const BY = /^(visitor|keeper|[0-9a-z]{26})$/

/**
 * A feed's last seq: entries are filed by feed and seq in one number, and a greater seq would be
 * another feed's.
 */
export const LAST_SEQ = 2 ** 32 - 1
/**
 * Units   bytes of the value's JSON in UTF-8. A larger one is damaged at every door, so it is
 *         refused before it is signed.
 */
export const LARGEST_VALUE = 256 * 1024
/** Units   bytes as signed, and those of its values in UTF-8, together. */
export const LARGEST_ENTRY = 4 * 1024 * 1024

/**
 * What the bones say of one field: the hash of its salt and value, and the writes that it replaces
 * (by place in `seen`).
 */
export type FieldBones = Readonly<{ flesh: string; over: readonly number[] }>
/**
 * The header of one change: its type, its record and its fields, without values. It is signed and
 * can’t be forgotten, so that it may tell nothing of a person.
 */
export type ChangeBones = Readonly<{
  type: string
  record: string
  fields: Readonly<Record<string, FieldBones>>
}>

/**
 * What one turn writes in one feed, as it is signed and kept for ever.
 *
 * Shape   `seen` lists once the writes that its fields replace; `over` points into it.
 * Units   `wall` in milliseconds since 1970 UTC, `sure` when that clock was set since the start.
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

/** The flesh of one field of one change: 16 bytes of salt, and the value as JSON text. */
export type Flesh = Readonly<{ index: number; field: string; salt: Uint8Array; value: string }>

/** The entry, its bytes as signed, its signature, and what flesh came with it. */
export type Signed = Readonly<{ bytes: Uint8Array; signature: Uint8Array; flesh: readonly Flesh[] }>

/**
 * An entry that the door does not let in: what is wrong, in a word for the log, never for a
 * person's mistake.
 */
export class Damaged extends Error {
  override name = 'Damaged'
}

/** The space that a feed's name ends with; only for a name that `isFeedName` takes. */
export const spaceOfFeed = (feed: FeedName): Space => feed.slice(feed.lastIndexOf('.') + 1) as Space
/** The box's public name, 52 characters. */
export const boxOfFeed = (feed: FeedName): string => feed.slice(0, 52)
/** Shape   `box` 52 characters of base 32 · `epoch` 16 hex digits; not checked here. */
export const feedName = (box: string, epoch: string, space: Space): FeedName =>
  `${box}.${epoch}.${space}`
/**
 * A box's name: 32 bytes in base 32. Law: one key has one name, so that padding bits that are not
 * zero are refused.
 */
export const isBoxName = (text: string): boolean => BOX_NAME.test(text)
/** Law     as of a box's name. */
export const isFeedName = (text: unknown): text is FeedName =>
  typeof text === 'string' && FEED.test(text)
/** A whole number from 1 to `LAST_SEQ`. */
export const isSeq = (seq: unknown): seq is number =>
  Number.isSafeInteger(seq) && (seq as number) >= 1 && (seq as number) <= LAST_SEQ

/** A hash, 43 characters of base64url. Law     one hash has one form. */
export const isHash = (text: unknown): text is string => typeof text === 'string' && HASH.test(text)
/** The first eight bytes of a hash, 11 characters of base64url. Law     they have one form. */
export const isHash8 = (text: unknown): text is string =>
  typeof text === 'string' && HASH8.test(text)

/**
 * The text that is signed. Written once, by the box that makes the entry; never made again from an
 * object.
 */
export function entryText(entry: Entry): string {
  const { feed, seq, prev, stamp, wall, sure, by, seen, changes } = entry
  const names = seen.map(name => [name.feed, name.seq, name.index, name.hash8])
  return JSON.stringify({ feed, seq, prev, stamp, wall, sure, by, seen: names, changes })
}

/** An entry already let in by this box: read without the door's checks. */
export function trustedEntry(text: string): Entry {
  const held = JSON.parse(text) as Omit<Entry, 'seen'> & {
    seen: [string, number, number, string][]
  }
  return {
    ...held,
    seen: held.seen.map(([feed, seq, index, hash8]) => ({ feed, seq, index, hash8 })),
  }
}

/**
 * An entry at the door.
 *
 * Law     takes only what every box reads alike: UTF-8 JSON as `readJson` wants it, names and
 *         hashes of the right shape, each field of a record written once, `over` inside `seen`.
 * Errors  Damaged.
 */
export function readEntry(text: string): Entry {
  let json: Json
  try {
    json = readJson(text)
  } catch (error) {
    throw new Damaged(`entry is not JSON as it must be: ${(error as Error).message}`)
  }
  const held = object(json, 'entry')
  const seen = array(held['seen'], 'seen').map(readName)
  const entry: Entry = {
    feed: shaped(held['feed'], FEED, 'feed'),
    seq: readSeq(held['seq']),
    prev:
      held['seq'] === 1 ? shaped(held['prev'], /^$/, 'prev') : shaped(held['prev'], HASH, 'prev'),
    stamp: readStamp(held['stamp']),
    wall: whole(held['wall'], 0, 'wall'),
    sure: yesNo(held['sure'], 'sure'),
    by: shaped(held['by'], BY, 'by'),
    seen,
    changes: array(held['changes'], 'changes').map(change => readChange(change, seen.length)),
  }
  refuseDoubles(entry)
  return entry
}

function readChange(json: Json, seen: number): ChangeBones {
  const held = object(json, 'change')
  const fields: Record<string, FieldBones> = {}
  for (const [name, bones] of Object.entries(object(held['fields'], 'fields'))) {
    const { flesh, over } = object(bones, name)
    const places =
      over === undefined ? [] : array(over, 'over').map(place => whole(place, 0, 'over'))
    if (places.some(place => place >= seen)) throw new Damaged('over points outside seen')
    fields[shaped(name, FIELD, 'field')] = { flesh: shaped(flesh, HASH, 'flesh'), over: places }
  }
  return {
    type: shaped(held['type'], TYPE, 'type'),
    record: shaped(held['record'], RECORD, 'record'),
    fields,
  }
}

/** One entry writes one field of a record once. */
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
