import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { FileRef, Space } from '../core/schema.ts'
import type { Statements } from '../log/sqlite.ts'
import { makeFolder, placesIn, syncFolder, writeSafely } from './folder.ts'

/** Files of the box, by space and hash. One is on the disk, whole and synced, before the turn that names it commits. */
export function storeFile(folder: string, space: Space, bytes: Uint8Array, name: string, type: string): FileRef {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const place = join(placesIn(folder).files, space)
  makeFolder(place)
  // What is there already may be so since a moment before a crash, and its name not yet on the disk.
  if (existsSync(join(place, hash))) for (const held of [folder, placesIn(folder).files, place]) syncFolder(held)
  else writeSafely(join(place, hash), bytes)
  return { hash, name: name.slice(0, 200), type, size: bytes.length }
}

export function readFile(folder: string, space: Space, hash: string): Buffer | undefined {
  const file = join(placesIn(folder).files, space, hash)
  return /^[0-9a-f]{64}$/.test(hash) && existsSync(file) ? readFileSync(file) : undefined
}

/** Takes away the files that no flesh names any more. Returns how many. */
export function sweepFiles(folder: string, log: Statements): number {
  let gone = 0
  for (const space of ['commons', 'network', 'home'] as const) {
    const place = join(placesIn(folder).files, space)
    for (const hash of existsSync(place) ? readdirSync(place) : []) {
      if (log.get('SELECT 1 FROM flesh WHERE instr(value, ?) > 0 LIMIT 1', hash)) continue
      rmSync(join(place, hash), { force: true })
      gone++
    }
  }
  return gone
}
