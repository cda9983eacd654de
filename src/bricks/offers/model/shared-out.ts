import type { Reader } from '../../../contract/reader.ts'
import { amountAsked, amountGiven, sayAmount } from '../../../text/amounts.ts'
import type { Notice } from './rules.ts'
import type { NoticeSide } from './subject.ts'

/**
 * How much there is of what a notice offers or seeks, as its sentence says it: each then says how
 * much they take (record 0065).
 */

/** A lent thing comes back, a ride has seats, a hand is a person: nothing is shared out. */
const NOT_SHARED: readonly (string | null | undefined)[] = ['lend', 'rent', 'ride', 'hand']

/**
 * The amount that a sentence says, in words; undefined where nothing of it is shared out. `isSure`:
 * the count is opened by it; else its person says so first.
 */
export function amountSaid(
  sentence: string,
  mode: string | null | undefined,
): Readonly<{ amount: string; isSure: boolean }> | undefined {
  if (NOT_SHARED.includes(mode)) return undefined
  const given = amountGiven(sentence)
  const found = given?.to === undefined ? (given ?? amountAsked(sentence)) : undefined
  return found && { amount: sayAmount(found.n, found.unit, 'fr'), isSure: found === given }
}

/** Some is brought to a need, and taken of anything else: a group order too. */
export const takenAs = (kind: NoticeSide, mode: string | null | undefined): NoticeSide =>
  kind === 'need' && mode !== 'share' ? 'need' : 'offer'

/** Of which of these notices nothing is left, or nothing missing, by their ids. */
export function allTaken(read: Reader, all: readonly Notice[]): (id: string) => boolean {
  const taken = read.published.partsTaken?.(all.map(({ row }) => row.id))
  return id => taken?.get(id)?.left === 0
}
/** Whether somebody takes some of it, so that it is complete once it is over. */
export const isSharedOut = (read: Reader, { row: { id } }: Notice): boolean =>
  read.published.partsTaken?.([id]).has(id) === true
/** Whether its page asks how much one takes first: it says an amount, and some is left. */
export function asksHowMuch(read: Reader, notice: Notice): boolean {
  const { amount, title, mode } = notice.row
  const isSaid =
    amount === null ? amountSaid(title ?? '', mode)?.isSure : !NOT_SHARED.includes(mode)
  return (
    isSaid === true &&
    read.published.partsTaken !== undefined &&
    !allTaken(read, [notice])(notice.row.id)
  )
}
