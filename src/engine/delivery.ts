import { boxOfFeed } from '../core/change.ts'
import type { Space } from '../core/schema.ts'
import { dayAt } from '../files/clock.ts'
import { filesShown, isStored, storeFile, sweepFiles } from '../files/files.ts'
import { keepForgettings } from '../files/forgettings.ts'
import { noteLostWrite, ownSeqSum } from '../files/lost-writes.ts'
import { checkpoint, countForgotten } from '../log/forget.ts'
import type { Log, Touched } from '../log/log.ts'
import { noteFileCame } from '../log/missing-files.ts'
import { forgetMoved } from '../log/moving.ts'
import { feedNoOf, seqOf } from '../log/sqlite.ts'
import { showAll } from '../projection/tables.ts'
import { Bundle } from '../sync/bundle/bundle.ts'
import { LARGEST_PAGES_OF_STRANGER } from '../sync/bundle/frames.ts'
import { type FileBrought, missingFilesIn } from '../sync/bundle/missing-files.ts'
import { type VerifiedPages, verifiedAhead } from '../sync/intake/ahead.ts'
import { type Delivered, MOST_COUNTED } from '../sync/intake/delivered.ts'
import { BundleFault } from '../sync/intake/fault.ts'
import {
  countFile,
  emptyCounts,
  filesNeeded,
  type Intake,
  startAgainIfForked,
  takePage,
} from '../sync/intake/take.ts'
import { noteManifest } from '../sync/session/heard.ts'
import { trustOf } from '../sync/trust/decisions.ts'
import { isTrustedHere } from '../sync/trust/seen.ts'
import { QUOTA, type Quota, UNLIMITED } from '../sync/trust/trust.ts'
import { isOfProgram, joinDoubles } from './doubles.ts'
import { followForgettings } from './forgetting/cascade.ts'
import { forgetSaid } from './kept-answers.ts'
import { readMail } from './letters/incoming.ts'
import type { RunAlone } from './letters/outgoing.ts'
import { inOwnTransaction } from './transaction.ts'
import type { Engine } from './turn.ts'

/**
 * Takes a bundle of another box into this one, from its first page to the last file. A delivery
 * checks pages, asks whom the keeper believes, writes entries and shows them, stores files, follows
 * erasures, opens letters, and counts it all. A *bundle* is a file of pages of entries, with other
 * files and a signed list of both, the *manifest*. The writer’s thread and the command line call
 * this. Each page is a transaction of its own, so that people’s turns go between.
 */

/**
 * The order for a delivery. `sure`: our clock is set. `yes`: the keeper agreed to a delivery
 * without limit. `runAlone`: runs one page’s work between people’s turns; absent on the command
 * line, where no turn runs.
 */
export type DeliveryOrder = Readonly<{
  now: () => number
  sure?: boolean
  yes: boolean
  /** The rest of the intake limit, when several bundles make one session. */
  quota?: Quota
  /** The box that must have made the bundle, when the two boxes meet over a network. */
  from?: string
  /** Whether it is one more bundle of the same session. */
  follows?: boolean
  runAlone?: RunAlone
  progress?: (done: number, total: number) => void
  /**
   * Called when an erasure is unfinished, with the erased files that are still on the disk: none
   * when only a reader of the database stood in the way. The caller tries again.
   */
  unfinished?: (files: readonly string[]) => void
}>

/**
 * The size of the bundle’s pages that are written in one transaction where no turn runs. Each
 * commit rewrites inner pages of SQLite and waits for the disk.
 *
 * Units   bytes of entries.
 */
const TOGETHER = 1024 * 1024

/**
 * Delivers a bundle (`file`) into the data folder of this box. Takes its acceptable pages, one page
 * a transaction, or several where no turn runs. Pages taken before a cut stay; they change nothing
 * when they come again.
 *
 * Law     A file is on the disk before the page that names it is written. An erased file is off the
 *         disk at the end, or `unfinished` is called.
 * Errors  BadArchive, BundleFault: the file is no bundle, and nothing was written.
 */
