import { MOST_INTRODUCED } from '../../contract/box/boxes.ts'
import { boxOfFeed, type FeedName, spaceOfFeed } from '../../core/change.ts'

/**
 * Whom this box believes: a pure function (`verdictOf`) of the keeper’s decisions and an entry’s
 * place. That place is its *feed* (the entries of one box, one epoch and one space, `change.ts`)
 * and its *seq* (its number in the feed, from 1). The intake asks it about each entry that comes;
 * the list of missing files asks it about each entry that names one. A signature proves which box
 * wrote an entry; only the keeper here decides which boxes are believed.
 */

/**
 * The facts that decide: this box (`me`), the keeper’s decisions about other boxes, and the
 * introductions by other boxes. A box goes by its name, its public key.
 *
 * Shape   `paired`: recognised in person.
 *         `accepted`: introduced by a paired box, and the keeper here said yes.
 *         `introductions`: the box `by` says that this box may trust `box`. They stand in the order
 *         of feed and seq, and only the first of each introducer count (`introducersOf`).
 *         `dismissed`: by box, the last seq of each feed that is still believed. Of a feed that is
 *         not in the list, no entry is believed.
 *         `paused`: boxes of which no entry is believed until the keeper ends the pause.
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
 * A verdict on an entry. Only a believed entry is stored.
 *
 * Shape   `waits`: an entry in the commons, of an introduced box without the keeper’s yes.
 *         `unknown`: in the commons, of a box that is not paired, accepted or introduced; in the
 *         network, of a box that is not paired.
 *         `dismissed`: of a paired or accepted box that the keeper dismissed, beyond the last seq
 *         that is still believed.
 *         `paused`: of a paired or accepted box that the keeper paused.
 *         `home`: an entry that should never have left its box.
 */
export type TrustVerdict = 'believed' | 'waits' | 'unknown' | 'dismissed' | 'paused' | 'home'

/**
 * The verdict on an entry, from the keeper’s decisions and its place. Its content does not count.
 *
 * Law     An introduction has depth one: only a paired box introduces. With the keeper’s yes, the
 *         introduced box is believed in the commons alone. A paired box is believed in the commons
 *         and in the network.
 *         After a dismissal, entries up to the seq noted for each feed are still believed.
 *         Entries of this box itself are believed in the commons and in the network.
 *         A box is believed only if the keeper here paired or accepted it, whatever boxes say of
 *         themselves or of others (`trust.test.ts`).
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

/**
 * The verdict on a box by pairing, acceptance and introductions alone. `isPrivate`: in the network;
 * otherwise in the commons.
 */
function knownAs(trust: Trust, box: string, isPrivate: boolean): 'believed' | 'waits' | 'unknown' {
  if (trust.paired.has(box)) return 'believed'
  if (isPrivate) return 'unknown'
  if (trust.accepted.has(box)) return 'believed'
  return introducersOf(trust, box).length > 0 ? 'waits' : 'unknown'
}

/**
 * The paired boxes that introduce `box`, less the dismissed ones. Of each introducer only the first
 * boxes count, at most `MOST_INTRODUCED`.
 */
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
 * The intake limit: how much is taken in at once without the keeper’s yes.
 *
 * Units   `entries`; `bytes` of entries with their values, and of files.
 */
export type Quota = Readonly<{ entries: number; bytes: number }>
/** The limit of one delivery, of one session, and of all bundles of one box in an hour. */
export const QUOTA: Quota = { entries: 20_000, bytes: 50 * 1024 * 1024 }
/** No limit: the keeper said yes. */
export const UNLIMITED: Quota = {
  entries: Number.POSITIVE_INFINITY,
  bytes: Number.POSITIVE_INFINITY,
}

/**
 * The boxes whose entries in the commons are believed now. A paired box learns this list, so that
 * it carries no entry that would be set aside.
 */
export const believedBoxes = ({ paired, accepted, paused, dismissed }: Trust): readonly string[] =>
  [...new Set([...paired, ...accepted])]
    .filter(name => !paused.has(name) && !dismissed.has(name))
    .toSorted()
