import type { Box } from '../../log/box.ts'
import { hash8, hashText, sha256 } from '../../log/bytes.ts'
import type { FleshName } from '../../log/forget.ts'
import type { LogToRead } from '../../log/log.ts'
import { filesNamed } from '../../log/missing-files.ts'
import { missingValuesIn } from '../../log/missing-values.ts'
import { partOf, type ZipPart, zipped } from '../../zip/write.ts'
import { trustOf } from '../trust/decisions.ts'
import { believedBoxes } from '../trust/trust.ts'
import { LARGEST_FILE } from './bundle.ts'
import { encryptTo, safeRecipientOf } from './encrypt.ts'
import { compressedPage, frame } from './frames.ts'
import { leaving, leavingRuns, pagesOf } from './leaving.ts'
import {
  type BundleSection,
  type FileListed,
  MANIFEST,
  manifestText,
  type PageListed,
  SEALED_SECTION,
  SIGNATURE,
  signManifest,
} from './manifest.ts'
import { filesAsked, filesToAskFor } from './missing-files.ts'
import type { EntryToSend } from './order.ts'
import {
  type EntryRun,
  type PeerHoldings,
  type SharedSpace,
  unionOf,
  type Vector,
  vectorOf,
} from './vector.ts'

/**
 * Makes the bytes of a bundle: a ZIP of pages of entries, files and a signed manifest, for one
 * receiver or for anybody. A bundle has what this box holds and the receiver’s state (`since`)
 * lacks. A *run* is a feed (the entries of one box, one epoch and one space), or one branch of a
 * feed that forked. Entries of the space `home` never leave, those of `network` only encrypted and
 * only for paired boxes. Packing reads the log and writes nothing.
 */

/**
 * The order for the bytes of a bundle.
 *
 * Law     `since` alone gives the receiver’s state. When it says too little, entries are sent
 *         twice. When it says too much, the entries that it claims wait for a later bundle, against
 *         the state of the receiver’s next manifest. No entry is lost.
 */
export type Packing = Readonly<{
  log: LogToRead
  box: Box
  /** Units   milliseconds since 1970 UTC. */
  now: number
  since: PeerHoldings
  /**
   * The names of the boxes for which the network section is encrypted. A name to which nothing can
   * be encrypted (`safeRecipientOf`) is left out. Without any other, the bundle does not even say
   * that this space has entries.
   */
  for: readonly string[]
  /** The bytes of a file that a record names, if it is on the disk. */
  file: (space: SharedSpace, hash: string) => Uint8Array | undefined
  /**
   * From this size on, no page is begun and no file that was asked for is added. Files of the last
   * page still follow it, up to `HARD_LIMIT`. The rest waits for the next bundle; one
   * page is always sent. Without it the bundle has no limit.
   *
   * Units   bytes.
   */
  softLimit?: number
  /**
   * The entries that the receiver offered this box already, taken or not: its answer leaves them
   * out. They stand in the manifest as `asks`. Absent in the first bundle of a session.
   */
  alreadyOffered?: PeerHoldings
  /**
   * Writes whose values stay here for now, such as a telephone that its member hid. Their entries
   * leave without these values; the receiver asks for them, and gets them once nothing hides them.
   */
  withheld?: readonly FleshName[]
  /** Called after each page, with the entries so far. */
  progress?: (entries: number) => void
  /**
   * Called at the end, with the vector that the receiver was offered, and whether the limit left
   * entries for another bundle.
   */
  offered?: (upTo: PeerHoldings, isMore: boolean) => void
}>

/**
 * The size of a page before compression: about what a small box takes in 50 ms.
 *
 * Units   bytes.
 */
const PAGE = 128 * 1024

/**
 * The bytes of a bundle, piece by piece: the entries and files that this box holds and the receiver
 * lacks.
 *
 * Law     Nothing of `home` is read (law 6 of docs/laws.md). In the network, only this box’s own
 *         feeds leave, encrypted, and the receiver’s own, which it may have lost.
 *         One page or one file is in memory at a time. The manifest comes last, because it lists
 *         the pages.
 */
export function bundle(packing: Packing): AsyncGenerator<Uint8Array> {
  return zipped(
    partsOf(packing),
    new Date(Math.min(Math.max(packing.now, FIRST_ZIP_MS), LAST_ZIP_MS)),
  )
}
/**
 * The dates that the ZIP writer takes, 1980 to 2099, less a day or two for any time zone. The clock
 * of a box may be before or after them (law 9).
 */
