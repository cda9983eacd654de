import { randomBytes } from 'node:crypto'
import { backup } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import type { BrickModel } from '../contract/brick.ts'
import type { Clock } from '../contract/clock.ts'
import type { Space } from '../core/schema.ts'
import { machineClock } from '../files/clock.ts'
import { holdFiles, onDisk, sweepFiles, YOUNG_MS } from '../files/files.ts'
import { openBox, placesIn } from '../files/folder.ts'
import { keepForgettings } from '../files/forgettings.ts'
import { checkpoint, countForgotten } from '../log/forget.ts'
import { checkMissingFiles } from '../log/missing-files.ts'
import { owesRewriting, rewriteWhole, rewritingDone } from '../log/rewriting.ts'
import { failureOf, isFull, isHurtFile } from '../log/sqlite.ts'
import type { DeliverAnswer, DeliveryContext } from '../sync/intake/delivered.ts'
import { BundleFault } from '../sync/intake/fault.ts'
import { BadArchive } from '../zip/read.ts'
import { bringInSlices, bringingLeft, isLongBring } from './bringing.ts'
import { joinDoubles } from './doubles.ts'
import { openEngine } from './engine.ts'
import { faultLine } from './fault-line.ts'
import { type FadingClock, startFading } from './forgetting/fading-worker.ts'
import { type Queue, queueOf } from './queue.ts'
import { relinkToShown } from './shown-links.ts'
import { type Engine, inOwnTransaction, runBatch, type TurnAnswer, type TurnAsked } from './turn.ts'

/**
 * The worker: the only thread that writes the log and the tables. Turns that came while the last
 * batch was being synced share the next one; long work goes in slices between them (queue.ts). A
 * turn is answered after the commit, so that the 303's GET reads its own write.
 */
export type ToWriter =
  | Readonly<{ n: number; kind: 'turn'; asked: TurnAsked }>
  | Readonly<{ n: number; kind: 'copy'; to: string }>
  | Readonly<{ n: number; kind: 'deliver'; file: string; yes: boolean; brings: DeliveryContext }>
  | Readonly<{ n: number; kind: 'alive' }>
  | Readonly<{ n: number; kind: 'begin' }>
  | Readonly<{ n: number; kind: 'close' }>
export type FromWriter =
  | Readonly<{ kind: 'ready' }>
  | Readonly<{ kind: 'progress'; done: number }>
  | Readonly<{ kind: 'moved' }>
  /** Values were erased, by a turn, a delivery or fading. */
  | Readonly<{ kind: 'forgot' }>
  | Readonly<{ kind: 'failed'; why: string; name: string }>
  | Readonly<{ kind: 'answer'; n: number; answer: unknown }>
  | Readonly<{ kind: 'fault'; reference: string; stack: string; isHurt: boolean }>

const port = parentPort
const { folder, sync } = workerData as { folder: string; sync?: 'FULL' | 'NORMAL' }
const tell = (message: FromWriter): void => port?.postMessage(message)

/**
 * Reports a fault of ours. Its reference goes to the page, its trace to the machine’s log. A full
 * disk has the label `full` in the log, and the page says so.
 */
function report(error: unknown): string {
  const reference = randomBytes(4).toString('hex')
  const label = isFull(error) ? 'full' : reference
  tell({ kind: 'fault', reference: label, stack: faultLine(error), isHurt: isHurtFile(error) })
  return reference
}

