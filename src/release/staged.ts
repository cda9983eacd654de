import { createReadStream, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../files/folder.ts'
import { writeBeside } from '../files/write-beside.ts'
import { syncFolder } from '../log/sqlite.ts'
import { fetchOnto } from '../reading/onto.ts'
import { judged, type VersionRequirements } from './open.ts'
import { needRoom } from './pack.ts'
import { FRONT, MOST, type Statement } from './statement.ts'

/**
 * Where a version that the keeper wants waits for root's hand: one at a time, whatever was there
 * goes.
 */
export type Staged = Readonly<{ file: string; said: Statement }>

const nameOf = ({ version, arch }: Statement): string => `cocote-${version}-${arch}.tar.gz`

/**
 * Takes a version off a key. It is judged by its front first, and its bytes by whoever puts it in
 * place.
 * Errors  VersionFault, DiskTooFull; what the disk, or the key, says.
 */
export async function stageFile(
  from: string,
  updates: string,
  asked: VersionRequirements,
): Promise<Staged> {
  const said = judged(from, asked)
  makeFolder(updates, 0o700)
  clearStaged(updates)
  await needRoom(updates, FRONT + said.bytes)
  const file = join(updates, nameOf(said))
  await writeBeside(file, createReadStream(from) as AsyncIterable<Uint8Array>)
  return { file, said }
}

/**
 * The name of what is on its way from the network: kept when it is cut, so that it goes on from
 * there.
 */
const COMING = 'coming.tar.gz'

/**
 * The same, from an address.
 * Errors  Unreadable (brokenOff: what came is kept), VersionFault; what the disk says.
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
    const said = judged(coming, asked)
    clearStaged(updates)
    const file = join(updates, nameOf(said))
    renameSync(coming, file)
    syncFolder(updates)
    return { file, said }
  } finally {
    rmSync(coming, { force: true })
  }
}

/** Versions that waited, and what was being copied; not what is on its way from the network. */
export function clearStaged(updates: string): void {
  for (const name of existsSync(updates) ? readdirSync(updates) : [])
    if (/^cocote-.*\.tar\.gz(\.(?:new|part))?$/.test(name))
      rmSync(join(updates, name), { force: true })
}
