import { boxOfFeed } from '../../core/change.ts'
import { headById, type LogToRead } from '../../log/log.ts'
import { entryId } from '../../log/sqlite.ts'
import type { BundleSection, Manifest } from '../bundle/manifest.ts'
import { runsOf, type SharedSpace, type Vector } from '../bundle/vector.ts'

/**
 * Tells whether the clock of another box is wrong, from the *manifest* of a bundle of it: the
 * signed list that says when it was made, and which entries its box held (the *vector*: the last of
 * each feed). A box on a shelf may wake in 1970; a keeper sees that on the page of this box. The
 * result is only shown: no trust depends on a clock.
 */

type Heard = Readonly<{ manifest: Manifest; network: BundleSection | undefined }>
/**
 * This box when it reads a bundle. `isSure`: its clock is set. `isMet`: the bundle came over a
 * network, just made; otherwise it was carried.
 */
type Here = Readonly<{ me: string; now: number; isSure: boolean; isMet: boolean }>

/**
 * How far the clock of a bundle’s author is ahead of ours (negative: behind). Undefined when the
 * bundle can’t tell.
 *
 * Units   milliseconds.
 * Law     Days on the way never accuse a clock. A carried file shows that a clock is ahead when it
 *         was made after now, and behind when it was made before an entry of ours that it covers. A
 *         file over a network compares both clocks. Without a set clock of our own, the result is
 *         undefined.
 */
export function clockAhead(
  log: LogToRead,
  heard: Heard,
  { me, now, isSure, isMet }: Here,
): number | undefined {
  const { made, commons } = heard.manifest
  if (!isSure) return undefined
  if (isMet || made > now) return made - now
  const since = Math.max(
    newestOfOurs(log, me, 'commons', commons.after),
    newestOfOurs(log, me, 'network', heard.network?.after ?? {}),
  )
  return made < since ? made - since : undefined
}

/**
 * The time of our last entry that this vector covers, among those written under a set clock. Minus
 * infinity without one.
 */
function newestOfOurs(log: LogToRead, me: string, space: SharedSpace, told: Vector): number {
  const walls = runsOf(log, space).flatMap(({ no, feed }) => {
    if (boxOfFeed(feed) !== me || !Object.hasOwn(told, feed)) return []
    return told[feed]!.flatMap(([seq, hash]) => {
      const bone = headById(log, entryId(no, seq))
      return bone?.hash8 === hash && bone.head.sure ? [bone.head.wall] : []
    })
  })
  return Math.max(...walls)
}
