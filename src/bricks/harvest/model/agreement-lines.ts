import type { CommandContext } from '../../../contract/command.ts'
import type { Draft, Refusal } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Reader } from '../../../contract/reader.ts'
import { proposalChange } from '../../../contract/records/drafts.ts'
import { guardOf } from '../../../contract/records/guarded.ts'
import { harvest, proposal, THEIRS } from '../../../contract/records/own-records.ts'
import { type Input, one } from '../../../core/form/input.ts'
import { fold } from '../../../core/letters/words.ts'
import { type RecordType, typeFor, type Value } from '../../../core/schema.ts'
import { whoIsNamed } from '../../../text/named.ts'
import type { fr } from '../words/fr.ts'
import { takenOff } from './agreement-hides.ts'
import { nameIn, peopleOf, type Someone } from './people.ts'
import { piecesOf } from './pieces.ts'
import { unagreedNames } from './unagreed.ts'
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
/** In the place of a piece: *vous êtes parmi les présents*, where nothing else is said of them. */
const PRESENT = 'present'
export const PRESENT_LINE = `${LINE.says}${PRESENT}`

/** Whether the notes say of this person that they were there, and nothing else. */
export function isPresentOnly(read: Reader, someone: Someone): boolean {
  const listed = read.one(harvest, someone.first.harvest ?? '', 'home')?.people ?? []
  const name = fold(someone.name.trim())
  return (
    listed.some(one => fold(one.trim()) === name) && linesOf(read.types, read, someone).length === 0
  )
}

/**
 * Somebody who was there, as the keeper wrote, and whom no piece stands for: they get a strip.
 *
 * Shape   `people`: those of the meeting, as it is from now on.
 */
export function presentDrafts(
  read: Reader,
  { newId }: Pick<CommandContext, 'newId'>,
  of: string,
  people: readonly string[],
): readonly Draft[] {
  const type = [...read.types.values()].find(one => one.person !== undefined)
  if (!type) return []
  const known = piecesOf(read, of)
    .filter(one => one.person === true)
    .map(one => fold(nameIn(read, read.types, one).trim()))
  const fresh = people.filter(name => !known.includes(fold(name.trim())))
  return fresh.flatMap((name): readonly Draft[] => {
    const [record, proposed] = [newId(), newId()]
    const fields = { ...type.person, [type.title]: name }
    const told = { of: type.name, piece: record, sentBy: 'harvest', state: 'waiting', harvest: of }
    return [
      { type: type.name, record, fields, space: 'home' },
      {
        type: proposal.name,
        record: proposed,
        fields: { ...told, certainty: 1, person: true, ties: [], byHand: true },
      },
    ]
  })
}

export function linesOf(
  types: ReadonlyMap<string, RecordType>,
  read: Reader,
  someone: Someone,
): readonly StripLine[] {
  const wordsOf = wordsFor(types, read, someone)
  return saidOf(read, someone)
    .flatMap((piece): readonly StripLine[] => {
      const type = types.get(piece.of ?? '')
      // What stood on the page before the notes is not of them.
      const words = piece.stoodThere === true ? '' : wordsOf(piece)
      return type && words !== '' ? [{ piece, type, words }] : []
    })
    .slice(0, MOST_LINES)
}

/**
 * What the notes say of this person. Once something of the notes was shown, what the keeper kept:
 * the rest is not on the page and will not be, so it stands on no paper.
 */
function saidOf(read: Reader, { first, pieces }: Someone): readonly Piece[] {
  const all = piecesOf(read, first.harvest ?? '')
  const wasShown = all.some(one => one.person !== true && one.state === 'shown')
  return piecesFor(all, pieces).filter(one => !wasShown || one.state !== 'waiting')
}

/**
 * The titles of all that the notes say of this person: what is on the page, as it reads there, and
 * what would be.
 */
export function aboutOf(
  types: ReadonlyMap<string, RecordType>,
  read: Reader,
  someone: Someone,
): readonly string[] {
  return [
    ...new Set(
      saidOf(read, someone)
        .map(wordsFor(types, read, someone))
        .filter(Boolean),
    ),
  ]
}

/**
 * The title of a piece on the paper of somebody: as everybody reads it, else as it would be; empty
 * where it can't stand there.
 *
 * Law     11: somebody else's name stands on nobody's paper before their yes.
 */
function wordsFor(
  types: ReadonlyMap<string, RecordType>,
  read: Reader,
  { name, first }: Someone,
): (piece: Piece) => string {
  const others = unagreedNames(read, types, first.harvest ?? '').filter(one => one !== name)
  const named = whoIsNamed(others)
  return piece => {
    const type = types.get(piece.of ?? '')
    const shown = piece.stoodThere === true ? null : piece.shownAs
    const row = type && shown ? read.one(type, shown) : undefined
    if (type && row) return String(row[type.title] ?? '')
    const words = nameIn(read, types, piece)
    return named(words) === undefined ? words : ''
  }
}

/**
 * What a strip says of its lines.
 *
 * Law     11: only who says yes to their name may write it on a line that everybody reads.
 * Errors  a line to be corrected without its words; words that say something of somebody else, on a
 *         line that everybody reads.
 */
export function linesSaid(
  input: Input,
  read: Reader,
  someone: Someone,
): Readonly<{ drafts: readonly Draft[] }> | Refusal {
  const isYes = one(input, 'answer') === 'yes'
  const own = isYes ? undefined : whoIsNamed([someone.name])
  const guards = guardOf(read, read.types, isYes ? [someone.name] : [])
  const drafts: Draft[] = [...noLongerThere(input, read, someone)]
  for (const { piece, type, words } of linesOf(read.types, read, someone)) {
    const says = one(input, `${LINE.says}${piece.id}`)
    const shown = piece.state === 'shown' ? piece.shownAs : null
    if (says === 'drop') {
      drafts.push(proposalChange(piece.id, { state: 'refused', why: THEIRS }))
      if (shown) drafts.push(...takenOff(read, [{ type, id: shown, title: words }]))
    }
    const field = `${LINE.words}${piece.id}`
    const mended = one(input, field)
      .replace(/[\r\n\t]+ */g, ' ')
      .slice(0, 300)
    // Other words on the strip correct the line, whatever box beside them is ticked.
    const isMended = says === 'mend' || (says !== 'drop' && mended !== '' && mended !== words)
    if (!isMended) continue
    if (mended === '') return { refused: say('agreement.lineLacks', words), field }
    if (own?.(mended) !== undefined)
      return { refused: say('agreement.lineOwn', someone.name), field }
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

/** *À retirer*, of somebody who was said to be there: the list has them no more. */
function noLongerThere(input: Input, read: Reader, someone: Someone): readonly Draft[] {
  const of = read.one(harvest, someone.first.harvest ?? '', 'home')
  if (one(input, PRESENT_LINE) !== 'drop' || !of || !isPresentOnly(read, someone)) return []
  const name = fold(someone.name.trim())
  const people = (of.people ?? []).filter(one => fold(one.trim()) !== name)
  return [{ type: harvest.name, record: of.id, fields: { people } }]
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
