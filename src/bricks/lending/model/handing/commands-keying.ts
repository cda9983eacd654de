import type { Command, CommandContext } from '../../../../contract/command.ts'
import { type Decision, type Draft, draft, type Forgetting } from '../../../../contract/decision.ts'
import { type Message, wordedIn } from '../../../../contract/message.ts'
import type { Reader } from '../../../../contract/reader.ts'
import { one } from '../../../../core/form/input.ts'
import type { fr } from '../../words/fr.ts'
import { booking } from '../records-booking.ts'
import { say } from '../said.ts'
import { thingsOf } from '../turns.ts'
import { thingLent } from '../weighing.ts'
import { keyedNow } from './keyed-now.ts'
import { type Keyed, keyed, type LineFault } from './keying.ts'
import { lineFields, lineRowsOf, linesIn } from './lines.ts'
import { KEYING } from './paths.ts'
import { handLine } from './records.ts'

type Words = typeof fr
/** The day of all lines that say none. */
export const DAY_FIELD = 'leJour'

/**
 * What was written on paper is keyed, days later and in any order. Lines that hold are written; a
 * line that is wrong comes back with its mistake and what was typed, and hinders no other.
 */
export const keySheet: Command<Words> = {
  name: 'keySheet',
  path: KEYING,
  who: 'neighbour',
  private: true,
  decide: (input, read, at, words): Decision => {
    if (thingsOf(read, at).length === 0) return { refused: say('notYours') }
    const lines = linesIn(input, one(input, DAY_FIELD))
    const said = lines.filter(({ word }) => word !== '')
    const wordless = lines.filter(line => line.word === '' && line.had === '')
    if (lines.length === 0) return { refused: say('handing.nothingKeyed'), field: 'mot.0' }
    const done = keyed(said, { read, at })
    const faults = [
      ...done.faults,
      ...wordless.map(line => ({ line, refusal: { refused: say('handing.unknownWord') } })),
    ]
    const mine = new Set(lineRowsOf(read, at.me ?? null).map(({ id }) => id))
    const gone = lines.filter(({ had }) => mine.has(had) && !faults.some(of => of.line.had === had))
    return {
      drafts: [
        ...[...done.bookings].map(([id, fields]) => draft(booking, id, fields)),
        ...faults.map(fault => backDraft(fault, mine, { read, at, words })),
      ],
      forget: gone.map(({ had }): Forgetting => ({ type: handLine.name, record: had })),
      next: KEYING,
      said: doneSaid(done, faults.length, read),
    }
  },
}

/** A line that comes back: what was typed, and why. */
function backDraft(
  { line, refusal }: LineFault,
  mine: ReadonlySet<string>,
  { read, at, words }: Readonly<{ read: Reader; at: CommandContext; words: Words }>,
): Draft {
  const { faults } = words.handing
  const told = wordedIn(refusal.refused, {
    brick: words,
    house: {},
    field: () => faultOf(refusal.field, faults, at.today),
    people: () => faults.other,
  })
  const had = mine.has(line.had) ? line.had : undefined
  const thing = thingLent(read, line.thing)?.id ?? ''
  const fields = lineFields({ ...line, thing }, told)
  return draft(handLine, had ?? at.newId(), { ...fields, ...(had ? {} : { by: at.me ?? null }) })
}
/** What to do about a field of a line; its own sentence speaks of forms. */
const faultOf = (
  field: string | undefined,
  faults: Words['handing']['faults'],
  today: string,
): string =>
  field === 'endsOn'
    ? faults.until
    : field === 'on' || field === 'startsOn'
      ? faults.day(today)
      : field === 'at'
        ? faults.time
        : field?.startsWith('meter')
          ? faults.meter
          : faults.other

function doneSaid(done: Keyed, faults: number, read: Reader): Message {
  const { written, already, clashes, owed } = done
  return {
    all: [
      ...(written.length > 0 ? [say('handing.written', written.length, keyedNow(done, read))] : []),
      ...(already.length > 0 ? [say('handing.already', already.length)] : []),
      ...(owed.length > 0 ? [say('handing.owed', owed)] : []),
      ...(clashes.length > 0 ? [say('handing.clash', clashes)] : []),
      ...(faults > 0 ? [say('handing.comeBack', faults)] : []),
      ...(written.length + already.length + faults === 0 ? [say('handing.thrown')] : []),
    ],
  }
}
