import { signerOf } from '../bundle/bundle.ts'
import { QUOTA, type Quota } from '../trust/trust.ts'
import type { Deliver, DeliverAnswer, Delivered, DeliveryContext } from './delivered.ts'

/**
 * The intake limit: no box fills this one without its keeper’s yes. The limit stands around the
 * delivery of the engine, and counts what each box brought within an hour. The server alone uses
 * it.
 */

/**
 * The span over which the bundles of one box count together. A session makes many requests, and a
 * file may be brought again.
 *
 * Units   milliseconds.
 */
const SHARE_MS = 3_600_000

type Counting = Readonly<{
  deliver: Deliver
  /** Whether the keeper accepted this box. */
  isKnown: (name: string) => boolean
  now: () => number
}>

/**
 * Wraps a `Deliver` so that each box stays within its intake limit, whether its bundles come by
 * HTTP, by telephone or on a USB key. Deliveries with the keeper’s yes are not counted. All boxes
 * that the keeper has not accepted share one limit, because a name costs nothing to make.
 */
export function countedDeliver({ deliver, isKnown, now }: Counting): Deliver {
  const shares = sharesOver(SHARE_MS, now)
  let last: Promise<unknown> = Promise.resolve()
  const within = async (
    file: string,
    context: DeliveryContext | undefined,
  ): Promise<DeliverAnswer> => {
    // The box of the session, else the signer of the file. An unreadable file is a stranger’s.
    const from = context?.from ?? (await signerOf(file)) ?? ''
    const share = shares(isKnown(from) ? from : '')
    const answer = await deliver(file, false, { ...context, quota: share.left() })
    if ('delivered' in answer) share.use(answer.delivered)
    return answer
  }
  return (file, yes, context) => {
    if (yes) return deliver(file, true, context)
    // One after the other: two at once would each get the whole rest of the limit.
    const answer = last.then(() => within(file, context))
    last = answer.catch(() => undefined)
    return answer
  }
}

type Share = Readonly<{
  left: () => Quota
  use: (done: Pick<Delivered, 'taken' | 'bytes'>) => void
}>
/** Counts what each box brought in the span, in memory. A restart sets the counts to 0. */
function sharesOver(spanMs: number, now: () => number): (name: string) => Share {
  const shares = new Map<string, { since: number; entries: number; bytes: number }>()
  return name => {
    const known = shares.get(name)
    const isOld = !known || now() - known.since >= spanMs || now() < known.since
    const used = isOld ? { since: now(), entries: 0, bytes: 0 } : known
    shares.set(name, used)
    return {
      left: () => ({
        entries: Math.max(0, QUOTA.entries - used.entries),
        bytes: Math.max(0, QUOTA.bytes - used.bytes),
      }),
      use: ({ taken, bytes }) => {
        used.entries += taken
        used.bytes += bytes
      },
    }
  }
}
