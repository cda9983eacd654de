import type { Message } from '../../contract/message.ts'
import type { Reader } from '../../contract/reader.ts'
import { proposal, THEIRS } from '../../contract/records/own-records.ts'
import type { Strip } from '../../contract/slots.ts'
import { fieldFor, type RecordType, spaceOf } from '../../core/schema.ts'
import { ownMessage } from './own-message.ts'

/**
 * Whether a person wanted a record off the page. The keeper’s page says so beside it, and the
 * command that puts it back asks first (law 11).
 *
 * Shape   `theirs`: its person said so on their strip, or said no to their name. `awaited`: the
 *         answer of the person whom it shows is still awaited.
 */
export type AskedOff = 'theirs' | 'awaited'
/** The answers of the strips about a name, from every brick. */
export type StripsFor = (name: string, read: Reader) => readonly Strip[]
type Row = Readonly<Record<string, unknown> & { id: string }>

export function askedOff(
  read: Reader,
  strips: StripsFor,
  type: RecordType,
  row: Row,
): AskedOff | undefined {
  const lines = read.list(
    proposal,
    { where: 'shownAs = ? AND why = ?', with: [row.id, THEIRS], limit: 1 },
    'home',
  )
  if (lines.length > 0) return 'theirs'
  const answers = namesOf(type, row).flatMap(name => strips(name, read))
  if (answers.some(({ says }) => says === 'no')) return 'theirs'
  return answers.length > 0 ? 'awaited' : undefined
}

/** Whom a record shows: the person of a card, and who says a notice. */
function namesOf(type: RecordType, row: Row): readonly string[] {
  const person = Object.entries(type.person ?? {})
  const isPerson = person.length > 0 && person.every(([name, value]) => row[name] === value)
  const who = fieldFor(type, 'who')
  const signed = who !== undefined && spaceOf(type, type.fields[who]!) === 'commons'
  return [isPerson ? row[type.title] : null, signed ? row[who] : null].flatMap(name =>
    typeof name === 'string' && name.trim() !== '' ? [name] : [],
  )
}

/** The field of the tick by which the keeper says that the person agrees to come back. */
export const COMES_BACK = 'revient'
/** The question before such a record comes back. */
export const asksBack = (why: AskedOff): Readonly<{ refused: Message; field: string }> => ({
  refused: ownMessage(why === 'theirs' ? 'undo.askedOff' : 'undo.stillAwaited'),
  field: COMES_BACK,
})
