import type { FeedName } from '../../core/change.ts'
import { idsNamed, type Log, type LogToRead } from '../../log/log.ts'
import {
  filesMissingIn,
  isFileMissing,
  type MissingFiles,
  presentFilesReader,
} from '../../log/missing-files.ts'
import { trustOf } from '../trust/decisions.ts'
import { type Trust, verdictOf } from '../trust/trust.ts'
import type { Bundle } from './bundle.ts'
import type { SharedSpace } from './vector.ts'

/**
 * Which missing files (photos, sound that did not come with the entries that name them) this box
 * asks for, which of those that a peer asks for it may give, and which of those in a bundle it
 * takes. The log notes what is missing; here trust decides. Files travel in bundles, and are asked
 * for in manifests.
 *
 * Law     A box asks for a file, and takes it, only while an entry that it holds and believes names
 *         it. It gives a file only when an entry that may leave for that box names it. A file that
 *         only former values name is neither asked for nor given (docs/decisions/0063).
 */

/**
 * The files that this box (`me`) asks for, named by entries of these feeds. When not all fit, each
 * second starts the list at another place, so that files that no box has block no others.
 *
 * Units   `now`: milliseconds since 1970 UTC.
 */
export function filesToAskFor(
  log: LogToRead,
  me: string,
  feeds: ReadonlySet<FeedName>,
  now: number,
): MissingFiles {
  let trust: Trust | undefined
  const isAsked = (feed: FeedName, seq: number): boolean =>
    feeds.has(feed) && verdictOf((trust ??= trustOf(log, me)), feed, seq) === 'believed'
  return filesMissingIn(log, isAsked, now / 1_000)
}

/**
 * The hashes, among those that a peer asks for (`lacks`), that entries of these feeds name here,
 * not in a former value alone: a photo that was replaced stays. Each once. The caller passes the
 * feeds that may leave for that peer.
 */
export function* filesAsked(
  log: LogToRead,
  lacks: MissingFiles,
  feeds: ReadonlySet<FeedName>,
): Generator<string> {
  const given = new Set<string>()
  const named = presentFilesReader(log)
  for (const [feed, files] of Object.entries(lacks)) {
    if (!feeds.has(feed)) continue
    for (const [seq, all] of Map.groupBy(files, one => one[0])) {
      const here = new Set(idsNamed(log, feed, seq).flatMap(({ id }) => named(id)))
      for (const [, hash] of all) {
        if (!here.has(hash) || given.has(hash)) continue
        given.add(hash)
        yield hash
      }
    }
  }
}

/** The files of a bundle that are missing here. */
export function missingFilesIn(
  log: Log,
  { manifest, network }: Pick<Bundle, 'manifest' | 'network'>,
  trust: Trust,
): readonly FileBrought[] {
  const isAsked = (feed: FeedName, seq: number): boolean =>
    verdictOf(trust, feed, seq) === 'believed'
  return [
    ...manifest.commons.files.map(({ hash }) => ({ space: 'commons' as const, hash })),
    ...(network?.files ?? []).map(({ hash }) => ({ space: 'network' as const, hash })),
  ].filter(({ space, hash }) => isFileMissing(log, space, hash, isAsked))
}
/** A file in a bundle, by the SHA-256 of its content. */
export type FileBrought = Readonly<{ space: SharedSpace; hash: string }>
