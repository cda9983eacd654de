import type { BrickModel } from '../contract/brick.ts'
import type { Clock } from '../contract/clock.ts'
import type { Command, CommandContext, Hand } from '../contract/command.ts'
import type { Asking, Decision, Refusal, Undo } from '../contract/decision.ts'
import type { Sender } from '../contract/letter.ts'
import type { Message } from '../contract/message.ts'
import { isLetIn, type Who } from '../contract/permission.ts'
import type { WholeReader } from '../contract/reader.ts'
import type { Input } from '../core/form/input.ts'
import { HERE, type Lang } from '../core/lang.ts'
import type { FileRef, RecordType } from '../core/schema.ts'
import type { BrickWords } from '../core/type-words.ts'
import { type Appending, append } from '../log/append.ts'
import type { Log } from '../log/log.ts'
import { type Failure, failureOf } from '../log/sqlite.ts'
import { withCardRows } from '../projection/by-card.ts'
import { showAll, type Tables } from '../projection/tables.ts'
import { addedBy } from './added.ts'
import { withOneAgreement } from './agreed-point.ts'
import { decideBoxes, dismissalsToTell } from './boxes.ts'
import { commandContextOf } from './command-context.ts'
import { type CopyFiles, copyFilesOf } from './file-copies.ts'
import { erasuresOf } from './forgetting/erasures.ts'
import { withNarrowed } from './forgetting/narrowing.ts'
import { hiddenElsewhere } from './forgetting/number.ts'
import { belongingsToErase, endingDrafts, withBelongings } from './forgetting/person.ts'
import { keptInHome, leavingHome } from './forgetting/staying.ts'
import { grantedDrafts } from './granted.ts'
import { keeperDrafts } from './keeper-act.ts'
import { answerKept, forgetSaid, keepAnswer } from './kept-answers.ts'
import { letterDrafts, letterRefusal, lettersOfBricks } from './letters/letters.ts'
import { marksOf } from './marked.ts'
import { namesToAsk, withAgreements } from './naming.ts'
import { ownMessage } from './records/own-message.ts'
import { recordForTicket } from './records/sent.ts'
import { ticketDrafts } from './records/sent-codes.ts'
import { storable } from './storable.ts'
import { abandon, inTransaction, isOpen, savepoint, stillOpen } from './transaction.ts'
import { toldHeld, toldOf } from './turn-outcome.ts'
import { NotGranted } from './waiting.ts'
import { type Clash, type ShownHeads, weigh } from './weigh.ts'

/**
 * The road of a write. A *turn* is one command of a brick, asked by one person or box: the command
 * decides, the engine checks who may write what, the log signs and stores it, and the tables show
 * it, all in one transaction. The writer’s thread runs turns in batches; nobody is answered before
 * the commit. The other files of this folder are steps of that road. Read this file first.
 */

/**
 * A request for a turn, as plain data that can cross a thread.
 *
 * Shape   `by`: the role of who asks; `me`: the id of the member who is signed in. `input`: what
 *         was posted. `id`: the random id of the form, so that a form posted twice is done once.
 *         `shown`: what the form showed of the record.
 */
export type TurnAsked = Readonly<{
  brick: string
  command: string
  input: Input
  by: Who
  /** Of several keepers, the one who asks, by the id of their record. */
  keeper?: string
  me?: string
  /** The device of who asks, as the server knows it. A form never sets it. */
  hand?: Hand
  /** The letter by which another box asks. A form never sets it. */
  letter?: Sender
  /** The ticket of the person who asks (`tickets.ts`). A form never sets it. */
  ticket?: string
  /** Its command reads what its person may see by card (`isShownByCard`). A form never sets it. */
  byCard?: true
  id: string
  lang: Lang
  /**
   * Whether a person typed it in a form of ours: names in it are asked about first (`naming.ts`).
   */
  typed?: true
  shown?: ShownHeads
  /** The result of a search before the turn. A form never sets it. */
  looked?: string
  /** Files that came with the form, by field, stored in `home` before it is asked. */
  files?: Readonly<Record<string, readonly FileRef[]>>
}>

