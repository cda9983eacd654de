import { createHash } from 'node:crypto'
import type { BrickModel } from '../../contract/brick.ts'
import type { Clock } from '../../contract/clock.ts'
import type { CommandContext } from '../../contract/command.ts'
import type { Draft } from '../../contract/decision.ts'
import {
  LARGEST_BODY,
  type LetterBody,
  type LetterFailure,
  type LetterRead,
  readBody,
  type Sender,
} from '../../contract/letter.ts'
import { arrival, letter } from '../../contract/records/own-records.ts'
import { boxOfFeed } from '../../core/change.ts'
import { idFrom } from '../../core/id.ts'
import type { BrickWords } from '../../core/type-words.ts'
import { writesIn } from '../../log/log.ts'
import { decryptBundle, identityOf } from '../../sync/bundle/encrypt.ts'
import { peerMark } from '../../sync/trust/marks.ts'
import { commandContextOf } from '../command-context.ts'
import { inOwnTransaction, isOpen, savepoint } from '../transaction.ts'
import { type Engine, type TurnAsked, writeAndShow, writeDecision } from '../turn.ts'
import { weigh } from '../weigh.ts'
import { isCorresponding, letterDrafts } from './letters.ts'
import { encryptLetters, type RunAlone, runAtOnce } from './outgoing.ts'

/**
 * Letters that came from other boxes. A *letter* asks this box for an act that only it decides, or
 * answers one of ours; it came encrypted in a bundle. Here each is opened once and given to the
 * brick that reads it, whose decision is written as a turn’s is. The thread that writes runs this
 * after a delivery, after turns that wrote letters, and at the start, between people’s turns.
 * `outgoing.ts` sends; `letters.ts` has the code that both use.
 */

/**
 * A letter that another box wrote for this one in the network space.
 *
 * Shape   `order`: a text that sorts letters by writing: the stamp, then the place in the entry,
 *         because letters encrypted together share one stamp. `from`: the box that wrote it.
 *         `sealed`: the encrypted text; undefined when that box erased it.
 */
type SealedLetter = Readonly<{
  record: string
  from: string
  order: string
  sealed: string | undefined
}>
/** The content of a letter, or why it can’t be read. */
type Opened = LetterBody | LetterFailure
const isBody = (opened: Opened): opened is LetterBody => typeof opened !== 'string'

/**
 * Opens the letters that came, at most 500, and gives each to its brick; then handles the letters
 * that their own box took back (erased) since. `runAlone` runs each piece of work between people’s
 * turns. Returns how many letters were handled.
 *
 * Law     A letter’s act and the note of its result are written in one transaction, so that the act
 *         is done once, whatever is killed, doubled or late.
 *         An encrypted text that another box passes on as its own is refused. A letter has a
 *         visitor’s rights at most (`owned.ts`).
 *         One bad letter stops no other. No letter of a dismissed or paused box is opened.
 */
export async function openLetters(
  engine: Engine,
  clock: Clock,
  runAlone: RunAlone = runAtOnce,
): Promise<number> {
  const letters = lettersFound(engine)
  const identity = letters.length > 0 ? await identityOf(engine.log.box) : ''
  let done = 0
  for (const found of letters) {
    const opened = await openOne(engine, found, identity)
    if (await runAlone(() => inOwnTransaction(engine, () => receive(engine, found, opened, clock))))
      done++
  }
  for (const one of takenBack(engine))
    if (await runAlone(() => inOwnTransaction(engine, () => undo(engine, one, clock)))) done++
  return done
}

/**
 * Opens the letters that came, and encrypts those that wait, answers included. True when a letter
 * was opened or taken back.
 */
export async function readMail(engine: Engine, clock: Clock, runAlone: RunAlone): Promise<boolean> {
  const opened = await openLetters(engine, clock, runAlone)
  await encryptLetters(engine, clock, runAlone)
  return opened > 0
}

/**
 * All writes of a letter’s encrypted text by other boxes, not only the shown one: another box may
 * write over it.
 */
function writesOf({ log }: Engine, record: string): readonly (SealedLetter & { to: unknown })[] {
  const writes = writesIn(log, { type: letter.name, record, space: 'network' })
  return writes
    .filter(write => write.field === 'sealed' && boxOfFeed(write.name.feed) !== log.box.name)
    .map(({ name, stamp, value }) => {
      const to = writes.find(
        one => one.field === 'to' && one.name.feed === name.feed && one.name.seq === name.seq,
      )?.value
      const order = `${stamp} ${String(name.index).padStart(4, '0')}`
      return {
        record,
        from: boxOfFeed(name.feed),
        order,
        sealed: typeof value === 'string' ? value : undefined,
        to,
      }
    })
}

