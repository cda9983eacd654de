import type { RequestListener } from 'node:http'
import type { EntriesNotTaken } from '../../contract/box/boxes.ts'
import { ownJson } from '../../core/narrow.ts'
import type { Box } from '../../log/box.ts'
import type { LogToRead } from '../../log/log.ts'
import { type Failure, failureOf } from '../../log/sqlite.ts'
import { pack, transportFile } from '../../sync/bundle/pack-client.ts'
import type { Deliver, Delivered } from '../../sync/intake/delivered.ts'
import { NoAnswer } from '../../sync/session/call.ts'
import type { DeliveryCounts } from '../../sync/session/proof.ts'
import type { SessionReport } from '../../sync/session/report.ts'
import {
  type AnsweringBundle,
  type ReceivedBundle,
  type SessionRefusal,
  syncServer,
} from '../../sync/session/server.ts'
import { runSession } from '../../sync/session/session.ts'
import { isTrustedHere, knownHere } from '../../sync/trust/seen.ts'
import type { Services, SessionChoice } from '../served.ts'
import { limit, strangerAt } from '../session/limits.ts'
import { fr as refusals } from './refusal-words/fr.ts'

export type TransportOptions = Readonly<{
  folder: string
  box: Box
  log: LogToRead
  writing: Readonly<{ deliver: Deliver }>
  /** Delivers a bundle within the intake limit of its author (`sync/intake/limit.ts`). */
  brought: Deliver
  called: () => string
  /** Our bug: its reference. */
  report: (error: unknown) => string
  now: () => number
}>

const MINUTE = 60_000

/** One meeting at a time is begun from here. */
export class AlreadyInSession extends Error {
  override name = 'AlreadyInSession'
}

/**
 * The transport of a serving box: the endpoint for other boxes, and sessions that it starts.
 * `close` ends a running session.
 *
 * Errors  of `meet`: NoAnswer, AlreadyInSession.
 */
export type Transport = Readonly<{
  endpoint: RequestListener
  meet: Services['meet']
  close: () => Promise<void>
}>

/**
 * Opens the transport. The writer takes bundles between people’s turns, and a thread of its own
 * packs: no page waits.
 */
export function openTransport(of: TransportOptions): Transport {
  const { folder, box, log, now, writing } = of
  const closing = new AbortController()
  let meeting: Promise<SessionReport> | undefined
  const meetOnce: Transport['meet'] = async (address, { yes = false, expected } = {}) => {
    if (meeting) throw new AlreadyInSession()
    const { signal } = closing
    meeting = runSession(address, {
      folder,
      box,
      log,
      now,
      deliver: writing.deliver,
      yes,
      signal,
      ...(expected ? { expected } : {}),
    })
    try {
      return await meeting
    } finally {
      meeting = undefined
    }
  }
  const close = async (): Promise<void> => {
    closing.abort()
    await meeting?.catch(() => undefined)
  }
  return { endpoint: openEndpoint(of, meetOnce), meet: meetOnce, close }
}

function openEndpoint(of: TransportOptions, meetOnce: Transport['meet']): RequestListener {
  const { folder, box, log, report, now } = of
  const strangers = limit({ each: 30, all: 60, spanMs: 10 * MINUTE })
  const isKnown = (name: string): boolean => isTrustedHere(log, name)
  const refusal = ({ is }: Failure): SessionRefusal => (is === 'full' ? 'full' : 'failed')
  const fault = (error: unknown): SessionRefusal => refusal(failureOf(error, report))
  const take = async ({
    file,
    from,
    most,
  }: ReceivedBundle): Promise<AnsweringBundle | SessionRefusal> => {
    const answer = await of.brought(file, false, { from })
    if ('unusable' in answer) return 'unusable'
    if ('failed' in answer) return refusal(answer.failed)
    const packed = await pack({ folder, to: from, answering: file, softLimit: most })
    return { file: packed.file, told: toldOf(knownHere(log, box.name, from), answer.delivered) }
  }
  return syncServer({
    box,
    called: of.called,
    isKnown,
    mayTry: address => strangers.take(strangerAt(address), performance.now()) !== undefined,
    file: () => transportFile(folder),
    take: come => take(come).catch(fault),
    own: asked => ownAsks(asked, meetOnce),
    say: why => refusals[why],
    onFault: fault,
    now: () => performance.now(),
    wall: now,
  })
}

/** An order of the command line of this folder (`cli/verbs/meet.ts`). */
export type OwnAsked = Readonly<{ address: string }> & SessionChoice
export type OwnTold =
  | Readonly<{ met: SessionReport }>
  | Readonly<{ none: Readonly<{ code: NoAnswer['code']; why: string }> }>
  | Readonly<{ already: true }>
async function ownAsks(text: string, meetOnce: Transport['meet']): Promise<OwnTold> {
  const { address, ...how } = ownJson<OwnAsked>(text)
  try {
    return { met: await meetOnce(address, how) }
  } catch (error) {
    if (error instanceof AlreadyInSession) return { already: true }
    if (error instanceof NoAnswer) return { none: { code: error.code, why: error.why } }
    throw error
  }
}

const toldOf = (
  known: DeliveryCounts['known'],
  { taken, held, aside, stopped, isFull }: Delivered,
): DeliveryCounts => ({
  known,
  taken,
  held,
  aside: countedByReason(aside),
  stopped: stopped.length,
  isFull,
})

function countedByReason(aside: readonly EntriesNotTaken[]): Readonly<Record<string, number>> {
  const out: Record<string, number> = {}
  for (const { why, entries } of aside) out[why] = (out[why] ?? 0) + entries
  return out
}
