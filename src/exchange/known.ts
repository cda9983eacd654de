import type { BoxDecided, LeftAside } from '../core/boxes.ts'
import { boxOfFeed, isFeedName, isSeq } from '../core/change.ts'
import { fromBase32 } from '../core/id.ts'
import type { Write } from '../core/merge.ts'
import { isRemoved } from '../core/merge.ts'
import { setAsideBeyond } from '../log/aside.ts'
import { feedHeld, type Log, type LogToRead, noteFilled, positions, row, type Touched, writesIn } from '../log/log.ts'
import type { Manifest, Section } from './manifest.ts'
import { type Known, NOTHING } from './pack.ts'
import type { Trust } from './trust.ts'

/**
 * What the keeper here decided of another box, and what was last heard from it: marks beside the log, in its file, that no feed
 * holds and no bundle carries.
 *
 * Shape   `called`: what the box is called here. `dismissed`: the last seq believed in each feed. `heard`: what its last signed
 *         manifest said that it holds; `heardAt` in milliseconds since 1970 UTC, by this box's clock, `clockAheadMs` by how much its
 *         own was then ahead; `isSure`: whether ours was set. `brought`: what came of the last bundle that it made, beyond what was
 *         taken.
 */
export type Mark = Readonly<{
  called?: string
  paired?: boolean
  accepted?: boolean
  refused?: boolean
  /** Boxes whose asking to dismiss this one was refused. */
  dismissalsRefused?: readonly string[]
  paused?: boolean
  dismissed?: Readonly<Record<string, number>>
  heard?: Known
  heardAt?: number
  clockAheadMs?: number
  isSure?: boolean
  brought?: Brought
  /** Oldest first. `before`: the last seq of each feed that grew, before it did. */
  arrivals?: readonly Readonly<{ at: number; entries: number; before: Readonly<Record<string, number>> }>[]
}>
export type Brought = Readonly<{ taken: number; aside: readonly LeftAside[]; stopped: number; isFull: boolean }>

/** A box's name: 32 bytes in base 32, written the one way. */
export const isBoxName = (text: string): boolean => /^[0-9a-hjkmnp-tv-z]{51}[0g]$/.test(text) && fromBase32(text) !== undefined

const KEY = 'box:'
export function marksIn(log: LogToRead): ReadonlyMap<string, Mark> {
  const rows = log.sql.all<{ key: string; value: string }>("SELECT key, value FROM mark WHERE key > 'box:' AND key < 'box;' ORDER BY key")
  return new Map(rows.map(({ key, value }) => [key.slice(KEY.length), JSON.parse(value) as Mark]))
}

/** Changes what is marked of a box; undefined takes a mark away. Must stand inside a transaction. */
export function markBox(log: Log, name: string, change: { readonly [K in keyof Mark]?: Mark[K] | undefined }): void {
  const held = { ...(marksIn(log).get(name) ?? {}), ...change }
  log.sql.run('INSERT OR REPLACE INTO mark VALUES (?, ?)', KEY + name, JSON.stringify(held))
}

/**
 * A keeper's decision, on the mark of that box. Must stand inside a transaction.
 *
 * Returns what the tables must show again: what a dismissal hides, or what it hid.
 */
export function decideBox(
  log: Log,
  { name, called, paired, accepted, refused, paused, dismissed, hideSince }: BoxDecided,
): readonly Touched[] {
  const given = <T>(value: boolean | undefined, yes: T): T | undefined => (value ? yes : undefined)
  const believed = dismissed ? believedOf(log, name, hideSince) : undefined
  markBox(log, name, {
    ...(called === undefined ? {} : { called: called.slice(0, LONGEST_CALLED) }),
    ...(paired === undefined ? {} : { paired: given(paired, true) }),
    ...(accepted === undefined ? {} : { accepted: given(accepted, true), refused: undefined }),
    ...(refused === undefined ? {} : { refused: given(refused, true) }),
    ...(paused === undefined ? {} : { paused: given(paused, true) }),
    ...(dismissed === undefined ? {} : { dismissed: believed }),
  })
  if (dismissed === undefined) return []
  const touched = setAsideBeyond(log, name, believed)
  // Positions do not move: tables that missed this are made again.
  if (touched.length > 0) noteFilled(log)
  return touched
}
const LONGEST_CALLED = 200
/** What is believed of a box that is dismissed: all that is held here today, or only what was before an arrival. */
export const believedOf = (log: Log, name: string, hideSince?: number): Readonly<Record<string, number>> =>
  hideSince === undefined ? believedNow(log, name) : believedBefore(log, name, hideSince)

