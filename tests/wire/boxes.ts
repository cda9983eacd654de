import {
  entryText,
  type Flesh,
  readEntry,
  type Signed,
  spaceOfFeed,
} from '../../src/core/change.ts'
import {
  keyOf,
  type Merged,
  mergeWrites,
  type Write,
  type WriteName,
} from '../../src/core/merge.ts'
import type { Space } from '../../src/core/schema.ts'
import { type Appending, append } from '../../src/log/append.ts'
import { type Box, boxFromPem, newBox, signBytes } from '../../src/log/box.ts'
import { hash8, sha256 } from '../../src/log/bytes.ts'
import { type FleshName, forgetValue } from '../../src/log/forget.ts'
import { ingest } from '../../src/log/ingest.ts'
import { entriesAfter, everyRecord, type Log, lastSeqs, openLog, row } from '../../src/log/log.ts'

/**
 * Several boxes in memory, what they write, and what a set of their entries must come to: for the
 * laws of the deep floors.
 */

/** A box whose key is known to all: only for tests and for the vectors of docs/wire-format.md. */
export const fixedBox = (n: number): Box => seededBox(Buffer.alloc(32, n))
/** The box of these 32 bytes, which are its private key. */
export function seededBox(seed: Uint8Array): Box {
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
  return boxFromPem(
    `-----BEGIN PRIVATE KEY-----\n${pkcs8.toString('base64')}\n-----END PRIVATE KEY-----\n`,
  )
}
export const openMemory = (box: Box = newBox()): Log => openLog(':memory:', box)
export const NOON = Date.UTC(2026, 11, 5, 11)
export const recordId = (n: number): string => `01kc${String(n).padStart(22, '0')}`

export function inside<T>({ db }: Pick<Log, 'db'>, work: () => T): T {
  db.exec('BEGIN')
  try {
    const out = work()
    db.exec('COMMIT')
    return out
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

export type Writing = Readonly<{
  type?: string
  record: string
  space?: Space
  fields: Readonly<Record<string, unknown>>
  /** What each field replaces; else the heads held here. */
  over?: readonly WriteName[]
  now?: number
}>
/** One turn's writing, over the heads that this box holds. */
export function write(log: Log, ...all: readonly Writing[]): void {
  const now = all[0]?.now ?? NOON
  inside(log, () => append(log, writings(log, all), { now, sure: true, by: 'keeper' }))
}
export const writings = (log: Log, all: readonly Writing[]): readonly Appending[] =>
  all.map(one => appending(log, one))
function appending(
  log: Log,
  { type = 'need', record, space = 'commons', fields, over }: Writing,
): Appending {
  const held = row(log, type, record, space)
  const heads = (name: string) => over ?? held.get(name)?.heads.map(head => head.name) ?? []
  return {
    type,
    record,
    space,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, { value, over: heads(name) }]),
    ),
  }
}

/** A request to forget these writes, as this box's own turn. */
export function forget(
  log: Log,
  names: readonly FleshName[],
  record: string,
  space: Space = 'commons',
): void {
  write(log, { type: 'forget', record, space, fields: { writes: forgetValue(names) }, over: [] })
}

/** Everything a box holds, feed by feed. */
export const everything = (log: Log): readonly (readonly Signed[])[] =>
  [...lastSeqs(log).keys()].sort().map(feed => entriesAfter(log, feed, 0, 100_000))

export const deliver = (log: Log, signed: Signed) => inside(log, () => ingest(log, signed))

/** An entry as a box could sign it whatever our own door says: for what neighbours may do. */
export function forged(box: Box, text: string, flesh: readonly Flesh[] = []): Signed {
  const bytes = Buffer.from(text, 'utf8')
  return { bytes, signature: signBytes(box, bytes), flesh }
}
export const reforged = (
  box: Box,
  signed: Signed,
  change: (entry: ReturnType<typeof entryIn>) => object,
): Signed =>
  forged(box, entryText({ ...entryIn(signed), ...change(entryIn(signed)) }), signed.flesh)
export const entryIn = (signed: Pick<Signed, 'bytes'>) =>
  readEntry(Buffer.from(signed.bytes).toString('utf8'))

/**
 * Feeds interleaved in an order drawn by `pick` (0 … 1), each feed in its own order; some entries
 * come again.
 */
export function interleaved(
  feeds: readonly (readonly Signed[])[],
  picks: readonly number[],
): readonly Signed[] {
  const left = feeds.map(feed => [...feed])
  const out: Signed[] = []
  for (let i = 0; left.some(feed => feed.length > 0); i++) {
    const open = left.filter(feed => feed.length > 0)
    const pick = picks[i % Math.max(1, picks.length)] ?? 0
    out.push(open[Math.min(open.length - 1, Math.floor(pick * open.length))]!.shift()!)
    if (pick > 0.8) out.push(out[Math.floor(pick * 7919) % out.length]!)
  }
  return out
}

/** What a record's field comes to, as plain data that can be compared. */
export type Said = Readonly<{
  shown: unknown
  heads: readonly string[]
  conflict: readonly string[]
  waiting: readonly string[]
}>
const said = ({ shown, heads, conflict, waiting }: Merged): Said => ({
  shown: shown === undefined ? 'nothing' : [shown.value, keyOf(shown.name)],
  heads: heads.map(head => keyOf(head.name)),
  conflict: conflict.map(head => keyOf(head.name)),
  waiting: waiting.map(head => keyOf(head.name)),
})

/** Every field of every record that the log holds, as ingest kept it. */
export function stateOf(log: Log): Readonly<Record<string, Said>> {
  const all = [...everyRecord(log)].flatMap(({ type, record, space }) =>
    [...row(log, type, record, space)].map(
      ([field, merged]) => [`${type} ${record} ${space} ${field}`, said(merged)] as const,
    ),
  )
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What a set of entries must come to, by `mergeWrites` alone: no file, no order, no step. */
export function oracleOf(
  all: Iterable<Signed>,
  forgotten: ReadonlySet<string> = new Set(),
): Readonly<Record<string, Said>> {
  const fields = new Map<string, Write[]>()
  for (const signed of all) {
    const entry = entryIn(signed)
    entry.changes.forEach((change, index) => {
      for (const [field, bones] of Object.entries(change.fields)) {
        const name = { feed: entry.feed, seq: entry.seq, index, hash8: hash8(sha256(signed.bytes)) }
        const piece = signed.flesh.find(flesh => flesh.index === index && flesh.field === field)
        const gone =
          change.type !== 'forget' && forgotten.has(`${entry.feed} ${entry.seq} ${index} ${field}`)
        const value = piece === undefined || gone ? undefined : (JSON.parse(piece.value) as unknown)
        const key = `${change.type} ${change.record} ${spaceOfFeed(entry.feed)} ${field}`
        const over = bones.over.map(place => entry.seen[place]!)
        fields.set(key, [...(fields.get(key) ?? []), { name, stamp: entry.stamp, over, value }])
      }
    })
  }
  const merged = [...fields].map(([key, writes]) => [key, said(mergeWrites(writes))] as const)
  return Object.fromEntries(merged.sort(([a], [b]) => (a < b ? -1 : 1)))
}
