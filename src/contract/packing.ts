/**
 * The packing of what goes out with several pieces in it: the facilitator's bag, a kit that is
 * lent. One list says what is in it; each time out says what left and what came back; whatever is
 * missing is said until somebody finds it.
 */

/**
 * One line of a bag. `id`: the record's, or the key of the box's own list. `count`: 1 says
 * nothing.
 */
export type BagThing = Readonly<{
  id: string
  name: string
  count: number
  pocket: string
  lentBy: string
}>
/** A thing as the keeper wrote it. `origin`: the key of the box's own list that it stands for. */
export type WrittenThing = BagThing & Readonly<{ origin: string; out: boolean }>

/**
 * The list as it stands: the box's own, each as the keeper wrote it since, then what they added, in
 * the order in which they did.
 *
 * Law     a thing that stands for one of the box's own keeps its key, so that what left under it
 *         comes back under it; what was taken off is not there, and nothing is there twice. What
 *         the box no longer lists stays where the keeper had written of it.
 */
export function listed(
  own: readonly BagThing[],
  written: readonly WrittenThing[],
): readonly BagThing[] {
  const of = new Map(written.filter(one => one.origin !== '').map(one => [one.origin, one]))
  const kept = own.flatMap((thing): BagThing[] => {
    const mine = of.get(thing.id)
    return mine === undefined ? [thing] : mine.out ? [] : [plain(mine, thing.id)]
  })
  const isOwn = new Set(own.map(one => one.id))
  return [
    ...kept,
    ...written
      .filter(one => !isOwn.has(one.origin) && !one.out)
      .map(one => plain(one, one.origin || one.id)),
  ]
}
const plain = ({ name, count, pocket, lentBy }: WrittenThing, id: string): BagThing => ({
  id,
  name,
  count,
  pocket,
  lentBy,
})

/** Things by pocket, in the order of the list: a hand goes into each pocket once. */
export function byPocket(things: readonly BagThing[]): readonly BagThing[] {
  const pockets = [...new Set(things.map(one => one.pocket))]
  return things.toSorted((a, b) => pockets.indexOf(a.pocket) - pockets.indexOf(b.pocket))
}

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
