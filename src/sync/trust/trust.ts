import { MOST_INTRODUCED } from '../../contract/boxes.ts'
import { boxOfFeed, type FeedName, spaceOfFeed } from '../../core/change.ts'

/**
 * Whom this box believes, as its keeper decided.
 *
 * Shape   boxes by name. `paired` in person; `accepted`: introduced by a paired box, and the keeper here said yes; `introductions`:
 *         who introduces whom, in the order in which each said so; `dismissed`: by box, the last seq believed in each feed (none: not
 *         one entry); `paused`: nothing more is taken for now.
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
 * What is done with an entry. `believed`: taken. `waits`: an introduced box that the keeper has not said yes to. `unknown`: a box
 * that nobody here knows, or that was only introduced and speaks of more than the commons. `dismissed`, `paused`: set aside until the
 * keeper takes it back. `home`: what should never have left.
 */
export type Standing = 'believed' | 'waits' | 'unknown' | 'dismissed' | 'paused' | 'home'

/**
 * Whether an entry is taken: a signature says which box speaks, and only the keeper here says whom to believe.
 *
 * Law     an introduction is of depth one (only who is paired introduces) and opens the commons only, once the keeper here said yes;
 *         a pairing opens both spaces. A dismissal keeps what was written before it. This box's own entries are always its own.
 *         Nothing that a box says gives it, or another, more than its keeper here gave (trust.test.ts).
 */
export function standingOf(trust: Trust, feed: FeedName, seq: number): Standing {
  const [box, space] = [boxOfFeed(feed), spaceOfFeed(feed)]
  if (space === 'home') return 'home'
  if (box === trust.me) return 'believed'
  const known = knownAs(trust, box, space === 'network')
  if (known !== 'believed') return known
  const last = trust.dismissed.get(box)
  if (last && seq > (last[feed] ?? 0)) return 'dismissed'
  return trust.paused.has(box) ? 'paused' : 'believed'
}

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

/** Without the keeper's yes, an exchange brings so much at most. Units: entries; bytes of entries with their flesh, and of files. */
export type Quota = Readonly<{ entries: number; bytes: number }>
export const QUOTA: Quota = { entries: 20_000, bytes: 50 * 1024 * 1024 }
export const NO_QUOTA: Quota = {
  entries: Number.POSITIVE_INFINITY,
  bytes: Number.POSITIVE_INFINITY,
}

/** The boxes whose entries are taken here today: what is said to a box that was paired, so that it carries nothing to be left aside. */
export const takenIn = ({ paired, accepted, paused, dismissed }: Trust): readonly string[] =>
  [...new Set([...paired, ...accepted])]
    .filter(name => !paused.has(name) && !dismissed.has(name))
    .toSorted()
