import { createReadStream, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../files/folder.ts'
import { writeBeside } from '../files/write-beside.ts'
import { syncFolder } from '../log/sqlite.ts'
import { fetchOnto } from '../reading/onto.ts'
import { type VersionRequirements, verifyFront } from './open.ts'
import { needRoom } from './pack.ts'
import { FRONT, MOST, type Statement } from './statement.ts'

/** A version that waits for the root helper. Only one waits; a new one replaces it. */
export type Staged = Readonly<{ file: string; said: Statement }>

const nameOf = ({ version, arch }: Statement): string => `cocote-${version}-${arch}.tar.gz`

/**
 * Copies a version file from a key. Its front is checked here, its bytes by the installer.
 *
 * Errors  VersionFault, DiskTooFull; those of the disk or the key.
 */
export async function stageFile(
  from: string,
  updates: string,
  asked: VersionRequirements,
): Promise<Staged> {
  const said = verifyFront(from, asked)
  makeFolder(updates, 0o700)
  clearStaged(updates)
  await needRoom(updates, FRONT + said.bytes)
  const file = join(updates, nameOf(said))
  await writeBeside(file, createReadStream(from))
  return { file, said }
}

/** The name of an unfinished download. A cut download goes on from there. */
const COMING = 'coming.tar.gz'

/**
 * Downloads a version file.
 *
 * Errors  Unreadable (`brokenOff`: the part that came stays), VersionFault; those of the disk.
 */
export async function stageAddress(
  address: string,
  updates: string,
  asked: VersionRequirements,
  of: Readonly<{
    allowLocal?: boolean
    progress?: (done: number, total: number | undefined) => void
  }>,
): Promise<Staged> {
  makeFolder(updates, 0o700)
  const coming = join(updates, COMING)
  await fetchOnto(address, coming, { most: FRONT + MOST.bytes, ...of })
  try {
    const said = verifyFront(coming, asked)
    clearStaged(updates)
    const file = join(updates, nameOf(said))
    renameSync(coming, file)
    syncFolder(updates)
    return { file, said }
  } finally {
    rmSync(coming, { force: true })
  }
}

/** Deletes waiting versions and unfinished copies, but no unfinished download. */
function clearStaged(updates: string): void {
  for (const name of existsSync(updates) ? readdirSync(updates) : [])
    if (/^cocote-.*\.tar\.gz(\.(?:new|part))?$/.test(name))
      rmSync(join(updates, name), { force: true })
}
