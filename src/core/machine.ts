/** The machine that a box is, as its keeper's pages know it. Part of the contract (brick.ts): the roof reads it, the bricks say it. */

/**
 * Whether the clock is right, and who says so since this start: `battery`, a clock of its own that goes on unplugged; `computer`, a
 * machine whose clock is kept for it. `odd`: why it can't be, whoever says so: earlier than the day on which this version went out, or
 * than what this box last wrote when it was sure.
 *
 * Units   `last`: when that was, milliseconds since 1970.
 */
export type ClockKnown = Readonly<{
  sure: boolean
  by: 'person' | 'network' | 'battery' | 'computer' | null
  odd: 'release' | 'entries' | null
  last: number | null
}>

/**
 * What holds the data.
 *
 * Shape   `kind`: a memory card that comes out (`sd`), one that is soldered (`emmc`), a disk; null where the system does not say.
 *         `usedPercent`: of the life that its maker gave it, at most; null where it does not say. `spares`: the blocks kept for those that
 *         wear out; null as before. `faults`: errors that the file system, or the disk, met since it was made.
 */
export type Card = Readonly<{
  kind: 'sd' | 'emmc' | 'nvme' | 'disk' | null
  name: string | null
  usedPercent: number | null
  spares: 'good' | 'few' | 'none' | null
  faults: number | null
}>

/**
 * What was written to the card since a day: by this page, and by the whole machine. Null where the system does not count.
 *
 * Units   bytes; `since`: an ISO day.
 */
export type Written = Readonly<{ since: string; ours: number | null; all: number | null }>

/**
 * The machine as it feels now. What can't be known is null.
 *
 * Units   `disk`, `memory`: bytes; `stalledPercent`: of the last minute, how long somebody waited for memory; `heat`: degrees Celsius;
 *         `power.lowAt`: when the electricity was last seen too weak since this start, milliseconds since 1970.
 */
export type Machine = Readonly<{
  /** An installed box, with somebody who does what needs the machine's own rights: its clock, its updates, its switch. */
  isBox: boolean
  version: string
  clock: ClockKnown
  disk: Readonly<{ free: number; total: number }> | null
  memory: Readonly<{ free: number; total: number; stalledPercent: number | null }> | null
  heat: number | null
  power: Readonly<{ isLow: boolean; lowAt: number | null }> | null
  card: Card
  written: Written
}>
