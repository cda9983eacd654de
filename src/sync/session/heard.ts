import type { Log, LogToRead } from '../../log/log.ts'
import type { BundleSection, Manifest } from '../bundle/manifest.ts'
import { manifestState } from '../bundle/manifest-state.ts'
import { NOTHING, type PeerHoldings } from '../bundle/vector.ts'
import {
  dropPeerMark,
  type LastDelivery,
  type Mark,
  peerMark,
  peerMarksIn,
  setPeerMark,
} from '../trust/marks.ts'
import { clockAhead } from './clocks.ts'

/**
 * The memory of what another box last told: its state (which entries it holds and asks for), when
 * its bundle came, and what was taken from it. The memory stands in the *mark* of that box, one
 * JSON object for each box, in a table of `log.db` that no bundle carries. A delivery notes it;
 * packing and the keeper’s page read it.
 */

/**
 * The noted state of a box, from its last manifest. Empty when none was noted: that of a stranger
 * (`isStranger`) never is. Its network half may come from an earlier bundle.
 */
export const lastStateOf = (log: LogToRead, name: string): PeerHoldings =>
  peerMark(log, name)?.heard ?? NOTHING

/**
 * At most this many strangers are remembered, those heard last: anybody can make names without
 * cost. The mark of a stranger that holds a refusal of the keeper stays, and does not count.
 */
const MOST_STRANGERS = 20
function forgetStrangers(log: Log): void {
  const strangers = [...peerMarksIn(log)]
    .filter(([, mark]) => isStranger(mark) && !isRefused(mark))
    .toSorted(([, a], [, b]) => (b.heardAt ?? 0) - (a.heardAt ?? 0))
  for (const [name] of strangers.slice(MOST_STRANGERS)) dropPeerMark(log, name)
}
/**
 * Whether this box is a stranger: the keeper here never named, paired, accepted, paused or
 * dismissed it. A refused introduction does not count.
 */
const isStranger = ({ called, paired, accepted, paused, dismissed }: Mark): boolean =>
  called === undefined && !paired && !accepted && !paused && dismissed === undefined
/** Whether the keeper here refused its introduction, or a request to dismiss it. */
const isRefused = ({ refused, dismissalsRefused = [] }: Mark): boolean =>
  refused === true || dismissalsRefused.length > 0

/**
 * How a bundle came. `brought`: the result of its delivery. `isSure`: our clock is set. `isMet`: it
 * came over HTTP, just made, and in no carried file. `follows`: it is not the first bundle of its
 * session. Default: whether its manifest has `asks`, as only later bundles of a session do.
 */
type Hearing = Readonly<{
  brought?: LastDelivery
  isSure?: boolean
  isMet?: boolean
  follows?: boolean
}>

/**
 * The result to show to the keeper after a bundle. `isCarrying`: the bundle has entries.
 *
 * - A bundle without entries (a receipt) keeps the counts of the last result, and may only set
 *   `isFull` (the intake limit was reached). If it begins a session it also sets `isPast`: the next
 *   bundle with entries then begins a new count.
 * - Within a session `taken` is summed. Of `stopped` (feeds that stopped), and of each count of
 *   entries set aside, by box and reason, the largest stays: the same entries are offered again.
 */
function leftBy(
  now: LastDelivery,
  before: LastDelivery | undefined,
  how: Readonly<{ isCarrying: boolean; follows: boolean }>,
): LastDelivery {
  const isFull = before?.isFull || now.isFull
  if (!how.isCarrying)
    return { ...(before ?? now), isFull, ...(how.follows ? {} : { isPast: true }) }
  if (!before || before.isPast || !how.follows) return now
  const aside = new Map(
    [...before.aside, ...now.aside]
      .toSorted((a, b) => a.entries - b.entries)
      .map(one => [`${one.box} ${one.why}`, one]),
  )
  return {
    taken: before.taken + now.taken,
    aside: [...aside.values()],
    stopped: Math.max(before.stopped, now.stopped),
    isFull,
  }
}

/**
 * Notes what a bundle tells of the box that made it: its state by the manifest, when it came, and
 * its result. The next bundle for that box is made against this state, even when the state is less
 * than before (a restored box holds less). The state of a stranger is not noted. A manifest of this
 * very box is ignored. The caller has a transaction open.
 */
export function noteManifest(
  log: Log,
  { manifest, network }: Readonly<{ manifest: Manifest; network: BundleSection | undefined }>,
  now: number,
  {
    brought,
    isSure = true,
    isMet = false,
    follows = manifest.commons.asks !== undefined,
  }: Hearing = {},
): void {
  const { box, commons, made } = manifest
  if (box === log.box.name) return
  const clockAheadMs = clockAhead(
    log,
    { manifest, network },
    { me: log.box.name, now, isSure, isMet },
  )
  const known = peerMark(log, box)
  const isCarrying = commons.entries + (network?.entries ?? 0) > 0
  const left = brought && leftBy(brought, known?.brought, { isCarrying, follows })
  const told = {
    heardAt: now,
    madeAt: made,
    clockAheadMs,
    isSure,
    isMet,
    ...(left ? { brought: left } : {}),
  }
  if (!known || isStranger(known)) {
    setPeerMark(log, box, told)
    forgetStrangers(log)
    return
  }
  const said = manifestState({ manifest, network }, log.box.name)
  // Only a bundle made for this box alone tells what its box holds of the network space. After
  // another bundle the vector noted before stays.
  const heard =
    network?.to === log.box.name ? said : { ...said, network: lastStateOf(log, box).network }
  setPeerMark(log, box, { heard, ...told })
}
