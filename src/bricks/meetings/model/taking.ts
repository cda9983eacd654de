import type { Reader } from '../../../contract/reader.ts'
import { oncePerPerson } from '../../../contract/speaker.ts'
import { type Amount, amountGiven, amountIn, inUnit } from '../../../text/amounts.ts'
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
  const whole = said?.to === undefined ? said : undefined
  const isOrder = seen.type === 'need' && seen.mode === 'share'
  const isShared = isOrder || whole?.of !== undefined
  const side = seen.type === 'need' && !isOrder ? 'bring' : 'take'
  const { title, isClosed, author, keyedBy } = seen
  return {
    id: seen.id,
    title,
    side,
    isShared,
    isOrder,
    isClosed,
    author,
    keyedBy,
    ...(whole ? { whole } : {}),
  }
}

/** What of an answer says how much, and by whom. */
export type TakerRow = Pick<
  ResponseRow,
  'id' | 'firstName' | 'namesake' | 'amount' | 'unit' | 'saying' | 'toldTo'
>
/**
 * Where a notice stands with those who said how much.
 *
 * Shape   `people`: each once, with the last that they said. `taken`: their sum, in the unit of the
 *         whole. `left`: what is missing to the whole, never below nought; null without a whole.
 *         `over`: how much more was said than there is.
 */
export type Taking = Readonly<{
  people: readonly TakerRow[]
  taken: number
  left: number | null
  over: number
}>

/**
 * Counts who takes how much.
 *
 * Law     A function of the set of answers: their order changes nothing, so two boxes that wrote
 *         apart come to one count. One person counts once, by the last that they said; an answer
 *         without a name is somebody of its own. Words count nothing. `taken + left - over` is the
 *         whole.
 */
export function takingOf(answers: readonly TakerRow[], whole?: Amount): Taking {
  const all = answers.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const named = all.filter(one => (one.firstName ?? '').trim() !== '')
  const last = new Set(oncePerPerson(named.toReversed()))
  const people = all.filter(one => !named.includes(one) || last.has(one))
  if (!whole) return { people, taken: 0, left: null, over: 0 }
  const sum = people.reduce((n, one) => n + (amountOf(one, whole) ?? 0), 0)
  const taken = Math.round(sum * 1_000) / 1_000
  const missing = Math.round((whole.n - taken) * 1_000) / 1_000
  return { people, taken, left: Math.max(0, missing), over: Math.max(0, -missing) }
}

/** How much an answer says, in the unit of the whole; undefined where it counts nothing. */
export const amountOf = (
  { amount, unit }: Pick<TakerRow, 'amount' | 'unit'>,
  whole: Amount,
): number | undefined =>
  typeof amount === 'number' && amount > 0 && unit
    ? inUnit({ n: amount, unit }, whole.unit)
    : undefined
