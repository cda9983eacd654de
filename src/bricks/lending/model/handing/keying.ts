import type { CommandContext } from '../../../../contract/command.ts'
import type { Refusal } from '../../../../contract/decision.ts'
import type { Message } from '../../../../contract/message.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { readCode, sayCode } from '../../../../core/code.ts'
import type { Input } from '../../../../core/form/input.ts'
import { typedDay } from '../../../../core/form/typed.ts'
import { isKeeping } from '../asker.ts'
import { type BookingFound, bookingFound, notCome } from '../commands-change.ts'
import { type BookingRow, poolsOf, type ThingRow, totalOf } from '../read.ts'
import { booking } from '../records-booking.ts'
import { clashes } from '../rules.ts'
import { say } from '../said.ts'
import { bookedSpan } from '../span.ts'
import { thingLent } from '../weighing.ts'
import { dayAgo, dayWas } from './day-was.ts'
import {
  type BookingFields,
  type Handed,
  handedBack,
  handedOut,
  lentOut,
  realMoment,
  UNCOUNTED,
} from './handed.ts'
import { type KeyedLine, piecesTyped } from './lines.ts'
import { keyOf, nearWords, openedBy } from './said-words.ts'

/**
 * What lines of paper say is worked out as if each had been clicked at its time, whatever their
 * order. A line that is wrong hinders no other.
 */

/** Why a line can't be written. */
export type LineFault = Readonly<{ line: KeyedLine; refusal: Refusal }>
/**
 * What the lines come to.
 *
 * Shape   `bookings`: what is written of each booking, by its id. `already`: lines that say what
 *         was written before. `clashes`: the titles of things that were promised twice. `owed`:
 *         the pieces that did not come back.
 */
export type Keyed = Readonly<{
  bookings: ReadonlyMap<string, BookingFields>
  written: readonly LineWritten[]
  already: readonly KeyedLine[]
  faults: readonly LineFault[]
  clashes: readonly string[]
  owed: readonly string[]
}>

/** A line that was written, and its booking. */
export type LineWritten = Readonly<{ line: KeyedLine; booking: string }>

type Where = Readonly<{ read: Reader; at: CommandContext }>
/** A booking as the lines before left it, and what is to be written of it. */
type Touched = Readonly<{
  found: BookingFound
  fields: BookingFields
  by: readonly string[]
  owed: readonly string[]
}>
type Step = Readonly<{ line: KeyedLine; moment: string }>

/**
 * Works lines out in the order in which they happened.
 *
 * Law     the order in which lines are typed changes nothing; a line that is typed twice, in one
 *         form or in two, is written once.
 */
export function keyed(lines: readonly KeyedLine[], where: Where): Keyed {
  const touched = new Map<string, Touched>()
  const [written, already, faults]: [LineWritten[], KeyedLine[], LineFault[]] = [[], [], []]
  const { steps, wrong } = inTime(lines, where)
  faults.push(...wrong)
  for (const { line } of steps) {
    const done = lineDone(line, touched, where)
    if (done === 'already') already.push(line)
    else if ('refused' in done) faults.push({ line, refusal: done })
    else {
      touched.set(done.found.row.id, done)
      written.push({ line, booking: done.found.row.id })
    }
  }
  return {
    bookings: new Map([...touched].map(([id, { fields }]) => [id, fields])),
    ...{ written, already, faults },
    clashes: clashesIn(touched, where),
    owed: [...touched.values()].flatMap(({ owed }) => owed),
  }
}

