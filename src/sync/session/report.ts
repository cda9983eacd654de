import { type EntriesNotTaken, isTrusted, type KnownAs } from '../../contract/box/boxes.ts'
import type { Box } from '../../log/box.ts'
import type { LogToRead } from '../../log/log.ts'
import type { Delivered } from '../intake/delivered.ts'
import { boxesSeen, knownHere } from '../trust/seen.ts'
import { QUOTA, type Quota } from '../trust/trust.ts'
import type { Greeting } from './call.ts'
import type { DeliveryCounts } from './proof.ts'

/**
 * The result of a session between two boxes, for the page and the command line. `SessionCounts`
 * sums its rounds while it runs, and gives this at the end.
 *
 * Shape   `box`, `called`, `words`: the other box: its public name, what it is called here, and its
 *         five words.
 *         `clockAheadMs`: how far its clock is ahead of ours, in milliseconds; null when ours is
 *         not set.
 *         `took`, `gave`: entries that were new here, and there. `records`: how many these change.
 *         `known`, `knownThere`: the relation that each box gives the other.
 *         `aside`: entries that were not taken, by reason. `isFull`: the intake limit stopped it.
 *         `toGive`, `toTake`: entries that are still left on each side, by the last state told;
 *         null when the other box told none.
 *         `took.faulty`: the number of feeds and pages with a fault.
 *         `stopped`: the reason of an early end after some entries passed; null otherwise.
 */
export type SessionReport = Readonly<{
  box: string
  called: string
  words: string
  known: KnownAs
  knownThere: KnownAs
  clockAheadMs: number | null
  took: Readonly<{
    entries: number
    records: number
    aside: readonly EntriesNotTaken[]
    faulty: number
    isFull: boolean
  }>
  gave: Readonly<{ entries: number; aside: Readonly<Record<string, number>>; isFull: boolean }>
  toGive: number | null
  toTake: number | null
  stopped: string | null
}>

/**
 * Whether everything that may pass did, in both directions. Entries set aside wait for a keeper,
 * and are no fault.
 */
export const isSessionComplete = ({
  known,
  knownThere,
  took,
  gave,
  stopped,
}: SessionReport): boolean =>
  stopped === null &&
  isTrusted(known) &&
  isTrusted(knownThere) &&
  took.faulty === 0 &&
  !took.isFull &&
  !gave.isFull

/**
 * One round. `isVerified`: the other side gave its state in this session. `out`: the bundle that
 * was sent.
 */
type CountedRound = Readonly<{
  plan: Readonly<{ isVerified: boolean }>
  out: Readonly<{ entries: number }>
  delivered: Delivered
  told: DeliveryCounts
}>
/** This side of a session. `yes`: the keeper agreed to a delivery without limit. */
type SessionSide = Readonly<{ log: LogToRead; box: Box; yes: boolean; now: () => number }>

/** The counts of a session, summed round by round. */
export class SessionCounts {
  /** The other side refused a bundle as too large: from now on only receipts are sent. */
  isTooLarge = false
  readonly #of: SessionSide
  readonly #who: Greeting
  readonly #clockAheadMs: number
  readonly #took = { entries: 0, records: 0, bytes: 0, faulty: 0, isFull: false }
  readonly #gave = { entries: 0, aside: {} as Readonly<Record<string, number>>, isFull: false }
  readonly #aside = new Map<string, EntriesNotTaken>()
  #knownThere: KnownAs = 'stranger'
  #rounds = 0
  #isCounting = false
  #owed = Number.POSITIVE_INFINITY
  constructor(of: SessionSide, who: Greeting) {
    this.#of = of
    this.#who = who
    this.#clockAheadMs = who.at - of.now()
  }

  get hasBegun(): boolean {
    return this.#rounds > 0
  }
  get isFull(): boolean {
    return this.#took.isFull
  }
  get entries(): number {
    return this.#took.entries + this.#gave.entries
  }
  /** The rest of the intake limit of this session. Undefined with the keeper’s yes. */
  get left(): Quota | undefined {
    return this.#of.yes
      ? undefined
      : { entries: QUOTA.entries - this.#took.entries, bytes: QUOTA.bytes - this.#took.bytes }
  }

  /**
   * Notes how many missing files of the other side are here. True when there are some, and fewer
   * than the last time.
   */
  owesLess(files: number): boolean {
    const isLess = files > 0 && files < this.#owed
    this.#owed = files
    return isLess
  }

  /** Adds a round to the sums. */
  add({ plan, out, delivered, told }: CountedRound): void {
    const [took, gave] = [this.#took, this.#gave]
    this.#rounds++
    took.entries += delivered.taken
    took.records += delivered.records
    took.bytes += delivered.bytes
    took.faulty += delivered.stopped.length + delivered.faults.length
    took.isFull ||= delivered.isFull
    for (const one of delivered.aside) {
      const key = `${one.box} ${one.why}`
      this.#aside.set(key, { ...one, entries: one.entries + (this.#aside.get(key)?.entries ?? 0) })
    }
    gave.entries += told.taken
    gave.isFull ||= told.isFull
    // Entries set aside in the first round are offered once more in the second.
    if (out.entries > 0)
      gave.aside = plan.isVerified && this.#isCounting ? summed(gave.aside, told.aside) : told.aside
    this.#isCounting ||= plan.isVerified
    this.#knownThere = told.known
  }

  /** The result so far. `stopped`: the reason of an early end; null when there is none. */
  report(stopped: string | null): SessionReport {
    const { log, box } = this.#of
    const { bytes, ...took } = this.#took
    const seen = boxesSeen(log, box.name).others.find(one => one.name === this.#who.box)
    return {
      box: this.#who.box,
      called: seen?.called || this.#who.called,
      words: this.#who.words,
      known: knownHere(log, box.name, this.#who.box),
      knownThere: this.#knownThere,
      clockAheadMs: seen?.isSure === false ? null : this.#clockAheadMs,
      took: { ...took, aside: [...this.#aside.values()] },
      gave: this.#gave,
      toGive: seen?.toGive ?? null,
      toTake: seen?.toTake ?? null,
      stopped,
    }
  }
}

const summed = (
  one: DeliveryCounts['aside'],
  other: DeliveryCounts['aside'],
): DeliveryCounts['aside'] =>
  Object.fromEntries(
    [...Object.keys(one), ...Object.keys(other)].map(why => [
      why,
      (one[why] ?? 0) + (other[why] ?? 0),
    ]),
  )