/**
 * The answer to a turn: it is done, refused, in conflict with another write, failed through our
 * fault, or asks a second question. Its sentences are codes with data, or words (`worded.ts`).
 *
 * Shape   `next`: the address to go to; `nextHeard`: over http. `said`: the sentence there.
 *         `undo`: the button beside it.
 *         `forgot`: values were erased. `sent`: the visitor’s record that gets a ticket.
 *         `unnamed`: files that no value refers to since an erasure. `wrote`: there are letters to
 *         encrypt. `unnamed` and `wrote` are for the writer’s thread and are not stored. `seen`:
 *         the words about other people that the refused form asks the keeper to tick (`naming.ts`).
 *         `clashes`: the fields that somebody else wrote since the form was shown. `isChoice`: the
 *         turn was itself a choice between versions.
 */
export type TurnAnswer<S = Message> =
  | Readonly<{
      done: true
      next?: string
      nextHeard?: string
      said?: S
      sent?: string
      undo?: Undo<S>
      forgot?: boolean
      unnamed?: readonly string[]
      wrote?: boolean
    }>
  | (Refusal<S> & Readonly<{ done: false; seen?: string }>)
  | Readonly<{ done: false; clashes: readonly Clash[]; isChoice: boolean }>
  | Readonly<{ done: false; failed: Failure }>
  | (Asking & Readonly<{ done: false }>)

/** A command and the brick that has it. */
export type BrickCommand = Readonly<{ command: Command<BrickWords>; brick: BrickModel }>

/**
 * An engine: bricks over one log and its tables, open for writing. The writer’s thread has one, or
 * a verb of the command line while no page is served. Pages read through connections of their own.
 */
export type Engine<B extends BrickModel = BrickModel> = Readonly<{
  bricks: readonly B[]
  types: ReadonlyMap<string, RecordType>
  commands: ReadonlyMap<string, BrickCommand>
  log: Log
  tables: Tables
  read: WholeReader
  /** The Yjs client id of this start: drawn at random, never stored. */
  proseClient: () => number
  /** Copies files into a space, before the turn that names them there commits. */
  copyFiles?: CopyFiles
  /** Tells the readers what the last commit wrote, so that they drop what was made of it. */
  told?: () => void
  report: (error: unknown) => string
}>
/**
 * Runs all waiting turns in one durable transaction: command → change → log → projection. Gives the
 * answers in the order of the turns.
 *
 * Law     Nobody is answered before the log’s COMMIT. A refusal or a fault of ours rolls back to
 *         that turn’s savepoint and touches no other. When the transaction is lost, each turn of
 *         the batch runs again alone, once. Nothing awaits between BEGIN and COMMIT. After the
 *         log’s COMMIT everybody is answered: tables that could not follow catch up before the next
 *         batch.
 */
export function runBatch(
  engine: Engine,
  asked: readonly TurnAsked[],
  clock: Clock,
): readonly TurnAnswer[] {
  try {
    return runTogether(engine, asked, clock)
  } catch (error) {
    abandon(engine)
    if (asked.length === 1) return [{ done: false, failed: failureOf(error, engine.report) }]
    return asked.flatMap(one => runBatch(engine, [one], clock))
  }
}

function runTogether(
  engine: Engine,
  asked: readonly TurnAsked[],
  clock: Clock,
): readonly TurnAnswer[] {
  return inTransaction(engine, () =>
    asked.map(one => {
      stillOpen(engine)
      return runOnce(engine, one, clock)
    }),
  )
}

/** Runs a turn once: a form that is posted twice gets the same answer. */
function runOnce(engine: Engine, asked: TurnAsked, clock: Clock): TurnAnswer {
  const kept = answerKept(engine, asked.id)
  if (kept) return kept
  savepoint(engine, ['SAVEPOINT turn'])
  const answer = attempt(engine, asked, clock)
  savepoint(engine, answer.done ? ['RELEASE turn'] : ['ROLLBACK TO turn', 'RELEASE turn'])
  if (answer.done) keepAnswer(engine, asked.id, answer)
  return answer
}

function attempt(engine: Engine, asked: TurnAsked, clock: Clock): TurnAnswer {
  try {
    return turn(engine, asked, clock)
  } catch (error) {
    if (!isOpen(engine)) throw error
    return { done: false, failed: failureOf(error, engine.report) }
  }
}

/** Runs one turn: decides, then writes the decision. Runs inside a durable transaction. */
export function turn(engine: Engine, asked: TurnAsked, clock: Clock): TurnAnswer {
  return writeDecision(engine, asked, decideTurn(engine, asked, clock, clock.now()), clock)
}

/** The decision of a command, with its brick and its context. */
type TurnDecision = Readonly<{ brick: BrickModel; decision: Decision; at: CommandContext }>