const FIRST_ZIP_MS = Date.UTC(1980, 0, 2)
const LAST_ZIP_MS = Date.UTC(2099, 11, 30)

/**
 * The parts of the ZIP, in order: pages and files of the commons, then of the network, files that
 * were asked for, the encrypted list of the network, the manifest, its signature.
 */
async function* partsOf(packing: Packing): AsyncGenerator<ZipPart> {
  const found = await Promise.all(packing.for.map(safeRecipientOf))
  const recipients = found.filter(one => one !== undefined)
  const packed = { entries: 0, bytes: 0 }
  const openly: Sealing = async bytes => bytes
  const sealing: Sealing = bytes => encryptTo(bytes, recipients)
  const commons = yield* sectionOf(packing, 'commons', openly, packed)
  const network =
    recipients.length === 0 ? undefined : yield* sectionOf(packing, 'network', sealing, packed)
  // New entries first. Missing files take the room that is left.
  yield* askedOf(packing, 'commons', commons, openly, packed)
  if (network) yield* askedOf(packing, 'network', network, sealing, packed)
  let listed: { name: string; hash: string } | undefined
  if (network) {
    const bytes = await encryptTo(Buffer.from(JSON.stringify(network), 'utf8'), recipients)
    listed = { name: SEALED_SECTION, hash: hashText(sha256(bytes)) }
    yield partOf(SEALED_SECTION, bytes, false)
  }
  // A section that reached the limit leads to `upTo`; a whole one, to all that this box holds; an
  // absent one, no further than the receiver was.
  const upTo = {
    commons: commons.upTo ?? commons.after,
    network: network?.upTo ?? network?.after ?? packing.since.network,
  }
  packing.offered?.(upTo, commons.upTo !== undefined || network?.upTo !== undefined)
  const text = manifestText({
    box: packing.box.name,
    made: Math.max(0, Math.floor(packing.now)),
    commons,
    ...(listed ? { network: listed } : {}),
  })
  const bytes = Buffer.from(text, 'utf8')
  yield partOf(MANIFEST, bytes)
  yield partOf(SIGNATURE, signManifest(packing.box, bytes), false)
}

/** Encrypts a part, or leaves it open in the commons. */
type Sealing = (bytes: Uint8Array) => Promise<Uint8Array>
/** Counts of the bundle so far, both spaces together. */
type Counts = { entries: number; bytes: number }

/** A section whose list of files still grows. */
type GrowingSection = BundleSection & Readonly<{ files: FileListed[] }>

/** The parts of one space, page by page up to the limit; returns its section of the manifest. */
async function* sectionOf(
  packing: Packing,
  space: SharedSpace,
  sealing: Sealing,
  packed: Counts,
): AsyncGenerator<ZipPart, GrowingSection> {
  const { log, since, softLimit = Number.POSITIVE_INFINITY } = packing
  const runs = leavingRuns(packing, space)
  const [pages, files]: [PageListed[], FileListed[]] = [[], []]
  const carried = new Map<EntryRun, EntryToSend>()
  let isLeft = false
  for (const page of pagesOf(leaving(packing, runs, space), Math.min(PAGE, softLimit))) {
    isLeft = packed.bytes >= softLimit
    if (isLeft) break
    const bytes = await sealing(compressedPage(page.map(({ signed }) => frame(signed))))
    const name = nextName(space, pages, files)
    pages.push({ name, entries: page.length, hash: hashText(sha256(bytes)) })
    yield partOf(name, bytes, false)
    const hashes = new Set(page.flatMap(({ signed }) => filesNamed(signed.flesh)))
    yield* filesOf(packing, space, { hashes, stopAt: HARD_LIMIT }, sealing, {
      pages,
      files,
      packed,
    })
    // An entry without a run is given again for its values: it moves no vector on.
    for (const one of page) if (one.run) carried.set(one.run, one)
    packed.bytes += bytes.length
    packing.progress?.((packed.entries += page.length))
  }
  const entries = pages.reduce((sum, page) => sum + page.entries, 0)
  // For one box alone, the section names it: `after` is then a receipt for that box’s own feeds,
  // and `takes` spares it the entries that are not accepted here.
  const to =
    space === 'network' && packing.for.length === 1
      ? { to: packing.for[0]!, takes: believedBoxes(trustOf(log, packing.box.name)) }
      : {}
  const feeds = new Set(runs.map(run => run.feed))
  // The values and files that are missing here: the receiver is asked for them.
  const missingValues = missingValuesIn(log, feed => feeds.has(feed))
  const missingFiles = filesToAskFor(log, packing.box.name, feeds, packing.now)
  const askedFor = {
    ...(Object.keys(missingValues).length > 0 ? { hollow: missingValues } : {}),
    ...(Object.keys(missingFiles).length > 0 ? { lacks: missingFiles } : {}),
  }
  const cursors = {
    ...(isLeft ? { upTo: reached(since[space], runs, carried) } : {}),
    ...(packing.alreadyOffered ? { asks: packing.alreadyOffered[space] } : {}),
  }
  return {
    before: since[space],
    after: vectorOf(runs),
    entries,
    pages,
    files,
    ...to,
    ...askedFor,
    ...cursors,
  }
}

