import type { FeedName } from '../../core/change.ts'
import { idsNamed, type Log, type LogToRead, signedById } from '../../log/log.ts'
import { filesNamed, isLacked, type Lacked, lackedIn } from '../../log/missing-files.ts'
import { trustOf } from '../trust/decisions.ts'
import { type Trust, verdictOf } from '../trust/trust.ts'
import type { Bundle } from './bundle.ts'
import type { SharedSpace } from './vector.ts'

/**
 * Files that did not come with the entries that name them: asked for, given, taken.
 *
 * Law     asked for, and taken, only where the entry that names one is held, still names it, and is
 *         believed by the keeper here as an entry that comes is. Given only where an entry that may
 *         leave for that box names it here.
 */

/**
 * What this box asks for among these feeds. Units: `now` in milliseconds since 1970 UTC; where not
 * all fits, each second begins elsewhere.
 */
export function lacksOf(
  log: LogToRead,
  me: string,
  feeds: ReadonlySet<FeedName>,
  now: number,
): Lacked {
  let trust: Trust | undefined
  const isAsked = (feed: FeedName, seq: number): boolean =>
    feeds.has(feed) && verdictOf((trust ??= trustOf(log, me)), feed, seq) === 'believed'
  return lackedIn(log, isAsked, now / 1_000)
}

/** Of what a box asks for, the files that entries of these feeds name here; each once. */
export function* filesAsked(
  log: LogToRead,
  lacks: Lacked,
  feeds: ReadonlySet<FeedName>,
): Generator<string> {
  const given = new Set<string>()
  for (const [feed, files] of Object.entries(lacks)) {
    if (!feeds.has(feed)) continue
    for (const [seq, all] of Map.groupBy(files, one => one[0])) {
      const named = new Set(
        idsNamed(log, feed, seq).flatMap(({ id }) => filesNamed(signedById(log, id)?.flesh ?? [])),
      )
      for (const [, hash] of all) {
        if (!named.has(hash) || given.has(hash)) continue
        given.add(hash)
        yield hash
      }
    }
  }
}

/** The files that a bundle brings and that are lacked here. */
export function filesThatCome(
  log: Log,
  { manifest, network }: Pick<Bundle, 'manifest' | 'network'>,
  trust: Trust,
): readonly FileCome[] {
  const isAsked = (feed: FeedName, seq: number): boolean =>
    verdictOf(trust, feed, seq) === 'believed'
  return [
    ...manifest.commons.files.map(({ hash }) => ({ space: 'commons' as const, hash })),
    ...(network?.files ?? []).map(({ hash }) => ({ space: 'network' as const, hash })),
  ].filter(({ space, hash }) => isLacked(log, space, hash, isAsked))
}
export type FileCome = Readonly<{ space: SharedSpace; hash: string }>
