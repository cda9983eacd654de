import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { FileRef, Space } from '../core/schema.ts'
import { type Statements, syncFolder } from '../log/sqlite.ts'
import { makeFolder, placesIn, writeSafely } from './folder.ts'

/** Files of the box, by space and hash. One is on the disk, whole and synced, before the turn that names it commits. */
export function storeFile(folder: string, space: Space, bytes: Uint8Array, name: string, type: string): FileRef {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const place = join(placesIn(folder).files, space)
  makeFolder(place)
  const file = join(place, hash)
  if (existsSync(file)) {
    // What is there already may be so since a moment before a crash, and its name not yet on the disk; it is young again.
    utimesSync(file, new Date(), new Date())
    for (const held of [folder, placesIn(folder).files, place]) syncFolder(held)
  } else writeSafely(file, bytes)
  return { hash, name: name.slice(0, 200), type, size: bytes.length }
}

export function readFile(folder: string, space: Space, hash: string): Buffer | undefined {
  const file = join(placesIn(folder).files, space, hash)
  return /^[0-9a-f]{64}$/.test(hash) && existsSync(file) ? readFileSync(file) : undefined
}

/** A file stands before the turn that names it: for so long it may still be named. */
export const YOUNG_MS = 600_000

/**
 * Takes away the files that no flesh names, but the young ones. Returns how many of those are left: they are looked at again later.
 */
export function sweepFiles(folder: string, log: Statements, now: number): number {
  const all = (['commons', 'network', 'home'] as const).flatMap(space => {
    const place = join(placesIn(folder).files, space)
    return (existsSync(place) ? readdirSync(place) : []).map(name => join(place, name))
  })
  if (all.length === 0) return 0
  const named = namedFiles(log)
  const unnamed = all.filter(file => !named.has(basename(file)))
  const young = unnamed.filter(file => now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now) < YOUNG_MS)
  for (const file of unnamed) if (!young.includes(file)) rmSync(file, { force: true })
  return young.length
}

/** Read once for all the files: a log of a hundred thousand values is no matter then. */
function namedFiles(log: Statements): ReadonlySet<string> {
  const naming = log.all<{ value: string }>(`SELECT value FROM flesh WHERE instr(value, '"hash"') > 0`)
  return new Set(naming.flatMap(({ value }) => value.match(/[0-9a-f]{64}/g) ?? []))
}
