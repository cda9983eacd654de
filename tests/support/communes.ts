import { constants, copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCommunes } from '../../src/places/communes.ts'

const FILE = 'communes.db'

/**
 * Puts the table of communes in a folder, where the program would make it: this takes a second of
 * processor time. Every test process of this machine shares one.
 */
export function withCommunes(folder: string): void {
  const shared = join(tmpdir(), `cocote-communes-${process.getuid?.() ?? 'me'}`)
  mkdirSync(shared, { recursive: true, mode: 0o700 })
  openCommunes(shared).close()
  if (!existsSync(join(folder, FILE)))
    copyFileSync(join(shared, FILE), join(folder, FILE), constants.COPYFILE_FICLONE)
}
