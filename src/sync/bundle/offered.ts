import { readFileSync } from 'node:fs'
import { ownJson } from '../../core/narrow.ts'
import type { Box } from '../../log/box.ts'
import type { Log, LogToRead } from '../../log/log.ts'
import { isAnyFileMissing } from '../../log/missing-files.ts'
import { isAnyValueMissing } from '../../log/missing-values.ts'
import { Bundle } from './bundle.ts'
import type { BundleSection } from './manifest.ts'
import { manifestState } from './manifest-state.ts'
import {
  isCovered,
  type PeerHoldings,
  readVector,
  runsOf,
  type SharedSpace,
  unionOf,
} from './vector.ts'

/**
 * Questions about a bundle that is on the disk: what state its box told, what it offers, whether it
 * brings anything that is missing here. The answers stand in its *manifest*, the signed list of its
 * parts, with *vectors*: the last entry of each feed. Sessions, the packing thread and the command
 * line ask. Each question opens the file, reads the manifest and closes it: no entry is read, and
 * nothing is written.
 */

/**
 * The state against which the answer to a bundle is made (`since`): the vector of its box, the
 * entries already offered to that box, and the values that it asks for again. `isSealed`: its
 * network section was encrypted for this box, so the answer may carry ours.
 *
 * Errors  BadArchive, BundleFault.
 */
export async function stateToAnswer(
  file: string,
  log: Log,
): Promise<Readonly<{ since: PeerHoldings; isSealed: boolean }>> {
  const opened = await Bundle.open(file, log.box)
  opened.close()
  const { commons } = opened.manifest
  const network = opened.network?.to === log.box.name ? opened.network : undefined
  const { hollow, ...said } = manifestState({ manifest: opened.manifest, network }, log.box.name)
  const since = {
    ...said,
    commons: unionOf(said.commons, commons.asks ?? {}),
    network: unionOf(said.network, network?.asks ?? {}),
  }
  // Missing values are given once a session, with its first bundle. Later ones have `asks`.
  const isFirst = commons.asks === undefined
  return {
    since: isFirst && hollow ? { ...since, hollow } : since,
    isSealed: network !== undefined,
  }
}

/**
 * The offer of a bundle: the vector that it leads to, its count of entries, and whether more
 * entries follow in another bundle.
 */
export type BundleOffer = Readonly<{ upTo: PeerHoldings; entries: number; isMore: boolean }>
/**
 * The offer of a bundle on the disk.
 *
 * Errors  BadArchive, BundleFault.
 */
export async function offeredIn(file: string, box: Box): Promise<BundleOffer> {
  const opened = await Bundle.open(file, box)
  opened.close()
  const { commons } = opened.manifest
  const network = opened.network
  // A bundle that reached its limit leads to `upTo`; a whole one, to all that its box holds.
  const upTo = {
    commons: commons.upTo ?? commons.after,
    network: network?.upTo ?? network?.after ?? {},
  }
  return { upTo, entries: opened.entries, isMore: (commons.upTo ?? network?.upTo) !== undefined }
}

/**
 * Whether a bundle brings nothing that is missing here: in each space it carries no entry, or this
 * box holds everything that its box held then, values included; and it carries no file that could
 * be missing. The manifest’s own statements do not count.
 */
export function bringsNothing(
  log: LogToRead,
  { manifest, network }: Pick<Bundle, 'manifest' | 'network'>,
): boolean {
  const isHeld = (space: SharedSpace, section: BundleSection | undefined): boolean =>
    !section || section.entries === 0 || isCovered(log, runsOf(log, space), section.after)
  const sections = [manifest.commons, ...(network ? [network] : [])]
  const mayFill =
    (sections.some(({ entries }) => entries > 0) && isAnyValueMissing(log)) ||
    (sections.some(({ files }) => files.length > 0) && isAnyFileMissing(log))
  return isHeld('commons', manifest.commons) && isHeld('network', network) && !mayFill
}

/**
 * The state of a box, from a file that a person gives to `pack --since`: its last bundle, or a
 * vector in JSON. Undefined when the JSON is no vector.
 *
 * Errors  SyntaxError, BadArchive, BundleFault.
 */
export async function sinceFrom(file: string, log: Log): Promise<PeerHoldings | undefined> {
  if (!file.endsWith('.json')) {
    const opened = await Bundle.open(file, log.box)
    opened.close()
    return manifestState(opened, log.box.name)
  }
  const json = ownJson<Record<string, never> | null>(readFileSync(file, 'utf8'))
  // Other JSON must not pass for an empty vector, or the bundle would carry everything.
  if (
    json === null ||
    Array.isArray(json) ||
    Object.keys(json).some(key => key !== 'commons' && key !== 'network')
  )
    return undefined
  const [commons, network] = [
    readVector(json['commons'] ?? {}, 'commons'),
    readVector(json['network'] ?? {}, 'network'),
  ]
  return commons && network && { commons, network }
}
