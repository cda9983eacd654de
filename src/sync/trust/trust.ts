import { MOST_INTRODUCED } from '../../contract/box/boxes.ts'
import { boxOfFeed, type FeedName, spaceOfFeed } from '../../core/change.ts'

/**
 * Whom this box believes: a pure function (`verdictOf`) of the keeper’s decisions and an entry’s
 * place: its *feed* (the entries of one box in one space) and its *seq* there, from 1. Every way in
 * asks it: deliveries, sessions, packing. A signature proves which box wrote an entry; only the
 * keeper here decides which boxes are believed.
 */

/**
 * The decisions of the keeper about other boxes, each by its name (its public key).
 *
 * Shape   `paired`: recognised in person.
 *         `accepted`: introduced by a paired box, and the keeper here said yes.
 *         `introductions`: the introductions, in the order in which each box made them.
 *         `dismissed`: by box, the last believed seq of each feed. No entry of an absent feed is
 *         believed.
 *         `paused`: no entry is accepted for now.
 */
export type Trust = Readonly<{
  me: string
  paired: ReadonlySet<string>
  accepted: ReadonlySet<string>
  paused: ReadonlySet<string>
  dismissed: ReadonlyMap<string, Readonly<Record<FeedName, number>>>
  introductions: readonly Readonly<{ by: string; box: string }>[]
}>

/**
 * A verdict: what is done with an entry.
 *
 * Shape   `believed`: it is taken.
 *         `waits`: of an introduced box without the keeper’s yes.
 *         `unknown`: of an unknown box, or of an introduced box outside the commons.
 *         `dismissed`, `paused`: of a box that the keeper dismissed or paused. It is not taken
 *         until the keeper takes this back.
 *         `home`: an entry that should never have left its box.
 */
export type TrustVerdict = 'believed' | 'waits' | 'unknown' | 'dismissed' | 'paused' | 'home'

/**
 * The verdict on an entry, from its place alone. Its signature proves which box speaks; the keeper
 * here decides whom to believe.
 *
 * Law     An introduction has depth one: only a paired box introduces. It opens the commons alone,
 *         after the keeper’s yes. A pairing opens both spaces.
 *         A dismissal keeps the entries written before it. This box’s own entries are always its
 *         own.
 *         No box’s word gives itself or another more than the keeper here gave (`trust.test.ts`).
 */
export function verdictOf(trust: Trust, feed: FeedName, seq: number): TrustVerdict {
  const [box, space] = [boxOfFeed(feed), spaceOfFeed(feed)]
  if (space === 'home') return 'home'
  if (box === trust.me) return 'believed'
  const known = knownAs(trust, box, space === 'network')
  if (known !== 'believed') return known
  const last = trust.dismissed.get(box)
  if (last && seq > (last[feed] ?? 0)) return 'dismissed'
  return trust.paused.has(box) ? 'paused' : 'believed'
}

/** Whether a box is believed in the commons, or in the network (`isPrivate`). */
function knownAs(trust: Trust, box: string, isPrivate: boolean): 'believed' | 'waits' | 'unknown' {
  if (trust.paired.has(box)) return 'believed'
  if (isPrivate) return 'unknown'
  if (trust.accepted.has(box)) return 'believed'
  return introducersOf(trust, box).length > 0 ? 'waits' : 'unknown'
}

/** The paired boxes that introduce this one, within the number that each may. */
export function introducersOf(
  { introductions, paired, dismissed }: Trust,
  box: string,
): readonly string[] {
  const by = Map.groupBy(introductions, one => one.by)
  return [...by]
    .filter(([introducer]) => paired.has(introducer) && !dismissed.has(introducer))
    .filter(([, all]) =>
      [...new Set(all.map(one => one.box))].slice(0, MOST_INTRODUCED).includes(box),
    )
    .map(([introducer]) => introducer)
}

/**
 * The intake limit: how much an exchange may bring without the keeper’s yes.
 *
 * Units   `entries`; `bytes` of entries with their values, and of files.
 */
export type Quota = Readonly<{ entries: number; bytes: number }>
/** The limit of one session, and of one box in an hour. */
export const QUOTA: Quota = { entries: 20_000, bytes: 50 * 1024 * 1024 }
/** No limit: the keeper said yes. */
export const UNLIMITED: Quota = {
  entries: Number.POSITIVE_INFINITY,
  bytes: Number.POSITIVE_INFINITY,
}

/**
 * The boxes whose entries are accepted here today. A paired box learns this list, so that it
 * carries no entry that would be left aside.
 */
export const acceptedBoxes = ({ paired, accepted, paused, dismissed }: Trust): readonly string[] =>
  [...new Set([...paired, ...accepted])]
    .filter(name => !paused.has(name) && !dismissed.has(name))
    .toSorted()