/** The letters that wait to be opened, in the order in which they were written. */
function lettersFound(engine: Engine): readonly SealedLetter[] {
  const ids = engine.read.all(
    'SELECT id FROM letter_network WHERE id NOT IN (SELECT id FROM letter_home)',
  )
  const opens = acceptsFrom(engine)
  return ids
    .flatMap(row => writesOf(engine, String(row['id'])))
    .filter(
      one =>
        one.sealed !== undefined &&
        one.to === engine.log.box.name &&
        opens(one.from) &&
        !isArrived(engine, one),
    )
    .toSorted((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.from < b.from ? -1 : 1))
    .slice(0, MOST_AT_ONCE)
}
/** The most letters of one run. The rest is opened in the next one. */
const MOST_AT_ONCE = 500

/** Tells whether letters of a box are opened: it is paired, not dismissed, not paused. */
const acceptsFrom =
  (engine: Engine) =>
  (box: string): boolean =>
    isCorresponding(engine, box) && peerMark(engine.log, box)?.paused !== true

/**
 * The id of this box’s own note about a letter (`arrival`). It depends on the sender too, so that
 * no box can take another’s place.
 */
const arrivalId = ({ from, record }: Pick<SealedLetter, 'from' | 'record'>): string =>
  idFrom(0, createHash('sha256').update(`${from} ${record}`).digest())
const isArrived = ({ log }: Engine, found: SealedLetter): boolean =>
  log.sql.get(
    'SELECT 1 FROM write WHERE record = ? AND type = ? LIMIT 1',
    arrivalId(found),
    arrival.name,
  ) !== undefined

async function openOne(
  { log }: Engine,
  { record, from, sealed = '' }: SealedLetter,
  identity: string,
): Promise<Opened> {
  // Base64 adds a third, and age’s header a few hundred bytes.
  if (sealed.length > LARGEST_BODY * 2) return 'large'
  const bytes = await decryptBundle(Buffer.from(sealed, 'base64'), identity)
  if (!bytes) return 'sealed'
  const body = readBody(Buffer.from(bytes).toString('utf8'))
  if (!body) return 'garbled'
  return body.from === from && body.id === record && body.to === log.box.name ? body : 'notTheirs'
}

/** The brick that reads a letter, and how. */
type Reading = Readonly<{ brick: BrickModel; read: LetterRead<BrickWords> }>
function readingOf({ bricks }: Engine, name: string, command: string): Reading | undefined {
  const brick = bricks.find(one => one.name === name)
  const read = brick?.letters?.find(one => one.name === command)
  return brick && read && { brick, read }
}

/** Handles one opened letter, in one transaction. False when it was handled meanwhile. */
function receive(engine: Engine, found: SealedLetter, opened: Opened, clock: Clock): boolean {
  if (isArrived(engine, found)) return false
  const body = isBody(opened) ? opened : undefined
  const reading = body && readingOf(engine, body.brick, body.command)
  const why = isBody(opened)
    ? reading
      ? attempt(engine, reading, { found, body: opened, clock })
      : 'unknown'
    : opened
  const mark: Draft = {
    type: arrival.name,
    record: arrivalId(found),
    fields: {
      from: found.from,
      letter: found.record,
      ...(body ? { brick: body.brick, command: body.command, about: body.about } : {}),
      state: why === undefined ? 'done' : 'undone',
      ...(why === undefined ? {} : { why }),
    },
  }
  note(engine, [mark, ...(body && why ? answering(engine, body, why, clock) : [])], clock)
  return true
}

type Reads = Readonly<{ found: SealedLetter; body: LetterBody; clock: Clock }>

/** Runs the brick’s command for a letter. Returns the failure, or undefined when it is done. */
function attempt(
  engine: Engine,
  { brick, read }: Reading,
  { found, body, clock }: Reads,
): LetterFailure | undefined {
  const [asked, at] = letterTurn(
    engine,
    { box: found.from, about: body.about, order: found.order },
    clock,
  )
  return inSavepoint(engine, () => {
    const decision = read.decide(body.input, engine.read, at, brick.words.fr)
    return writeDecision(engine, { ...asked, command: read.name }, { brick, decision, at }, clock)
  })
}

