import type { FileRef } from '../../core/schema.ts'
import type { Html } from '../html.ts'

/**
 * What a brick gives to a screen that turns by itself (*la veilleuse*). Part of its contract
 * (brick.ts).
 */

/**
 * One thing to see from three metres: a sentence, and how to reach.
 *
 * Shape   `key`: its place in the round, the same for as long as the thing stands; texts are
 *         compared as they are, least first. `lead` stands before the sentence (a day), `under`
 *         after it (where, what is not promised). Texts are as people wrote them: whoever draws the
 *         panel cuts and cleans them.
 * Law     all of it is of the commons (law 6): a screen on a wall is read by whoever passes.
 */
export type WatchPanel = Readonly<{
  key: string
  title: string
  lead?: string
  under?: string
  reach?: Readonly<{ who: string | null; how: string }>
  /** A photo published with it, and whose notice it came with. */
  photo?: Readonly<{ file: FileRef; credit: string }>
  /** A drawing, in place of the sentence alone. */
  drawing?: Html
}>

/**
 * A source of panels of one kind for the screen that turns.
 *
 * Shape   `kind`: the keeper turns a kind on or off. Several sources of one kind share its places
 *         in a cycle.
 *         `most`: the number of panels of this kind in a cycle.
 *         `take`: the panels whose key is after `after` (from the first one when it is undefined),
 *         in the order of keys, without the first `skip`.
 */
export type WatchSource = Readonly<{
  kind: string
  order: number
  side: string
  label: string
  most: number
  count: () => number
  take: (after: string | undefined, most: number, skip?: number) => readonly WatchPanel[]
}>

/** The `count` and `take` of panels that are already in hand. */
export function ofList(panels: readonly WatchPanel[]): Pick<WatchSource, 'count' | 'take'> {
  const sorted = panels.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return {
    count: () => sorted.length,
    take: (after, most, skip = 0) =>
      sorted.filter(one => after === undefined || one.key > after).slice(skip, skip + most),
  }
}

/**
 * Units   seconds a panel stands: under eight nobody has read it, over sixty nobody knows that it
 *         turns.
 */
export const [SHORTEST, LONGEST] = [8, 60] as const
