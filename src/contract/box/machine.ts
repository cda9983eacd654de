import type { Lang } from '../../core/lang.ts'

/**
 * The state of the computer of a box (clock, disk, memory card, power, version), for its keeper’s
 * pages, and the way to ask the helper for what needs the machine’s own rights. The server
 * measures, and bricks show. Whatever the machine does not tell is null.
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
 * Shape   `kind`: a removable memory card (`sd`), a soldered one (`emmc`), or a disk (`nvme`,
 *         `disk`); null when the system does not say.
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
 * The result of a request to the machine, or of work that the machine does by itself. `done`: it
 * succeeded.
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
 * A version of the program that a USB key or a person brought. `wrong`: why it can’t be installed;
 * null when it can. `isOlder`: older than the running one.
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
 * Entries that the memory card lost after it had confirmed them.
 *
 * Shape   `ahead`: the page showed entries that the log no longer had.
 *         `taken`: a peer gave back entries of this box.
 *         `forked`: this box had written others in their place; both are kept.
 * Units   `at`: when it was noticed, in milliseconds since 1970. `entries`: how many, at least.
 */
export type LostWrite = Readonly<{
  at: number
  what: 'ahead' | 'taken' | 'forked'
  entries: number
}>

/**
 * The state of the computer now. A measure that it does not give is null.
 *
 * Units   `disk`, `memory`: bytes. `stalledPercent`: the share of the last minute in which programs
 *         waited for memory. `heat`: degrees Celsius. `power.lowAt`: the last time since this start
 *         at which the power was too weak, in milliseconds since 1970.
 */
export type Machine = Readonly<{
  /**
   * An installed box: a helper does what needs the machine’s own rights (clock, updates, switch).
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
  /** The entries that the present card lost, newest first. */
  lapses: readonly LostWrite[]
  /**
   * The card confirms writes sooner than a memory card can: a hint. Null where it was not tried.
   */
  isHasty: boolean | null
  /** A page found damage in the log’s file. */
  isLogHurt?: boolean
  written: WrittenBytes
  /** The version that comes back if the running one does not answer; null where there is none. */
  before: string | null
  /**
   * The versions on USB keys and in staged files. They are read when asked, because a key may be
   * slow.
   */
  offered: () => readonly OfferedVersion[]
  /** The last outcome of each; undefined where there was none. */
  outcomes: Readonly<{ update?: HelperOutcome; backup?: HelperOutcome; check?: HelperOutcome }>
  /** When the keeper last downloaded a backup. Units: milliseconds since 1970. */
  taken?: number
}>

/**
 * A request that needs the machine’s own rights; the helper (`box/doer`) does it: set the clock,
 * install a version, switch off, write a backup to a key.
 */
export type HandAsked = 'clock' | 'update' | 'off' | 'backup'
/**
 * The answer of the helper. `absent`: there is no helper. `late`: it did not answer in time, and
 * may still do it.
 */
export type HandAnswer = HelperOutcome | 'absent' | 'late'
/** The way to the helper. */
export type MachineHelper = Readonly<{
  /** Asks for one act. `line`: its argument. `patienceMs`: how long to wait for the answer. */
  ask: (what: HandAsked, line: string, patienceMs: number) => Promise<HandAnswer>
  /** Leaves a note for this start of the machine; false where it can’t be stored. */
  note: (name: string) => boolean
}>