/** The last entry held here of each feed of that box. */
function believedNow(log: Log, name: string): Readonly<Record<string, number>> {
  const out: Record<string, number> = {}
  for (const [run, last] of positions(log)) {
    const feed = run.split('@')[0]!
    if (boxOfFeed(feed) === name) out[feed] = Math.max(last, out[feed] ?? 0)
  }
  return out
}
/** The same before an arrival. A feed that came since is not believed at all. */
function believedBefore(log: Log, name: string, at: number): Readonly<Record<string, number>> {
  const since = (marksIn(log).get(name)?.arrivals ?? []).filter(one => one.at >= at)
  const out: Record<string, number> = at === 0 ? {} : { ...believedNow(log, name) }
  for (const { before } of since.toReversed()) Object.assign(out, before)
  return Object.fromEntries(Object.entries(out).filter(([, last]) => last > 0))
}

/** So many arrivals are remembered of a box, the last ones. */
const MOST_ARRIVALS = 40
/**
 * Notes that something of other boxes came in, and what was held before it. Must stand inside the transaction that took it.
 *
 * Shape   `before`: by feed, the last seq that was held. `at`: the delivery, by its own time.
 */
export function noteArrival(log: Log, before: ReadonlyMap<string, number>, at: number): void {
  const grown = [...before].flatMap(([feed, last]) => {
    const now = feedHeld(log, feed)?.last ?? 0
    return now > last && boxOfFeed(feed) !== log.box.name ? [{ feed, last, entries: now - last }] : []
  })
  for (const [name, feeds] of Map.groupBy(grown, one => boxOfFeed(one.feed))) {
    const held = marksIn(log).get(name)?.arrivals ?? []
    const [earlier, same] = held.at(-1)?.at === at ? [held.slice(0, -1), held.at(-1)!] : [held, { at, entries: 0, before: {} }]
    const entries = feeds.reduce((sum, one) => sum + one.entries, same.entries)
    // What was held before the first page of a delivery is what was held before it.
    const before = { ...Object.fromEntries(feeds.map(one => [one.feed, one.last])), ...same.before }
    markBox(log, name, { arrivals: [...earlier, { at, entries, before }].slice(-MOST_ARRIVALS) })
  }
}

/** What a box last said that it holds; nothing when it never spoke. */
export const heardFrom = (log: LogToRead, name: string): Known => marksIn(log).get(name)?.heard ?? NOTHING

/** Names cost nothing to make: so many boxes that nobody here knows are remembered, those that came last. */
const MOST_STRANGERS = 20
function forgetStrangers(log: Log): void {
  const strangers = [...marksIn(log)].filter(([, mark]) => isStranger(mark)).toSorted(([, a], [, b]) => (b.heardAt ?? 0) - (a.heardAt ?? 0))
  for (const [name] of strangers.slice(MOST_STRANGERS)) log.sql.run('DELETE FROM mark WHERE key = ?', KEY + name)
}
const isStranger = ({ called, paired, accepted, paused, dismissed }: Mark): boolean =>
  called === undefined && !paired && !accepted && !paused && dismissed === undefined

/**
 * What the box that made a bundle says that it holds: the next bundle for it is made against that, be it less than it said before
 * (a box that was restored holds less). Of a box that nobody here knows, only that it came. Must stand inside a transaction.
 */
export function hearManifest(
  log: Log,
  { manifest, network }: Readonly<{ manifest: Manifest; network: Section | undefined }>,
  now: number,
  brought?: Brought,
  isSure = true,
): void {
  const { box, commons } = manifest
  if (box === log.box.name) return
  const told = { heardAt: now, clockAheadMs: manifest.made - now, isSure, ...(brought ? { brought } : {}) }
  const known = marksIn(log).get(box)
  if (!known || isStranger(known)) {
    markBox(log, box, told)
    forgetStrangers(log)
    return
  }
  const isReceipt = network?.to === log.box.name
  const hollow = { ...commons.hollow, ...network?.hollow }
  const heard = { commons: commons.after, network: isReceipt ? network.after : heardFrom(log, box).network, hollow }
  markBox(log, box, { heard, ...told })
}