/** Writes a decision, as far as its author may write it. Runs inside a durable transaction. */
export function writeDecision(
  engine: Engine,
  asked: TurnAsked,
  { brick, decision: decided, at }: TurnDecision,
  clock: Clock,
): TurnAnswer {
  if ('refused' in decided || 'asks' in decided) return { done: false, ...decided }
  const decision = { ...decided, drafts: decided.drafts.map(storable) }
  const names = namesToAsk(engine, asked, decision.drafts, at)
  if (names) return { done: false, ...names }
  const own = [...(decision.letters ?? []), ...lettersOfBricks(engine, brick, decision.drafts)]
  const added = addedBy(engine, { brick, decision }, asked, at)
  const letters = [...own, ...added.letters]
  const refused = letterRefusal(engine, letters, at)
  if (refused) return { done: false, ...refused }
  const agreed = withAgreements(engine, asked, decision.drafts, at)
  const granted = grantedDrafts(engine, brick, { ...decision, drafts: agreed, letters: own }, at)
  const sent = recordForTicket(engine, granted.drafts, at)
  const people = belongingsToErase(engine, decision)
  const granting = { ...decision, drafts: [...granted.drafts, ...added.drafts] }
  const narrowed = withNarrowed(engine, granting)
  const whole = withBelongings(narrowed, people)
  const isTyped = asked.by === 'keeper' && asked.typed === true
  const leaving = leavingHome(engine, whole.drafts)
  const kept = whole.drafts.map(one =>
    withOneAgreement(engine, keptInHome(engine, one, leaving), isTyped),
  )
  const drafts = [
    ...kept,
    ...(sent === undefined ? [] : ticketDrafts(engine.read, sent, at)),
    ...letterDrafts(letters, at),
    ...hiddenElsewhere(engine, decision, at),
    ...endingDrafts(engine, decision, at),
    ...marksOf(engine, whole, at),
    ...keeperDrafts(asked, kept, at),
  ]
  const weighed = drafts.map(draft => weigh(engine, draft, asked.shown, asked.by === 'keeper'))
  const clashes = weighed.flatMap(one => one.clashes)
  const isChoice = drafts.some(draft => draft.settles)
  if (clashes.length > 0) return { done: false, clashes, isChoice }
  const forgetting = erasuresOf(engine, { ...whole, drafts }, people, at)
  const forgot = forgetting.writes.length > 0
  // There was nothing to erase, and the answer says so.
  if (!forgot && decision.forget?.some(what => !what.past))
    return { done: false, refused: ownMessage('nothingThere') }
  if (forgot) forgetSaid(engine)
  const writes = [
    ...weighed.flatMap(one => one.writes),
    ...forgetting.writes,
    ...dismissalsToTell(engine, decision, at.newId),
  ]
  copyFilesOf(engine, writes)
  writeAndShow(engine, writes, at, clock)
  decideBoxes(engine, asked, decision)
  return {
    done: true,
    ...(granted.held.length > 0 ? toldHeld(engine, decision, granted) : toldOf(decision)),
    ...(sent === undefined ? {} : { sent }),
    ...(letters.length > 0 ? { wrote: true } : {}),
    ...(forgot ? { forgot, unnamed: forgetting.files } : {}),
  }
}

/**
 * Appends these writes to the log and shows them in the tables. Their author stands in the entry;
 * for a letter of another box it is `visitor`.
 */
export function writeAndShow(
  engine: Engine,
  writes: readonly Appending[],
  { now, by, me }: CommandContext,
  { sure }: Clock,
): void {
  showAll(
    engine.tables,
    engine.log,
    append(engine.log, writes, { now, sure, by: me ?? (by === 'box' ? 'visitor' : by) }),
  )
}

/** Runs the command’s decision. Writes nothing. */
export function decideTurn(
  engine: Engine,
  asked: TurnAsked,
  clock: Clock,
  now: number,
): TurnDecision {
  const found = engine.commands.get(`${asked.brick}.${asked.command}`)
  if (!found) throw new Error(`no command ${asked.brick}.${asked.command}`)
  const isByTicket = asked.ticket !== undefined && found.command.byTicket !== undefined
  if (!isByTicket && !isLetIn(asked.by, found.command.who)) throw new NotGranted(found.command.name)
  const at = commandContextOf(engine, asked, clock, now)
  const decide = (): Decision =>
    found.command.decide(asked.input, engine.read, at, found.brick.words[HERE])
  return {
    brick: found.brick,
    decision: asked.byCard ? withCardRows(engine.tables.sql, engine.types, decide) : decide(),
    at,
  }
}
