import { sha256 } from '../../src/log/bytes.ts'
import type { Log } from '../../src/log/log.ts'
import { noteFileCame } from '../../src/log/missing-files.ts'
import { Bundle } from '../../src/sync/bundle/bundle.ts'
import { missingFilesIn } from '../../src/sync/bundle/missing-files.ts'
import type { Packing } from '../../src/sync/bundle/pack.ts'
import type { PeerHoldings, SharedSpace } from '../../src/sync/bundle/vector.ts'
import {
  countFile,
  emptyCounts,
  filesNeeded,
  type IntakeCounts,
  takePage,
} from '../../src/sync/intake/take.ts'
import { lastStateOf, noteManifest } from '../../src/sync/session/heard.ts'
import { decideBox, trustOf } from '../../src/sync/trust/decisions.ts'
import { type Quota, UNLIMITED } from '../../src/sync/trust/trust.ts'
import { fixedBox, inside, NOON, openMemory, write } from '../wire/boxes.ts'
import { packed } from './carry.ts'

/** A box in memory with a disk in memory: files by space and hash. */
export type Disked = Readonly<{ log: Log; disk: Map<string, Buffer> }>
export const withDisk = (n: number): Disked => ({ log: openMemory(fixedBox(n)), disk: new Map() })
export const recognises = ({ log }: Disked, ...others: readonly Disked[]): void =>
  inside(log, () => {
    for (const other of others) decideBox(log, { name: other.log.box.name, paired: true })
  })

/** A record that names a file, which is on the disk; its hash. */
export function picture(
  { log, disk }: Disked,
  record: string,
  text: string,
  space: SharedSpace = 'commons',
): string {
  const bytes = Buffer.from(text)
  const hash = sha256(bytes).toString('hex')
  disk.set(`${space} ${hash}`, bytes)
  write(log, { record, space, fields: { pictures: [{ hash, name: 'a.webp' }] } })
  return hash
}

/**
 * A bundle for a box, made against what it last said; `leaves`: which files this one has with it.
 */
export const bundleFor = (
  from: Disked,
  to: Disked,
  {
    leaves = () => true,
    ...more
  }: Partial<Omit<Packing, 'log' | 'box'>> & { leaves?: (hash: string) => boolean } = {},
): Promise<Buffer> =>
  packed(from.log, {
    since: lastStateOf(from.log, to.log.box.name),
    for: [to.log.box.name],
    file: (space, hash) => (leaves(hash) ? from.disk.get(`${space} ${hash}`) : undefined),
    ...more,
  })

/** What the folder's courier does of a bundle, on a disk in memory. */
export async function lands(
  { log, disk }: Disked,
  bytes: Uint8Array,
  quota: Quota = UNLIMITED,
): Promise<IntakeCounts> {
  const opened = await Bundle.open(bytes, log.box)
  const isOnDisk = (space: string, hash: string): boolean => disk.has(`${space} ${hash}`)
  const taking = {
    trust: trustOf(log, log.box.name),
    quota,
    now: NOON,
    report: emptyCounts(),
    isOnDisk,
  }
  const keep = async (space: SharedSpace, hash: string): Promise<boolean> => {
    const file = taking.report.isFull ? undefined : await opened.file(space, hash)
    if (!file || !countFile(taking, file.length)) return false
    disk.set(`${space} ${hash}`, Buffer.from(file))
    return true
  }
  for await (const { space, entries } of opened.pages()) {
    const came: string[] = []
    for (const hash of filesNeeded(entries, taking)) if (await keep(space, hash)) came.push(hash)
    inside(log, () => {
      for (const hash of came) noteFileCame(log, space, hash)
      takePage(log, entries, taking)
    })
  }
  for (const { space, hash } of missingFilesIn(log, opened, taking.trust))
    if (await keep(space, hash)) inside(log, () => noteFileCame(log, space, hash))
  inside(log, () => noteManifest(log, opened, NOON))
  opened.close()
  return taking.report
}

/** What a box says that it holds and lacks, carrying nothing. */
export const receiptFor = (from: Disked, to: Disked, holds: PeerHoldings): Promise<Buffer> =>
  bundleFor(from, to, { since: holds })
