import { type FeedName, type Flesh, spaceOfFeed } from '../core/change.ts'
import type { Space } from '../core/schema.ts'
import { formerReader, valuePlace } from './former.ts'
import { type Log, type LogToRead, signedById } from './log.ts'
import { feedNoOf, feedOfRun, seqOf } from './sqlite.ts'

/**
 * Files (photos, sound) that an entry here names and that did not come with it: its carrier had
 * them no more, or had no room. This file notes them in the table `lacked`, and lists them for the
 * next manifest (the signed list in a bundle), so that a peer that has them gives them. A row
 * exists from the turn that stores the entry until the file comes or its name is forgotten. No file
 * is opened here: the caller says what the disk has.
 */

/** Missing files, by the feed of the entry that names them. */
export type MissingFiles = Readonly<Record<FeedName, readonly MissingFile[]>>
/** One missing file: the place of its entry in the feed, and the file’s SHA-256 in hexadecimal. */
export type MissingFile = readonly [seq: number, hash: string]

/** Whether the disk has a file, in the folder of a space. */
export type IsOnDisk = (space: Space, hash: string) => boolean

/** The most files to ask for at once. The rest is asked for later. */
export const MOST_FILES_ASKED = 1_000

/**
 * The hashes of the files that some values name, small pictures included. The log knows no record
 * type; it looks for the form of a reference in the JSON: `"hash":"…"`, `"small":"…"`.
 */
export function filesNamed(flesh: readonly Pick<Flesh, 'value'>[]): readonly string[] {
  return flesh.flatMap(({ value }) =>
    value.includes('"hash"')
      ? (value.match(/(?<="(?:hash|small)":")[0-9a-f]{64}(?=")/g) ?? [])
      : [],
  )
}

/**
 * Gives the hashes of the files that an entry names, by its id. A file that only a former value
 * names (former.ts) is left out: no box gives it. One reader serves one piece of work, as
 * `formerReader` does.
 */
export function presentFilesReader(log: LogToRead): (id: number) => readonly string[] {
  const formerOf = formerReader(log)
  return id => {
    const flesh = signedById(log, id)?.flesh ?? []
    const naming = flesh.filter(one => filesNamed([one]).length > 0)
    if (naming.length === 0) return []
    const former = formerOf(id)
    return filesNamed(naming.filter(({ index, field }) => !former.has(valuePlace(index, field))))
  }
}

/**
 * Notes the files that an entry names and the disk lacks. Files of `home` are left out, because no
 * other box has them. Runs inside a transaction.
 */
export function noteMissingFiles(log: Log, id: number, isOnDisk: IsOnDisk): void {
  const space = spaceOfFeed(feedOf(log, id))
  if (space === 'home') return
  for (const hash of filesNamed(signedById(log, id)?.flesh ?? []))
    if (!isOnDisk(space, hash)) log.sql.run('INSERT OR IGNORE INTO lacked VALUES (?, ?)', id, hash)
}

/**
 * Deletes the notes of files that an entry no longer names, after some of its values were
 * forgotten. Runs inside a transaction.
 */
export function dropUnnamedFiles(log: Log, id: number): void {
  const rows = log.sql.all<{ hash: string }>('SELECT hash FROM lacked WHERE entry = ?', id)
  if (rows.length === 0) return
  const named = new Set(filesNamed(signedById(log, id)?.flesh ?? []))
  for (const { hash } of rows)
    if (!named.has(hash)) log.sql.run('DELETE FROM lacked WHERE entry = ? AND hash = ?', id, hash)
}

/** Deletes the notes about a file that is on the disk now. Runs inside a transaction. */
export function noteFileCame(log: Log, space: Space, hash: string): void {
  for (const id of namersOf(log, space, hash))
    log.sql.run('DELETE FROM lacked WHERE entry = ? AND hash = ?', id, hash)
}

/** Whether a file is missing for an entry that may be asked for. */
export const isFileMissing = (
  log: LogToRead,
  space: Space,
  hash: string,
  isAsked: (feed: FeedName, seq: number) => boolean,
): boolean => namersOf(log, space, hash).some(id => isAsked(feedOf(log, id), seqOf(id)))

/** Whether any file is missing. */
export const isAnyFileMissing = (log: LogToRead): boolean =>
  log.sql.has('lacked') && log.sql.get('SELECT 1 FROM lacked LIMIT 1') !== undefined

/** The ids of the entries of a space that lack this file. */
const namersOf = (log: LogToRead, space: Space, hash: string): readonly number[] =>
  log.sql
    .all<{ entry: number }>('SELECT entry FROM lacked WHERE hash = ?', hash)
    .map(({ entry }) => entry)
    .filter(id => spaceOfFeed(feedOf(log, id)) === space)

/**
 * The missing files to ask for, by feed, without those that only former values name. `isAsked`:
 * whether peers are asked for files of this entry.
 *
 * Shape   `from`: any number, another one each time. When more files are missing than one manifest
 *         may ask for, it chooses the first of them, so that files that no box has never block
 *         others.
 */
export function filesMissingIn(
  log: LogToRead,
  isAsked: (feed: FeedName, seq: number) => boolean,
  from: number,
): MissingFiles {
  if (!log.sql.has('lacked')) return {}
  const all = log.sql
    .all<{ entry: number; hash: string }>('SELECT entry, hash FROM lacked ORDER BY entry, hash')
    .map(({ entry, hash }) => ({ entry, feed: feedOf(log, entry), seq: seqOf(entry), hash }))
    .filter(({ feed, seq }) => isAsked(feed, seq))
  const first = all.length > MOST_FILES_ASKED ? Math.abs(Math.floor(from)) % all.length : 0
  const present = presentFilesReader(log)
  const given = [...all.slice(first), ...all.slice(0, first)]
    .values()
    .filter(({ entry, hash }) => present(entry).includes(hash))
    .take(MOST_FILES_ASKED)
  const out: Record<FeedName, MissingFile[]> = {}
  for (const { feed, seq, hash } of given) {
    const files = out[feed] ?? []
    files.push([seq, hash])
    out[feed] = files
  }
  return out
}

/**
 * Compares the notes with the disk at a start: an older log has no notes, a disk may have lost a
 * file, and a person may have brought one back. Runs inside a transaction.
 *
 * Law     It writes only differences.
 */
export function checkMissingFiles(log: Log, isOnDisk: IsOnDisk): void {
  const lacked = new Set<string>()
  for (const { entry, value } of log.sql.all<{ entry: number; value: string }>(
    `SELECT entry, value FROM piece WHERE instr(value, '"hash"') > 0`,
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

/** The feed of an entry, by its id; of a branch, the feed that forked. */
const feedOf = (log: LogToRead, id: number): FeedName =>
  feedOfRun(
    log.sql.get<{ name: string }>('SELECT name FROM feed WHERE no = ?', feedNoOf(id))?.name ?? '',
  )
