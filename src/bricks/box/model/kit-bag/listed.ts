/** The list of what is in the facilitator’s bag, and the order in which it is packed. */

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
