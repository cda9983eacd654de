/**
 * A part of a notice, *j'en prendrais 75 kg*, to which the notice's person said yes, and of which
 * more is asked since: the yes stands, and the rest is asked until they answer.
 *
 * Law     a function of the answer and of the notice: two boxes that hold both come to one count.
 *         The notice holds ids and no amount, so that an answer that is forgotten leaves none.
 */

/**
 * What an answer says of it.
 *
 * Shape   `amount`: how much they ask in all. `stood`: how much was agreed when they asked more,
 *         in the same unit. `raised`: how many times they asked more.
 */
export type PartAsked = Readonly<{
  amount: number | null
  stood: number | null
  raised: number | null
}>
/**
 * What the notice says of it: the ids of answers, or of a raise (`raiseOf`).
 */
export type PartsJudged = Readonly<{
  partsAgreed: readonly string[]
  partsDeclined: readonly string[]
}>
/** Where a raise stands; undefined where nothing more is asked than was agreed. */
export type Raise = 'asked' | 'declined' | undefined

/** The id of a raise: that of its answer, and which one. */
export const raiseOf = (id: string, { raised }: Pick<PartAsked, 'raised'>): string =>
  `${id} ${raised ?? 0}`

/**
 * The answer that a yes was said to, of what the notice says before it and after. Of an answer and
 * the one that it would correct, the first key that is added is that of the one they read.
 */
export const agreedTo = (before: readonly string[], after: readonly string[]): string | undefined =>
  after.find(key => !before.includes(key))?.split(' ')[0]

/** Where what was asked beyond a yes stands. `ids`: the answer, and the record that shows it. */
export function raiseIn(
  ids: readonly string[],
  part: PartAsked,
  { partsAgreed, partsDeclined }: PartsJudged,
): Raise {
  const { amount, stood } = part
  if (stood === null || amount === null || amount <= stood) return undefined
  const keys = ids.map(id => raiseOf(id, part))
  if (keys.some(key => partsAgreed.includes(key))) return undefined
  return keys.some(key => partsDeclined.includes(key)) ? 'declined' : 'asked'
}

/** How much of a part the notice's person said yes to; undefined where they said yes to none. */
export function agreedOf(
  ids: readonly string[],
  part: PartAsked,
  judged: PartsJudged,
): number | undefined {
  const { amount, stood } = part
  if (stood !== null) return (raiseIn(ids, part, judged) ? stood : amount) ?? undefined
  return ids.some(id => judged.partsAgreed.includes(id)) ? (amount ?? undefined) : undefined
}
