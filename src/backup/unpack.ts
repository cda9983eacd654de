import { createReadStream, mkdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pattern } from '../core/pattern.ts'
import { SPACES } from '../core/schema.ts'
import { placesIn } from '../files/folder.ts'
import { heavyFile } from '../files/large-files.ts'
import { writeBeside } from '../files/write-beside.ts'
import { BadArchive, type ZipFile } from '../zip/read.ts'
import { hashOfFile } from './check.ts'

export const KEPT = pattern()`
  ^(log\.db|box\.key|box\.crt|box\.tls\.key|backup\.key|(files\/(commons|network|home)
  |heavy)\/[0-9a-f]{64})$
`

/** The files that are nowhere whole. */
export async function unpack(zip: ZipFile, to: string, folder: string): Promise<readonly string[]> {
  mkdirSync(to, { mode: 0o700 })
  const hurt: string[] = []
  for (const part of zip.parts.filter(one => KEPT.test(one.name))) {
    const file = join(to, part.name)
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    if (!BY_HASH.test(part.name)) await writeBeside(file, zip.pieces(part))
    else if (!(await writtenWhole(file, zip.pieces(part)))) hurt.push(part.name)
  }
  const gone: string[] = []
  for (const name of hurt) if (!(await foundWhole(name, to, folder))) gone.push(name)
  return gone
}
export const BY_HASH = /^(files|heavy)\//

/** Whether it is what its name says; else nothing of it stays. */
async function writtenWhole(file: string, pieces: AsyncIterable<Uint8Array>): Promise<boolean> {
  try {
    await writeBeside(file, pieces)
    if ((await hashOfFile(file)) === basename(file)) return true
  } catch (error) {
    if (!(error instanceof BadArchive)) throw error
  }
  rmSync(file, { force: true })
  return false
}

/** Whether the file was found whole in another space of the backup, or in the folder. */
async function foundWhole(name: string, to: string, folder: string): Promise<boolean> {
  const hash = basename(name)
  const places = [to, folder].flatMap(one => [
    ...SPACES.map(space => join(placesIn(one).files, space, hash)),
    heavyFile(one, hash),
  ])
  for (const from of places) {
    const isWhole =
      statSync(from, { throwIfNoEntry: false })?.isFile() &&
      (await hashOfFile(from).catch(() => '')) === hash
    if (isWhole && (await writtenWhole(join(to, name), createReadStream(from)))) return true
  }
  return false
}
