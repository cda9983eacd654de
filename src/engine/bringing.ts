import type { Clock } from '../contract/clock.ts'
import type { Undo } from '../contract/decision.ts'
import type { Message } from '../contract/message.ts'
import { one } from '../core/form/input.ts'
import { ownJson } from '../core/narrow.ts'
import { failureOf } from '../log/sqlite.ts'
import {
  deleteStaged,
  dropStaged,
  finishedStaged,
  finishStaged,
  nextStaged,
  type StagedPiece,
  stage,
} from '../log/staged.ts'
import { answerKept, keepAnswer } from './kept-answers.ts'
import { type BroughtRecord, keyOfBrought, listsIn, readList } from './records/bring.ts'
import { tableRemovals, tableUndo, UNDO_TABLE_COMMAND } from './records/undo-table.ts'
import { abandon, inTransaction } from './transaction.ts'
import { decideTurn, type Engine, type TurnAnswer, type TurnAsked, turn } from './turn.ts'

/**
 * A long import (the command `bring`, many records in one posted form), and the undo of a table, in
 * slices between people’s turns, so that nobody waits for it. All slices are first checked and
 * staged in the file of the log; when all are right, they are written one after the other.
 *
 * Law     Whole or not at all. A cut while it is staged wrote nothing, and the next start drops it.
 *         A cut while it is written is finished by the next start, under the same turn id.
 *         A slice is one transaction that writes its records and deletes their staged pieces: no
 *         record is written twice, and no piece is left to bring back a value that somebody forgets
 *         later (law 10).
 *         A slice that lasts more than `LONGEST_MS` is followed by one of half as many records: a
 *         slow memory card gets fewer records a slice.
 */

/**
 * Long work in steps. The writer’s queue takes one step after the other; the last value is the
 * answer.
 */
export type Slices = Generator<undefined, TurnAnswer>

/** A slice that lasts longer halves the count of the next one. */
const LONGEST_MS = 50
/** The duration that a slice aims at. The commit at its end takes a varying time. */
const AIM_MS = 35
/** Records of a slice: of the first one, at least, at most. */
const [FIRST, LEAST, MOST] = [40, 10, 500]
/**
 * The length of text from which a `bring` is cut into slices: about a hundred records.
 *
 * Units   characters.
 */
const LONG_TEXT = 24 * 1024

/** The slices of a turn that is long: an import, or the undo of one. Undefined for another turn. */
export function longTurn(engine: Engine, asked: TurnAsked, clock: Clock): Slices | undefined {
  if (isLongBring(asked)) return bringInSlices(engine, asked, clock)
  return isTableUndo(engine, asked) ? undoInSlices(engine, asked, clock) : undefined
}
/** Whether a turn is an import that goes in slices. `plain` is the engine’s own brick. */
export const isLongBring = ({ brick, command, input }: TurnAsked): boolean =>
  brick === 'plain' &&
  command === 'bring' &&
  listsIn(input).reduce((sum, list) => sum + list.length, 0) > LONG_TEXT
const isTableUndo = ({ read, types }: Engine, { brick, command, by, input }: TurnAsked): boolean =>
  brick === 'plain' &&
  command === UNDO_TABLE_COMMAND &&
  by === 'keeper' &&
  tableUndo(read, types, one(input, 'id')) !== undefined

/** Lists of records to bring, as JSON. `answer`: instead of that of the command `bring`. */
type Lists = Readonly<{ lists: Iterable<string>; answer?: () => Outcome }>
type Outcome = Readonly<{ next?: string; said?: Message; undo?: Undo }>

/** A `bring` whose records are staged: its turn, and the answer once they are written. */
type StagedBring = Readonly<{
  asked: Omit<TurnAsked, 'input' | 'shown'>
  next: string
  said?: Message
  undo?: Undo
}>

/** The slices of an import. Its answer is stored, so that a second post gets it too. */
export const bringInSlices = (
  engine: Engine,
  asked: TurnAsked,
  clock: Clock,
  pacing: () => SlicePace = slicePace,
): Slices => inSlices({ engine, asked, clock, pacing }, () => ({ lists: listsIn(asked.input) }))

/**
 * The slices of the undo of a table: each brings removals. The lists of the table are read when the
 * work begins.
 */
export const undoInSlices = (
  engine: Engine,
  asked: TurnAsked,
  clock: Clock,
  pacing: () => SlicePace = slicePace,
): Slices =>
  inSlices({ engine, asked: { ...asked, command: 'bring' }, clock, pacing }, () =>
    removalsOf(engine, asked),
  )
function removalsOf({ read, types }: Engine, { input }: TurnAsked): Lists {
  const undo = tableUndo(read, types, one(input, 'id'))
  // A second undo of the same table waited behind the first.
  if (!undo) return { lists: [] }
  const { steps, answer } = tableRemovals(read, types, undo)
  return { lists: Iterator.from(steps).map(step => JSON.stringify(step)), answer }
}

type Work = Readonly<{
  engine: Engine
  asked: TurnAsked
  clock: Clock
  pacing: () => SlicePace
}>
function* inSlices({ engine, asked, clock, pacing }: Work, lists: () => Lists): Slices {
  return yield* answeringFaults(engine, function* (): Slices {
    // An earlier bring that a full disk stopped is finished first.
    if (finishedStaged(engine.log) !== undefined) yield* writeAll(engine, clock, pacing())
    const kept = answerKept(engine, asked.id)
    if (kept) return kept
    inTransaction(engine, () => dropStaged(engine.log))
    const refused = yield* stageAll({ engine, asked, clock, pacing }, lists())
    if (refused === undefined) return yield* writeAll(engine, clock, pacing())
    inTransaction(engine, () => dropStaged(engine.log))
    return refused
  })
}

