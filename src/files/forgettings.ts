import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { boxOfFeed, isFeedName, isSeq, spaceOfFeed } from '../core/change.ts'
import { idFrom } from '../core/id.ts'
import { SPACES } from '../core/schema.ts'
import { type AppendContext, type Appending, append } from '../log/append.ts'
import { checkpoint, type FleshName, forgetFlesh, forgetValue } from '../log/forget.ts'
import { feedState, type Log, type LogToRead, row, type Touched } from '../log/log.ts'
import { entryId, feedOfRun, SEQS, seqOf } from '../log/sqlite.ts'
import { writeSafely } from './folder.ts'

/**
 * The list of erased writes, kept outside the backups, so that a restored one brings none back. It
 * names writes without their values: a line a value, `["feed", seq, index, "field"]`, and the first
 * bytes of the entry’s hash for one branch of a forked feed.
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
  // Only this file names a branch; elsewhere the feed names a write.
  return rows.map(({ name, entry, change, field, hash8 }) => ({
    feed: feedOfRun(name),
    seq: seqOf(entry),
    index: change,
    field,
    hash8,
  }))
}

/**
 * Writes the list again when it changed; called after each erasure. Returns the count of its
 * values.
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

/** A line of the list that can’t be read. `line`: its number, from 1. */
export class BadForgettings extends Error {
  override name = 'BadForgettings'
  readonly line: number
  constructor(line: number) {
    super(`line ${line}`)
    this.line = line
  }
}

/**
 * Reads a list of erased writes.
 *
 * Errors  BadForgettings; those of `readFileSync`.
 */
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

/** The list of a folder. Undefined when it is missing or can’t be read. */
export function heldForgettings(folder: string): readonly FleshName[] | undefined {
  const file = forgettingsFile(folder)
  if (!existsSync(file)) return undefined
  try {
    return readForgettings(file)
  } catch {
    return undefined
  }
}

/** The most writes that one request names, so that its value fits an entry. */
const MOST_NAMES = 1_000

/**
 * Erases again the values that were erased after a backup was made.
 *
 * Law     A listed write never shows again, whenever it comes (law 10). Erasures in this box’s own
 *         feeds are requested as before, so that peers obey; other boxes’ writes are erased here
 *         alone. A record without values left is removed, as before.
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
  // A request names all branches. A write of one branch alone is erased here without a request.
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
  const no = feedState(log, feed)?.no
  if (no === undefined) return false
  return (
    log.sql.get(
      'SELECT 1 FROM piece WHERE entry = ? AND change = ? AND field = ?',
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

/** The removals of records without values left that still show. */
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
