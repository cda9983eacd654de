import type { Box } from '../../log/box.ts'
import { hash8, hashText, sha256 } from '../../log/bytes.ts'
import type { FleshName } from '../../log/forget.ts'
import type { LogToRead } from '../../log/log.ts'
import { filesNamed } from '../../log/missing-files.ts'
import { missingValuesIn } from '../../log/missing-values.ts'
import { partOf, type ZipPart, zipped } from '../../zip/write.ts'
import { trustOf } from '../trust/decisions.ts'
import { acceptedBoxes } from '../trust/trust.ts'
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
 * lacks. A *run* is a feed (the entries of one box in one space), or one branch of a feed that
 * forked. Entries of the space `home` never leave, those of `network` only encrypted and only for
 * paired boxes. Packing reads the log and writes nothing.
 */

/**
 * The order for the bytes of a bundle.
 *
 * Law     `since` alone gives the receiver’s state. A `since` that says too little costs bytes; one
 *         that says too much costs time. No entry is lost.
 */
export type Packing = Readonly<{
  log: LogToRead
  box: Box
  /** Units   milliseconds since 1970 UTC. */
  now: number
  since: PeerHoldings
  /**
   * The names of the boxes for which the network section is encrypted. Without any, the bundle does
   * not even say that this space has entries.
   */
  for: readonly string[]
  /** The bytes of a file that a record names, if it is on the disk. */
  file: (space: SharedSpace, hash: string) => Uint8Array | undefined
  /**
   * The limit of pages and files in the bundle. The rest waits for the next bundle; one page is
   * always sent.
   *
   * Units   bytes.
   */
  most?: number
  /**
   * A vector for the manifest: the entries that the answering bundle must not carry, beyond those
   * that this box holds, because they were offered already. Absent in the first bundle of a
   * session.
   */
  asks?: PeerHoldings
  /**
   * Writes whose values stay here for now, such as a telephone that its member hid. Their entries
   * leave without these values; the receiver asks for them, and gets them once nothing hides them.
   */
  withheld?: readonly FleshName[]
  /** Called after each page, with the entries so far. */
  progress?: (entries: number) => void
  /**
   * Called at the end, with the vector that the receiver was offered, and whether more entries
   * follow.
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
 * Law     Nothing of `home` is read (law 6). In the network, only this box’s own feeds leave, and
 *         the receiver’s own, encrypted.
 *         One page or one file is in memory at a time. The manifest comes last, because it lists
 *         the pages.
 */
export function bundle(packing: Packing): AsyncGenerator<Uint8Array> {
  return zipped(
    partsOf(packing),
    new Date(Math.min(Math.max(packing.now, FIRST_ZIP_MS), LAST_ZIP_MS)),
  )
}
/** The dates that a ZIP can hold. The clock of a box may be before or after them (law 9). */
const FIRST_ZIP_MS = Date.UTC(1980, 0, 2)
const LAST_ZIP_MS = Date.UTC(2099, 11, 30)

/**
 * The parts of the ZIP, in order: pages and files of the commons, then of the network, files that
 * were asked for, the encrypted list of the network, the manifest, its signature.
 */
async function* partsOf(packing: Packing): AsyncGenerator<ZipPart> {
  const found = await Promise.all(packing.for.map(safeRecipientOf))
  const recipients = found.filter(one => one !== undefined)
  const done = { entries: 0, bytes: 0 }
  const openly: Sealing = async bytes => bytes
  const sealing: Sealing = bytes => encryptTo(bytes, recipients)
  const commons = yield* sectionOf(packing, 'commons', openly, done)
  const sealed =
    recipients.length === 0 ? undefined : yield* sectionOf(packing, 'network', sealing, done)
  // New entries first. Missing files take the room that is left.
  yield* askedOf(packing, 'commons', commons, openly, done)
  if (sealed) yield* askedOf(packing, 'network', sealed, sealing, done)
  let network: { name: string; hash: string } | undefined
  if (sealed) {
    const bytes = await encryptTo(Buffer.from(JSON.stringify(sealed), 'utf8'), recipients)
    network = { name: SEALED_SECTION, hash: hashText(sha256(bytes)) }
    yield partOf(SEALED_SECTION, bytes, false)
  }
  // A section that reached the limit leads to `upTo`; a whole one, to all that this box holds; an
  // absent one, no further than the receiver was.
  const upTo = {
    commons: commons.upTo ?? commons.after,
    network: sealed?.upTo ?? sealed?.after ?? packing.since.network,
  }
  packing.offered?.(upTo, commons.upTo !== undefined || sealed?.upTo !== undefined)
  const text = manifestText({
    box: packing.box.name,
    made: Math.max(0, Math.floor(packing.now)),
    commons,
    ...(network ? { network } : {}),
  })
  const bytes = Buffer.from(text, 'utf8')
  yield partOf(MANIFEST, bytes)
  yield partOf(SIGNATURE, signManifest(packing.box, bytes), false)
}

/** Encrypts a part, or leaves it open in the commons. */
type Sealing = (bytes: Uint8Array) => Promise<Uint8Array>
/** Counts of the bundle so far, both spaces together. */
type Done = { entries: number; bytes: number }

/** A section whose list of files still grows. */
type Packed = BundleSection & Readonly<{ files: FileListed[] }>

/** The parts of one space, page by page up to the limit; returns its section of the manifest. */
async function* sectionOf(
  packing: Packing,
  space: SharedSpace,
  sealing: Sealing,
  done: Done,
): AsyncGenerator<ZipPart, Packed> {
  const { log, since, most = Number.POSITIVE_INFINITY } = packing
  const runs = leavingRuns(packing, space)
  const [pages, files]: [PageListed[], FileListed[]] = [[], []]
  const carried = new Map<EntryRun, EntryToSend>()
  let isLeft = false
  for (const page of pagesOf(leaving(packing, runs, space), Math.min(PAGE, most))) {
    isLeft = done.bytes >= most
    if (isLeft) break
    const bytes = await sealing(compressedPage(page.map(({ signed }) => frame(signed))))
    const name = nextName(space, pages, files)
    pages.push({ name, entries: page.length, hash: hashText(sha256(bytes)) })
    yield partOf(name, bytes, false)
    const hashes = new Set(page.flatMap(({ signed }) => filesNamed(signed.flesh)))
    yield* filesOf(packing, space, { hashes, most: MOST_CARRIED }, sealing, { pages, files, done })
    for (const one of page) if (one.run) carried.set(one.run, one)
    done.bytes += bytes.length
    packing.progress?.((done.entries += page.length))
  }
  const entries = pages.reduce((sum, page) => sum + page.entries, 0)
  // For one box alone, the section names it, and the boxes whose entries are accepted here.
  const to =
    space === 'network' && packing.for.length === 1
      ? { to: packing.for[0]!, takes: acceptedBoxes(trustOf(log, packing.box.name)) }
      : {}
  const feeds = new Set(runs.map(run => run.feed))
  // The values and files that are missing here: the receiver is asked for them.
  const hollow = missingValuesIn(log, feed => feeds.has(feed))
  const lacks = filesToAskFor(log, packing.box.name, feeds, packing.now)
  const again = {
    ...(Object.keys(hollow).length > 0 ? { hollow } : {}),
    ...(Object.keys(lacks).length > 0 ? { lacks } : {}),
  }
  const cursors = {
    ...(isLeft ? { upTo: reached(since[space], runs, carried) } : {}),
    ...(packing.asks ? { asks: packing.asks[space] } : {}),
  }
  return {
    before: since[space],
    after: vectorOf(runs),
    entries,
    pages,
    files,
    ...to,
    ...again,
    ...cursors,
  }
}

/** The parts of the files that the receiver asks for. */
async function* askedOf(
  packing: Packing,
  space: SharedSpace,
  { pages, files }: Packed,
  sealing: Sealing,
  done: Done,
): AsyncGenerator<ZipPart> {
  const { most = Number.POSITIVE_INFINITY } = packing
  yield* filesOf(packing, space, { hashes: filesOwed(packing, space), most }, sealing, {
    pages,
    files,
    done,
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
 * The vector that the receiver was offered with this bundle: its own, and the last entry carried of
 * each run.
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
 * The limit of pages and files in a limited bundle. An HTTP body then has room for the last page
 * and the manifest. The receiver asks for the files that did not fit.
 *
 * Units   bytes.
 */
const MOST_CARRIED = 40 * 1024 * 1024

/**
 * The parts of these files, as long as there is room. Files of a page follow it; files that were
 * asked for follow all pages.
 *
 * Shape   `hashes`: the files. `most`: the bytes of the whole bundle from which no more of these
 *         files is added; it counts only in a limited bundle (`Packing.most`).
 * Law     A file that is damaged on this disk, or larger than a receiver takes, is left out.
 */
async function* filesOf(
  { file, most: bound }: Packing,
  space: SharedSpace,
  { hashes, most }: Readonly<{ hashes: Iterable<string>; most: number }>,
  sealing: Sealing,
  {
    pages,
    files,
    done,
  }: Readonly<{ pages: readonly PageListed[]; files: FileListed[]; done: Done }>,
): AsyncGenerator<ZipPart> {
  const room = bound === undefined ? Number.POSITIVE_INFINITY : MOST_CARRIED
  for (const hash of hashes) {
    if (bound !== undefined && done.bytes >= most) return
    const held = files.some(one => one.hash === hash) ? undefined : file(space, hash)
    if (held === undefined || done.bytes + held.length > room) continue
    const bytes = await sealing(held)
    if (bytes.length > LARGEST_FILE || sha256(held).toString('hex') !== hash) continue
    const name = space === 'commons' ? `commons/files/${hash}` : nextName(space, pages, files)
    files.push({ hash, name })
    yield partOf(name, bytes, false)
    done.bytes += bytes.length
  }
}
