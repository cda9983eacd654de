import type { Lang } from '../../core/lang.ts'
/**
 * The machine that a box is, as its keeper's pages know it. Part of the contract (brick.ts):
 * the server reads it, the bricks say it.
 */

/**
 * The state of the clock, and who vouches for it since this start.
 *
 * Shape   `battery`: a clock that runs unplugged. `computer`: a machine whose clock is kept from
 *         outside.
 *         `odd`: a reason why the time is impossible: it is before the day of this version, or
 *         before the last write that this box made with a sure clock.
 * Units   `last`: the time of that write, in milliseconds since 1970.
 */
export type ClockKnown = Readonly<{
  sure: boolean
  by: 'person' | 'network' | 'battery' | 'computer' | null
  odd: 'release' | 'entries' | null
  last: number | null
}>

/**
 * The disk that holds the data.
 *
 * Shape   `kind`: a removable memory card (`sd`), a soldered one (`emmc`), or a disk; null when the
 *         system does not say.
 *         `usedPercent`: the used part of its life, at most, by its maker’s measure; null when it
 *         does not say.
 *         `spares`: the state of its spare blocks; null when it does not say.
 *         `faults`: errors that the file system or the disk met since it was made.
 */
export type StorageCard = Readonly<{
  kind: 'sd' | 'emmc' | 'nvme' | 'disk' | null
  name: string | null
  usedPercent: number | null
  spares: 'good' | 'few' | 'none' | null
  faults: number | null
}>

/**
 * What was written to the card since a day: by this page, and by the whole machine. Null where the
 * system does not count.
 *
 * Units   bytes; `since`: an ISO day.
 */
export type WrittenBytes = Readonly<{ since: string; ours: number | null; all: number | null }>

/**
 * The result of a request to the machine, or of work that the machine does by itself.
 *
 * Shape   `key`: a word for it; `more`: its subject. `box/doer` and the other scripts give both.
 *         `says`: the whole sentence, when the server has it.
 * Units   `at`: milliseconds since 1970 by the clock of that moment; null when it is not known.
 */
export type HelperOutcome = Readonly<{
  done: boolean
  at: number | null
  key: string
  more: readonly string[]
  says?: (lang: Lang) => string
}>

/**
 * A version that a key, or somebody, brought. `wrong`: why it is not taken; null when it may be.
 * `isOlder`: than the one that runs.
 */
export type OfferedVersion = Readonly<{
  file: string
  name: string
  version: string | null
  made: string | null
  by: string
  isOlder: boolean
  wrong: ((lang: Lang) => string) | null
}>

/**
 * The card forgot what it had said was written: `ahead`, the page showed entries that the log no
 * longer had; `taken`, a neighbour gave back entries of this very box; `forked`, it had meanwhile
 * written others in their place, and both are kept.
 *
 * Units   `at`: when it was seen, milliseconds since 1970; `entries`: how many, at least.
 */
export type LostWrite = Readonly<{
  at: number
  what: 'ahead' | 'taken' | 'forked'
  entries: number
}>

/**
 * The machine as it feels now. What can't be known is null.
 *
 * Units   `disk`, `memory`: bytes; `stalledPercent`: of the last minute, how long somebody waited
 *         for memory; `heat`: degrees Celsius; `power.lowAt`: when the electricity was last seen
 *         too weak since this start, milliseconds since 1970.
 */
export type Machine = Readonly<{
  /**
   * An installed box, with somebody who does what needs the machine's own rights: its clock, its
   * updates, its switch.
   */
  isBox: boolean
  version: string
  clock: ClockKnown
  disk: Readonly<{ free: number; total: number }> | null
  memory: Readonly<{ free: number; total: number; stalledPercent: number | null }> | null
  heat: number | null
  power: Readonly<{ isLow: boolean; lowAt: number | null }> | null
  /**
   * The radio that opens the Wi-Fi of an installed box; null where none was chosen, or where the
   * system does not say.
   */
  wifi: 'open' | 'shut' | 'absent' | null
  card: StorageCard
  /** What the card that is in it now forgot, the newest first. */
  lapses: readonly LostWrite[]
  /** It says that it wrote sooner than a memory card can: a hint. Null where it was not tried. */
  isHasty: boolean | null
  /** The file that may never be lost was found damaged while the page was read. */
  isLogHurt?: boolean
  written: WrittenBytes
  /**
   * The version that would come back if the one that runs did not answer; null where there is none.
   */
  before: string | null
  /** What keys and staged files offer: read when asked, since a key may be slow. */
  offered: () => readonly OfferedVersion[]
  /** The last of each; undefined where there was none. */
  told: Readonly<{ update?: HelperOutcome; backup?: HelperOutcome; check?: HelperOutcome }>
  /** When a backup that was made by page was last taken away. Units: ms since 1970. */
  taken?: number
}>

/** A request that needs the machine’s own rights; `box/doer` does it. */
export type HandAsked = 'clock' | 'update' | 'off' | 'backup'
/** `absent`: nobody is there to do it. `late`: it did not answer in time, and may still do it. */
export type HandAnswer = HelperOutcome | 'absent' | 'late'
export type MachineHelper = Readonly<{
  ask: (what: HandAsked, line: string, patienceMs: number) => Promise<HandAnswer>
  /** Leaves a word for this start of the machine; false where there is no place for it. */
  note: (name: string) => boolean
}>
