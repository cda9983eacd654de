import type { EntriesNotTaken } from '../../contract/box/boxes.ts'
import type { Failure } from '../../log/sqlite.ts'
import type { BadArchive } from '../../zip/read.ts'
import type { Quota } from '../trust/trust.ts'
import type { BundleFault } from './fault.ts'
import type { Stopped } from './take.ts'

/**
 * The result of a delivery: a bundle of another box was taken into this one. Plain data: it crosses
 * threads, the page shows it, and the command line prints it.
 *
 * Shape   `from`: the box that made the bundle. `faults`: pages and files that could not be read.
 *         `files`: files that were stored. `isSealed`: a part was encrypted for other boxes.
 *         `total`: entries in the bundle; `taken`: the new ones; `held`: those that were here
 *         already. `isFull`: the intake limit was reached. `aside`: entries that were not taken,
 *         because their box is not believed. `stopped`: feeds with a bad or missing entry.
 *         `forked`: feeds that go on in two ways.
 */
export type Delivered = Readonly<{
  from: string
  faults: readonly string[]
  files: number
  isSealed: boolean
  total: number
  taken: number
  held: number
  /** The size of the entries and files that were taken. Units: bytes. */
  bytes: number
  /** Records that it wrote or changed, without withdrawals and erasures, up to `MOST_COUNTED`. */
  records: number
  isFull: boolean
  aside: readonly EntriesNotTaken[]
  stopped: readonly Stopped[]
  forked: readonly string[]
}>

/** The limit of `records`. */
export const MOST_COUNTED = 1_000

/**
 * The context of a delivery: `from`, the box that must have made the bundle; `quota`, the rest of
 * the intake limit; `follows`, whether another bundle of the same session came before it.
 */
export type DeliveryContext = Readonly<{ from?: string; quota?: Quota; follows?: boolean }>

/**
 * The answer to a delivery. `unusable`: the file is no bundle, and nothing was written. `failed`:
 * our bug or a full disk.
 */
export type DeliverAnswer =
  | Readonly<{ delivered: Delivered }>
  | Readonly<{ unusable: BundleFault['code'] | BadArchive['code'] }>
  | Readonly<{ failed: Failure }>

/**
 * Delivers a bundle file into this box. `yes`: the keeper agreed to a delivery without limit. The
 * engine provides this function to sessions and routes.
 */
export type Deliver = (
  file: string,
  yes: boolean,
  context?: DeliveryContext,
) => Promise<DeliverAnswer>
