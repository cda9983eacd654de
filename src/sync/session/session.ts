import { rmSync } from 'node:fs'
import { setTimeout as after } from 'node:timers/promises'
import { isTrusted } from '../../contract/box/boxes.ts'
import type { Box } from '../../log/box.ts'
import type { LogToRead } from '../../log/log.ts'
import { isAnyFileMissing } from '../../log/missing-files.ts'
import { type BundleOffer, offeredIn } from '../bundle/offered.ts'
import { type PackedFile, pack, transportFile } from '../bundle/pack-client.ts'
import { countOwed } from '../bundle/pack-to.ts'
import type { PeerHoldings } from '../bundle/vector.ts'
import { unionOf } from '../bundle/vector.ts'
import type { Deliver, Delivered } from '../intake/delivered.ts'
import { boxesSeen, isTrustedHere } from '../trust/seen.ts'
import {
  type ExchangeAnswer,
  type Greeting,
  greet,
  NoAnswer,
  sendBundle,
  syncEndpointAt,
} from './call.ts'
import { lastStateOf } from './heard.ts'
import type { DeliveryCounts } from './proof.ts'
import { SessionCounts, type SessionReport } from './report.ts'
import { MOST_ASKED } from './server.ts'

/**
 * A session: two boxes exchange bundles over HTTP until neither has entries left for the other.
 * This side calls, decides what each round sends, and tries again after a cut; `server.ts` is the
 * other side. The keeper’s page and `cocote meet` run it, with the `deliver` of the engine, which
 * alone writes what came.
 */

/**
 * The order for a session. `yes`: the keeper agreed to a delivery without limit. `expected`: the
 * name of the box that must answer. `signal` cancels. `wait`: the pause before another try, longer
 * each time.
 */
export type SessionOptions = Readonly<{
  folder: string
  box: Box
  log: LogToRead
  deliver: Deliver
  now: () => number
  yes: boolean
  expected?: string
  signal?: AbortSignal
  wait?: (tries: number) => Promise<unknown>
  progress?: (entries: number) => void
}>

/**
 * The limit of the first bundle. Boxes that differ little are done with it, and a box that takes
 * little from a stranger does not refuse it.
 *
 * Units   bytes.
 */
const FIRST_BROUGHT = 128 * 1024
/** Units   bytes. After cuts a bundle gets no smaller than this. */
const LEAST = 16 * 1024
/** The most tries of one call. */
const MOST_TRIES = 10
/** The most rounds of a session. */
const MOST_ROUNDS = 10_000

/**
 * The next bundle to send. `since`: the state against which it is made; without one it carries no
 * entry. `alreadyOffered`: as in `Packing`. `isVerified`: the other box gave its state in this
 * session. `isReceipt`: the other box has no more to offer; entries that it writes meanwhile wait
 * for another session.
 */
type Plan = Readonly<{
  since?: PeerHoldings
  alreadyOffered?: PeerHoldings
  isVerified: boolean
  isReceipt: boolean
}>
/**
 * One exchange. `out`: the bundle that was sent, and `told` its result there. `delivered`: the
 * result here of the bundle that came, and `offered` what it held.
 */
type Round = Readonly<{
  plan: Plan
  out: PackedFile
  told: DeliveryCounts
  delivered: Delivered
  offered: BundleOffer
}>

/**
 * Runs a session with another box over HTTP. Each side sends bundles of limited size in turn, until
 * neither has entries left to give.
 *
 * Law     Entries that landed before a cut are not fetched again. Each round is made against the
 *         last signed state of the other side. An entry that was offered in this session and not
 *         taken is not offered twice.
 * Errors  NoAnswer, when no round was completed.
 */
export async function runSession(address: string, of: SessionOptions): Promise<SessionReport> {
  const caller = new Caller(syncEndpointAt(address), of)
  const who = await caller.greet()
  if (who.box === of.box.name) throw new NoAnswer('itself')
  if (of.expected !== undefined && who.box !== of.expected)
    throw new NoAnswer('another', who.called)
  const tally = new SessionCounts(of, who)
  try {
    let plan: Plan | undefined = firstPlan(of, who.box)
    for (let rounds = 0; plan && rounds < MOST_ROUNDS; rounds++) {
      const round: Round = await caller.round(plan, tally)
      tally.add(round)
      of.progress?.(tally.entries)
      plan = nextPlan(of, who.box, round, tally)
    }
    return tally.report(null)
  } catch (error) {
    if (!(error instanceof NoAnswer) || !tally.hasBegun) throw error
    return tally.report(error.code === 'refused' ? error.why : error.code)
  }
}

