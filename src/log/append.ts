import { randomBytes } from 'node:crypto'
import {
  type ChangeBones,
  type Entry,
  entryText,
  type Flesh,
  LARGEST_ENTRY,
  LARGEST_VALUE,
  readEntry,
  type Signed,
} from '../core/change.ts'
import { keyOf, type WriteName } from '../core/merge.ts'
import { SPACES, type Space } from '../core/schema.ts'
import { nextStamp, type Stamp, wallMs } from '../core/stamp.ts'
import { signBytes } from './box.ts'
import { fleshHash, hashText } from './bytes.ts'
import { checkFlesh, sizeOf, store } from './ingest.ts'
import { feedNo, feedState, type Log, ownFeed, type Touched } from './log.ts'

/**
 * Writes what this box decided into its own *feeds*, the lists of its entries in each space.
 * `append` groups writes into entries, one a space and more when they are large, signs each entry,
 * and stores it as an entry of another box (a *peer*) is stored. The engine calls it once a *turn*
 * (one command, written whole), inside the turn’s transaction.
 */

/** One write of one record in one space, with the writes that each field replaces. */
export type Appending = Readonly<{
  type: string
  record: string
  space: Space
  fields: Readonly<Record<string, Readonly<{ value: unknown; over: readonly WriteName[] }>>>
}>
/**
 * The time of the turn, and its author. `sure`: the clock was set. `by`: `visitor`, `keeper` or a
 * member’s id.
 *
 * Units   `now`: milliseconds since 1970.
 */
export type AppendContext = Readonly<{ now: number; sure: boolean; by: string }>

/** The most changes of one entry. An import may write more, and makes several entries. */
export const MOST_CHANGES = 500

/** A value or an entry is too large. Forms refuse it before, so this is a fault of ours. */
export class TooLarge extends Error {
  override name = 'TooLarge'
}

/**
 * Writes the decision of a turn in this box’s own feeds: one entry a space, more past 500 changes
 * or past the limit of an entry. Returns the records that the tables must project again. Runs
 * inside a transaction.
 *
 * Law     `seq`, `prev` and `stamp` are read from the file, never from memory, so that a turn
 *         rolled back leaves no trace.
 *         Every validator accepts the signed entry: it is checked as a peer would check it before
 *         it is stored.
 * Errors  TooLarge; Damaged, when a turn writes one field twice or a value that no validator
 *         accepts. Both are faults of ours.
 */
export function append(
  log: Log,
  writes: readonly Appending[],
  speaking: AppendContext,
): readonly Touched[] {
  return SPACES.flatMap(space => {
    const mine = writes.filter(write => write.space === space).map(prepared)
    return pagesOf(mine).flatMap(page => appendEntry(log, space, page, speaking))
  })
}

/** A write with its salts. `size`: the bytes that it takes in an entry, about, with its header. */
type Prepared = Readonly<{
  type: string
  record: string
  size: number
  fields: readonly Readonly<{
    name: string
    salt: Uint8Array
    value: string
    over: readonly WriteName[]
  }>[]
}>
function prepared({ type, record, fields }: Appending): Prepared {
  const named = Object.entries(fields)
  const salts = randomBytes(SALT * named.length)
  const all = named.map(([name, { value, over }], i) => ({
    name,
    over,
    salt: salts.subarray(SALT * i, SALT * (i + 1)),
    value: valueText(name, value),
  }))
  const size = all.reduce(
    (sum, { value, over }) =>
      sum + Buffer.byteLength(value) + BONES_BYTES + over.length * NAME_BYTES,
    BONES_BYTES,
  )
  return { type, record, fields: all, size }
}
/** Units   bytes of the salt of a value. */
const SALT = 16
/** Units   bytes of one field’s header, and of one replaced write, about. */
const BONES_BYTES = 200
const NAME_BYTES = 130

function valueText(field: string, value: unknown): string {
  const text = JSON.stringify(value ?? null)
  if (Buffer.byteLength(text) > LARGEST_VALUE)
    throw new TooLarge(`${field} holds more than ${LARGEST_VALUE} bytes`)
  return text
}

/** The writes in groups that fit in one entry each. */
function pagesOf(writes: readonly Prepared[]): readonly (readonly Prepared[])[] {
  const pages: Prepared[][] = []
  let size = 0
  for (const write of writes) {
    const page = pages.at(-1)
    const fits =
      page !== undefined && page.length < MOST_CHANGES && size + write.size <= LARGEST_ENTRY
    if (fits) page.push(write)
    else pages.push([write])
    size = fits ? size + write.size : write.size
  }
  return pages
}

/** Signs and stores one entry. */
function appendEntry(
  log: Log,
  space: Space,
  writes: readonly Prepared[],
  { now, sure, by }: AppendContext,
): readonly Touched[] {
  const feed = ownFeed(log, space)
  const no = feedNo(log, feed)
  const { last, hash } = feedState(log, feed)!
  const { seen, placeOf } = seenFrom(writes)
  const changes = writes.map(
    ({ type, record, fields }): ChangeBones => ({
      type,
      record,
      fields: Object.fromEntries(
        fields.map(({ name, salt, value, over }) => [
          name,
          { flesh: fleshHash(salt, value), over: over.map(placeOf) },
        ]),
      ),
    }),
  )
  const flesh = writes.flatMap(({ fields }, index) =>
    fields.map(({ name, salt, value }): Flesh => ({ index, field: name, salt, value })),
  )
  const stamp = nextStamp(lastStamp(log), now)
  const prev = hash === null ? '' : hashText(hash)
  const entry: Entry = {
    feed,
    seq: last + 1,
    prev,
    stamp,
    wall: wallMs(now),
    sure,
    by,
    seen,
    changes,
  }
  const text = entryText(entry)
  const bytes = Buffer.from(text, 'utf8')
  const signed: Signed = { bytes, signature: signBytes(log.box, bytes), flesh }
  if (sizeOf(signed) > LARGEST_ENTRY) throw new TooLarge(`an entry of ${sizeOf(signed)} bytes`)
  readEntry(text)
  for (const piece of flesh) checkFlesh(entry, piece)
  return store(log, { runNo: no }, entry, signed)
}

/** The greatest stamp that this box wrote, or accepted from another box (the mark `witnessed`). */
export function lastStamp(log: Log): Stamp | undefined {
  const own = log.sql.get<{ stamp: string | null }>(
    'SELECT max(stamp) AS stamp FROM feed WHERE own = 1',
  )?.stamp
  const seen = log.sql.get<{ value: string }>(
    "SELECT value FROM mark WHERE key = 'witnessed'",
  )?.value
  const last = [own, seen].filter(s => s !== null && s !== undefined).sort()
  return last.at(-1) as Stamp | undefined
}

/** The writes that an entry replaces, each once (`seen`), and the place of each in that list. */
function seenFrom(writes: readonly Prepared[]): {
  seen: WriteName[]
  placeOf: (name: WriteName) => number
} {
  const places = new Map<string, number>()
  const seen: WriteName[] = []
  const placeOf = (name: WriteName): number => {
    const key = keyOf(name)
    const known = places.get(key)
    if (known !== undefined) return known
    places.set(key, seen.length)
    seen.push(name)
    return seen.length - 1
  }
  for (const write of writes) for (const { over } of write.fields) over.forEach(placeOf)
  return { seen, placeOf }
}