export async function deliverFrom(
  engine: Engine,
  folder: string,
  file: string,
  {
    now,
    sure = true,
    yes,
    quota = QUOTA,
    from,
    follows,
    runAlone,
    progress,
    unfinished,
  }: DeliveryOrder,
): Promise<Delivered> {
  const { log } = engine
  const opened = await openedOf(file, log, from)
  const alone = runAlone ?? (async <T>(work: () => T) => work())
  const lands = <T>(work: () => T): Promise<T> => alone(() => inOwnTransaction(engine, work))
  try {
    const report = emptyCounts()
    const trust = trustOf(log, log.box.name)
    const isOnDisk = (space: Space, hash: string): boolean => isStored(folder, space, hash)
    const taking = { trust, quota: yes ? UNLIMITED : quota, now: now(), report, isOnDisk }
    // A bundle also carries entries of boxes that are believed here. Of a stranger’s bundle,
    // only the first pages are read.
    const { box } = opened.manifest
    const pageLimit =
      yes || box === log.box.name || isTrustedHere(log, box)
        ? Number.POSITIVE_INFINITY
        : LARGEST_PAGES_OF_STRANGER
    const forgotten = countForgotten(log)
    const came = await pagesIn(opened, {
      engine,
      folder,
      taking,
      lands,
      pageLimit,
      together: runAlone ? 0 : TOGETHER,
      progress,
    })
    const missed = await filesIn(opened, folder, missingFilesIn(log, opened, trust), taking)
    const files = came.files + missed.length
    const { aside, stopped, forked, ...counts } = report
    const told = {
      ...counts,
      aside: [...aside.values()],
      stopped: [...stopped.values()],
      forked: [...forked],
    }
    await lands(() => {
      for (const { space, hash } of missed) noteFileCame(log, space, hash)
      const brought = {
        taken: told.taken,
        aside: told.aside,
        stopped: stopped.size,
        isFull: told.isFull,
      }
      noteManifest(log, opened, now(), {
        brought,
        isSure: sure,
        isMet: from !== undefined,
        ...(follows ? { follows } : {}),
      })
      startAgainIfForked(log, report)
    })
    if (told.forked.some(feed => boxOfFeed(feed) === log.box.name))
      noteLostWrite(folder, 'forked', 1, now())
    const isForgotten = countForgotten(log) > forgotten
    if (isForgotten)
      await lands(() => {
        forgetSaid(engine)
        followForgettings(engine, { now: now(), sure })
      })
    if (told.taken > 0) await alone(() => joinDoubles(engine, { now: now(), sure }))
    await readMail(engine, { now, sure, today: dayAt }, alone)
    const left = await alone(() =>
      settle(
        engine,
        folder,
        files > 0 || isForgotten || countForgotten(log) > forgotten
          ? { now: now(), isAlone: !runAlone }
          : undefined,
      ),
    )
    if (left) unfinished?.(left)
    return {
      from: opened.manifest.box,
      ...told,
      ...came,
      files,
      isSealed: opened.isSealed,
      total: opened.entries,
    }
  } finally {
    opened.close()
  }
}

/**
 * The state of one delivery. `lands`: runs work in a transaction between people’s turns.
 * `pageLimit`: the bytes of pages that are read at most. `together`: the bytes of pages in one
 * transaction; 0: one page.
 */
type Landings = Readonly<{
  engine: Engine
  folder: string
  taking: Intake
  lands: <T>(work: () => T) => Promise<T>
  pageLimit: number
  together: number
  progress: DeliveryOrder['progress']
}>
/** Takes all pages. Returns the faults, and how many files and records came. */
async function pagesIn(
  opened: Bundle,
  { engine, folder, taking, lands, pageLimit, together, progress }: Landings,
): Promise<Pick<Delivered, 'faults' | 'files' | 'records'>> {
  const faults: string[] = []
  const records = new Set<string>()
  let [files, done, givenBack] = [0, 0, 0]
  for await (const landing of verifiedAhead(opened.pages(pageLimit), together)) {
    for (const { fault } of landing.pages) if (fault) faults.push(`${fault.code} ${fault.part}`)
    const came = await filesIn(opened, folder, neededBy(landing, taking), taking)
    files += came.length
    const entries = landing.pages.flatMap(page => page.entries)
    const { touched, before } = await lands(() => {
      const before = lastByRun(engine)
      for (const { space, hash } of came) noteFileCame(engine.log, space, hash)
      const ownBefore = ownSeqSum(engine.log)
      const took = takePage(engine.log, entries, taking, landing.signers)
      // Only this box writes its current epoch (the random bits in the names of its feeds):
      // entries of it that a bundle brings back were lost by this disk.
      givenBack += Math.max(0, ownSeqSum(engine.log) - ownBefore)
      return { touched: show(engine, took), before }
    })
    for (const one of touched)
      if (records.size < MOST_COUNTED && isNews(engine, one, before)) records.add(one.record)
    progress?.((done += entries.length), opened.entries)
    if (givenBack > 0) noteLostWrite(folder, 'taken', givenBack, taking.now)
    givenBack = 0
  }
  return { faults, files, records: records.size }
}

