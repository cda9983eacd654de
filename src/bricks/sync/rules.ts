import { type Boxes, type BoxSeen, isBelieved } from '../../core/boxes.ts'

/** Units   milliseconds: beyond an hour, a clock is odd (neighbours move ours by no more than that). */
const ODD_MS = 3_600_000
/** Units   days: older arrivals are no news for the home page. */
export const NEWS_DAYS = 14
/** What a keeper calls a box holds in a menu and in a sentence. Units: characters. */
export const LONGEST_TYPED = 60

/**
 * What the drawing of a box says, for the field where another box is recognised: plain text, which leads to no page.
 *
 * Shape   `COCOTE`, the box's whole name, its five words.
 */
export const saidByDrawing = ({ name, words }: Pick<Boxes['me'], 'name' | 'words'>): string => `COCOTE ${name} ${words}`

const NAME = /(?<![0-9a-z])[0-9a-hjkmnp-tv-z]{52}(?![0-9a-z])/i
const WORDS = /(?<![a-z])[a-z]{5}(?:[\s,.-]+[a-z]{5}){4}(?![a-z])/i

/** `none`: neither a name nor words that we know. `otherWords`: a name, and five words that are not its own. */
export type Meant = Readonly<{ name: string; words: string } | { wrong: 'none' | 'otherWords' | 'itself' }>

/**
 * The box that somebody means: by its whole name, by what its drawing says, or, once it brought something, by its five words.
 *
 * Law     a name with five words that are not its own is no box: one of the two was misread, or is another's.
 */
export function meantBy(typed: string, { me, others, wordsOf }: Boxes): Meant {
  const name = NAME.exec(typed)?.[0].toLowerCase()
  const rest = name === undefined ? typed : typed.replace(NAME, ' ').replace(/cocote/i, ' ')
  const said = WORDS.exec(rest)?.[0]
    .toLowerCase()
    .split(/[^a-z]+/)
    .join(' ')
  const own = name === undefined ? undefined : wordsOf(name)
  if (name === me.name || (name === undefined && said === me.words)) return { wrong: 'itself' }
  if (name !== undefined && own !== undefined) return said !== undefined && said !== own ? { wrong: 'otherWords' } : { name, words: own }
  const known = said === undefined ? undefined : others.find(one => one.words === said)
  return known ? { name: known.name, words: known.words } : { wrong: 'none' }
}

/** Nothing else may be called *up to date*: it said what it holds, and nothing is left to carry either way. */
export const isUpToDate = ({ toGive, toTake }: Pick<BoxSeen, 'toGive' | 'toTake'>): boolean => toGive === 0 && toTake === 0

/** Those that wait for the keeper: somebody brought something of them, or introduces them, and nobody answered. */
export const asks = ({ known, isDismissed, isPaused, isRefused }: BoxSeen): boolean =>
  (known === 'stranger' || (known === 'introduced' && !isRefused)) && !isDismissed && !isPaused

/**
 * What is odd of a clock.
 *
 * Units   `ms`: of how much it is ahead of ours; `at`: what it said when that box made what we last heard, milliseconds since 1970.
 */
export function oddClock({ madeAt, clockAheadMs }: BoxSeen): Readonly<{ ms: number; at: number }> | undefined {
  if (madeAt === null || clockAheadMs === null || Math.abs(clockAheadMs) <= ODD_MS) return undefined
  return { ms: clockAheadMs, at: madeAt }
}

/** Who waits first, then who is believed, then the rest; each by what it is called. */
export const inOrder = (others: readonly BoxSeen[]): readonly BoxSeen[] => {
  const rank = (one: BoxSeen): number => (asks(one) ? 0 : isBelieved(one) ? 1 : 2)
  return others.toSorted((a, b) => rank(a) - rank(b) || (a.called < b.called ? -1 : 1))
}
