import { randomBytes } from 'node:crypto'
import { backup } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import type { BrickModel } from '../contract/brick.ts'
import type { Clock } from '../contract/clock.ts'
import { stems, wordsOf } from '../core/letters/words.ts'
import { editProse, proseText } from '../core/prose.ts'
import type { Space } from '../core/schema.ts'
import { machineClock } from '../files/clock.ts'
import { copyFiles, onDisk, sweepFiles, YOUNG_MS } from '../files/files.ts'
import { openBox, placesIn } from '../files/folder.ts'
import { keepForgettings } from '../files/forgettings.ts'
import { checkpoint, countForgotten } from '../log/forget.ts'
import { checkMissingFiles } from '../log/missing-files.ts'
import { forgetMoved } from '../log/moving.ts'
import { owesRewriting, rewriteWhole, rewritingDone } from '../log/rewriting.ts'
import { failureOf, isFull, isHurtFile } from '../log/sqlite.ts'
import { closeTables } from '../projection/tables.ts'
import type { DeliverAnswer, DeliveryContext } from '../sync/intake/delivered.ts'
import { BundleFault } from '../sync/intake/fault.ts'
import { guard } from '../text/guard/guard.ts'
import { BadArchive } from '../zip/read.ts'
import { bringingLeft, longTurn } from './bringing.ts'
import { joinDoubles } from './doubles.ts'
import { openEngine } from './engine.ts'
import { faultLine } from './fault-line.ts'
import { type FadingClock, startFading } from './forgetting/fading-worker.ts'
import { type Queue, queueOf } from './queue.ts'
import { relinkToShown } from './shown-links.ts'
import type { OnTouched } from './touched.ts'
import { inOwnTransaction } from './transaction.ts'
import { type Engine, runBatch, type TurnAnswer, type TurnAsked } from './turn.ts'

/**
 * The worker: the only thread that writes the log (the signed entries, never changed) and the
 * tables made from it. Turns, the posts of people, that came while the last batch was flushed to
 * disk share the next one. Long work goes in slices between them (queue.ts). A turn is answered
 * after the commit, so that the page loaded after the redirect shows what was just written.
 */

/**
 * A message to the writer. `n`: the number that its answer repeats.
 *
 * Shape   `turn`: run this turn. `copy`: write a copy of the log into the file `to`.
 *         `deliver`: take the entries of this bundle, a file that another box made. `yes`: the
 *         keeper agreed to a delivery without limit. `context`: which box must have made it, and
 *         the rest of the intake limit.
 *         `alive`: answer, if you can. `warm`: read words and compile patterns. `begin`: count the
 *         life of the box, and erase the records whose time is over (`forgetting/fading.ts`).
 *         `close`: close the files, and end.
 */
export type ToWriter =
  | Readonly<{ n: number; kind: 'turn'; asked: TurnAsked }>
  | Readonly<{ n: number; kind: 'copy'; to: string }>
  | Readonly<{ n: number; kind: 'deliver'; file: string; yes: boolean; context: DeliveryContext }>
  | Readonly<{ n: number; kind: 'alive' }>
  | Readonly<{ n: number; kind: 'warm' }>
  | Readonly<{ n: number; kind: 'begin' }>
  | Readonly<{ n: number; kind: 'close' }>
/**
 * A message of the writer.
 *
 * Shape   `ready`: the folder is open. `progress`: how many entries a rebuild of the tables read.
 *         `moved`: the folder was on another machine before; a new epoch begins (64 random bits
 *         under which this box writes).
 *         `touched`: what a commit wrote, before its turns are answered (`touched.ts`).
 *         `forgot`: values were erased, by a turn, a letter, a delivery or fading.
 *         `failed`: the folder could not be opened. `name`: the class of the error.
 *         `answer`: to message `n`. `turn` gives a `TurnAnswer`, `deliver` a `DeliverAnswer`;
 *         `copy` gives true, or the error as text; the others give true.
 *         `fault`: our bug, or a disk that fails. `isHurt`: SQLite found the file damaged.
 */
