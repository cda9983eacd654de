import { boxOfFeed } from '../../core/change.ts'
import { boneById, type LogToRead } from '../../log/log.ts'
import { entryId } from '../../log/sqlite.ts'
import type { BundleSection, Manifest } from '../bundle/manifest.ts'
import { runsOf, type SharedSpace, type Vector } from '../bundle/vector.ts'

type Heard = Readonly<{ manifest: Manifest; network: BundleSection | undefined }>
/**
 * `me`: this box. `isSure`: whether our clock is set. `isMet`: the bundle was made for this moment,
 * over a network; else it was carried.
 */
type Here = Readonly<{ me: string; now: number; isSure: boolean; isMet: boolean }>

/**
 * By how much the clock of the box that made a bundle is ahead of ours (behind, below 0); undefined
 * when nothing can be told of it.
 *
 * Units   milliseconds.
 * Law     days spent in a bag accuse nobody: a file says that a clock is ahead when it was made
 *         later than now, and that it is behind only when it was made before something that we
 *         wrote and that it tells of. Two boxes that meet are compared as they are. A clock of ours
 *         that was not set accuses nobody.
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
 * When we wrote the last of our entries that this vector tells of, under a clock that was set;
 * minus infinity for none.
 */
function newestOfOurs(log: LogToRead, me: string, space: SharedSpace, told: Vector): number {
  const walls = runsOf(log, space).flatMap(({ no, feed }) => {
    if (boxOfFeed(feed) !== me || !Object.hasOwn(told, feed)) return []
    return told[feed]!.flatMap(([seq, hash]) => {
      const bone = boneById(log, entryId(no, seq))
      return bone?.hash8 === hash && bone.entry.sure ? [bone.entry.wall] : []
    })
  })
  return Math.max(...walls)
}
