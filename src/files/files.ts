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
import { basename, join } from 'node:path'
import { type FileRef, SPACES, type Space } from '../core/schema.ts'
import type { IsOnDisk } from '../log/missing-files.ts'
import { type Statements, syncFolder } from '../log/sqlite.ts'
import { makeFolder, placesIn, writeSafely } from './folder.ts'
import { heavyFile, heavyIn } from './large-files.ts'

/** Whether the disk has that file, in the place of that space. */
export const isStored = (folder: string, space: string, hash: string): boolean =>
  statSync(join(placesIn(folder).files, space, hash), { throwIfNoEntry: false })?.isFile() ?? false

/**
 * Files of the box, by space and hash. One is on the disk, whole and synced, before the turn that
 * names it commits.
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
    // What is there already may be so since a moment before a crash, and its name not yet on the
    // disk; it is young again.
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

/** Whether the file is there; if so, it is young again: a turn is on its way that will name it. */
export function youngAgain(folder: string, space: Space, hash: string): boolean {
  const file = join(placesIn(folder).files, space, hash)
  if (!HASH.test(hash) || !existsSync(file)) return false
  utimesSync(file, new Date(), new Date())
  return true
}

/**
 * What is shown wider stands in its space too: the same file under a second name, or a copy where
 * the disk knows no such thing.
 *
 * Law     on the disk before the turn that names it commits; a file that is nowhere in this box yet
 *         is left out: it may still come.
 */
export function holdFiles(folder: string, space: Space, hashes: readonly string[]): void {
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

/** Which files are there now, read once. */
export function onDisk(folder: string): IsOnDisk {
  const held = new Map(
    SPACES.map(space => {
      const place = join(placesIn(folder).files, space)
      return [space, new Set(existsSync(place) ? readdirSync(place) : [])] as const
    }),
  )
  return (space, hash) => held.get(space)?.has(hash) ?? false
}

/** A file stands before the turn that names it: for so long it may still be named. */
export const YOUNG_MS = 600_000

/** Beyond, no file is young that bears a later date than the clock. */
const FUTURE_MS = 86_400_000

/**
 * A file whose last name was just forgotten waits only so long: for the turn of somebody who sends
 * the same file at that moment.
 */
const FORGOTTEN_MS = 5_000

/**
 * How a folder is swept. `forgotten`: files that a forgetting took the name from, however young
 * they are. `isAlone`: nobody else is at work in the folder, so that those wait for nobody.
 */
type Sweeping = Readonly<{ forgotten?: ReadonlySet<string>; isAlone?: boolean }>

/**
 * Takes away the files that no flesh names, but the young ones: which of those are left, by their
 * hash; they are looked at again later.
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
    // One of a time that is still to come was written before the clock was set back: it would stay
    // for as long as that.
    return age < waitOf(file) && age > -FUTURE_MS
  }
  const young = new Set(unnamed.filter(isYoung))
  for (const file of unnamed) if (!young.has(file)) rmSync(file, { force: true })
  return [...young].map(file => basename(file))
}

/** The same in a folder that no form can be on its way to: nothing there is young. */
export const sweepUnnamed = (folder: string, log: Statements, now: number): readonly string[] =>
  sweepFiles(folder, log, now, {
    forgotten: new Set(SPACES.flatMap(space => filesIn(folder, space).map(file => basename(file)))),
    isAlone: true,
  })

function filesIn(folder: string, space: Space): readonly string[] {
  const place = join(placesIn(folder).files, space)
  return (existsSync(place) ? readdirSync(place) : []).map(name => join(place, name))
}

/** The files that stand in a space which leaves this box, by their hash. */
export const filesShown = (folder: string): ReadonlySet<string> =>
  new Set(
    SPACES.filter(space => space !== 'home').flatMap(space =>
      filesIn(folder, space).map(file => basename(file)),
    ),
  )

/** Takes away one file that was kept for a moment only, unless flesh names it by now. */
export function dropFile(folder: string, log: Statements, space: Space, hash: string): void {
  if (!namedFiles(log).has(hash)) rmSync(join(placesIn(folder).files, space, hash), { force: true })
}

/**
 * Of what came by the door, takes away what no flesh names once it is young no more: a form that
 * was never sent whole leaves nothing.
 *
 * Shape   those that are still young, by their hash: looked at again later.
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

/** Read once for all the files: a log of a hundred thousand values is no matter then. */
export function namedFiles(log: Statements): ReadonlySet<string> {
  const naming = log.all<{ value: string }>(
    `SELECT value FROM flesh WHERE instr(value, '"hash"') > 0`,
  )
  return new Set(naming.flatMap(({ value }) => value.match(/[0-9a-f]{64}/g) ?? []))
}
