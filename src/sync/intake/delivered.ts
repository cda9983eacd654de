import type { EntriesNotTaken } from '../../contract/box/boxes.ts'
import type { Failure } from '../../log/sqlite.ts'
import type { BadArchive } from '../../zip/read.ts'
import type { Quota } from '../trust/trust.ts'
import type { BundleFault } from './fault.ts'
import type { Stopped } from './take.ts'

/** The result of a delivery, as plain data: it crosses threads, and the command line prints it. */
export type Delivered = Readonly<{
  from: string
  faults: readonly string[]
  files: number
  isSealed: boolean
  total: number
  taken: number
  held: number
  /** The size of the entries and files that were taken. */
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