function start(models: readonly BrickModel[]): void {
  const files = placesIn(folder)
  const opts = {
    report,
    progress: (done: number) => tell({ kind: 'progress', done }),
    onMoved: () => tell({ kind: 'moved' }),
    holdFiles: (space: Space, hashes: readonly string[]) => holdFiles(folder, space, hashes),
    ...(sync ? { sync } : {}),
  }
  const engine = openEngine(models, openBox(folder), files, opts)
  forgottenTold = countForgotten(engine.log)
  const clock = machineClock(Date.now, { log: () => engine.log })
  const queue: Queue = queueOf({
    batch: asked => {
      const answers = batchOf(engine, asked, clock, () => mail(engine, clock, queue))
      if (asked.some(one => mayFade(engine, one))) fading.look()
      return answers
    },
    long: asked => (isLongBring(asked) ? bringInSlices(engine, asked, clock) : undefined),
    soon: setImmediate,
  })
  const fading: FadingClock = startFading({
    engine,
    clock,
    slice: queue.slice,
    finish: () => finish(engine),
    report,
  })
  port?.on('message', (message: ToWriter) => {
    if (message.kind === 'turn')
      queue.ask(message.asked, answer => tell({ kind: 'answer', n: message.n, answer }))
    else if (message.kind === 'copy') {
      backup(engine.log.db, message.to).then(
        () => tell({ kind: 'answer', n: message.n, answer: true }),
        error => tell({ kind: 'answer', n: message.n, answer: String(error) }),
      )
    } else if (message.kind === 'deliver') {
      deliver(engine, message, clock, queue).then(answer =>
        tell({ kind: 'answer', n: message.n, answer }),
      )
    } else if (message.kind === 'alive') tell({ kind: 'answer', n: message.n, answer: true })
    else if (message.kind === 'begin') {
      fading.begin()
      tell({ kind: 'answer', n: message.n, answer: true })
    } else {
      queue.stop()
      tried(fading.stop)
      close(engine, message.n)
    }
  })
  tried(() => joinDoubles(engine, { now: clock.now(), sure: clock.sure }))
  tried(() => relinkToShown(engine, { now: clock.now(), sure: clock.sure }))
  tell({ kind: 'ready' })
  setImmediate(() => {
    tried(() => inOwnTransaction(engine, () => checkMissingFiles(engine.log, onDisk(folder))))
    tried(() => rewrite(engine))
    finish(engine)
  })
  queue.work(bringingLeft(engine, clock))
  mail(engine, clock, queue)
}

/** Whether a turn may have written records that fade. */
const mayFade = ({ bricks, commands }: Engine, { brick: name, command }: TurnAsked): boolean => {
  const isOfAny = commands.get(`${name}.${command}`)?.command.writesAny === true
  return bricks.some(brick => brick.fades !== undefined && (isOfAny || brick.name === name))
}

/**
 * Opens letters and encrypts waiting ones, between people’s turns and after any running delivery.
 * Runs at the start too, because a stop may have come between.
 */
function mail(engine: Engine, clock: Clock, { slice }: Queue): void {
  delivering = delivering.then(async () => {
    try {
      const { readMail } = await import('./letters-in.ts')
      if (engine.log.db.isOpen && (await readMail(engine, clock, slice))) finish(engine)
    } catch (error) {
      report(error)
    }
  })
}

/** The delivery that runs. One bundle at a time, page by page between people’s turns. */
let delivering: Promise<unknown> = Promise.resolve()
function deliver(
  engine: Engine,
  { file, yes, brings }: Readonly<{ file: string; yes: boolean; brings: DeliveryContext }>,
  clock: Clock,
  { slice }: Queue,
): Promise<DeliverAnswer> {
  const answer = delivering.then(async (): Promise<DeliverAnswer> => {
    try {
      const { deliverFrom } = await import('./delivery.ts')
      const unfinished = (files: readonly string[]): void => finishSoon(engine, files)
      const delivered = await deliverFrom(engine, folder, file, {
        now: clock.now,
        sure: clock.sure,
        yes,
        ...brings,
        slice,
        unfinished,
      })
      tellForgot(engine)
      return { delivered }
    } catch (error) {
      if (error instanceof BundleFault || error instanceof BadArchive)
        return { unusable: error.code }
      return { failed: failureOf(error, report) }
    }
  })
  delivering = answer
  return answer
}

function batchOf(
  engine: Engine,
  asked: readonly TurnAsked[],
  clock: Clock,
  mailed: () => void,
): readonly TurnAnswer[] {
  const answers = runBatch(engine, asked, clock)
  if (answers.some(answer => answer.done && answer.wrote)) mailed()
  return answers.some(answer => answer.done && answer.forgot) ? swept(engine, answers) : answers
}

function close(engine: Engine, n: number): void {
  clearTimeout(again)
  clearTimeout(quiet)
  // A damaged file may fail to close; the answer is sent all the same.
  tried(() => engine.tables.db.close())
  tried(() => engine.log.db.close())
  tell({ kind: 'answer', n, answer: true })
  port?.close()
}

