import { logistic } from '../../src/bricks/offers/model/matching/likelihood.ts'

/** The chance of a row is the logistic of `bias` and its weighed columns. */
export type Fitted = Readonly<{ bias: number; weights: readonly number[] }>

const STEPS = 25
const PENALTY = 1

/**
 * Logistic regression by Newton’s steps (iteratively reweighted least squares), with a penalty on
 * the square of the weights of standardised columns.
 *
 * Shape   `rows`: a row an example, all of one length; `isRight`: what each is.
 * Law     the same rows give the same weights.
 * Source  Hastie, Tibshirani, Friedman, *The Elements of Statistical Learning*, 4.4.1.
 */
export function fit(rows: readonly (readonly number[])[], isRight: readonly boolean[]): Fitted {
  const columns = rows[0]!.map((_, at) => rows.map(row => row[at]!))
  const means = columns.map(mean)
  const spreads = columns.map(
    (column, at) => Math.sqrt(mean(column.map(one => (one - means[at]!) ** 2))) || 1,
  )
  const standard = rows.map(row => [1, ...row.map((one, at) => (one - means[at]!) / spreads[at]!)])
  let weights = Array.from({ length: means.length + 1 }, () => 0)
  for (let step = 0; step < STEPS; step++) weights = stepped(standard, isRight, weights)
  const own = weights.slice(1).map((weight, at) => weight / spreads[at]!)
  return {
    bias: weights[0]! - own.reduce((sum, one, at) => sum + one * means[at]!, 0),
    weights: own,
  }
}
const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length

/** The chance of a row, by what was fitted. */
export const chanceOf = ({ bias, weights }: Fitted, row: readonly number[]): number =>
  logistic(row.reduce((sum, one, at) => sum + one * weights[at]!, bias))

function stepped(
  rows: readonly (readonly number[])[],
  isRight: readonly boolean[],
  weights: readonly number[],
): number[] {
  const n = weights.length
  const isBias = (at: number): boolean => at === 0
  const slope = weights.map((weight, at) => (isBias(at) ? 0 : -PENALTY * weight))
  const curve = weights.map((_, i) => weights.map((_, j) => (i === j && !isBias(i) ? PENALTY : 0)))
  for (const [at, row] of rows.entries()) {
    const chance = logistic(row.reduce((sum, one, k) => sum + one * weights[k]!, 0))
    const [miss, weight] = [(isRight[at] ? 1 : 0) - chance, chance * (1 - chance)]
    for (let i = 0; i < n; i++) {
      slope[i]! += miss * row[i]!
      for (let j = 0; j < n; j++) curve[i]![j]! += weight * row[i]! * row[j]!
    }
  }
  const change = solved(curve, slope)
  return weights.map((weight, at) => weight + change[at]!)
}

/** The solution of a system of linear equations (Gauss, with pivots). */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const all = matrix.map((row, at) => [...row, right[at]!])
  for (let at = 0; at < all.length; at++) {
    const pivot = all.reduce(
      (best, row, i) => (i >= at && Math.abs(row[at]!) > Math.abs(all[best]![at]!) ? i : best),
      at,
    )
    ;[all[at], all[pivot]] = [all[pivot]!, all[at]!]
    for (const [i, row] of all.entries()) {
      if (i === at) continue
      const share = row[at]! / all[at]![at]!
      for (let j = at; j < row.length; j++) row[j]! -= share * all[at]![j]!
    }
  }
  return all.map((row, at) => row.at(-1)! / row[at]!)
}