/** Lines in the order in which they happened. A return never stands before its own departure. */
function inTime(
  lines: readonly KeyedLine[],
  where: Where,
): Readonly<{ steps: readonly Step[]; wrong: readonly LineFault[] }> {
  const [steps, wrong]: [Step[], LineFault[]] = [[], []]
  for (const line of lines) {
    const moment = line.did === 'noShow' ? '' : momentOfLine(line, where)
    if (typeof moment === 'string') steps.push({ line, moment })
    else wrong.push({ line, refusal: moment })
  }
  const outAt = new Map(
    steps.filter(({ line }) => line.did === 'out').map(({ line, moment }) => [line.key, moment]),
  )
  const when = ({ line, moment }: Step): string => {
    const out = line.did === 'back' ? outAt.get(line.key) : undefined
    return out !== undefined && out > moment ? out : moment
  }
  const order = { out: 0, back: 1, noShow: 2 }
  const sorted = steps.toSorted(
    (a, b) => compare(when(a), when(b)) || order[a.line.did] - order[b.line.did],
  )
  return { steps: sorted, wrong }
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function momentOfLine(line: KeyedLine, where: Where): string | Refusal {
  if (line.time === '') return { refused: say('handing.sayTime'), field: 'at' }
  const opened = openedHere(line, new Map(), where)
  const { startsOn = null, endsOn = null } = opened && 'found' in opened ? opened.found.row : {}
  const near = line.did === 'back' ? (endsOn ?? startsOn) : startsOn
  return realMoment({ on: line.day, at: line.time }, where.at, near)
}

/** What one line comes to, after those before it. */
function lineDone(
  line: KeyedLine,
  touched: ReadonlyMap<string, Touched>,
  where: Where,
): Touched | 'already' | Refusal {
  const opened = openedHere(line, touched, where)
  if (opened === undefined) return { refused: unknownSaid(line, touched, where) }
  if ('found' in opened) return bookedLine(line, opened, touched, where)
  return line.did === 'out' ? blankLine(line, touched, where) : { refused: say('handing.outFirst') }
}

/** That a word is of no line, with the one that it may be; or that a part of it is not there. */
function unknownSaid(
  line: KeyedLine,
  touched: ReadonlyMap<string, Touched>,
  where: Where,
): Message {
  const read = readCode(line.word)
  const fault = 'fault' in read ? read.fault : undefined
  if (fault === 'no-word' || fault === 'no-digits') return say('handing.wholeWord')
  const [near, ...others] = nearWords(where.read, line.word).filter(
    word => openedHere({ ...line, word, key: keyOf(word) }, touched, where) !== undefined,
  )
  return near === undefined || others.length > 0
    ? say('handing.unknownWord')
    : say('handing.nearWord', near)
}

/** The booking of a word, as it stands after the lines before; or that it is a blank line. */
function openedHere(
  line: KeyedLine,
  touched: ReadonlyMap<string, Touched>,
  { read, at }: Where,
): Touched | Readonly<{ isBlank: true }> | undefined {
  if (line.key === undefined) return undefined
  const made = [...touched.values()].find(({ fields }) => fields.word === saidIn(line.word))
  if (made) return made
  const opened = openedBy(read, line.word)
  if (opened?.type === 'hand-sheet') return { isBlank: true }
  const before = opened && touched.get(opened.record)
  if (before) return before
  const found = opened && bookingFound({ id: opened.record }, read, at)
  return found?.isKept ? { found, fields: {}, by: [], owed: [] } : undefined
}
const saidIn = (typed: string): string => {
  const code = readCode(typed)
  return 'fault' in code ? '' : sayCode(code)
}

function bookedLine(
  line: KeyedLine,
  { found, fields, by, owed }: Touched,
  touched: ReadonlyMap<string, Touched>,
  where: Where,
): Touched | 'already' | Refusal {
  const { state } = found.row
  const isBefore = state === 'booked' || state === 'cancelled' || state === 'noShow'
  if (line.did === 'noShow') {
    if (state === 'noShow') return 'already'
    const none = notCome(found, where.read, where.at)
    return 'refused' in none ? none : after(found, fields, { fields: none })
  }
  if (line.did === 'out' ? state === 'out' || state === 'back' : state === 'back') return 'already'
  if (line.did === 'back' && isBefore) return { refused: say('handing.outFirst') }
  const all = line.did === 'out' ? piecesHere(found.of, touched) : piecesLeft(found)
  const filled = inputOf(line, all)
  if ('refused' in filled) return filled
  const act = line.did === 'out' ? handedOut : handedBack
  const done = act(found, filled.input, where)
  if ('refused' in done) return done
  return after(found, fields, { ...done, by: [...by, ...(done.by ?? [])], owed: done.owed ?? owed })
}
const piecesLeft = ({ row, of }: BookingFound): readonly string[] =>
  row.piecesOut ?? of.pieces ?? []
/** The pieces of a kit, but for those that a line before says are missing. */
const piecesHere = (
  { id, pieces }: ThingRow,
  touched: ReadonlyMap<string, Touched>,
): readonly string[] => {
  const missing = [...touched.values()].filter(({ found }) => found.of.id === id)
  return (pieces ?? []).filter(piece => !missing.some(({ owed }) => owed.includes(piece)))
}

/** A blank line: it went out, and nobody had booked it. */
function blankLine(
  line: KeyedLine,
  touched: ReadonlyMap<string, Touched>,
  where: Where,
): Touched | Refusal {
  const of = thingLent(where.read, line.thing)
  if (!of || !isKeeping(where.at, of)) return { refused: say('handing.sayThing') }
  const filled = inputOf(line, piecesHere(of, touched))
  if ('refused' in filled) return filled
  const { name, phone } = line
  const outOn = dayWas(line.day, where.at.today)?.day ?? where.at.today
  const until = dayAgo(line.until, where.at.today) ?? typedDay(line.until, outOn) ?? line.until
  const done = lentOut(of, { ...filled.input, id: of.id, name, phone, endsOn: until }, where)
  if ('refused' in done) return done
  const fields = { ...done.fields, word: saidIn(line.word) }
  const row = { ...unwritten(), id: where.at.newId(), thing: of.id }
  return after({ row, of, isKept: true, isTheirs: false }, {}, { ...done, fields })
}

/** A booking of which nothing is written yet. */
const unwritten = (): Omit<BookingRow, 'id'> =>
  Object.fromEntries(Object.keys(booking.fields).map(name => [name, null])) as Omit<
    BookingRow,
    'id'
  >

/**
 * The form of a screen, filled as the line says. Nothing missing is all of it; of what left, it was
 * not counted.
 */
function inputOf(line: KeyedLine, pieces: readonly string[]): Readonly<{ input: Input }> | Refusal {
  const missing = piecesTyped(line.missing, pieces)
  if ('unknown' in missing) return { refused: say('handing.whichPiece', missing.unknown) }
  const way = line.did === 'out' ? 'Out' : 'Back'
  const input = {
    on: line.day,
    at: line.time,
    [`meter${way}`]: line.meter,
    [`state${way}`]: line.state,
    [`pieces${way}`]: pieces.filter(piece => !missing.includes(piece)),
    ...(line.did === 'out' && missing.length === 0 ? { [UNCOUNTED]: '1' } : {}),
    ...(line.deposit ? { caution: '1' } : {}),
    ...(line.insured ? { assurance: '1' } : {}),
  }
  return { input }
}

const after = (
  found: BookingFound,
  before: BookingFields,
  { fields, by = [], owed = [] }: Pick<Handed, 'fields' | 'by' | 'owed'>,
): Touched => ({
  found: { ...found, row: { ...found.row, ...fields } },
  fields: { ...before, ...fields },
  by,
  owed,
})

/** The titles of things that were promised twice: as tables and lines stand together. */
function clashesIn(touched: ReadonlyMap<string, Touched>, { read, at }: Where): readonly string[] {
  const titles = new Set<string>()
  for (const { found, fields, by } of touched.values()) {
    const { of, row } = found
    const span = bookedSpan(row)
    if (!span || !fields.outAt) continue
    const before = (poolsOf(read, of, span)[0]?.takings ?? []).filter(
      one => !touched.has(one.booking),
    )
    const here = [...touched.values()].flatMap(one => takingOf(one, of.id) ?? [])
    const met = clashes({ takings: [...before, ...here], total: totalOf(of) }, at.now)
    const isOthers = by.some(id => !touched.has(id))
    if (isOthers || met.some(({ booking }) => booking === row.id)) titles.add(of.title ?? '')
  }
  return [...titles]
}
function takingOf({ found: { row, of } }: Touched, thing: string) {
  const span = bookedSpan(row)
  return of.id === thing && span && row.state !== 'noShow'
    ? { ...span, booking: row.id, count: row.count ?? 1, isOut: row.state === 'out' }
    : undefined
}
