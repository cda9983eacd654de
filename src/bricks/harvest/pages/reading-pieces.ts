import type { Reader } from '../../../contract/reader.ts'
import { findingsIn, type Guard, newFindings } from '../../../contract/records/guarded.ts'
import { fieldFor, type RecordType } from '../../../core/schema.ts'
import type { Finding } from '../../../text/guard/guard.ts'
import { inkOf, type RuleCounts } from '../../../text/harvest/ink.ts'
import type { ReadBlock } from '../../../text/harvest/pieces.ts'
import { likeliestFirst, tieBetween } from '../../../text/harvest/ties.ts'
import { endOf, isSubject, mayBeFor, tiedTo } from '../model/panel.ts'
import { NOBODY } from '../model/people.ts'
import type { piecesOf } from '../model/pieces.ts'
import { TAUGHT, taughtBy } from '../model/teaching.ts'
import { type Unagreed, unagreedInPiece } from '../model/unagreed.ts'

/**
 * The pieces of a page of notes as their reader sees them: where each stands in the text, in which
 * ink, and what holds it back.
 */

type Piece = ReturnType<typeof piecesOf>[number]
/** `proposed`, `perhaps`: what the rules say, in two inks. The others are what a person did. */
export type MarkInk = 'proposed' | 'perhaps' | 'kept' | 'left' | 'shown'
export type ReadPiece = Readonly<{
  piece: Piece
  type: RecordType
  row: Readonly<Record<string, unknown>>
  title: string
  person: boolean
  ink: MarkInk
  from: number
  till: number
  /** Somebody whom it names and who has not said yes. */
  named: string | undefined
  /** What the guard finds in it, and what of it nobody saw. */
  held: readonly Finding[]
  unseen: readonly Finding[]
  /** What it is for, by title: one, or several. */
  subject: string | undefined
  /** What the page shows already, and that it is: its title. */
  same: string | undefined
  /** The proposals of lines like it, which one press keeps. */
  alike: readonly string[]
}>

/** What a person did, else the ink of the rule, as pages elsewhere and this box counted it. */
function inkIn({ state, rule }: Piece, counts: RuleCounts): MarkInk {
  if (state === 'kept' || state === 'shown') return state
  if (state === 'refused') return 'left'
  return rule === TAUGHT ? 'perhaps' : inkOf(rule ?? '', counts)
}

export function readPieces(
  read: Reader,
  all: readonly Piece[],
  { named, guards, counts }: Readonly<{ named: Unagreed; guards: Guard; counts: RuleCounts }>,
): readonly ReadPiece[] {
  const rows = all.map(piece => {
    const type = read.types.get(piece.of ?? '')
    const row = type && piece.piece ? read.one(type, piece.piece, 'home') : undefined
    return { piece, type, row: row as Readonly<Record<string, unknown>> | undefined }
  })
  const titleOf = new Map(
    rows.map(({ piece, type, row }) => [piece.piece, String((type && row?.[type.title]) ?? '')]),
  )
  const others = all.filter(one => one.state !== 'refused')
  const shown = rows.flatMap(({ piece, type, row }): readonly ReadPiece[] => {
    if (!type || !piece.piece || piece.why === NOBODY) return []
    const isAsked = piece.person !== true && piece.state !== 'shown'
    const held = isAsked && piece.stoodThere !== true ? findingsIn(row ?? {}, type, guards) : []
    const tied = tiedTo(all, piece)
    return [
      {
        piece,
        type,
        row: row ?? {},
        same:
          isAsked && piece.stoodThere === true
            ? read.called(piece.shownAs ?? '')?.title
            : undefined,
        title: titleOf.get(piece.piece) ?? '',
        person: piece.person === true,
        ink: inkIn(piece, counts),
        from: piece.from ?? 0,
        till: piece.till ?? 0,
        named: isAsked ? unagreedInPiece(row ?? {}, type, named) : undefined,
        held,
        unseen: newFindings(held, piece.seen ?? ''),
        subject: isSubject(piece)
          ? undefined
          : [
              ...new Set(
                others.flatMap(one =>
                  mayBeFor(piece, one) && tied.has(one.piece ?? '') ? [titleOf.get(one.piece)] : [],
                ),
              ),
            ]
              .filter(Boolean)
              .join(', ') || undefined,
        alike: [],
      },
    ]
  })
  const free = new Set(shown.filter(isFree).map(one => one.piece.id))
  return shown.map(one => ({
    ...one,
    alike:
      one.ink === 'left'
        ? []
        : taughtBy(all, one.piece.id).flatMap(({ id }) => (free.has(id) ? [id] : [])),
  }))
}
/** Proposed, of nobody, and held back by nothing. */
export const isFree = ({ ink, person, named, held }: ReadPiece): boolean =>
  (ink === 'proposed' || ink === 'perhaps') && !person && named === undefined && held.length === 0

