import { type FeedName, type Flesh, spaceOfFeed } from '../core/change.ts'
import type { Space } from '../core/schema.ts'
import { type Log, type LogToRead, signedById } from './log.ts'
import { feedNoOf, feedOfRun, seqOf } from './sqlite.ts'

/**
 * Files that an entry held here names, and that did not come with it: who carried it had them no
 * more, or had no room. They are asked for by name at the next meetings. A row stands from the turn
 * in which the entry lands until the file comes or its name is forgotten.
 *
 * Shape   by feed, the seq of the entry that names the file, and the SHA-256 of what the file
 *         holds, in hex.
 */
export type Lacked = Readonly<Record<FeedName, readonly LackedFile[]>>
export type LackedFile = readonly [seq: number, hash: string]

/** Whether the disk has that file, in the place of that space. */
export type IsOnDisk = (space: Space, hash: string) => boolean

/** How many are asked for at once: the rest is asked for when these have come. */
export const MOST_LACKED = 1_000

/**
 * The files that these values name: a record type is not known here, but the form of a file's name
 * is.
 */
export function filesNamed(flesh: readonly Pick<Flesh, 'value'>[]): readonly string[] {
  return flesh.flatMap(({ value }) =>
    value.includes('"hash"')
      ? (value.match(/(?<="(?:hash|small)":")[0-9a-f]{64}(?=")/g) ?? [])
      : [],
  )
}

/**
 * Notes what an entry names and the disk has not. Nothing of `home`: nobody else has it. Must stand
 * inside a transaction.
 */
export function noteLacked(log: Log, id: number, isOnDisk: IsOnDisk): void {
  const space = spaceOfFeed(feedOf(log, id))
  if (space === 'home') return
  for (const hash of filesNamed(signedById(log, id)?.flesh ?? []))
    if (!isOnDisk(space, hash)) log.sql.run('INSERT OR IGNORE INTO lacked VALUES (?, ?)', id, hash)
}

/**
 * After some of an entry's flesh was forgotten: a file that it names no more is not asked for. Must
 * stand inside a transaction.
 */
export function forgetLacked(log: Log, id: number): void {
  const rows = log.sql.all<{ hash: string }>('SELECT hash FROM lacked WHERE entry = ?', id)
  if (rows.length === 0) return
  const named = new Set(filesNamed(signedById(log, id)?.flesh ?? []))
  for (const { hash } of rows)
    if (!named.has(hash)) log.sql.run('DELETE FROM lacked WHERE entry = ? AND hash = ?', id, hash)
}

/** The file is on the disk now. Must stand inside a transaction. */
export function cameIn(log: Log, space: Space, hash: string): void {
  for (const id of namersOf(log, space, hash))
    log.sql.run('DELETE FROM lacked WHERE entry = ? AND hash = ?', id, hash)
}

/** Whether that file is lacked, for an entry that may be asked for. */
export const isLacked = (
  log: LogToRead,
  space: Space,
  hash: string,
  isAsked: (feed: FeedName, seq: number) => boolean,
): boolean => namersOf(log, space, hash).some(id => isAsked(feedOf(log, id), seqOf(id)))

/** Whether anything is. */
export const isAnyLacked = (log: LogToRead): boolean =>
  log.sql.has('lacked') && log.sql.get('SELECT 1 FROM lacked LIMIT 1') !== undefined

const namersOf = (log: LogToRead, space: Space, hash: string): readonly number[] =>
  log.sql
    .all<{ entry: number }>('SELECT entry FROM lacked WHERE hash = ?', hash)
    .map(({ entry }) => entry)
    .filter(id => spaceOfFeed(feedOf(log, id)) === space)

/**
 * The missing files to ask for, by feed.
 *
 * Shape   `from`: any number. When there are more files than one manifest may ask for, it chooses
 *         the first one, so that a file that no box has never blocks one that a box would give.
 */
export function lackedIn(
  log: LogToRead,
  isAsked: (feed: FeedName, seq: number) => boolean,
  from: number,
): Lacked {
  if (!log.sql.has('lacked')) return {}
  const all = log.sql
    .all<{ entry: number; hash: string }>('SELECT entry, hash FROM lacked ORDER BY entry, hash')
    .map(({ entry, hash }) => ({ feed: feedOf(log, entry), seq: seqOf(entry), hash }))
    .filter(({ feed, seq }) => isAsked(feed, seq))
  const first = all.length > MOST_LACKED ? Math.abs(Math.floor(from)) % all.length : 0
  const out: Record<FeedName, LackedFile[]> = {}
  for (const { feed, seq, hash } of [...all.slice(first), ...all.slice(0, first)].slice(
    0,
    MOST_LACKED,
  )) {
    const files = out[feed] ?? []
    files.push([seq, hash])
    out[feed] = files
  }
  return out
}

/**
 * Looks at all that is named, at a start: a log begun before this was noted, a disk that lost a
 * file, one that a person brought back. Must stand inside a transaction.
 *
 * Law     writes what differs and nothing else.
 */
export function lookForLacked(log: Log, isOnDisk: IsOnDisk): void {
  const lacked = new Set<string>()
  for (const { entry, value } of log.sql.all<{ entry: number; value: string }>(
    `SELECT entry, value FROM flesh WHERE instr(value, '"hash"') > 0`,
  )) {
    const space = spaceOfFeed(feedOf(log, entry))
    if (space !== 'home')
      for (const hash of filesNamed([{ value }]))
        if (!isOnDisk(space, hash)) lacked.add(`${entry} ${hash}`)
  }
  const rows = log.sql.all<{ entry: number; hash: string }>('SELECT entry, hash FROM lacked')
  const noted = new Set(rows.map(({ entry, hash }) => `${entry} ${hash}`))
  for (const { entry, hash } of rows)
    if (!lacked.has(`${entry} ${hash}`))
      log.sql.run('DELETE FROM lacked WHERE entry = ? AND hash = ?', entry, hash)
  for (const key of lacked.difference(noted))
    log.sql.run('INSERT INTO lacked VALUES (?, ?)', Number(key.split(' ')[0]), key.split(' ')[1]!)
}

/** The feed of an entry, by its number in this file; of a branch, the feed where it parts. */
const feedOf = (log: LogToRead, id: number): FeedName =>
  feedOfRun(
    log.sql.get<{ name: string }>('SELECT name FROM feed WHERE no = ?', feedNoOf(id))?.name ?? '',
  )
