import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { LostWrite } from '../contract/box/machine.ts'
import { ownJson } from '../core/narrow.ts'
import { type Log, ownFeed } from '../log/log.ts'
import { feedOfRun } from '../log/sqlite.ts'
import { writeSafely } from './folder.ts'
import { openToRead } from './open-box.ts'

/**
 * Lost writes: the card acknowledged a write and later did not have it. They are noted beside the
 * log when seen, because their traces are repaired at once: tables are made again, entries come
 * back from a peer.
 *
 * Law     Never a verdict: an old copy of the folder looks the same, and the sentences say so.
 *         Notes of another card are left out once the card was changed (the mark `card` of this
 *         machine).
 */
const placeOf = (folder: string): string => join(folder, 'lapses')
const MOST = 50
/**
 * The span in which notes of one kind are one: a delivery comes in pages.
 *
 * Units   milliseconds.
 */
const ONE_MS = 3_600_000

type Noted = LostWrite & Readonly<{ card: string }>

export function noteLostWrite(
  folder: string,
  what: LostWrite['what'],
  entries: number,
  now = Date.now(),
): void {
  const held = notedIn(folder)
  const card = cardOf(folder)
  const same = held.find(
    one => one.what === what && one.card === card && Math.abs(now - one.at) < ONE_MS,
  )
  const others = held.filter(one => one !== same)
  const next: Noted = { at: now, what, entries: entries + (same?.entries ?? 0), card }
  writeSafely(
    placeOf(folder),
    `${[...others, next]
      .slice(-MOST)
      .map(one => JSON.stringify(one))
      .join('\n')}\n`,
    0o600,
  )
}

/** The lost writes of the present card, newest first. */
export function lostWritesIn(folder: string): readonly LostWrite[] {
  const card = cardOf(folder)
  return notedIn(folder)
    .filter(one => one.card === card)
    .map(({ at, what, entries }) => ({ at, what, entries }))
    .toReversed()
}

function notedIn(folder: string): readonly Noted[] {
  const file = placeOf(folder)
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return lines.flatMap(line => {
    try {
      const one = ownJson<Noted>(line)
      return WHAT.has(one.what) && Number.isSafeInteger(one.at) && Number.isSafeInteger(one.entries)
        ? [one]
        : []
    } catch {
      return []
    }
  })
}
const WHAT: ReadonlySet<string> = new Set<LostWrite['what']>(['ahead', 'taken', 'forked'])

/** The hash of the present card (`marks.ts`). Empty without one. */
function cardOf(folder: string): string {
  const file = join(folder, 'marks')
  return (existsSync(file) && /^card ([0-9a-f]{32})$/m.exec(readFileSync(file, 'utf8'))?.[1]) || ''
}

/**
 * Notes entries that the tables show and the log lacks. A turn commits the log first, so an honest
 * disk never loses in this order. Called before the tables are opened, which makes them again.
 */
export function noteIfAhead(tables: string, log: Log): void {
  const entries = existsSync(tables) ? aheadBy(tables, log) : 0
  if (entries > 0) noteLostWrite(dirname(tables), 'ahead', entries)
}

function aheadBy(file: string, log: Log): number {
  let db: ReturnType<typeof openToRead> | undefined
  try {
    db = openToRead(file)
    if (db.prepare("SELECT value FROM mark WHERE key = 'log'").get()?.['value'] !== log.identity)
      return 0
    const held = new Map<string, number>()
    // A forked feed: its branches together hold its entries.
    for (const { name, last } of log.sql.all<{ name: string; last: number }>(
      'SELECT name, last FROM feed',
    ))
      held.set(feedOfRun(name), Math.max(last, held.get(feedOfRun(name)) ?? 0))
    const shown = db.prepare('SELECT feed, seq FROM position').all() as {
      feed: string
      seq: number
    }[]
    return shown.reduce(
      (sum, { feed, seq }) => sum + Math.max(0, seq - (held.get(feedOfRun(feed)) ?? 0)),
      0,
    )
  } catch {
    // Damaged tables tell nothing of the log.
    return 0
  } finally {
    db?.close()
  }
}

/**
 * The sum of the last seqs of this box’s own shared feeds of this epoch, which only this box
 * writes.
 */
export const ownSeqSum = (log: Log): number =>
  (['commons', 'network'] as const).reduce(
    (sum, space) =>
      sum +
      (log.sql.get<{ last: number }>('SELECT last FROM feed WHERE name = ?', ownFeed(log, space))
        ?.last ?? 0),
    0,
  )