/** Runs a decision in a savepoint of its own. Returns the failure, or undefined when it is done. */
function inSavepoint(
  engine: Engine,
  work: () => ReturnType<typeof writeDecision>,
): LetterFailure | undefined {
  savepoint(engine, ['SAVEPOINT letter'])
  try {
    const answer = work()
    savepoint(engine, answer.done ? ['RELEASE letter'] : ['ROLLBACK TO letter', 'RELEASE letter'])
    return answer.done ? undefined : 'refused'
  } catch (error) {
    if (!isOpen(engine)) throw error
    savepoint(engine, ['ROLLBACK TO letter', 'RELEASE letter'])
    engine.report(error)
    return 'failed'
  }
}

/**
 * The turn and the context under which a letter is done: `by` is `box`. The language plays no part,
 * because no person here reads the answer.
 */
function letterTurn(
  engine: Engine,
  sender: Sender,
  clock: Clock,
): readonly [TurnAsked, CommandContext] {
  const asked: TurnAsked = {
    brick: '',
    command: '',
    input: {},
    by: 'box',
    letter: sender,
    id: '',
    lang: 'fr',
  }
  const now = clock.now()
  return [asked, commandContextOf(engine, asked, clock, now)]
}

/**
 * The answer to a letter that was read and not done. Each box gets a limited number of answers; an
 * answer, which has `plain` for a brick, gets none.
 */
function answering(
  engine: Engine,
  body: LetterBody,
  why: LetterFailure,
  clock: Clock,
): readonly Draft[] {
  const answeredYet = engine.read.count(
    letter,
    { where: "box = ? AND command = 'answered'", with: [body.from] },
    'home',
  )
  if (body.brick === 'plain' || answeredYet >= MOST_ANSWERED) return []
  const [, at] = letterTurn(engine, { box: body.from, about: body.about, order: '' }, clock)
  const input = { letter: body.id, why }
  return letterDrafts(
    [{ to: body.from, about: body.id, brick: 'plain', command: 'answered', input }],
    at,
  )
}

/** The most answers to one box, for ever, so that none makes this one write without end. */
const MOST_ANSWERED = 200

/** Writes the engine’s own notes about letters. */
function note(engine: Engine, drafts: readonly Draft[], clock: Clock): void {
  const [, at] = letterTurn(engine, { box: '', about: '', order: '' }, clock)
  const writes = drafts.flatMap(draft => weigh(engine, draft, undefined).writes)
  writeAndShow(engine, writes, at, clock)
}

type TakenBack = Readonly<{
  id: string
  from: string
  about: string
  reading: Reading | undefined
  order: string
}>

/** The letters that were done here, and whose own box has erased them since. */
function takenBack(engine: Engine): readonly TakenBack[] {
  const opens = acceptsFrom(engine)
  const rows = engine.read.all(
    `SELECT here.* FROM arrival_home AS here LEFT
      JOIN letter_network AS there ON there.id = here.letter
     WHERE here.state = 'done' AND (there.sealed IS NULL OR there.removed = 1
       OR there._box IS NOT here."from")`,
  )
  return rows.flatMap(row => {
    const text = (name: string) => String(row[name] ?? '')
    const own = writesOf(engine, text('letter')).filter(one => one.from === text('from'))
    // An erasure counts only from the letter’s own box, while that box is believed.
    if (!opens(text('from')) || own.length === 0 || own.some(one => one.sealed !== undefined))
      return []
    const reading = readingOf(engine, text('brick'), text('command'))
    return [
      {
        id: text('id'),
        from: text('from'),
        about: text('about'),
        reading,
        order: own[0]?.order ?? '',
      },
    ]
  })
}

/**
 * Lets the brick undo what a letter did, if it can, and notes that the letter was taken back. `why`
 * notes that it could not.
 */
function undo(
  engine: Engine,
  { id, from, about, reading, order }: TakenBack,
  clock: Clock,
): boolean {
  const [asked, at] = letterTurn(engine, { box: from, about, order }, clock)
  const decide = reading?.read.takenBack
  const why =
    reading &&
    decide &&
    inSavepoint(engine, () => {
      const { brick } = reading
      return writeDecision(engine, asked, { brick, decision: decide(engine.read, at), at }, clock)
    })
  note(
    engine,
    [{ type: arrival.name, record: id, fields: { state: 'takenBack', ...(why ? { why } : {}) } }],
    clock,
  )
  return true
}