/** The parts of the files that the receiver asks for. */
async function* askedOf(
  packing: Packing,
  space: SharedSpace,
  { pages, files }: GrowingSection,
  sealing: Sealing,
  packed: Counts,
): AsyncGenerator<ZipPart> {
  const { softLimit: stopAt = Number.POSITIVE_INFINITY } = packing
  yield* filesOf(packing, space, { hashes: filesOwed(packing, space), stopAt }, sealing, {
    pages,
    files,
    packed,
  })
}

/**
 * The hashes of files that the receiver asks for and that may leave for it. They may be missing on
 * this disk.
 */
export function* filesOwed(
  packing: Pick<Packing, 'log' | 'box' | 'for' | 'since'>,
  space: SharedSpace,
): Generator<string> {
  const { lacks } = packing.since
  if (lacks)
    yield* filesAsked(packing.log, lacks, new Set(leavingRuns(packing, space).map(run => run.feed)))
}

/**
 * The vector that the receiver was offered with this bundle: its former vector, and the last entry
 * carried of each run.
 */
function reached(
  before: Vector,
  runs: readonly EntryRun[],
  carried: ReadonlyMap<EntryRun, EntryToSend>,
): Vector {
  const out: Record<string, Vector[string]> = { ...before }
  for (const [feed, all] of Map.groupBy(carried, ([run]) => run.feed)) {
    const tips = all.map(
      ([, { entry, signed }]) => [entry.seq, hash8(sha256(signed.bytes))] as const,
    )
    const isForked = runs.filter(run => run.feed === feed).length > 1
    out[feed] = isForked ? unionOf({ [feed]: tips }, { [feed]: out[feed] ?? [] })[feed]! : tips
  }
  return out
}

/**
 * The name of the next part. In the network, pages and files share one numbering, so that an
 * outsider can’t tell them apart.
 */
function nextName(
  space: SharedSpace,
  pages: readonly PageListed[],
  files: readonly FileListed[],
): string {
  const n = 1 + pages.length + (space === 'commons' ? 0 : files.length)
  return `${space}/${String(n).padStart(6, '0')}.${space === 'commons' ? 'zst' : 'age'}`
}

/**
 * A file is left out when it would bring a bundle with a `softLimit` past this size. An HTTP body
 * then has room for the last page and the manifest. The receiver asks for the files that did not
 * fit.
 *
 * Units   bytes.
 */
const HARD_LIMIT = 40 * 1024 * 1024

/**
 * The parts of these files, as long as there is room. Files of a page follow it; files that were
 * asked for follow all pages.
 *
 * Shape   `hashes`: the files. `stopAt`: the bytes of the whole bundle from which no more of these
 *         files is added; it counts only in a bundle with a `softLimit`.
 * Law     A file that is damaged on this disk, or larger than a receiver takes, is left out.
 */
async function* filesOf(
  { file, softLimit }: Packing,
  space: SharedSpace,
  { hashes, stopAt }: Readonly<{ hashes: Iterable<string>; stopAt: number }>,
  sealing: Sealing,
  {
    pages,
    files,
    packed,
  }: Readonly<{ pages: readonly PageListed[]; files: FileListed[]; packed: Counts }>,
): AsyncGenerator<ZipPart> {
  const room = softLimit === undefined ? Number.POSITIVE_INFINITY : HARD_LIMIT
  for (const hash of hashes) {
    if (softLimit !== undefined && packed.bytes >= stopAt) return
    const bytes = files.some(one => one.hash === hash) ? undefined : file(space, hash)
    if (bytes === undefined || packed.bytes + bytes.length > room) continue
    const part = await sealing(bytes)
    if (part.length > LARGEST_FILE || sha256(bytes).toString('hex') !== hash) continue
    const name = space === 'commons' ? `commons/files/${hash}` : nextName(space, pages, files)
    files.push({ hash, name })
    yield partOf(name, part, false)
    packed.bytes += part.length
  }
}
