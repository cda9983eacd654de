import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EmptyTables } from '../../src/projection/tables.ts'

/** The files that say how tables of a shape are made. */
const MAKERS = ['projection/shape.ts', 'contract/tables.ts', 'core/schema.ts']

/**
 * Empty tables that every test process of this machine shares: making them takes 30 milliseconds of
 * processor time, and each process has one shape or two.
 *
 * Law     two processes may make them at once: a file is renamed when it is whole.
 */
export function emptyTablesOnDisk(): EmptyTables {
  const made = createHash('sha256').update(process.version)
  for (const name of MAKERS)
    made.update(readFileSync(new URL(`../../src/${name}`, import.meta.url)))
  const folder = join(tmpdir(), `cocote-tables-${process.getuid?.() ?? 'me'}`)
  const key = made.digest('hex').slice(0, 16)
  const held = new Map<string, Uint8Array>()
  const read = (hash: string): Uint8Array | undefined => {
    const file = join(folder, `${key}-${hash}`)
    const bytes = existsSync(file) ? readFileSync(file) : undefined
    if (bytes) held.set(hash, bytes)
    return bytes
  }
  return {
    get: hash => held.get(hash) ?? read(hash),
    set: (hash, bytes) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const file = join(folder, `${key}-${hash}`)
      writeFileSync(`${file}.${process.pid}`, bytes)
      renameSync(`${file}.${process.pid}`, file)
      return held.set(hash, bytes)
    },
  }
}
