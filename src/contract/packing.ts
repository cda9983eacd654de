/**
 * The packing of what goes out with several pieces in it: the facilitator's bag, a kit that is
 * lent. One list says what is in it; each time out says what left and what came back; whatever is
 * missing is said until somebody finds it.
 */

/**
 * One time out of a bag or a kit.
 *
 * Shape   `left`, `back`: pieces, by their key in the list. `isOver`: it was emptied, or brought
 *         back; what is still out is not missing.
 */
export type PackedTurn = Readonly<{
  id: string
  day: string
  left: readonly string[]
  back: readonly string[]
  isOver: boolean
}>
/** A piece that left on a turn that is over, and is not back. */
export type MissingPiece<T extends PackedTurn> = Readonly<{ turn: T; thing: string }>

/**
 * What did not come back, of every turn that is over, the oldest first.
 *
 * Law     said until somebody finds it: it left, it did not come back, and the turn is over;
 *         nothing else is missing.
 */
export const missingOf = <T extends PackedTurn>(turns: readonly T[]): readonly MissingPiece<T>[] =>
  turns
    .filter(({ isOver }) => isOver)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1))
    .flatMap(turn =>
      [...new Set(turn.left)]
        .filter(thing => !turn.back.includes(thing))
        .map(thing => ({ turn, thing })),
    )

/**
 * The pieces of a list that can go out: a missing one stays away until it is found.
 *
 * Law     the whole list exactly when nothing is missing.
 */
export const piecesThere = (
  list: readonly string[],
  missing: readonly Readonly<{ thing: string }>[],
): readonly string[] => list.filter(piece => !missing.some(({ thing }) => thing === piece))
