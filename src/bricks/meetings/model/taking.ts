import type { PartsJudged, Raise } from '../../../contract/part-raised.ts'
import type { Reader } from '../../../contract/reader.ts'
import { oncePerPerson } from '../../../contract/speaker.ts'
import { type Amount, amountGiven, amountIn, inUnit, packIn } from '../../../text/amounts.ts'
import type { ResponseRow } from './read.ts'

/**
 * *J'en prendrais 20 kg*: how much each takes of what a notice offers, or brings of what it seeks.
 * A response (`records.ts`) says it; the notice is of another brick.
 */

/** What a notice asks of whoever reads it: to take some of it, or to bring some. */
export type TakingSide = 'take' | 'bring'
/**
 * A notice that has an amount.
 *
 * Shape   `whole`: how much there is, or is wanted; absent when its words can't be counted.
 *         `author`, `keyedBy`: ids of members, known in this box alone.
 *         `isShared`: a group order, which is done once the whole is reached.
 *         `declined`, `agreed`: the answers that its person declined, and those they said yes to.
 *         `isOrder`: several order together, so that more than the whole can be had.
 */
export type NoticeAsked = Readonly<{
  id: string
  title: string
  side: TakingSide
  whole?: Amount
  isShared: boolean
  isOrder: boolean
  isClosed: boolean
  declined: readonly string[]
  agreed: readonly string[]
  author: string | null
  keyedBy: string | null
}>

/** A lent thing comes back, a ride has seats, a hand is a person: nothing is shared out. */
const NOT_SHARED: readonly (string | null)[] = ['lend', 'rent', 'ride', 'hand']

/** The notice of this id, where it says an amount; undefined for any other record. */
export function noticeAsked(read: Reader, id: string): NoticeAsked | undefined {
  const seen = read.published.noticeSeen?.(id)
  if (!seen || NOT_SHARED.includes(seen.mode)) return undefined
  const said = seen.amount === null ? amountGiven(seen.title) : amountIn(seen.amount)
  if (seen.amount === null && !said) return undefined
  const packs = packIn(seen.title) ?? packIn(seen.amount ?? '')
  const whole =
    said === undefined || said.to !== undefined ? undefined : { ...said, ...(packs && { packs }) }
  const isOrder = seen.type === 'need' && seen.mode === 'share'
  const isShared = isOrder || whole?.of !== undefined
  const side = seen.type === 'need' && !isOrder ? 'bring' : 'take'
  const { title, isClosed, author, keyedBy, partsDeclined: declined } = seen
  const agreed = seen.partsAgreed
  return {
    id: seen.id,
    title,
    side,
    isShared,
    isOrder,
    isClosed,
    declined,
    agreed,
    author,
    keyedBy,
    ...(whole ? { whole } : {}),
  }
}

/** The same, for who reads where a raise of a part stands. */
export const judgedOf = ({
  agreed,
  declined,
}: Pick<NoticeAsked, 'agreed' | 'declined'>): PartsJudged => ({
  partsAgreed: agreed,
  partsDeclined: declined,
})

/**
 * What of an answer says how much, and by whom. `raise`: they ask for more than was agreed, `asks`
 * in all, which waits for a yes, or was declined.
 */
export type TakerRow = Pick<
  ResponseRow,
  'id' | 'firstName' | 'namesake' | 'amount' | 'unit' | 'saying' | 'toldTo'
> &
  Readonly<{ asks?: number; raise?: Exclude<Raise, undefined> }>
/**
 * Where a notice stands with those who said how much.
 *
 * Shape   `people`: each once, with the last that they said. `taken`: their sum, in the unit of the
 *         whole. `kept`: the sum of what waits to be read first, or is asked beyond a yes, which is
 *         nobody else's meanwhile.
 *         `left`: what is missing to the whole, never below nought; null without a whole. `over`:
 *         how much more was said than there is.
 */
export type Taking = Readonly<{
  people: readonly TakerRow[]
  taken: number
  kept: number
  left: number | null
  over: number
}>

/**
 * Counts who takes how much.
 *
 * Law     A function of the set of answers: their order changes nothing, so two boxes that wrote
 *         apart come to one count. One person counts once, by the last that they said; an answer
 *         without a name is somebody of its own. Words count nothing. `taken + kept + left - over`
 *         is the whole. What waits changes nothing of what is taken.
 */
export function takingOf(
  answers: readonly TakerRow[],
  whole?: Amount,
  waiting: readonly TakerRow[] = [],
): Taking {
  const people = eachOnce(answers)
  if (!whole) return { people, taken: 0, kept: 0, left: null, over: 0 }
  const sum = (all: readonly TakerRow[]): number =>
    rounded(all.reduce((n, one) => n + (amountOf(one, whole) ?? 0), 0))
  const [taken, kept] = [sum(people), sum([...eachOnce(waiting), ...people.flatMap(raiseAsked)])]
  const missing = rounded(whole.n - taken - kept)
  return { people, taken, kept, left: Math.max(0, missing), over: Math.max(0, -missing) }
}
/** What one asks beyond the yes, while it waits for another one. */
const raiseAsked = (one: TakerRow): readonly TakerRow[] =>
  one.raise === 'asked' && one.asks !== undefined
    ? [{ ...one, amount: one.asks - (one.amount ?? 0) }]
    : []
const rounded = (n: number): number => Math.round(n * 1_000) / 1_000
/** Each person once, with the last that they said. */
function eachOnce(answers: readonly TakerRow[]): readonly TakerRow[] {
  const all = answers.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const named = all.filter(one => (one.firstName ?? '').trim() !== '')
  const last = new Set(oncePerPerson(named.toReversed()))
  return all.filter(one => !named.includes(one) || last.has(one))
}

/** How much an answer says, in the unit of the whole; undefined where it counts nothing. */
export const amountOf = (
  { amount, unit }: Pick<TakerRow, 'amount' | 'unit'>,
  whole: Amount,
): number | undefined =>
  typeof amount === 'number' && amount > 0 && unit
    ? inUnit({ n: amount, unit }, whole.unit)
    : undefined