/** The files that the acceptable entries of these pages name. */
const neededBy = ({ pages, signers }: VerifiedPages, taking: Intake): readonly FileBrought[] =>
  pages.flatMap(({ space, entries }) =>
    filesNeeded(entries, taking, signers).map(hash => ({ space, hash })),
  )

/** Stores these files from the bundle, within the intake limit. Returns the stored ones. */
async function filesIn(
  opened: Bundle,
  folder: string,
  wanted: readonly FileBrought[],
  taking: Intake,
): Promise<readonly FileBrought[]> {
  const came: FileBrought[] = []
  for (const { space, hash } of wanted) {
    if (taking.report.isFull) break
    const bytes = await opened.file(space, hash)
    if (!bytes || !countFile(taking, bytes.length)) continue
    storeFile(folder, space, bytes, { name: '', type: '' })
    came.push({ space, hash })
  }
  return came
}

/** Shows these records in the tables, and returns them. */
function show(engine: Engine, touched: readonly Touched[]): readonly Touched[] {
  showAll(engine.tables, engine.log, touched)
  return touched
}
type LastByRun = ReadonlyMap<number, number>
/** By run, the last seq that is here. */
const lastByRun = ({ log }: Engine): LastByRun =>
  new Map(
    log.sql
      .all<{ no: number; last: number }>('SELECT no, last FROM feed')
      .map(({ no, last }) => [no, last]),
  )

/**
 * Whether a touched record is news: it shows on the page, and an entry later than `before` wrote a
 * field of it, other than its removal.
 */
function isNews(
  { types, log, read }: Engine,
  { type, record, space }: Touched,
  before: LastByRun,
): boolean {
  if (
    space !== 'commons' ||
    isOfProgram({ log }, type, record) ||
    types.get(type)?.path === undefined ||
    read.called(record) === undefined
  )
    return false
  return log.sql
    .all<{ entry: number }>(
      "SELECT entry FROM write WHERE record = ? AND type = ? AND space = 'commons' " +
        "AND field <> 'removed'",
      record,
      type,
    )
    .some(({ entry }) => seqOf(entry) > (before.get(feedNoOf(entry)) ?? 0))
}

/**
 * Finishes erasures after their commit: writes the list of forgettings, deletes files, empties the
 * WALs (SQLite’s write-ahead logs). Returns the erased files that are still on the disk, or
 * undefined when all is done. The list is empty when only a WAL is left.
 *
 * Shape   `sweep`: also looks for files that no value names, which reads the whole log. At the end
 *         of a delivery such a file of a shared space was erased, however new it is. The next start
 *         sweeps after a delivery that was cut.
 */
function settle(
  engine: Engine,
  folder: string,
  sweep: Readonly<{ now: number; isAlone: boolean }> | undefined,
): readonly string[] | undefined {
  keepForgettings(folder, engine.log)
  const shown = sweep ? filesShown(folder) : new Set<string>()
  const how = { forgotten: shown, isAlone: sweep?.isAlone === true }
  const young = sweep ? sweepFiles(folder, engine.log.sql, sweep.now, how) : []
  const left = young.filter(hash => shown.has(hash))
  const emptied = [engine.tables, engine.log].map(file => checkpoint(file))
  forgetMoved(engine.log)
  return left.length > 0 || emptied.includes(false) ? left : undefined
}

/** Opens the bundle. Errors  BundleFault `unsigned`, when another box than `from` made it. */
async function openedOf(file: string, log: Log, from: string | undefined): Promise<Bundle> {
  const opened = await Bundle.open(file, log.box)
  if (from === undefined || opened.manifest.box === from) return opened
  opened.close()
  throw new BundleFault('unsigned')
}