/**
 * The slices of a `bring` that the last stop left. It is finished when all of it was staged, else
 * dropped.
 */
export function* bringingLeft(
  engine: Engine,
  clock: Clock,
  pacing: () => SlicePace = slicePace,
): Slices {
  return yield* answeringFaults(engine, function* (): Slices {
    if (finishedStaged(engine.log) !== undefined) return yield* writeAll(engine, clock, pacing())
    if (nextStaged(engine.log, 1).length > 0) inTransaction(engine, () => dropStaged(engine.log))
    return { done: true }
  })
}

/**
 * Runs slices. An error becomes the answer: the disk is full, or a reference to the machine’s
 * journal. A bring that was staged whole stays; the next bring or the next start finishes it.
 */
function* answeringFaults(engine: Engine, work: () => Slices): Slices {
  try {
    return yield* work()
  } catch (error) {
    abandon(engine)
    return { done: false, failed: failureOf(error, engine.report) }
  }
}

/** Checks and stages all records. Returns the refusal of the first slice that has one. */
function* stageAll(
  { engine, asked, clock, pacing }: Work,
  { lists, answer }: Lists,
): Generator<undefined, TurnAnswer | undefined> {
  const pace = pacing()
  const seen = new Set<string>()
  let last: Outcome = {}
  for (const list of lists) {
    // A text that is no list is one wrong record, which the command refuses in its own words.
    const all = readList(list) ?? [undefined]
    if (all.length === 0) yield
    for (let at = 0; at < all.length; ) {
      const slice = all.slice(at, at + pace.size())
      at += slice.length
      yield
      const refused = pace.timed(() => {
        const { decision } = decideTurn(
          engine,
          { ...asked, input: { ...asked.input, records: JSON.stringify(slice) } },
          clock,
          clock.now(),
        )
        if ('refused' in decision || 'asks' in decision)
          return { done: false, ...decision } as const
        last = decision
        if (comesTwice(slice as readonly BroughtRecord[], seen))
          return refusedAsTwice(engine, asked, clock)
        inTransaction(engine, () =>
          stage(
            engine.log,
            slice.map(one => JSON.stringify(one)),
          ),
        )
        return undefined
      })
      if (refused) return refused
    }
  }
  const { input: _brought, shown: _shown, ...rest } = asked
  const { next = '/', said, undo } = answer?.() ?? last
  const staged: StagedBring = {
    asked: rest,
    next,
    ...(said === undefined ? {} : { said }),
    ...(undo === undefined ? {} : { undo }),
  }
  inTransaction(engine, () => finishStaged(engine.log, JSON.stringify(staged)))
  return undefined
}

function comesTwice(slice: readonly BroughtRecord[], seen: Set<string>): boolean {
  const before = seen.size
  for (const one of slice) seen.add(keyOfBrought(one))
  return seen.size < before + slice.length
}

/**
 * The command’s own refusal of a list that holds one record twice. It has one sentence for such a
 * list and for an empty text, and an empty text costs nothing to decide.
 */
function refusedAsTwice(engine: Engine, asked: TurnAsked, clock: Clock): TurnAnswer {
  const { decision } = decideTurn(engine, { ...asked, input: { records: '' } }, clock, clock.now())
  if (!('refused' in decision)) throw new Error('a bring of nothing was not refused')
  return { done: false, ...decision }
}

/** Writes the staged records, slice by slice; each slice deletes its own pieces. */
function* writeAll(engine: Engine, clock: Clock, pace: SlicePace): Slices {
  const { asked, ...outcome } = ownJson<StagedBring>(finishedStaged(engine.log)!)
  const answer: TurnAnswer = { done: true, ...outcome }
  for (;;) {
    yield
    const isLast = pace.timed(() => {
      const pieces = nextStaged(engine.log, pace.size())
      return inTransaction(engine, () => {
        if (pieces.length > 0) writeSlice(engine, asked, pieces, clock)
        if (nextStaged(engine.log, 1).length > 0) return false
        dropStaged(engine.log)
        keepAnswer(engine, asked.id, answer)
        return true
      })
    })
    if (isLast) return answer
  }
}

function writeSlice(
  engine: Engine,
  asked: StagedBring['asked'],
  pieces: readonly StagedPiece[],
  clock: Clock,
): void {
  const answer = turn(
    engine,
    { ...asked, input: { records: `[${pieces.map(({ text }) => text).join(',')}]` } },
    clock,
  )
  if (!answer.done) throw new Error(`what was found right is refused: ${JSON.stringify(answer)}`)
  deleteStaged(engine.log, pieces.at(-1)!.n)
}

/** Sizes slices: `size` is the next one’s count of records, `timed` runs one and measures it. */
export type SlicePace = Readonly<{ size: () => number; timed: <T>(work: () => T) => T }>

/** The pace of slices: half as many records after a slice that lasted too long. */
export function slicePace(now: () => number = performance.now.bind(performance)): SlicePace {
  let size = FIRST
  return {
    size: () => size,
    timed: work => {
      const begun = now()
      const done = work()
      const took = now() - begun
      const fitting =
        took > LONGEST_MS ? size / 2 : Math.min(size * 1.5, (size * AIM_MS) / Math.max(took, 1))
      size = Math.round(Math.min(MOST, Math.max(LEAST, fitting)))
      return done
    },
  }
}