/** An introduction or a dismissal that a box wrote in the commons: a word of that box, that waits for the keeper here. */
export type Introduced = Readonly<{ by: string; box: string; called: string; record: string }>
export type DismissalAsked = Readonly<{ by: string; box: string; believed: Readonly<Record<string, number>> }>

const boxRecords = (log: LogToRead): readonly string[] =>
  log.sql
    .all<{ record: string }>(
      "SELECT DISTINCT record FROM write WHERE type = 'box' AND space = 'commons' AND field IN ('introduces', 'dismisses')",
    )
    .map(({ record }) => record)

/** What each head of a field says, with the box whose feed holds it; of records that the same box did not remove. */
function saidOf(log: LogToRead, field: string): readonly Readonly<{ by: string; record: string; value: unknown; head: Write }>[] {
  return boxRecords(log).flatMap(record => {
    const fields = row(log, 'box', record, 'commons')
    const removing = new Set((fields.get('removed')?.heads ?? []).map(head => boxOfFeed(head.name.feed)))
    const gone = isRemoved(fields.get('removed'))
    return (fields.get(field)?.heads ?? [])
      .map(head => ({ by: boxOfFeed(head.name.feed), record, value: head.value, head }))
      .filter(({ by }) => !(gone && removing.has(by)))
  })
}

/** In the order in which each box said so: by its feed, then by seq. */
export function introductionsIn(log: LogToRead): readonly Introduced[] {
  return saidOf(log, 'introduces')
    .toSorted((a, b) =>
      a.head.name.feed < b.head.name.feed ? -1 : a.head.name.feed > b.head.name.feed ? 1 : a.head.name.seq - b.head.name.seq,
    )
    .flatMap(({ by, record, value }) => {
      if (typeof value !== 'string' || !isBoxName(value) || value === by) return []
      const called = writesIn(log, 'box', record, 'commons', true).find(
        write => write.field === 'called' && boxOfFeed(write.name.feed) === by,
      )?.value
      return [{ by, box: value, called: typeof called === 'string' ? called.slice(0, 200) : '', record }]
    })
}

/** What that box says of another is refused here, or may be said yes to again. Must stand inside a transaction. */
export function refuseDismissal(log: Log, { by, box }: Readonly<{ by: string; box: string }>, refused: boolean): void {
  const held = (marksIn(log).get(box)?.dismissalsRefused ?? []).filter(one => one !== by)
  markBox(log, box, { dismissalsRefused: refused ? [...held, by] : held })
}

export function dismissalsAsked(log: LogToRead): readonly DismissalAsked[] {
  return saidOf(log, 'dismisses').flatMap(({ by, value }) => {
    const { box, believed } = (value ?? {}) as { box?: unknown; believed?: unknown }
    if (typeof box !== 'string' || !isBoxName(box)) return []
    const pairs = typeof believed === 'object' && believed !== null ? Object.entries(believed) : []
    const fits = pairs.filter((pair): pair is [string, number] => isFeedName(pair[0]) && boxOfFeed(pair[0]) === box && isSeq(pair[1]))
    return [{ by, box, believed: Object.fromEntries(fits) }]
  })
}

/** Whom this box believes: its keeper's marks, and the introductions that wait for them. */
export function trustOf(log: LogToRead, me: string): Trust {
  const marks = [...marksIn(log)]
  const those = (is: (mark: Mark) => boolean | undefined) => new Set(marks.filter(([, mark]) => is(mark) === true).map(([name]) => name))
  return {
    me,
    paired: those(mark => mark.paired),
    accepted: those(mark => mark.accepted),
    paused: those(mark => mark.paused),
    dismissed: new Map(marks.flatMap(([name, { dismissed }]) => (dismissed ? [[name, dismissed] as const] : []))),
    introductions: introductionsIn(log),
  }
}