/**
 * What a piece may be for, the likeliest first.
 *
 * Shape   `starts`: where the parts of the text begin.
 */
export const subjectsFor = (
  one: ReadPiece,
  pieces: readonly ReadPiece[],
  starts: readonly number[],
): readonly ReadPiece[] => {
  const may = pieces.filter(
    other =>
      mayBeFor(one.piece, other.piece) &&
      other.piece.id !== one.piece.id &&
      other.ink !== 'left' &&
      other.title !== '' &&
      tieBetween(endOf(one.piece), endOf(other.piece)) !== undefined,
  )
  const places = may.map(of => ({ of, kind: of.type.name, from: of.from }))
  return likeliestFirst(one.from, places, starts).map(({ of }) => of)
}

/** Who does it, as this box alone knows. */
export const whoOf = ({ type, row }: ReadPiece): string => {
  const who = row[fieldFor(type, 'who') ?? '']
  return typeof who === 'string' ? who : ''
}
/** The agenda has no day to tell it on: its type requires one, and nobody said it. */
export const lacksDay = ({ type, row, same }: ReadPiece): boolean =>
  same === undefined &&
  Object.entries(type.fields).some(
    ([name, field]) =>
      field.kind === 'day' && field.required === true && (row[name] ?? null) === null,
  )
/** Its day, the first that its type has. */
export const dayIn = ({ type, row }: ReadPiece): string | undefined => {
  const name = Object.keys(type.fields).find(
    field => type.fields[field]!.kind === 'day' && typeof row[field] === 'string',
  )
  return name === undefined ? undefined : String(row[name])
}
/**
 * What its day says once it is past: a task is late, an event is over. Other days, and a series,
 * say nothing. A task that is shown may be done since: its own page says whether it is late.
 */
export function pastIn({ type, row, ink }: ReadPiece, today: string): 'task' | 'event' | undefined {
  if ((type.name !== 'task' && type.name !== 'event') || row['recurs']) return undefined
  if (type.name === 'task' && ink === 'shown') return undefined
  if (row['state'] === 'done' || row['state'] === 'dropped') return undefined
  const days = Object.keys(type.fields).flatMap(name => {
    const value = row[name]
    return type.fields[name]!.kind === 'day' && typeof value === 'string' ? [value] : []
  })
  return days.length > 0 && days.every(day => day < today) ? type.name : undefined
}

/** A block with the pieces that begin in it. */
export type ReadRow = Readonly<{ block: ReadBlock; pieces: readonly ReadPiece[] }>
/** A title and what stands under it; a long stretch without titles is cut. */
export type ReadPart = Readonly<{ rows: readonly ReadRow[] }>

const MOST_ROWS = 12

/**
 * Cuts a text for its reader.
 *
 * Law     every piece stands in exactly one row, in the order of the text; a part has at most
 *         twelve rows.
 */
export function partsOf(
  blocks: readonly ReadBlock[],
  pieces: readonly ReadPiece[],
): readonly ReadPart[] {
  const sorted = [...pieces].sort((a, b) => a.from - b.from || a.till - b.till)
  let at = 0
  const rows = blocks.map((block, i): ReadRow => {
    const end = blocks[i + 1]?.from ?? Number.POSITIVE_INFINITY
    const own: ReadPiece[] = []
    while (at < sorted.length && sorted[at]!.from < end) own.push(sorted[at++]!)
    return { block, pieces: own }
  })
  const parts: ReadRow[][] = []
  for (const row of rows) {
    const last = parts.at(-1)
    const isTitle = row.block.heading > 0 && row.block.heading < 5
    const goesOn = isTitle && last?.every(isHeading) === true
    if (last && !goesOn && last.length >= MOST_ROWS) parts.push([row])
    else if (last && (!isTitle || goesOn)) last.push(row)
    else parts.push([row])
  }
  return parts.map(all => ({ rows: all }))
}
const isHeading = ({ block }: ReadRow): boolean => block.heading > 0
