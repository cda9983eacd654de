import { type Boxes, type BoxSeen, isBelieved } from '../../../contract/box/boxes.ts'

/**
 * Units   milliseconds: beyond an hour, a clock is odd (neighbours move ours by no more than that).
 */
const ODD_MS = 3_600_000
/** Units   days: older arrivals are no news for the home page. */
export const NEWS_DAYS = 14
/** What a keeper calls a box holds in a menu and in a sentence. Units: characters. */
export const LONGEST_TYPED = 60

/**
 * What the drawing of a box says, for the field where another box is recognised: plain text, which
 * leads to no page.
 *
 * Shape   `COCOTE`, the box's whole name, its five words.
 */
export const saidByDrawing = ({ name, words }: Pick<Boxes['me'], 'name' | 'words'>): string =>
  `COCOTE ${name} ${words}`

/**
 * Nothing else may be called *up to date*: it said what it holds, and nothing is left to carry
 * either way.
 */
export const isUpToDate = ({ toGive, toTake }: Pick<BoxSeen, 'toGive' | 'toTake'>): boolean =>
  toGive === 0 && toTake === 0

/**
 * Those that wait for the keeper: somebody brought something of them, or introduces them, and
 * nobody answered.
 */
export const asks = ({ known, isDismissed, isPaused, isRefused }: BoxSeen): boolean =>
  (known === 'stranger' || (known === 'introduced' && !isRefused)) && !isDismissed && !isPaused

/**
 * What is odd of a clock.
 *
 * Units   `ms`: of how much it is ahead of ours; `at`: what it said when that box made what we last
 *         heard, milliseconds since 1970.
 */
export function oddClock({
  madeAt,
  clockAheadMs,
}: BoxSeen): Readonly<{ ms: number; at: number }> | undefined {
  if (madeAt === null || clockAheadMs === null || Math.abs(clockAheadMs) <= ODD_MS) return undefined
  return { ms: clockAheadMs, at: madeAt }
}

/** Who waits first, then who is believed, then the rest; each by what it is called. */
export const inOrder = (others: readonly BoxSeen[]): readonly BoxSeen[] => {
  const rank = (one: BoxSeen): number => (asks(one) ? 0 : isBelieved(one) ? 1 : 2)
  return others.toSorted((a, b) => rank(a) - rank(b) || (a.called < b.called ? -1 : 1))
}
