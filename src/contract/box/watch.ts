import type { FileRef } from '../../core/schema.ts'
import type { Html } from '../html.ts'

/**
 * Panels for a screen on the wall of a bar or a town hall (*la veilleuse*), which shows one after
 * the other, without anybody touching it. A brick gives its panels in the slot `watch`;
 * `ui/screen.ts` draws them. Nobody signs in there: only what everybody may read shows.
 */

/**
 * One panel: a sentence to read from three metres, and how to reach its person.
 *
 * Shape   `key`: its place in the cycle, which never changes. Panels are in the order of their
 *         keys.
 *         `lead`: before the sentence (a day). `under`: after it (where; what is not promised).
 *         Texts are as people wrote them: the drawing cuts and cleans them.
 * Law     All of it is of the commons (law 6), because everybody who passes reads the screen.
 */
export type WatchPanel = Readonly<{
  key: string
  title: string
  lead?: string
  under?: string
  reach?: Readonly<{ who: string | null; how: string }>
  /** A photo published with it, and the author of the notice that it came with. */
  photo?: Readonly<{ file: FileRef; credit: string }>
  /** A drawing, in place of the sentence alone. */
  drawing?: Html
}>

/**
 * A source of panels of one kind for the screen that turns.
 *
 * Shape   `kind`: the keeper turns a kind on or off. Several sources of one kind share its places
 *         in a cycle.
 *         `order`: kinds with a lower one come first. `side`: the colour. `label`: the name of the
 *         kind in the keeper’s form.
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

/** The `count` and `take` of a list of panels. */
export function ofList(panels: readonly WatchPanel[]): Pick<WatchSource, 'count' | 'take'> {
  const sorted = panels.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return {
    count: () => sorted.length,
    take: (after, most, skip = 0) =>
      sorted.filter(one => after === undefined || one.key > after).slice(skip, skip + most),
  }
}

/**
 * The shortest and the longest time that a panel shows.
 *
 * Units   seconds. In less than eight nobody has read it; after sixty nobody knows that it turns.
 */
export const [SHORTEST, LONGEST] = [8, 60] as const
