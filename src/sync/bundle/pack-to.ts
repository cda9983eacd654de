import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isStored } from '../../files/files.ts'
import { placesIn } from '../../files/folder.ts'
import { writeBeside } from '../../files/write-beside.ts'
import type { Box } from '../../log/box.ts'
import type { Log, LogToRead } from '../../log/log.ts'
import { withheldIn } from '../../projection/hidden.ts'
import { pointsKeptBackIn } from '../../projection/kept-back.ts'
import { withdrawnValuesIn } from '../../projection/withdrawn-values.ts'
import { lastStateOf } from '../session/heard.ts'
import { trustOf } from '../trust/decisions.ts'
import { bundle, filesOwed } from './pack.ts'
import { NOTHING, type PeerHoldings } from './vector.ts'

/**
 * Packs a bundle for one box or for anybody: it reads what this box knows of the receiver (its last
 * state, the keeper’s trust) and what may not leave yet, and gives both to `pack.ts`, which makes
 * the bytes. The packing thread and the command line call it.
 */

/** The order. `file`: where to write the bundle. `progress`: called with the entries so far. */
type PackingTo = Readonly<{
  folder: string
  log: Log
  file: string
  now: number
  /**
   * The one receiver. Undefined: anybody, with the network section encrypted for all paired boxes.
   */
  to: string | undefined
  /** The state of the receiver. Undefined: that of its last manifest; for anybody, an empty box. */
  since: PeerHoldings | undefined
  /** As in `Packing` (`pack.ts`). */
  softLimit?: number
  alreadyOffered?: PeerHoldings
  /** True leaves the network section out, because the receiver gave this box none. */
  commonsOnly?: boolean
  progress?: (entries: number) => void
}>
/**
 * The result of packing. `entries`, `bytes`: what the file holds. `upTo`: by feed, the last entry
 * that the receiver was offered so far, in this bundle and before. `isMore`: the limit left entries
 * for another bundle.
 */
export type PackedTo = Readonly<{
  entries: number
  bytes: number
  upTo: PeerHoldings
  isMore: boolean
}>

/**
 * Packs a bundle into a file, for one box or for anybody. The file appears whole, or not at all.
 *
 * Errors  TooLargeForZip; errors of the disk.
 */
export async function packTo(of: PackingTo): Promise<PackedTo> {
  const { folder, log, file, now, to, since, softLimit, alreadyOffered, progress } = of
  const told = { entries: 0, upTo: NOTHING, isMore: false }
  const trust = trustOf(log, log.box.name)
  // A dismissed box gets no network section.
  const paired = [...trust.paired].filter(name => !trust.dismissed.has(name))
  const known = since ?? (to === undefined ? NOTHING : lastStateOf(log, to))
  const bytes = await writeBeside(
    file,
    bundle({
      log,
      box: log.box,
      now,
      withheld: [...withheldIn(log), ...pointsKeptBackIn(log), ...withdrawnValuesIn(log)],
      since: known,
      for: of.commonsOnly ? [] : paired.filter(name => to === undefined || name === to),
      file: (space, hash) => fileOf(folder, space, hash),
      ...(softLimit === undefined ? {} : { softLimit }),
      ...(alreadyOffered === undefined ? {} : { alreadyOffered }),
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
 * Counts the files that the box `name` last asked for, that may leave for it, and that are on this
 * disk. `box`: this box.
 */
export function countOwed(folder: string, log: LogToRead, box: Box, name: string): number {
  const packing = {
    log,
    box,
    since: lastStateOf(log, name),
    for: isConfided(log, box, name) ? [name] : [],
  }
  return (['commons', 'network'] as const).reduce(
    (sum, space) =>
      sum + [...filesOwed(packing, space)].filter(hash => isStored(folder, space, hash)).length,
    0,
  )
}
/** Whether entries for paired boxes may leave for this one. */
const isConfided = (log: LogToRead, box: Box, name: string): boolean => {
  const { paired, dismissed } = trustOf(log, box.name)
  return paired.has(name) && !dismissed.has(name)
}