const FIRST: Plan = { isVerified: false, isReceipt: false }
/** The first bundle carries entries for a trusted box whose state is known; else it is empty. */
function firstPlan({ log, box }: SessionOptions, name: string): Plan {
  const heard = boxesSeen(log, box.name).others.find(one => one.name === name)
  const hasSpoken = heard !== undefined && heard.toGive !== null
  return hasSpoken && isTrustedHere(log, name) ? { ...FIRST, since: lastStateOf(log, name) } : FIRST
}

/**
 * The state against which a bundle was made. `none`: none, so it carried no entry.
 * `remembered`: the state of an earlier session. `told`: the state told in this session.
 */
type Basis = 'none' | 'remembered' | 'told'
const basisOf = ({ since, isVerified }: Plan): Basis =>
  since === undefined ? 'none' : isVerified ? 'told' : 'remembered'

/**
 * The next bundle after a round; undefined when both sides are done. A box that is not accepted has
 * one round, which shows the keeper that it came.
 */
function nextPlan(
  of: SessionOptions,
  name: string,
  round: Round,
  tally: SessionCounts,
): Plan | undefined {
  if (!isTrustedHere(of.log, name)) return undefined
  const gives = givenNext(of, name, round, tally)
  if (gives === 'nothing' && !takesMore(of.log, round, tally)) return undefined
  const { offered } = round
  const next = { alreadyOffered: offered.upTo, isVerified: true, isReceipt: !offered.isMore }
  return gives === 'nothing' ? next : { ...next, since: sinceNext(of.log, name, round, gives) }
}

/**
 * The data that this side still gives. `files`: files that the other side misses, as long as each
 * round brings some; entries may go with them. `entries`: entries alone, until all were offered
 * against the state that the other side told.
 */
type Given = 'nothing' | 'files' | 'entries'
function givenNext(
  { folder, log, box }: SessionOptions,
  name: string,
  { plan, out, told }: Round,
  tally: SessionCounts,
): Given {
  if (!isTrusted(told.known) || told.isFull || tally.isTooLarge) return 'nothing'
  if (tally.owesLess(countOwed(folder, log, box, name))) return 'files'
  if (basisOf(plan) === 'told' && !out.isMore) return 'nothing'
  const left = boxesSeen(log, box.name).others.find(one => one.name === name)?.toGive ?? 0
  return left > 0 ? 'entries' : 'nothing'
}

/** Whether the other side still gives: entries that it offered, or files that are missing here. */
function takesMore(
  log: LogToRead,
  { plan, offered, delivered }: Round,
  tally: SessionCounts,
): boolean {
  if (tally.isFull) return false
  if (offered.entries > 0 && !plan.isReceipt) return true
  return delivered.files > 0 && isAnyFileMissing(log)
}

/**
 * The state against which the next bundle is made: the one that the other side told in this round.
 * After a bundle on a told state it also leaves out what that bundle offered, taken or not.
 */
function sinceNext(log: LogToRead, name: string, { plan, out }: Round, gives: Given): PeerHoldings {
  const { lacks, ...state } = lastStateOf(log, name)
  const missed = lacks && gives === 'files' ? { lacks } : {}
  if (basisOf(plan) !== 'told') return { ...state, ...missed }
  return {
    commons: unionOf(state.commons, out.upTo.commons),
    network: unionOf(state.network, out.upTo.network),
    ...missed,
  }
}

/**
 * Calls one box, and tries again after errors that may pass. `#most` limits the bundles of both
 * sides, in bytes: each cut halves it, each round doubles it.
 */
class Caller {
  readonly #url: URL
  readonly #of: SessionOptions
  #who: Greeting | undefined
  #nonce: string | undefined
  #most = MOST_ASKED
  constructor(url: URL, of: SessionOptions) {
    this.#url = url
    this.#of = of
  }

