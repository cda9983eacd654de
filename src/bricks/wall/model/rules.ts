import { OWN_DEVICE } from '../../../contract/command.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * How long the wall keeps a message. Units milliseconds that the box lives (core/lived.ts), not of
 * its clock.
 */
export const KEEPS = {
  hour: HOUR,
  evening: 12 * HOUR,
  day: DAY,
  'three-days': 3 * DAY,
  week: 7 * DAY,
  month: 30 * DAY,
} as const
export type Keeps = keyof typeof KEEPS
export const DEFAULT_KEEPS: Keeps = 'three-days'
export const isKeeps = (text: unknown): text is Keeps =>
  typeof text === 'string' && Object.hasOwn(KEEPS, text)

/**
 * More than that on the wall or waiting for it, and the next one is told to come back: a page for
 * an old phone, and a limit to what a card writes.
 */
export const MOST_STANDING = 200
/**
 * Messages that are due go together: each forgetting costs the card some pages. Readers are shown
 * none of them meanwhile.
 */
export const TOGETHER_MS = 5 * MINUTE
/**
 * So many go in one turn: people’s turns come between (50 took 94 KB of the card and 0.4 s on a
 * loaded laptop).
 */
export const MOST_AT_ONCE = 20

/** A message as its time counts. `lived`: how long the box had lived when it was written. */
export type Timed = Readonly<{ id: string; lived: number | null; isTakenBack: boolean }>

/** How old a message is. Law     never less than nothing, whatever was noted of the box's life. */
export const ageOf = ({ lived: at }: Pick<Timed, 'lived'>, lived: number): number =>
  Math.max(0, lived - (at ?? 0))

/**
 * Whether its time has come. The time that is chosen now is what counts, for what was there before
 * too.
 */
export const isDue = (message: Pick<Timed, 'lived'>, keeps: Keeps, lived: number): boolean =>
  ageOf(message, lived) >= KEEPS[keeps]

/**
 * What the house forgets now, and when to ask again, in milliseconds that it will have lived.
 *
 * Law     what its author took back goes at once; what is due goes at most `TOGETHER_MS` later, the
 *         oldest first; nothing else goes. While a message stands, there is a time to ask again.
 */
export function fading(
  all: readonly Timed[],
  keeps: Keeps,
  lived: number,
): Readonly<{ goes: readonly string[]; again?: number }> {
  const isOver = (one: Timed): boolean => one.isTakenBack || isDue(one, keeps, lived)
  const mustGo = all.some(one => one.isTakenBack || ageOf(one, lived) >= KEEPS[keeps] + TOGETHER_MS)
  const oldest = all.toSorted(
    (a, b) => Number(b.isTakenBack) - Number(a.isTakenBack) || (a.lived ?? 0) - (b.lived ?? 0),
  )
  const goes = mustGo
    ? oldest
        .filter(isOver)
        .slice(0, MOST_AT_ONCE)
        .map(one => one.id)
    : []
  const gone = new Set(goes)
  const left = oldest.filter(one => !gone.has(one.id))
  if (left.length === 0) return { goes }
  const due = left.map(one =>
    one.isTakenBack ? lived : (one.lived ?? 0) + KEEPS[keeps] + TOGETHER_MS,
  )
  return { goes, again: Math.max(lived, Math.min(...due)) }
}

/** A hand as the tables hold it (`contract/command.ts`); one that does not say is nobody's. */
export type NotedHand = Readonly<{
  run: string | null
  device: string | null
  card?: string | null
}>

/**
 * Whether two hands are surely two people: two cards, else two devices. Hands of two runs of the
 * server may be one.
 */
export const areTwo = (a: NotedHand, b: NotedHand): boolean =>
  a.run !== null &&
  a.run === b.run &&
  (a.card && b.card ? a.card !== b.card : a.device !== b.device)

/** Law     whoever says it again and again is one. */
export const isOfTwo = (hands: readonly NotedHand[]): boolean =>
  hands.some((one, i) => hands.slice(i + 1).some(other => areTwo(one, other)))

/**
 * Whether one more remark may tell something: the first ever, or, of this run, the first two of
 * different people.
 */
export function isNews(said: readonly NotedHand[], hand: NotedHand | undefined): boolean {
  if (said.length === 0) return true
  if (hand === undefined || isOfTwo(said)) return false
  return said.every(one => one.run !== hand.run || areTwo(one, hand))
}

/**
 * So many messages without a card one device hangs in that time, and the next one is read first.
 * The box's own computer serves a whole evening.
 */
const MANY = 5
const MANY_HERE = 12
const SOON_MS = 10 * MINUTE
/** Whether this hand covers the wall. */
export function isFlooding(
  all: readonly (NotedHand & Pick<Timed, 'lived'>)[],
  hand: Readonly<{ run: string; device: string }>,
  lived: number,
): boolean {
  const recent = all.filter(
    one => one.run === hand.run && one.device === hand.device && ageOf(one, lived) < SOON_MS,
  )
  return recent.length >= (hand.device === OWN_DEVICE ? MANY_HERE : MANY)
}

export type Measure = Readonly<{ n: number; unit: 'minutes' | 'hours' | 'days' }>
/** A span as people say it, in its largest whole unit: `past` rounds down, what is to come up. */
export function measure(ms: number, past: boolean): Measure {
  const rounded = (unit: number): number => (past ? Math.floor(ms / unit) : Math.ceil(ms / unit))
  if (ms < HOUR && rounded(MINUTE) < 60) return { n: rounded(MINUTE), unit: 'minutes' }
  if (ms < 2 * DAY && rounded(HOUR) < 48) return { n: Math.max(1, rounded(HOUR)), unit: 'hours' }
  return { n: rounded(DAY), unit: 'days' }
}