export type FromWriter =
  | Readonly<{ kind: 'ready' }>
  | Readonly<{ kind: 'progress'; done: number }>
  | Readonly<{ kind: 'moved' }>
  | Readonly<{ kind: 'touched'; keys: readonly string[] | undefined }>
  | Readonly<{ kind: 'forgot' }>
  | Readonly<{ kind: 'failed'; why: string; name: string }>
  | Readonly<{ kind: 'answer'; n: number; answer: unknown }>
  | Readonly<{ kind: 'fault'; reference: string; stack: string; isHurt: boolean }>

const port = parentPort
// `sync`: SQLite’s `synchronous`. Tests alone give it.
const { folder, sync }: { folder: string; sync?: 'FULL' | 'NORMAL' } = workerData
const tell = (message: FromWriter): void => port?.postMessage(message)

/**
 * Reports a fault of ours, or a full disk. The result is a reference for the page. The stack goes
 * to the machine’s journal with this reference, or with the word `full`.
 */
function report(error: unknown): string {
  const reference = randomBytes(4).toString('hex')
  const label = isFull(error) ? 'full' : reference
  tell({ kind: 'fault', reference: label, stack: faultLine(error), isHurt: isHurtFile(error) })
  return reference
}

/** Opens the folder, answers messages, and finishes what the last run left. */
function start(models: readonly BrickModel[]): void {
  const places = placesIn(folder)
  const opts = {
    report,
    progress: (done: number) => tell({ kind: 'progress', done }),
    onMoved: () => tell({ kind: 'moved' }),
    onTouched: (keys: readonly string[] | undefined) => {
      tell({ kind: 'touched', keys })
      heard(keys)
    },
    copyFiles: (space: Space, hashes: readonly string[]) => copyFiles(folder, space, hashes),
    ...(sync ? { sync } : {}),
  }
  let heard: OnTouched = () => {}
  const engine = openEngine(models, openBox(folder), places, opts)
  forgottenTold = countForgotten(engine.log)
  const clock = machineClock(Date.now, { log: () => engine.log })
  const queue: Queue = queueOf({
    batch: asked => {
      const answers = batchOf(engine, asked, clock, () => mail(engine, clock, queue))
      fading.look()
      return answers
    },
    long: asked => longTurn(engine, asked, clock),
    soon: setImmediate,
  })
  const fading: FadingClock = startFading({
    engine,
    clock,
    runAlone: queue.runAlone,
    finish: () => finish(engine),
    report,
  })
  heard = fading.touched
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
    else if (message.kind === 'warm') {
      tryOrReport(() => warm(engine))
      tell({ kind: 'answer', n: message.n, answer: true })
    } else if (message.kind === 'begin') {
      fading.begin()
      tell({ kind: 'answer', n: message.n, answer: true })
    } else {
      queue.stop()
      tryOrReport(fading.stop)
      close(engine, message.n)
    }
  })
  tryOrReport(() => joinDoubles(engine, { now: clock.now(), sure: clock.sure }))
  tryOrReport(() => relinkToShown(engine, { now: clock.now(), sure: clock.sure }))
  tell({ kind: 'ready' })
  setImmediate(() => {
    tryOrReport(() => inOwnTransaction(engine, () => checkMissingFiles(engine.log, onDisk(folder))))
    tryOrReport(() => rewrite(engine))
    finish(engine)
  })
  queue.work(bringingLeft(engine, clock))
  mail(engine, clock, queue)
}

/**
 * Uses what a first turn would wait for: the patterns of the guard, the stemmer, long texts, and
 * the words of each brick. Nothing is read from the folder, and nothing is written.
 */
