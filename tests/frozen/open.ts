import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync, zipSync } from 'fflate'
import type { Living } from './living.ts'

/**
 * Data folders of each release, in `tests/frozen/VERSION/`: two boxes, Sail and Boën, opened apart
 * on one territory, that met. `said.json` says what is in them: names, ids, the words of cards,
 * passphrases. What every later version must still open. None is ever changed.
 */
export const BOXES = ['sail', 'boen'] as const
export type BoxName = (typeof BOXES)[number]
export type Said = Readonly<{ version: string }> & Living

const HERE = new URL('.//', import.meta.url)
export const frozenPlace = (version: string): URL => new URL(`${version}/`, HERE)
export const frozenVersions = (): readonly string[] =>
  readdirSync(HERE)
    .filter(name => /^\d+\.\d+\.\d+/.test(name))
    .toSorted()
export const frozenSaid = (version: string): Said =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL('said.json', frozenPlace(version))), 'utf8'),
  ) as Said

/** Copies a frozen folder to where a test may write. The caller removes it. */
export function openFrozen(version: string, box: BoxName): string {
  const folder = mkdtempSync(join(tmpdir(), `cocote-frozen-${box}-`))
  const parts = unzipSync(readFileSync(fileURLToPath(new URL(`${box}.zip`, frozenPlace(version)))))
  for (const [name, bytes] of Object.entries(parts)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes, { mode: 0o600 })
  }
  return folder
}

/**
 * `tables.db` and `communes.db` are made again, `marks` and `written` are of one machine, the
 * others are of a server that runs.
 */
const LEFT_OUT = /^(tables\.db|communes\.db|marks|written|address|lock|courier)|-(wal|shm)$/
/** A ZIP entry's time: one moment for all, so that the same folder gives the same bytes. */
const WHEN = new Date(2026, 0, 1)

/** A folder that was closed cleanly, as one ZIP. */
export function pack(folder: string): Uint8Array {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()
  const kept = names.filter(name => !LEFT_OUT.test(name) && statSync(join(folder, name)).isFile())
  return zipSync(Object.fromEntries(kept.map(name => [name, readFileSync(join(folder, name))])), {
    level: 9,
    mtime: WHEN,
  })
}
