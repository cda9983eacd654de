import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { boxOfFeed, isFeedName, isSeq, spaceOfFeed } from '../core/change.ts'
import { idFrom } from '../core/id.ts'
import { SPACES } from '../core/schema.ts'
import { type AppendContext, type Appending, append } from '../log/append.ts'
import { checkpoint, type FleshName, forgetFlesh, forgetValue } from '../log/forget.ts'
import { feedHeld, type Log, type LogToRead, row, type Touched } from '../log/log.ts'
import { entryId, feedOfRun, SEQS, seqOf } from '../log/sqlite.ts'
import { writeSafely } from './folder.ts'

/**
 * What was forgotten, kept outside the backups, so that putting an old one back does not bring it
 * back. It names writes and says nothing of what they held: one line a value,
 * `["feed", seq, index, "field"]`, and the first bytes of the entry's hash where one branch of a
 * forked feed is meant.
 */
export const forgettingsFile = (folder: string): string => join(folder, 'forgettings')

/** Every value that this log has forgotten. */
export function forgettingsIn(log: LogToRead): readonly FleshName[] {
  const one = log.sql.has('forgotten_one')
    ? 'UNION ALL SELECT entry, change, field, hash8 FROM forgotten_one'
    : ''
  const rows = log.sql.all<{
    name: string
    entry: number
    change: number
    field: string
    hash8: string
  }>(
    `SELECT feed.name, f.entry, f.change, f.field, f.hash8
      FROM (SELECT entry, change, field, '' AS hash8 FROM forgotten ${one}) f
     JOIN feed ON feed.no = f.entry / CAST(? AS INTEGER)
       ORDER BY f.entry, f.change, f.field, f.hash8`,
    SEQS,
  )
  // A branch is named in this file only: elsewhere, and in what is kept, a write is named by its
  // feed.
  return rows.map(({ name, entry, change, field, hash8 }) => ({
    feed: feedOfRun(name),
    seq: seqOf(entry),
    index: change,
    field,
    hash8,
  }))
}

/**
 * Writes the list again, whole, where it is not so already; to be done after each forgetting. How
 * many values it names.
 */
export function keepForgettings(folder: string, log: LogToRead): number {
  const file = forgettingsFile(folder)
  const lines = forgettingsIn(log).map(({ feed, seq, index, field, hash8 }) =>
    JSON.stringify([feed, seq, index, field, ...(hash8 === '' ? [] : [hash8])]),
  )
  const list = [...new Set(lines)].map(line => `${line}\n`).join('')
  if (list !== (existsSync(file) ? readFileSync(file, 'utf8') : '')) writeSafely(file, list, 0o600)
  return lines.length
}

/** A line that is no forgetting: its number, from 1. */
export class BadForgettings extends Error {
  override name = 'BadForgettings'
  readonly line: number
  constructor(line: number) {
    super(`line ${line}`)
    this.line = line
  }
}

/** Errors  BadForgettings; what `readFileSync` throws. */
export function readForgettings(file: string): readonly FleshName[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line, i) => (line.trim() === '' ? [] : [nameIn(line, i + 1)]))
}

function nameIn(line: string, at: number): FleshName {
  let held: unknown
  try {
    held = JSON.parse(line)
  } catch {
    throw new BadForgettings(at)
  }
  const [feed, seq, index, field, hash8 = '']: readonly unknown[] = Array.isArray(held) ? held : []
  const isPlace =
    isFeedName(feed) && isSeq(seq) && Number.isSafeInteger(index) && (index as number) >= 0
  if (!isPlace || typeof field !== 'string' || typeof hash8 !== 'string')
    throw new BadForgettings(at)
  return { feed, seq, index: index as number, field, hash8 }
}

/** The list that stands in a folder, if one does; a line that can't be read is left out. */
export function heldForgettings(folder: string): readonly FleshName[] | undefined {
  const file = forgettingsFile(folder)
  if (!existsSync(file)) return undefined
  try {
    return readForgettings(file)
  } catch {
    return undefined
  }
}

/** A request names at most so many writes: its value stays far under what an entry takes. */
const MOST_NAMES = 1_000

/**
 * Forgets again what was forgotten after a backup was made.
 *
 * Law     what is named never shows again, whenever it comes (law 10). In this box's own feeds it
 *         is asked as it was, so that neighbours obey too; the writes of others are forgotten here
 *         only. A record of which nothing is left is removed, as it was.
 */
export function forgetAgain(
  log: Log,
  names: readonly FleshName[],
  speaking: AppendContext,
): number {
  const known = new Set(forgettingsIn(log).map(keyOf))
  const fresh = [...new Map(names.map(name => [keyOf(name), name])).values()].filter(
    name => !known.has(keyOf(name)),
  )
  if (fresh.length === 0) return 0
  log.db.exec('BEGIN IMMEDIATE')
  const count = fresh.filter(name => hasFlesh(log, name)).length
  // A request means every branch: what was forgotten of one alone is forgotten again here, and its
  // base says so elsewhere.
  const isAsked = (name: FleshName): boolean =>
    boxOfFeed(name.feed) === log.box.name && name.hash8 === ''
  const touched = [
    ...append(log, requests(fresh.filter(isAsked), speaking.now), speaking),
    ...forgetFlesh(
      log,
      fresh.filter(name => !isAsked(name)),
    ),
  ]
  append(log, emptied(log, touched), speaking)
  log.db.exec('COMMIT')
  checkpoint(log)
  return count
}

const keyOf = ({ feed, seq, index, field, hash8 }: FleshName): string =>
  `${feed} ${seq} ${index} ${field} ${hash8}`

function hasFlesh(log: Log, { feed, seq, index, field }: FleshName): boolean {
  const no = feedHeld(log, feed)?.no
  if (no === undefined) return false
  return (
    log.sql.get(
      'SELECT 1 FROM flesh WHERE entry = ? AND change = ? AND field = ?',
      entryId(no, seq),
      index,
      field,
    ) !== undefined
  )
}

function requests(names: readonly FleshName[], now: number): readonly Appending[] {
  return SPACES.flatMap(space => {
    const mine = names.filter(name => spaceOfFeed(name.feed) === space)
    return Array.from({ length: Math.ceil(mine.length / MOST_NAMES) }, (_, page): Appending => {
      const value = forgetValue(mine.slice(page * MOST_NAMES, (page + 1) * MOST_NAMES))
      return {
        type: 'forget',
        record: idFrom(now, randomBytes(10)),
        space,
        fields: { writes: { value, over: [] } },
      }
    })
  })
}

/** Records of which no value is left, and that nobody sees as removed yet. */
function emptied(log: Log, touched: readonly Touched[]): readonly Appending[] {
  const once = new Map(
    touched
      .filter(one => one.type !== 'forget')
      .map(one => [`${one.type} ${one.record} ${one.space}`, one]),
  )
  return [...once.values()].flatMap(({ type, record, space }): Appending[] => {
    const fields = row(log, type, record, space)
    if (fields.size === 0 || [...fields.values()].some(merged => merged.shown !== undefined))
      return []
    return [
      {
        type,
        record,
        space,
        fields: {
          removed: { value: true, over: fields.get('removed')?.heads.map(head => head.name) ?? [] },
        },
      },
    ]
  })
}