function warm({ bricks, proseClient }: Engine): void {
  for (const one of WARMING) {
    guard(one)
    for (const word of wordsOf(one)) stems(word)
  }
  const clients = { client: proseClient(), other: proseClient() + 1 }
  const update = editProse([], [], WARMING.join(' '), clients)
  if (update) proseText([update])
  for (const brick of bricks) brick.warm?.()
}
/** With a first name, a telephone, a state of health: all parts of the guard read them. */
const WARMING = ['Anaïs prête une remorque samedi, au 04 77 00 00 00', 'Sa mère est à l’hôpital']

/**
 * Opens letters of other boxes and encrypts waiting ones, between people’s turns and after any
 * running delivery. Called after each batch that wrote a letter, and at the start, because the box
 * may have stopped before this was done. A delivery does the same at its end.
 */
function mail(engine: Engine, clock: Clock, { runAlone }: Queue): void {
  delivering = delivering.then(async () => {
    try {
      const { readMail } = await import('./letters/incoming.ts')
      if (engine.log.db.isOpen && (await readMail(engine, clock, runAlone))) finish(engine)
    } catch (error) {
      report(error)
    }
  })
}

/**
 * The last of the deliveries and letters that were asked for: one runs after the other, page by
 * page between people’s turns.
 */
let delivering: Promise<unknown> = Promise.resolve()
function deliver(
  engine: Engine,
  { file, yes, context }: Readonly<{ file: string; yes: boolean; context: DeliveryContext }>,
  clock: Clock,
  { runAlone }: Queue,
): Promise<DeliverAnswer> {
  const answer = delivering.then(async (): Promise<DeliverAnswer> => {
    try {
      const { deliverFrom } = await import('./delivery.ts')
      const unfinished = (files: readonly string[]): void => finishSoon(engine, files)
      const delivered = await deliverFrom(engine, folder, file, {
        now: clock.now,
        sure: clock.sure,
        yes,
        ...context,
        runAlone,
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

/** Runs a batch, then finishes its erasures. `onLetters`: called when a turn wrote a letter. */
function batchOf(
  engine: Engine,
  asked: readonly TurnAsked[],
  clock: Clock,
  onLetters: () => void,
): readonly TurnAnswer[] {
  const answers = runBatch(engine, asked, clock)
  if (answers.some(answer => answer.done && answer.wrote)) onLetters()
  return answers.some(answer => answer.done && answer.forgot)
    ? finishErasures(engine, answers)
    : answers
}

function close(engine: Engine, n: number): void {
  clearTimeout(retryTimer)
  clearTimeout(rewriteTimer)
  // A damaged file may fail to close; the answer is sent all the same.
  tryOrReport(() => closeTables(engine.tables))
  tryOrReport(() => engine.log.db.close())
  tell({ kind: 'answer', n, answer: true })
  port?.close()
}

/** Finishes the erasures of a batch, and adds to each erasing answer whether they are finished. */
function finishErasures(engine: Engine, answers: readonly TurnAnswer[]): readonly TurnAnswer[] {
  for (const answer of answers)
    if (answer.done) for (const hash of answer.unnamed ?? []) forgottenFiles.add(hash)
  const forgot = finish(engine)
  return answers.map(answer => {
    if (!answer.done || !answer.forgot) return answer
    const { unnamed, ...told } = answer
    return { ...told, forgot }
  })
}
/** Hashes of files that no value refers to since an erasure, until they are off the disk. */
const forgottenFiles = new Set<string>()

/**
 * The count of erased values when the main thread was last told. Each time that it is told, the
 * main thread drops the archives that it prepared for download.
 */
let forgottenTold = 0
function tellForgot({ log }: Engine): void {
  const count = countForgotten(log)
  if (count > forgottenTold) tell({ kind: 'forgot' })
  forgottenTold = count
}

/**
 * The pauses before the next try of an unfinished erasure: short after a reader of the database or
 * a file that is too new, long after an error such as a full disk. After a finished one, new files
 * that no value refers to are looked at again after `YOUNG_MS`.
 */
const SOON_MS = 2_000
const LATER_MS = 60_000
let retryTimer: NodeJS.Timeout | undefined

/**
 * Finishes erasures after their commit: writes the list of forgettings, deletes the files that no
 * value refers to, and empties the WALs (SQLite’s write-ahead logs). Runs at the start too, because
 * the box may have stopped before this was done. The turn stays committed in any case. False means
 * that something is left, and a timer calls again: a reader of the database, a full disk or a
 * forgotten file that is too new stood in the way.
 */
function finish(engine: Engine): boolean {
  tryOrReport(() => tellForgot(engine))
  const listed = tryOrReport(() => keepForgettings(folder, engine.log))
  const young = tryOrReport(() =>
    sweepFiles(folder, engine.log.sql, Date.now(), { forgotten: forgottenFiles }),
  )
  const isLeft = young?.some(hash => forgottenFiles.has(hash)) ?? false
  if (young && !isLeft) forgottenFiles.clear()
  const emptied = [engine.tables, engine.log].map(file => tryOrReport(() => checkpoint(file)))
  const former = tryOrReport(() => forgetMoved(engine.log))
  clearTimeout(retryTimer)
  // A new file that no value refers to may belong to a waiting turn. The erasure is finished; a
  // later call deletes the file, unless a value then refers to it.
  const isHindered = [listed, young, former, ...emptied].includes(undefined)
  const done = !isHindered && !isLeft && !emptied.includes(false)
  // After an error; after a forgotten file that is too new, or a reader; after a finished erasure.
  const wait = isHindered ? LATER_MS : isLeft || emptied.includes(false) ? SOON_MS : YOUNG_MS
  if (!done || (young ?? []).length > 0) retryTimer = setTimeout(() => finish(engine), wait).unref()
  rewriteLater(engine)
  return done
}

/**
 * The log and the tables are rewritten whole ten minutes after an erasure, so that several share
 * one rewriting; once in a day of running at most, to spare the SD card. A start rewrites at once
 * what the last run left.
 */
const QUIET_MS = 600_000
const DAY_MS = 86_400_000
let rewriteTimer: NodeJS.Timeout | undefined
let rewrittenAt = Number.NEGATIVE_INFINITY

/** Schedules the rewriting. The ten minutes count from the first erasure that needs it. */
function rewriteLater(engine: Engine): void {
  if (rewriteTimer || !owesRewriting(engine.log)) return
  const wait = Math.max(QUIET_MS, rewrittenAt + DAY_MS - performance.now())
  const run = (): void => {
    rewriteTimer = undefined
    if (tryOrReport(() => rewrite(engine))) finish(engine)
  }
  rewriteTimer = setTimeout(run, wait).unref()
}

/**
 * Rewrites both files, so that erased bytes leave the pages of SQLite (`log/rewriting.ts`). A file
 * that is too large stays as it is until the next erasure. True when a file was written: the WALs
 * must then be emptied.
 */
function rewrite({ tables, log }: Engine): boolean {
  if (!owesRewriting(log) || log.db.isTransaction || tables.db.isTransaction) return false
  rewrittenAt = performance.now()
  forgetMoved(log)
  const written = [tables.db, log.db].map(rewriteWhole)
  rewritingDone(log)
  return written.includes(true)
}

/** Schedules the end of erasures that a delivery brought. */
function finishSoon(engine: Engine, files: readonly string[]): void {
  for (const hash of files) forgottenFiles.add(hash)
  clearTimeout(retryTimer)
  retryTimer = setTimeout(() => finish(engine), SOON_MS).unref()
}

/** Runs work. An error is reported, and the result is then undefined. */
function tryOrReport<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    report(error)
    return undefined
  }
}

/**
 * Starts the writer’s thread with the models of all bricks. When the folder can’t be opened, it
 * says `failed` and ends. `app/writer-worker.ts` is the file that the thread runs.
 */
export function runWriter(models: readonly BrickModel[]): void {
  try {
    start(models)
  } catch (error) {
    // A full disk, a damaged file, or the class of any other error.
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