/** Finishes the erasures of a batch, and adds to each answer whether they are finished. */
function swept(engine: Engine, answers: readonly TurnAnswer[]): readonly TurnAnswer[] {
  for (const answer of answers)
    if (answer.done) for (const hash of answer.unnamed ?? []) forgottenFiles.add(hash)
  const forgot = finish(engine)
  return answers.map(answer => {
    if (!answer.done || !answer.forgot) return answer
    const { unnamed, ...told } = answer
    return { ...told, forgot }
  })
}
/** Files that an erasure left without a name, until they are off the disk. */
const forgottenFiles = new Set<string>()

/**
 * The count of erasures that the main thread was told. At each new one it drops the files prepared
 * before.
 */
let forgottenTold = 0
function tellForgot({ log }: Engine): void {
  const count = countForgotten(log)
  if (count > forgottenTold) tell({ kind: 'forgot' })
  forgottenTold = count
}

/**
 * The pauses before the next try of an unfinished erasure: short after a reader, long after a full
 * disk.
 */
const SOON_MS = 2_000
const LATER_MS = 60_000
let again: NodeJS.Timeout | undefined

/**
 * Finishes erasures after their commit: the list of forgettings, the files, the WALs. Runs at the
 * start too, because a stop may have come between. The turn stays committed in any case; false
 * means that a reader or a full disk stood in the way.
 */
function finish(engine: Engine): boolean {
  tried(() => tellForgot(engine))
  const listed = tried(() => keepForgettings(folder, engine.log))
  const young = tried(() =>
    sweepFiles(folder, engine.log.sql, Date.now(), { forgotten: forgottenFiles }),
  )
  const isLeft = young?.some(hash => forgottenFiles.has(hash)) ?? false
  if (young && !isLeft) forgottenFiles.clear()
  const emptied = [engine.tables, engine.log].map(held => tried(() => checkpoint(held)))
  clearTimeout(again)
  // A new file that no value names may belong to a waiting turn: look again, the erasure is
  // finished.
  const done =
    listed !== undefined && young !== undefined && !isLeft && emptied.every(one => one === true)
  const isHindered = listed === undefined || young === undefined || emptied.includes(undefined)
  const wait = isHindered ? LATER_MS : isLeft || emptied.includes(false) ? SOON_MS : YOUNG_MS
  if (!done || young.length > 0) again = setTimeout(() => finish(engine), wait).unref()
  rewriteLater(engine)
  return done
}

/**
 * The log and the tables are rewritten whole ten minutes after an erasure, so that several share
 * one rewriting, and once a day at most, to spare the card.
 */
const QUIET_MS = 600_000
const DAY_MS = 86_400_000
let quiet: NodeJS.Timeout | undefined
let rewrittenAt = Number.NEGATIVE_INFINITY

/** Schedules the rewriting. The ten minutes count from the first erasure that needs it. */
function rewriteLater(engine: Engine): void {
  if (quiet || !owesRewriting(engine.log)) return
  const wait = Math.max(QUIET_MS, rewrittenAt + DAY_MS - performance.now())
  const now = (): void => {
    quiet = undefined
    if (tried(() => rewrite(engine))) finish(engine)
  }
  quiet = setTimeout(now, wait).unref()
}

/**
 * Rewrites both files, so that erased bytes leave the pages of SQLite (`log/rewriting.ts`). A file
 * that is too large stays, and is tried at the next erasure. True when a file was written: the WALs
 * must then be emptied.
 */
function rewrite({ tables, log }: Engine): boolean {
  if (!owesRewriting(log) || log.db.isTransaction || tables.db.isTransaction) return false
  rewrittenAt = performance.now()
  const written = [tables.db, log.db].map(rewriteWhole)
  rewritingDone(log)
  return written.includes(true)
}

/** Schedules the end of erasures that a delivery brought. */
function finishSoon(engine: Engine, files: readonly string[]): void {
  for (const hash of files) forgottenFiles.add(hash)
  clearTimeout(again)
  again = setTimeout(() => finish(engine), SOON_MS).unref()
}

function tried<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    report(error)
    return undefined
  }
}

/** Runs the writer’s thread with these models. `app/writer-worker.ts` is its entry. */
export function runWriter(models: readonly BrickModel[]): void {
  try {
    start(models)
  } catch (error) {
    const name = isFull(error)
      ? 'Full'
      : isHurtFile(error)
        ? 'Hurt'
        : error instanceof Error
          ? error.name
          : 'Error'
    tell({ kind: 'failed', name, why: String(error) })
    port?.close()
  }
}
