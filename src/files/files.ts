import { createHash } from 'node:crypto'
import {
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type FileRef, SPACES, type Space } from '../core/schema.ts'
import type { IsOnDisk } from '../log/missing-files.ts'
import { type Statements, syncFolder } from '../log/sqlite.ts'
import { makeFolder, placesIn, writeSafely } from './folder.ts'
import { heavyFile, heavyIn } from './large-files.ts'

/** Whether a file is on the disk, in that space. */
export const isStored = (folder: string, space: string, hash: string): boolean =>
  statSync(join(placesIn(folder).files, space, hash), { throwIfNoEntry: false })?.isFile() ?? false

/**
 * Stores a file of the box, by space and hash. It is on the disk, whole and synced, before the turn
 * that names it commits.
 */
export function storeFile(
  folder: string,
  space: Space,
  bytes: Uint8Array,
  { name, type }: Pick<FileRef, 'name' | 'type'>,
): FileRef {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const place = join(placesIn(folder).files, space)
  makeFolder(place)
  const file = join(place, hash)
  if (existsSync(file)) {
    // An existing file may be unsynced since a crash; it becomes new again.
    utimesSync(file, new Date(), new Date())
    for (const held of [folder, placesIn(folder).files, place]) syncFolder(held)
  } else writeSafely(file, bytes)
  return { hash, name: name.slice(0, 200), type, size: bytes.length }
}

const HASH = /^[0-9a-f]{64}$/

export function readFile(folder: string, space: Space, hash: string): Buffer | undefined {
  const file = join(placesIn(folder).files, space, hash)
  return HASH.test(hash) && existsSync(file) ? readFileSync(file) : undefined
}

/** Whether the file is there. If so, its time is set to now, because a turn will name it soon. */
export function touchStored(folder: string, space: Space, hash: string): boolean {
  const file = join(placesIn(folder).files, space, hash)
  if (!HASH.test(hash) || !existsSync(file)) return false
  utimesSync(file, new Date(), new Date())
  return true
}

/**
 * Copies files into a wider space: a hard link, or a copy where the disk has none.
 *
 * Law     The copy is on the disk before the turn that names it commits. A file that this box lacks
 *         is left out: it may still come.
 */
export function copyFiles(folder: string, space: Space, hashes: readonly string[]): void {
  const place = join(placesIn(folder).files, space)
  for (const hash of hashes) {
    const file = join(place, hash)
    if (!HASH.test(hash) || existsSync(file)) continue
    const held = SPACES.map(other => join(placesIn(folder).files, other, hash)).find(other =>
      existsSync(other),
    )
    if (held === undefined) continue
    makeFolder(place)
    try {
      linkSync(held, file)
    } catch {
      writeSafely(file, readFileSync(held))
    }
    syncFolder(place)
  }
}

/** A look-up of the files on the disk, listed once. */
export function onDisk(folder: string): IsOnDisk {
  const held = new Map(
    SPACES.map(space => {
      const place = join(placesIn(folder).files, space)
      return [space, new Set(existsSync(place) ? readdirSync(place) : [])] as const
    }),
  )
  return (space, hash) => held.get(space)?.has(hash) ?? false
}

/** How long an unnamed file stays, because a turn may still name it. */
export const YOUNG_MS = 600_000

/** A file dated further in the future does not count as new. */
const FUTURE_MS = 86_400_000

/** How long a file stays after an erasure, for somebody who sends the same file at that moment. */
const FORGOTTEN_MS = 5_000

/**
 * How unnamed files are deleted. `forgotten`: files that an erasure left without a name, however
 * new. `isAlone`: nobody else works in the folder, so these go at once.
 */
type Sweeping = Readonly<{ forgotten?: ReadonlySet<string>; isAlone?: boolean }>

/**
 * Deletes the files that no value names, except new ones. Returns the hashes of those, to be looked
 * at later.
 */
export function sweepFiles(
  folder: string,
  log: Statements,
  now: number,
  { forgotten = new Set(), isAlone = false }: Sweeping = {},
): readonly string[] {
  const all = [...SPACES.flatMap(space => filesIn(folder, space)), ...heavyIn(folder)]
  if (all.length === 0) return []
  const named = namedFiles(log)
  const unnamed = all.filter(file => !named.has(basename(file)))
  const waitOf = (file: string): number =>
    forgotten.has(basename(file)) ? (isAlone ? Number.NEGATIVE_INFINITY : FORGOTTEN_MS) : YOUNG_MS
  const isYoung = (file: string): boolean => {
    const age = now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now)
    // A file of a future date was written before the clock was set back: it would stay that
    // long.
    return age < waitOf(file) && age > -FUTURE_MS
  }
  const young = new Set(unnamed.filter(isYoung))
  const gone = unnamed.filter(file => !young.has(file))
  for (const file of gone) rmSync(file, { force: true })
  // A pulled plug must not bring an erased file back.
  for (const place of new Set(gone.map(file => dirname(file)))) syncFolder(place)
  return [...young].map(file => basename(file))
}

/** Deletes all unnamed files, in a folder that no server uses. */
export const sweepUnnamed = (folder: string, log: Statements, now: number): readonly string[] =>
  sweepFiles(folder, log, now, {
    forgotten: new Set(SPACES.flatMap(space => filesIn(folder, space).map(file => basename(file)))),
    isAlone: true,
  })

function filesIn(folder: string, space: Space): readonly string[] {
  const place = join(placesIn(folder).files, space)
  return (existsSync(place) ? readdirSync(place) : []).map(name => join(place, name))
}

/** The hashes of files in spaces that leave this box. */
export const filesShown = (folder: string): ReadonlySet<string> =>
  new Set(
    SPACES.filter(space => space !== 'home').flatMap(space =>
      filesIn(folder, space).map(file => basename(file)),
    ),
  )

/** Deletes one file, unless a value names it. */
export function dropFile(folder: string, log: Statements, space: Space, hash: string): void {
  if (!namedFiles(log).has(hash)) rmSync(join(placesIn(folder).files, space, hash), { force: true })
}

/**
 * Deletes those of these files that no value names, once they are old enough: a form that was never
 * sent whole leaves no file. Returns those that are still new.
 */
export function dropUnnamed(
  folder: string,
  log: Statements,
  hashes: ReadonlySet<string>,
  now: number,
): readonly string[] {
  const named = namedFiles(log)
  return [...hashes].filter(hash => {
    const light = join(placesIn(folder).files, 'home', hash)
    const file = existsSync(light) ? light : heavyFile(folder, hash)
    const since = statSync(file, { throwIfNoEntry: false })?.mtimeMs
    if (since === undefined || named.has(hash)) return false
    if (now - since < YOUNG_MS) return true
    rmSync(file, { force: true })
    return false
  })
}

/** The hashes of all files that values name, read in one pass. */
export function namedFiles(log: Statements): ReadonlySet<string> {
  const naming = log.all<{ value: string }>(
    `SELECT value FROM piece WHERE instr(value, '"hash"') > 0`,
  )
  return new Set(naming.flatMap(({ value }) => value.match(/[0-9a-f]{64}/g) ?? []))
}
