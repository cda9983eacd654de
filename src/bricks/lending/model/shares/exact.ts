/**
 * Arithmetic of whole numbers: amounts in cents (or minutes, where a group counts hours) and work
 * units in parts of a unit. No sum of money passes through a fraction.
 */

/**
 * Parts in one work unit: a thousandth and a minute of an hour are both whole (3 and 50 parts).
 */
export const PARTS = 3_000

/**
 * `n` ÷ `by`, rounded to the nearest whole number; a half goes away from zero.
 *
 * Errors  `RangeError` when `by` is zero or less, and when an argument is no whole number.
 */
export function divided(n: number | bigint, by: number | bigint): number {
  const [top, under] = [BigInt(n), BigInt(by)]
  if (under <= 0n) throw new RangeError(`divided by ${under}`)
  const size = top < 0n ? -top : top
  const whole = (2n * size + under) / (2n * under)
  return Number(top < 0n ? -whole : whole)
}

/** `n` × `by` as it is, however large. */
export const times = (n: number, by: number): bigint => BigInt(n) * BigInt(by)

/** The sum of whole numbers. */
export const sum = (all: readonly number[]): number => all.reduce((to, n) => to + n, 0)

/**
 * One of those who share.
 *
 * Shape   `weight`: what they are counted by, a whole number of zero or more.
 */
export type WeightedPart = Readonly<{ key: string; weight: number }>
/**
 * What one of them takes. `odd`: the odd cents in it, 1 or 0. `off`: how far it is from plain
 * rounding to the nearest cent: 0, or a cent more or less, so that the sum holds.
 */
export type ExactShare = Readonly<{ key: string; amount: number; odd: number; off: number }>

/**
 * Shares a total by weight, by the largest remainder: each first gets the whole cents of their
 * exact share; the odd cents that are left go, one each, to those who lost the largest fraction.
 * Where two lost the same, the one with the larger weight has it first, then the first of the list.
 * Without any weight all take the same.
 *
 * Law     The shares sum to the total, whatever it is; a share is less than one cent from the exact
 *         one. Without anybody nothing is shared.
 * Errors  `RangeError` for a weight below zero.
 * Source  The largest remainder method (Hamilton), as seats are shared by votes.
 */
export function shareOut(total: number, parts: readonly WeightedPart[]): readonly ExactShare[] {
  if (parts.some(({ weight }) => weight < 0)) throw new RangeError('a weight below zero')
  const hasNone = parts.every(({ weight }) => weight === 0)
  const weights = parts.map(({ weight }) => BigInt(hasNone ? 1 : weight))
  const all = weights.reduce((to, weight) => to + weight, 0n)
  const size = BigInt(Math.abs(total))
  const lowest = weights.map(weight => Number((size * weight) / all))
  const lost = weights.map(weight => (size * weight) % all)
  const order = parts.map((_, at) => at).toSorted((a, b) => moreFirst(lost[a]!, lost[b]!, a, b))
  const takesOdd = new Set(order.slice(0, Number(size) - sum(lowest)))
  const sign = total < 0 ? -1 : 1
  return parts.map(({ key }, at) => {
    const odd = takesOdd.has(at) ? 1 : 0
    const amount = sign * (lowest[at]! + odd) + 0
    return { key, amount, odd, off: amount - divided(BigInt(total) * weights[at]!, all) }
  })
  function moreFirst(lostA: bigint, lostB: bigint, a: number, b: number): number {
    return sign3(lostB - lostA) || sign3(weights[b]! - weights[a]!) || a - b
  }
}
const sign3 = (n: bigint): number => (n > 0n ? 1 : n < 0n ? -1 : 0)