  greet(): Promise<Greeting> {
    return this.#patiently(() => this.#hello())
  }

  async #hello(): Promise<Greeting> {
    const who = await greet(this.#url, this.#of.signal)
    this.#nonce = who.nonce
    this.#who ??= who
    // Another box answers at this address now: bundles and proofs were for the first.
    if (who.box !== this.#who.box) throw new NoAnswer('another', who.called)
    return this.#who
  }

  async round(plan: Plan, tally: SessionCounts): Promise<Round> {
    const { folder, box, yes } = this.#of
    const to = this.#who!.box
    const into = transportFile(folder)
    try {
      const { out, told } = await this.#patiently(() => this.#brought(plan, tally, to, into))
      this.#most = Math.min(MOST_ASKED, this.#most * 2)
      const offered = await offeredIn(into, box)
      const left = tally.left
      const answer = await this.#of.deliver(into, yes, {
        from: to,
        follows: tally.hasBegun,
        ...(left ? { quota: left } : {}),
      })
      if ('unusable' in answer) throw new NoAnswer('refused', 'unusable')
      if ('failed' in answer)
        throw new NoAnswer('refused', answer.failed.is === 'full' ? 'fullHere' : 'failedHere')
      return { plan, out, told, delivered: answer.delivered, offered }
    } finally {
      rmSync(into, { force: true })
    }
  }

  /** Packs a bundle, sends it, and leaves the answering bundle in `into`. */
  async #brought(
    plan: Plan,
    tally: SessionCounts,
    to: string,
    into: string,
  ): Promise<Readonly<{ out: PackedFile; told: DeliveryCounts }>> {
    const { folder, box, signal } = this.#of
    const carries = plan.since !== undefined && !tally.isTooLarge
    const softLimit = plan.isVerified ? this.#most : Math.min(this.#most, FIRST_BROUGHT)
    const out = await pack({
      folder,
      to,
      ...(carries && plan.since ? { since: plan.since, softLimit } : { isReceipt: true }),
      ...(plan.alreadyOffered ? { alreadyOffered: plan.alreadyOffered } : {}),
    })
    try {
      if (this.#nonce === undefined) await this.#hello()
      const nonce = this.#nonce!
      this.#nonce = undefined
      const answered: ExchangeAnswer = await sendBundle(this.#url, {
        box,
        to,
        nonce,
        file: out.file,
        into,
        most: this.#mostAsked(to),
        ...(signal ? { signal } : {}),
      })
      this.#nonce = answered.nonce
      return { out, told: answered.told }
    } catch (error) {
      if (carries && error instanceof NoAnswer && error.why === 'large') tally.isTooLarge = true
      throw error
    } finally {
      rmSync(out.file, { force: true })
    }
  }

  #mostAsked(to: string): number {
    return isTrustedHere(this.#of.log, to) ? this.#most : FIRST_BROUGHT
  }

  async #patiently<T>(work: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++)
      try {
        return await work()
      } catch (error) {
        if (
          !mayAskAgain(error) ||
          this.#of.signal?.aborted ||
          tries >= MOST_TRIES ||
          (error.code === 'nobody' && !this.#who)
        )
          throw error
        if (error.code === 'cut') this.#most = Math.max(LEAST, Math.floor(this.#most / 2))
        await (this.#of.wait ?? waiting)(tries, this.#of.signal)
      }
  }
}

/** Whether another try may succeed: after a late nonce, a queue, a restart, a cut. */
function mayAskAgain(error: unknown): error is NoAnswer {
  if (!(error instanceof NoAnswer)) return false
  return (
    error.code === 'cut' ||
    error.code === 'nobody' ||
    (error.code === 'refused' && AGAIN.has(error.why))
  )
}
const AGAIN: ReadonlySet<string> = new Set(['nonce', 'busy', 'altered', 'large'])
const waiting = (tries: number, signal?: AbortSignal): Promise<unknown> =>
  after(Math.min(3_000, 100 * 2 ** tries), undefined, signal ? { signal } : {}).catch(
    () => undefined,
  )
