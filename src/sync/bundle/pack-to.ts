import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isStored } from '../../files/files.ts'
import { placesIn } from '../../files/folder.ts'
import { writeBeside } from '../../files/write-beside.ts'
import type { Box } from '../../log/box.ts'
import type { Log, LogToRead } from '../../log/log.ts'
import { withheldIn } from '../../projection/hidden.ts'
import { saidNoMoreIn } from '../../projection/past-carried.ts'
import { heardFrom } from '../session/heard.ts'
import { trustOf } from '../trust/decisions.ts'
import { bundle, filesOwed } from './pack.ts'
import { NOTHING, type PeerHoldings } from './vector.ts'

type PackingTo = Readonly<{
  folder: string
  log: Log
  file: string
  now: number
  /** One box; else whoever comes, and the network is sealed for all that are paired. */
  to: string | undefined
  since: PeerHoldings | undefined
  /** A bounded bundle, and what its answer is to be made against (sync/bundle/pack.ts). */
  most?: number
  asks?: PeerHoldings
  /** True seals nothing for anybody: the network is left out. */
  isOpen?: boolean
  progress?: (entries: number) => void
}>
/** `upTo`: what whoever takes it was offered by then. */
export type PackedTo = Readonly<{
  entries: number
  bytes: number
  upTo: PeerHoldings
  isMore: boolean
}>

/**
 * Writes a bundle beside its name, synced, then renamed: whole, or not there.
 *
 * Errors  TooLargeForZip, what the disk says.
 */
export async function packTo(of: PackingTo): Promise<PackedTo> {
  const { folder, log, file, now, to, since, most, asks, isOpen = false, progress } = of
  const told = { entries: 0, upTo: NOTHING, isMore: false }
  const trust = trustOf(log, log.box.name)
  // Nothing is confided to a box that was sent away.
  const paired = [...trust.paired].filter(name => !trust.dismissed.has(name))
  const known = since ?? (to === undefined ? NOTHING : heardFrom(log, to))
  const bytes = await writeBeside(
    file,
    bundle({
      log,
      box: log.box,
      now,
      withheld: [...withheldIn(log), ...saidNoMoreIn(log)],
      since: known,
      for: isOpen ? [] : paired.filter(name => to === undefined || name === to),
      file: (space, hash) => fileOf(folder, space, hash),
      ...(most === undefined ? {} : { most }),
      ...(asks === undefined ? {} : { asks }),
      progress: done => {
        told.entries = done
        progress?.(done)
      },
      offered: (upTo, isMore) => Object.assign(told, { upTo, isMore }),
    }),
  )
  return { ...told, bytes }
}

const fileOf = (folder: string, space: string, hash: string): Buffer | undefined =>
  isStored(folder, space, hash)
    ? readFileSync(join(placesIn(folder).files, space, hash))
    : undefined

/**
 * How many of the files that a box last said that it lacks are on this disk, and may leave for it.
 */
export function countOwed(folder: string, log: LogToRead, box: Box, name: string): number {
  const packing = {
    log,
    box,
    since: heardFrom(log, name),
    for: isConfided(log, box, name) ? [name] : [],
  }
  return (['commons', 'network'] as const).reduce(
    (sum, space) =>
      sum + [...filesOwed(packing, space)].filter(hash => isStored(folder, space, hash)).length,
    0,
  )
}
const isConfided = (log: LogToRead, box: Box, name: string): boolean => {
  const { paired, dismissed } = trustOf(log, box.name)
  return paired.has(name) && !dismissed.has(name)
}
