import {
  type MissingPiece,
  missingOf,
  type PackedTurn,
  piecesThere,
} from '../../../contract/packing.ts'
import type { KitToPack } from '../../../contract/published.ts'
import type { Reader } from '../../../contract/reader.ts'
import { inAlphabet } from '../../../contract/tables.ts'
import { type BookingRow, bookingOf, type ThingRow } from './read.ts'
import { thing } from './records-thing.ts'

/** The pieces of kits: what left with whom, what is missing since whose turn. */

/** The kits that are lent, each with the pieces that are there. */
export const kitsToPack = (read: Reader): readonly KitToPack[] =>
  read
    .list(thing, {
      where: 'pieces IS NOT NULL AND gone IS NOT 1',
      order: `${inAlphabet('title')}, id`,
      limit: 100,
    })
    .filter(({ pieces }) => (pieces ?? []).length > 0)
    .map(({ id, title, pieces }) => ({
      id,
      title: title ?? '',
      pieces: piecesThere(pieces ?? [], missingOfThing(read, id)),
    }))

/** One booking of a kit, as a time out of it. */
export type KitTurn = PackedTurn & Readonly<{ row: BookingRow }>
/** A piece of a kit that is missing since somebody's turn. */
export type MissingOfKit = MissingPiece<KitTurn>

/** A booking as a time out of its kit. */
const turnOfKit = (row: BookingRow): KitTurn => ({
  id: row.id,
  day: row.outAt ?? row.startsOn ?? '',
  left: row.piecesOut ?? [],
  back: row.piecesBack ?? [],
  isOver: row.state === 'back',
  row,
})

/** The pieces of one booking that are not back, once the rest of it is. */
export const shortOf = (row: BookingRow): readonly string[] =>
  missingOf([turnOfKit(row)]).map(({ thing }) => thing)

/** Those that its person owes. Nobody owes what was not counted as it left. */
export const owedBy = (row: BookingRow): readonly string[] =>
  row.uncounted === true ? [] : shortOf(row)

/** Since whose turn a piece is missing; empty where it may have been missing before. */
export const sinceWhom = ({ turn: { row } }: MissingOfKit): string =>
  row.uncounted === true ? '' : (row.name ?? '')

/** The pieces of a kit that are missing, each with the turn since which it is, the oldest first. */
export const missingOfThing = (read: Reader, id: string): readonly MissingOfKit[] =>
  missingOf(
    read
      .all(
        'SELECT booking.id FROM booking JOIN booking_home AS home ON home.id = booking.id ' +
          "WHERE booking.thing = ? AND booking.state = 'back' AND booking.removed IS NOT 1 " +
          'AND home.piecesOut IS NOT home.piecesBack ORDER BY booking.id DESC LIMIT 200',
        id,
      )
      .flatMap(one => bookingOf(read, String(one['id'])) ?? [])
      .map(turnOfKit),
  )

/** The pieces with which a booking comes back: those that left, or those that will. */
export const piecesToBringBack = (
  read: Reader,
  row: BookingRow,
  of: ThingRow,
): readonly string[] =>
  row.state === 'out'
    ? (row.piecesOut ?? [])
    : piecesThere(of.pieces ?? [], missingOfThing(read, of.id))

/** The missing pieces that everybody reads: those of the packing list, and no word of a loan. */
export const missingListed = (
  read: Reader,
  { id, pieces }: Pick<ThingRow, 'id' | 'pieces'>,
): readonly string[] =>
  pieces === null
    ? []
    : missingOfThing(read, id)
        .map(one => one.thing)
        .filter(one => pieces.includes(one))
