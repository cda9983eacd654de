import type { Draft, Refusal } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { proposalChange } from '../../../contract/records/drafts.ts'
import { guardOf } from '../../../contract/records/guarded.ts'
import { harvest } from '../../../contract/records/own-records.ts'
import { type Input, one } from '../../../core/form/input.ts'
import { type RecordType, typeFor, type Value } from '../../../core/schema.ts'
import type { fr } from '../words/fr.ts'
import { takenOff } from './agreement-hides.ts'
import { nameIn, peopleOf, type Someone } from './people.ts'
import { piecesOf } from './pieces.ts'
import { piecesFor } from './whose.ts'

/**
 * The minutes that come back: a strip has what the notes say of its person, line by line, and
 * nothing of anybody else. Each line is right, to be corrected, or to be taken away.
 */

type Words = typeof fr
const say: Say<Words> = message
type Piece = ReturnType<typeof piecesOf>[number]

/** Names of what the form of a strip sends, before the id of a line. */
export const LINE = { says: 'ligne.', words: 'mot.' } as const
export const LINE_SAYS = ['right', 'mend', 'drop'] as const

/** One line: a piece of the notes, its words as they show or would show. */
export type StripLine = Readonly<{ piece: Piece; type: RecordType; words: string }>
const MOST_LINES = 12

export function linesOf(
  types: ReadonlyMap<string, RecordType>,
  read: Reader,
  { first, pieces }: Someone,
): readonly StripLine[] {
  return piecesFor(piecesOf(read, first.harvest ?? ''), pieces)
    .flatMap((piece): readonly StripLine[] => {
      const type = types.get(piece.of ?? '')
      // What stood on the page before the notes is not of them.
      if (!type || piece.stoodThere === true) return []
      const row = piece.state === 'shown' ? read.one(type, piece.shownAs ?? '') : undefined
      const words = row ? String(row[type.title] ?? '') : nameIn(read, types, piece)
      return words === '' ? [] : [{ piece, type, words }]
    })
    .slice(0, MOST_LINES)
}

/**
 * What a strip says of its lines.
 *
 * Errors  a line to be corrected without its words; words that say something of somebody else, on a
 *         line that everybody reads.
 */
export function linesSaid(
  input: Input,
  read: Reader,
  someone: Someone,
): Readonly<{ drafts: readonly Draft[] }> | Refusal {
  const guards = guardOf(read, read.types, [someone.name])
  const drafts: Draft[] = []
  for (const { piece, type, words } of linesOf(read.types, read, someone)) {
    const says = one(input, `${LINE.says}${piece.id}`)
    const shown = piece.state === 'shown' ? piece.shownAs : null
    if (says === 'drop') {
      drafts.push(proposalChange(piece.id, { state: 'refused', why: 'theirs' }))
      if (shown) drafts.push(...takenOff(read, [{ type, id: shown, title: words }]))
    }
    if (says !== 'mend') continue
    const field = `${LINE.words}${piece.id}`
    const mended = one(input, field)
      .replace(/[\r\n\t]+ */g, ' ')
      .slice(0, 300)
    if (mended === '') return { refused: say('agreement.lineLacks', words), field }
    const found = shown ? guards(mended) : []
    if (found.length > 0) return { refused: say('agreement.lineHeld', found[0]!.said), field }
    const fields: Readonly<Record<string, Value>> = { [type.title]: mended }
    drafts.push(
      { type: type.name, record: piece.piece ?? '', fields, space: 'home' },
      proposalChange(piece.id, { byHand: true }),
    )
    if (shown) drafts.push({ type: type.name, record: shown, fields })
  }
  return { drafts }
}

/**
 * How many of those whom the notes name have read what is said of them, on the meeting itself: two
 * numbers, and no name.
 *
 * Shape   `now`: somebody whose strip comes back in this very turn.
 */
export function readBackDrafts(read: Reader, of: string, now?: Someone): readonly Draft[] {
  const { meeting } = read.one(harvest, of, 'home') ?? {}
  const notes = typeFor(read.types, 'notes')
  if (!meeting || !notes?.fields['readBy']) return []
  const fields = readBack(read, of, now)
  return fields ? [{ type: notes.name, record: meeting, fields }] : []
}

export function readBack(
  read: Reader,
  of: string,
  now?: Someone,
): Readonly<{ readBy: number; readOf: number }> | undefined {
  const people = peopleOf(read, read.types, of)
  const readBy = people.filter(
    ({ first }) => first.id === now?.first.id || ['shown', 'refused'].includes(first.state ?? ''),
  ).length
  return readBy > 0 ? { readBy, readOf: people.length } : undefined
}
