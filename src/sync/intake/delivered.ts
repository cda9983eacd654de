import type { EntriesNotTaken } from '../../contract/box/boxes.ts'
import type { BadArchive } from '../../zip/read.ts'
import type { Quota } from '../trust/trust.ts'
import type { BundleFault } from './fault.ts'
import type { Stopped } from './take.ts'

/** What came of a delivery, as plain data: it crosses threads, and the command line prints it. */
export type Delivered = Readonly<{
  from: string
  faults: readonly string[]
  files: number
  isSealed: boolean
  total: number
  taken: number
  held: number
  /** Of what was taken, entries and files. */
  bytes: number
  /**
   * Records of the page that it wrote or wrote again, as people count news: no withdrawal, no
   * erasing; no more than `MOST_COUNTED`.
   */
  records: number
  isFull: boolean
  aside: readonly EntriesNotTaken[]
  stopped: readonly Stopped[]
  forked: readonly string[]
}>

/** Beyond so many, nobody counts. */
export const MOST_COUNTED = 1_000

/**
 * The place of a bundle among several: `from`, the box that must have made it; `quota`, the rest
 * of the intake limit; `follows`, whether another bundle came before it.
 */
export type Brings = Readonly<{ from?: string; quota?: Quota; follows?: boolean }>

/**
 * `unusable`: the whole is no bundle, and nothing was written. `failed`: our bug or a full disk,
 * with its reference.
 */
export type DeliverAnswer =
  | Readonly<{ delivered: Delivered }>
  | Readonly<{ unusable: BundleFault['code'] | BadArchive['code'] }>
  | Readonly<{ failed: string }>

/**
 * Takes what may be taken of a bundle that lies on the disk: the engine gives it, sessions and
 * routes are handed it.
 */
export type Deliver = (file: string, yes: boolean, brings?: Brings) => Promise<DeliverAnswer>
