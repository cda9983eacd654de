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
 * its bundle came, and what was taken of it. The memory stands in the *mark* of that box, one JSON
 * object for each box, beside the log. A delivery notes it; packing and the keeper’s page read it.
 */

/** The state that a box last gave in a manifest. Empty when it never gave one. */
export const lastStateOf = (log: LogToRead, name: string): PeerHoldings =>
  peerMark(log, name)?.heard ?? NOTHING

/** The most strangers that are remembered, the latest first. Names cost nothing to make. */
const MOST_STRANGERS = 20
function forgetStrangers(log: Log): void {
  const strangers = [...peerMarksIn(log)]
    .filter(([, mark]) => isStranger(mark))
    .toSorted(([, a], [, b]) => (b.heardAt ?? 0) - (a.heardAt ?? 0))
  for (const [name] of strangers.slice(MOST_STRANGERS)) dropPeerMark(log, name)
}
/** Whether the keeper here never named or judged this box. */
const isStranger = ({ called, paired, accepted, paused, dismissed }: Mark): boolean =>
  called === undefined && !paired && !accepted && !paused && dismissed === undefined

/**
 * The context of a bundle. `brought`: the result of its delivery. `isSure`: our clock is set.
 * `isMet`: it came over a network, just made. `follows`: it is one more bundle of the same session;
 * absent, a manifest with `asks` tells so, because only later bundles of a session have one.
 */
type Hearing = Readonly<{
  brought?: LastDelivery
  isSure?: boolean
  isMet?: boolean
  follows?: boolean
}>

/**
 * The result to show to the keeper after a bundle. A bundle without entries (a receipt) changes
 * nothing that waits. Bundles of one session are summed; of entries set aside, the largest count
 * stays, because they are offered again. `isCarrying`: the bundle has entries. `isPast` in the
 * result: a session has begun since, and carried nothing yet.
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
 * Notes the state that a bundle’s manifest gives. The next bundle for that box is made against it,
 * even when it is less than before (a restored box holds less). Of an unknown box it notes only
 * that it came. Runs inside a transaction.
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
  // A bundle that was not made for this box alone tells nothing of the network: what it told
  // before stays.
  const heard =
    network?.to === log.box.name ? said : { ...said, network: lastStateOf(log, box).network }
  setPeerMark(log, box, { heard, ...told })
}
