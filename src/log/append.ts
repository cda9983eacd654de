import { randomBytes } from 'node:crypto'
import { type ChangeBones, type Entry, entryText, type Flesh, LARGEST_VALUE, type Signed } from '../core/change.ts'
import { keyOf, type WriteName } from '../core/merge.ts'
import { SPACES, type Space } from '../core/schema.ts'
import { nextStamp, type Stamp } from '../core/stamp.ts'
import { signBytes } from './box.ts'
import { fleshHash, hashText } from './bytes.ts'
import { store } from './ingest.ts'
import { feedNo, type Log, ownFeed, type Touched } from './log.ts'

/** One write of one record in one space, with the writes that each field replaces. */
export type Appending = Readonly<{
  type: string
  record: string
  space: Space
  fields: Readonly<Record<string, Readonly<{ value: unknown; over: readonly WriteName[] }>>>
}>
export type Speaking = Readonly<{ now: number; sure: boolean; by: string }>

/** An import or a harvest may write more than one entry should hold. */
export const MOST_CHANGES = 500

/** A value too large for the log; the forms refuse it before, so this is a fault of ours. */
export class TooLarge extends Error {
  override name = 'TooLarge'
}

/**
 * Writes what a turn decided: one entry a space (more past 500 changes), in this box's own feeds. Must stand inside a transaction.
 *
 * Law     seq, prev and stamp are read from the file, never from memory, so that a turn rolled back leaves no trace.
 */
export function append(log: Log, writes: readonly Appending[], speaking: Speaking): readonly Touched[] {
  return SPACES.flatMap(space => {
    const mine = writes.filter(write => write.space === space)
    const pages = Array.from({ length: Math.ceil(mine.length / MOST_CHANGES) }, (_, i) =>
      mine.slice(i * MOST_CHANGES, (i + 1) * MOST_CHANGES),
    )
    return pages.flatMap(page => appendEntry(log, space, page, speaking))
  })
}

function appendEntry(log: Log, space: Space, writes: readonly Appending[], { now, sure, by }: Speaking): readonly Touched[] {
  const feed = ownFeed(log, space)
  const no = feedNo(log, feed)
  const held = log.sql.get<{ last: number; hash: Uint8Array | null }>('SELECT last, hash FROM feed WHERE no = ?', no)!
  const { seen, placeOf } = seenFrom(writes)
  const flesh: Flesh[] = []
  const changes = writes.map((write, index): ChangeBones => {
    const fields = Object.entries(write.fields).map(([field, { value, over }]) => {
      const piece = fleshFor(index, field, value)
      flesh.push(piece)
      return [field, { flesh: fleshHash(piece.salt, piece.value), over: over.map(placeOf) }] as const
    })
    return { type: write.type, record: write.record, fields: Object.fromEntries(fields) }
  })
  const stamp = nextStamp(lastStamp(log), now)
  const prev = held.hash === null ? '' : hashText(held.hash)
  const entry: Entry = { feed, seq: held.last + 1, prev, stamp, wall: Math.max(0, Math.floor(now)), sure, by, seen, changes }
  const bytes = Buffer.from(entryText(entry), 'utf8')
  const signed: Signed = { bytes, signature: signBytes(log.box, bytes), flesh }
  return store(log, no, entry, signed)
}

/** The greatest stamp that this box wrote, or that it believed of a neighbour (kept on the mark `witnessed`). */
export function lastStamp(log: Log): Stamp | undefined {
  const own = log.sql.get<{ stamp: string | null }>('SELECT max(stamp) AS stamp FROM feed WHERE own = 1')?.stamp
  const seen = log.sql.get<{ value: string }>("SELECT value FROM mark WHERE key = 'witnessed'")?.value
  const last = [own, seen].filter(s => s !== null && s !== undefined).sort()
  return last.at(-1) as Stamp | undefined
}

/** Every write that this entry replaces, once, and its place. */
function seenFrom(writes: readonly Appending[]): { seen: WriteName[]; placeOf: (name: WriteName) => number } {
  const places = new Map<string, number>()
  const seen: WriteName[] = []
  const placeOf = (name: WriteName): number => {
    const key = keyOf(name)
    const held = places.get(key)
    if (held !== undefined) return held
    places.set(key, seen.length)
    seen.push(name)
    return seen.length - 1
  }
  for (const write of writes) for (const { over } of Object.values(write.fields)) over.forEach(placeOf)
  return { seen, placeOf }
}

function fleshFor(index: number, field: string, value: unknown): Flesh {
  const text = JSON.stringify(value ?? null)
  if (Buffer.byteLength(text) > LARGEST_VALUE) throw new TooLarge(`${field} holds more than ${LARGEST_VALUE} bytes`)
  return { index, field, salt: randomBytes(16), value: text }
}
